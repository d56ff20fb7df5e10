// One source's words inside another's: "Y reported that X said", "X said, according to Y".
import { VERB_CUES } from '../rules/cues.ts';
import { isPersonal, phraseStartingAt, type Range } from '../rules/phrase.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { verbFrame } from '../rules/verb.ts';
import { wordSet } from '../rules/words.ts';
import {
  type Context,
  isCapitalised,
  type Link,
  named,
  overlapsRange,
  type Speech,
  sameWords,
  speechesIn,
} from './context.ts';
import { isData, isDocument, isNamed, isOutlet, isOwnThing, isParty, isPoll } from './words.ts';

export function nestedLinks(context: Context, unit: Unit): Link[] {
  const speeches = speechesIn(context, unit);
  return [...speeches.flatMap((speech) => inside(context, speech)), ...accordingTo(context, unit)];
}

const REPORTING = wordSet('relays')('nested reporting');

/** Reported speech within a content. */
function inside(context: Context, speech: Speech): Link[] {
  const { open } = context;
  if (speech.source === null) return [];
  const outer = named(open, speech.source);
  const carries = isOutlet(open, outer) || isDocument(open, outer);
  const links: Link[] = [];
  for (const range of speech.content) {
    for (let i = range[0]; i < range[1]; i++) {
      const token = open.tokens[i];
      if (token === undefined || !REPORTING.has(token.lemma) || isCapitalised(open, i)) continue;
      const frame = verbFrame(open, { tokens: range, paragraph: 0 }, i);
      if (frame === null || frame.subject === null || frame.cue.class !== 'statement') continue;
      if (frame.complement === 'none' && frame.before === null) continue;
      const inner = named(open, frame.subject);
      const pronoun = isPersonal(open.tokens[inner[0]]) && inner[1] - inner[0] === 1;
      if (sameWords(open, inner, outer) || (pronoun && !isOutlet(open, outer))) continue;
      if (frame.order === 'participle' || open.tokens[frame.after]?.norm === 'to') continue;
      if (/^(?:i|we|you|it|who|that|which|this)$/.test(open.tokens[inner[0]]?.norm ?? '')) continue;
      if (!pronoun && !isParty(open, inner) && !isDocument(open, inner)) continue;
      links.push({
        relayer: outer,
        upstream: inner,
        cue: [i, i + 1],
        content: [Math.min(frame.after, range[1] - 1), range[1]],
        kind: 'according-to-nested',
        certainty: carries ? 'explicit' : 'implied',
      });
    }
  }
  return links;
}

/** "…, X said, according to Y" and "X said … according to preliminary data". */
function accordingTo(context: Context, unit: Unit): Link[] {
  const { page } = context;
  const links: Link[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    if (
      page.tokens[i]?.norm !== 'according' ||
      page.tokens[i + 1]?.norm !== 'to' ||
      (page.quoted[i] ?? -1) >= 0
    )
      continue;
    const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
    if (end === null) continue;
    const by: Range = [i + 2, end];
    const link = accordingLink(context, unit, [i, i + 2], by);
    if (link !== null) links.push(link);
  }
  return links;
}

function accordingLink(context: Context, unit: Unit, cue: Range, by: Range): Link | null {
  const { page } = context;
  const other = speechesIn(context, unit).find(
    (speech) =>
      speech.source !== null && !overlapsRange(speech.cue, cue) && !overlapsRange(speech.source, by),
  );
  const speaker = other?.source == null ? innerSpeaker(context, unit, cue) : named(page, other.source);
  if (speaker === null) return null;
  const content = other?.content[0] ?? null;
  const own = page.tokens[by[0]]?.norm === 'its' || page.tokens[by[0]]?.norm === 'their';
  if (!isSpeaker(page, speaker)) return null;
  if (isData(page, by) && !isPoll(page, by) && (own || !isNamed(page, by)))
    return { relayer: speaker, upstream: by, cue, content, kind: 'based-on-data', certainty: 'explicit' };
  if (isOwnThing(page, by) || isPoll(page, by)) return null;
  return {
    relayer: named(page, by),
    upstream: speaker,
    cue,
    content,
    kind: 'according-to-nested',
    certainty: 'explicit',
  };
}

const isSpeaker = (page: Page, range: Range): boolean =>
  isParty(page, range) || /^(?:he|she|they)$/.test(page.tokens[range[0]]?.norm ?? '');

/** The subject of a reporting verb in the sentence that no attribution holds. */
function innerSpeaker(context: Context, unit: Unit, cue: Range): Range | null {
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    if (overlapsRange([i, i + 1], cue) || (page.quoted[i] ?? -1) >= 0) continue;
    const lemma = page.tokens[i]?.lemma ?? '';
    if (!REPORTING.has(lemma) || VERB_CUES.get(lemma)?.class !== 'statement') continue;
    const frame = verbFrame(page, unit, i);
    if (frame?.subject != null && !overlapsRange(frame.subject, [cue[0], cue[1] + 1]))
      return named(page, frame.subject);
  }
  return null;
}
