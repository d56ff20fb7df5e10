// "X told Y", "X acknowledged to Y", "X was informed by Y".
import { timeEnd } from '../rules/adjunct.ts';
import { isComma, phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Page, Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { OBJECT_PRONOUNS, VERB_NEGATIONS } from '../rules/words.ts';
import { type Context, contentAt, isCapitalised, type Link, named, speakerAt } from './context.ts';
import { outletPhrase, speakerNear } from './interview.ts';
import { isAudience, isOutlet, isOwnOutlet, isParty, SAID_TO, TOLD } from './words.ts';

export function toldLinks(context: Context, unit: Unit): Link[] {
  const links: Link[] = [];
  const { page } = context;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const token = page.tokens[i];
    if (token === undefined || !isVerbHere(page, i) || (page.quoted[i] ?? -1) >= 0) continue;
    if (isCapitalised(page, i) && i > unit.tokens[0]) continue;
    if (TOLD.has(token.lemma) || TOLD.has(token.norm.replace(/ed$/, '')))
      links.push(...told(context, unit, i));
    else if (SAID_TO.has(token.lemma)) links.push(...saidTo(context, unit, i));
  }
  return links;
}

/** A verb, or a participle before its agent that the tagger takes for an adjective ("had been informed by the club"). */
const isVerbHere = (page: Page, i: number): boolean =>
  page.tokens[i]?.pos === 'VERB' || (page.tokens[i]?.pos === 'ADJ' && page.tokens[i + 1]?.norm === 'by');

export const isPassive = (page: Page, i: number): boolean =>
  page.tokens.slice(groupStart(page, i), i).some((token) => token.lemma === 'be');

function told(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const { tokens } = page;
  const start = groupStart(page, i);
  if (tokens[start - 1]?.norm === 'to') return [];
  if (isPassive(page, i)) return informedBy(page, unit, i);
  const first = timeEnd(tokens, i + 1, unit.tokens[1]) ?? i + 1;
  if (OBJECT_PRONOUNS.has(tokens[first]?.norm ?? '')) return [];
  const hearer = outletPhrase(page, first, unit.tokens[1]);
  if (hearer === null || (tokens[hearer[1]]?.norm === 'to' && tokens[hearer[1]]?.pos === 'PART')) return [];
  if (isAudience(page, hearer) || isOwnOutlet(page, hearer) || !isParty(page, hearer)) return [];
  const speaker = speakerAt(context, page, unit, i, start) ?? speakerNear(context, unit, i);
  if (speaker === null) return [];
  return [link(hearer, speaker, [i, i + 1], contentAt(context, i), 'explicit')];
}

const link = (
  relayer: Range,
  upstream: Range,
  cue: Range,
  content: Range | null,
  certainty: Link['certainty'],
): Link => ({
  relayer,
  upstream,
  cue,
  content,
  kind: 'told-outlet',
  certainty,
});

/** "The mayor had been informed by the club". */
function informedBy(page: Page, unit: Unit, i: number): Link[] {
  if (page.tokens[i + 1]?.norm !== 'by') return [];
  const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
  const subject = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  if (end === null || subject === null || !isParty(page, [i + 2, end])) return [];
  return [link(named(page, subject), [i + 2, end], [i, i + 2], null, 'implied')];
}

/** "said to Megyn Kelly of Fox News", "wrote in an email to the Post": only outlets, as others hear much that they pass on to nobody. */
function saidTo(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const { tokens } = page;
  const group = tokens.slice(groupStart(page, i), i);
  if (group.some((token) => VERB_NEGATIONS.has(token.norm)) || tokens[groupStart(page, i) - 1]?.norm === 'to')
    return [];
  for (let k = i + 1; k < unit.tokens[1] && k - i <= 8; k++) {
    const token = tokens[k];
    if (token === undefined || isComma(token) || token.pos === 'VERB' || (page.quoted[k] ?? -1) >= 0)
      return [];
    if (token.norm !== 'to') continue;
    const hearer = outletPhrase(page, k + 1, unit.tokens[1]);
    if (hearer === null || !isOutlet(page, hearer) || isOwnOutlet(page, hearer)) return [];
    const speaker = speakerAt(context, page, unit, i, groupStart(page, i));
    return speaker === null ? [] : [link(hearer, speaker, [i, k + 1], contentAt(context, i), 'explicit')];
  }
  return [];
}
