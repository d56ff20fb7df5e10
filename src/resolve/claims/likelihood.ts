// How likely two claims of one affair are one, though they are put in other words: what they have in common, and who says
// them, weighed together.
import type { ClaimFeatures } from '../types.ts';
import { isOnlyIntended, type Likeness, onlyNames, type Setting, turned } from './compare.ts';
import { weightOf } from './evidence.ts';
import { areMonthsApart } from './months.ts';

/**
 * Weights of a logistic model, set on the pairs of claims of annotated affairs, each affair judged by weights set on the others. A
 * pair is taken for one where the sum is positive: at a likelihood of about two in three.
 */
const BIAS = -3.3;
/** For Dice's coefficient of their words. */
const DICE = 3.8;
/** For the weight of the words that both have, up to `MOST`. */
const WORDS = 0.4;
const MOST = 3;
/** For how rare these are in English. */
const RARE = 0.95;
const OTHER_AMOUNT = -2.6;
/** An amount that both have, of those that do not stand in claims of all kinds. */
const SAME_AMOUNT = 1.7;
const FEW = 10;
const ONE_AMOUNT = -1.9;
/** One of them is still to come. */
const OTHER_TIME = -1.6;
/** Each tells a happening, and no common one. */
const OTHER_HAPPENING = -0.9;
/** Both tell one happening with a participant in common. */
const SAME_HAPPENING = 0.4;
const SAME_VOICE = 1.2;
/** Of those who deny something in an affair, most deny the same, but for another happening. */
const BOTH_DENIED = 2.8;
/** Claims with less in common are not weighed. */
const LEAST_DICE = 0.25;

/** Whether two claims may be one at all: they have something in common, and nothing rules it out. Symmetric. */
export const mayBeOne = (a: ClaimFeatures, b: ClaimFeatures, like: Likeness): boolean =>
  like.dice > LEAST_DICE && !isRuledOut(a, b, like);

/** The logarithm of the odds that two claims of one affair are one. Symmetric. O(words of both). */
export function oddsOf(
  a: ClaimFeatures,
  b: ClaimFeatures,
  like: Likeness,
  { sameVoice, bothDenied }: Setting,
): number {
  const sameHappening = a.heads.some((key) => b.heads.includes(key));
  const otherHappening = a.heads.length > 0 && b.heads.length > 0 && !sameHappening;
  return (
    BIAS +
    DICE * like.dice +
    WORDS * Math.min(MOST, like.words) +
    RARE * weightOf(a, b, like) +
    (like.amounts === 'different' ? OTHER_AMOUNT : 0) +
    (like.amounts === 'same' && sharesAmount(a, b) ? SAME_AMOUNT : 0) +
    (like.amounts === 'one-sided' ? ONE_AMOUNT : 0) +
    (a.prospective === b.prospective ? 0 : OTHER_TIME) +
    (otherHappening ? OTHER_HAPPENING : 0) +
    (sameHappening && shareParticipant(a, b) ? SAME_HAPPENING : 0) +
    (sameVoice ? SAME_VOICE : 0) +
    (bothDenied && !otherHappening ? BOTH_DENIED : 0)
  );
}

const shareParticipant = (a: ClaimFeatures, b: ClaimFeatures): boolean => {
  const there = new Set([...b.entities, ...b.subject, ...b.circumstances]);
  return [...a.entities, ...a.subject, ...a.circumstances].some(
    (key) => key.startsWith('@') && there.has(key),
  );
};

const sharesAmount = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  a.quantities.some(({ value }) => value >= FEW && b.quantities.some((other) => other.value === value));

/** What no likeness outweighs: some other amount, another month, who acts is acted upon, what is only offered, a mere word. */
const isRuledOut = (a: ClaimFeatures, b: ClaimFeatures, like: Likeness): boolean =>
  like.amounts === 'partly' ||
  areMonthsApart(a, b) ||
  (like.others && turned(a, b)) ||
  (a.negated && !b.negated && !isDenialOf(a, b, like)) ||
  (b.negated && !a.negated && !isDenialOf(b, a, like)) ||
  isOnlyIntended(a) !== isOnlyIntended(b) ||
  onlyNames(a, b) ||
  onlyNames(b, a);

/** "There was no failure" denies that something failed; "had never been replaced" does not deny that it is old. */
const isDenialOf = (negated: ClaimFeatures, other: ClaimFeatures, { amounts }: Likeness): boolean =>
  amounts !== 'one-sided' &&
  negated.heads.every((key) => other.heads.includes(key) || other.content.includes(key));
