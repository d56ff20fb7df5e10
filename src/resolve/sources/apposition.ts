// What stands behind a comma in a noun phrase: a name, an office, "who chairs …".
import type { Span } from '../../text/types.ts';
import { COMPLEMENT_STARTS, FIRMS, type HeadNoun, headNoun, kindOfClass, LEADING_VERBS } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './phrase-owner.ts';
import { contentWords, readSegment } from './phrase-segment.ts';
import type { Word } from './words.ts';

/** Adds what stands behind a comma: a name, an office, "who chairs …". */
export function addApposition(read: Reader, span: Span, into: Phrase, words: readonly Word[]): Phrase {
  const first = words[0]?.lower ?? '';
  if (first === 'who' && LEADING_VERBS.has(words[1]?.lower ?? '') && into.owner === null) {
    const a = words[2];
    const b = words.at(-1);
    const owner = a && b ? read([span[0] + a.start, span[0] + b.end]) : null;
    return {
      ...into,
      owner,
      noun: into.noun ?? headNoun(['head']),
      words: merge(into.words, contentWords(words)),
    };
  }
  // "who shares his name with the head coach" describes somebody else.
  if (words.some((w) => w.lower === 'name')) return into;
  if (COMPLEMENT_STARTS.has(first) || /^\d|^(?:like|such)$/.test(first))
    return { ...into, words: merge(into.words, contentWords(words)) };
  const other = readSegment(
    read,
    span,
    { ...into, name: null, noun: null, owner: null, country: null, words: [] },
    words,
  );
  if (other.name !== null && into.name === null && (into.noun?.role ?? null) !== null && !into.plural)
    return {
      ...into,
      form: 'name',
      name: other.name,
      nameClass: null,
      words: merge(into.words, other.words),
    };
  if (namesBody(into, other))
    return { ...into, form: 'name', name: other.name, words: merge(into.words, other.words) };
  const holder = namesHolder(into, other) ? untabled(into) : null;
  if (holder !== null)
    return {
      ...into,
      form: 'name',
      name: other.name,
      noun: holder,
      modifiers: [],
      gender: other.gender,
      words: merge(into.words, other.words),
    };
  if (into.name !== null && into.noun === null && other.noun !== null && other.name === null)
    return {
      ...into,
      noun: asFirm(into, other.noun),
      nameClass: other.noun.role === null ? other.noun.body : into.nameClass,
      owner: other.owner ?? into.owner,
      country: into.country ?? other.country,
      gender: other.gender ?? into.gender,
      words: merge(into.words, other.words),
    };
  return { ...into, owner: into.owner ?? other.owner, words: merge(into.words, other.words) };
}

/** "the insurer, Balt Mutual": the name of the body just described. */
const namesBody = (into: Phrase, other: Phrase): boolean =>
  into.form === 'definite' &&
  into.name === null &&
  other.name !== null &&
  (other.noun === null || other.noun.role === null) &&
  into.noun?.role === null &&
  kindOfClass(into.noun.body) === 'Agency';

/** "Halden Lines, the owner": a role that companies have as well, of a name that is a company’s. */
const asFirm = (into: Phrase, noun: HeadNoun): HeadNoun =>
  into.nameClass === 'company' && FIRMS.has(noun.noun) ? { ...noun, role: null, body: 'company' } : noun;

/** "a criminologist at the university, Bo Iversen": a full name behind a noun that no table has is of a person. */
const namesHolder = (into: Phrase, other: Phrase): boolean =>
  into.noun === null &&
  into.name === null &&
  other.noun === null &&
  other.nameClass === null &&
  (other.name?.split(' ').length ?? 0) > 1;

/** What somebody is by a noun of no table. */
const untabled = (into: Phrase): HeadNoun | null => {
  const noun = into.modifiers.at(-1);
  return noun === undefined ? null : { noun, length: 1, plural: false, role: 'occupation', body: null };
};

const merge = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
