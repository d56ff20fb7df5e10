// What the words of a cue alone say of an act: its reporting word, refusals, calls, what is ruled out.
import type { Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { type Cue, NOUN_CUES, SOURCE_PREPOSITIONS, VERB_CUES, verbCue } from './cues.ts';
import { NO_INFORMATION, VERB_NEGATIONS, wordSet } from './words.ts';

const EXCLUDING = wordSet('acts')('excluding');

/** "according to", "in the view of": they say whose the content is, and nothing more. */
export const isPreposition = (cue: readonly Token[]): boolean =>
  cue[0]?.norm === 'according' ||
  SOURCE_PREPOSITIONS.some(
    (phrase) => phrase.length === cue.length && phrase.every((word, i) => cue[i]?.norm === word),
  );

/** What stronger acts outrank where a cue holds several reporting words. */
const STRENGTH: readonly Act[] = [
  'CLAIMED',
  'REPORTED',
  'OTHER',
  'PREDICTED',
  'WARNED',
  'DENIED',
  'CONFIRMED',
];

/** The reporting word of the cue that weighs most; null where none is known. */
export function cueOf(cue: readonly Token[]): Cue | null {
  let best: Cue | null = null;
  for (const token of cue) {
    const noun = NOUN_CUES.get(token.lemma);
    const either = token.pos === 'NOUN' ? (noun ?? verbCue(token)) : (verbCue(token) ?? noun);
    if (either === undefined) continue;
    if (best === null || rank(either) > rank(best)) best = either;
  }
  return best;
}

const rank = (cue: Cue): number =>
  (cue.class === 'attitude' || cue.class === 'belief' ? 0 : 10) +
  STRENGTH.indexOf(cue.act) -
  (cue.act === 'OTHER' ? 5 : 0);

/** "did not rule out that": holds it possible. */
export const leavesOpen = (cue: readonly Token[]): boolean =>
  excludes(cue) && cue.some((token) => VERB_NEGATIONS.has(token.norm) || token.norm === 'cannot');

/** "ruled out", "excluded", not "ruled that". */
export const excludes = (cue: readonly Token[]): boolean =>
  cue.some(
    (token, i) => EXCLUDING.has(token.lemma) || EXCLUDING.has(`${token.lemma} ${cue[i + 1]?.norm ?? ''}`),
  );

/** "did not comment", "would not say", "had no comment", "did not reply". */
export function isRefusal(cue: readonly Token[]): boolean {
  if (cue.some((token) => token.lemma === 'decline' || token.lemma === 'refuse')) return true;
  const asked = cue.findIndex((token) => token.lemma === 'refer');
  if (asked >= 0 && cue.slice(asked).some((token) => /^(?:questions?|inquir|enquir|quer)/.test(token.norm)))
    return true;
  const negated = cue.some((token) => VERB_NEGATIONS.has(token.norm) || token.norm === 'no');
  if (!negated) return false;
  const denied = cue.some((token) => VERB_CUES.get(token.lemma)?.act === 'DENIED');
  return denied || cue.some((token) => NO_INFORMATION.has(token.lemma) || VERB_CUES.has(token.lemma));
}

/** "no longer speaks of": held before, and not now. */
export const isAbandoned = (cue: readonly Token[]): boolean =>
  cue.some(({ norm }, i) => norm === 'no' && cue[i + 1]?.norm === 'longer') &&
  cue.some(({ lemma }) => VERB_CUES.has(lemma));

/** "called for", "called on", "has asked", "demanded". */
export function isCall(cue: readonly Token[]): boolean {
  return cue.some((token, i) => {
    const next = cue[i + 1]?.norm;
    if (token.lemma === 'call') return next === 'for' || next === 'on' || next === 'upon';
    return token.lemma === 'ask' && token.pos === 'VERB';
  });
}
