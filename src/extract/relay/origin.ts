// "He referred to a letter", "The number came from the police, she said": where a speaker says that he has it from.
import { phraseStartingAt, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import type { Unit } from '../rules/unit.ts';
import { groupStart } from '../rules/verb-group.ts';
import { relayersOf } from './citing.ts';
import { type Context, type Link, named, speechesIn } from './context.ts';
import { headOf, isDocument, isParty, ORIGINS, REFERRING, THINGS_TOLD } from './words.ts';

export function originLinks(context: Context, unit: Unit): Link[] {
  const links: Link[] = [];
  const { tokens, quoted } = context.page;
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    const lemma = tokens[i]?.lemma ?? '';
    if (tokens[i]?.pos !== 'VERB' || (quoted[i] ?? -1) >= 0) continue;
    if (REFERRING.has(lemma)) links.push(...referred(context, unit, i));
    else if (ORIGINS.has(lemma)) links.push(...came(context, unit, i));
  }
  return links;
}

/** "referred to a letter from the company": a document, and not something of the speaker's own. */
function referred(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const document = objectOf(context, unit, i, 'to');
  if (document === null || !/^an?$/.test(page.tokens[document[0]]?.norm ?? '') || !isDocument(page, document))
    return [];
  return relayersOf(context, unit, i).map((relayer) => link(relayer, document, [i, i + 2], 'cites'));
}

/** "The number came from the police, a spokesman said." */
function came(context: Context, unit: Unit, i: number): Link[] {
  const { page } = context;
  const origin = objectOf(context, unit, i, 'from');
  const thing = subjectBefore(page, unit.tokens[0], groupStart(page, i));
  if (origin === null || thing === null || !THINGS_TOLD.has(headOf(page, thing)?.lemma ?? '')) return [];
  const speech = speechesIn(context, unit).find(({ content }) =>
    content.some(([from, to]) => from <= i && i < to),
  );
  const known = isParty(page, origin) || isDocument(page, origin);
  return speech?.source == null || !known
    ? []
    : [link(named(page, speech.source), origin, [i, i + 2], 'cites')];
}

/** The phrase behind the verb and its preposition. */
function objectOf({ page }: Context, unit: Unit, i: number, preposition: string): Range | null {
  if (page.tokens[i + 1]?.norm !== preposition) return null;
  const end = phraseStartingAt(page.tokens, i + 2, unit.tokens[1]);
  return end === null ? null : [i + 2, end];
}

const link = (relayer: Range, upstream: Range, cue: Range, kind: Link['kind']): Link => ({
  relayer,
  upstream,
  cue,
  content: null,
  kind,
  certainty: 'explicit',
});
