// Reads a noun phrase: its first part and what stands behind commas.
import type { Span } from '../../text/types.ts';
import { addApposition } from './apposition.ts';
import { DEFINITE, OWN_OUTLET } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { readSegment } from './phrase-segment.ts';
import { pronounOf } from './pronouns.ts';
import { splitPhrase } from './words.ts';

const OWN_OWNER = /\b(?:our|this (?:newspaper|paper|website|magazine))\b/i;

/** Reads the phrase at a place of the text. O(length), capped. */
export function readPhrase(text: string, span: Span): Phrase {
  const phrase = text.slice(...span);
  const segments = splitPhrase(phrase);
  const [head = [], ...appositions] = segments;
  const main = head.length > 1 && /sel(?:f|ves)$/.test(head.at(-1)?.lower ?? '') ? head.slice(0, -1) : head;
  const blank: Phrase = {
    span,
    text: phrase,
    form: 'indefinite',
    name: null,
    nameClass: null,
    noun: null,
    owner: null,
    country: null,
    plural: false,
    gender: null,
    ordinal: false,
    restricted: false,
    modifiers: [],
    words: [],
  };
  const first = main[0];
  if (first === undefined) return blank;
  const whole = main.map((w) => w.lower).join(' ');
  const pronoun = pronounOf(first.lower) ?? undefined;
  if (OWN_OUTLET.has(whole)) return { ...blank, form: 'own', plural: whole === 'we' || whole === 'us' };
  if (pronoun !== undefined && (main.length === 1 || (!DEFINITE.has(first.lower) && first.lower !== 'both')))
    return {
      ...blank,
      form: 'pronoun',
      plural: pronoun.plural,
      gender: pronoun.gender === 'n' ? null : pronoun.gender,
    };
  const inside = (part: Span) => readPhrase(text, part);
  const read = appositions.reduce(
    (into, segment) => addApposition(inside, span, into, segment),
    readSegment(inside, span, blank, main),
  );
  const own = OWN_OWNER.test(phrase);
  const counts = read.noun?.body === 'data' || read.noun?.role === 'reporter';
  return own && counts ? { ...read, form: 'own' } : read;
}
