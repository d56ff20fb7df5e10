// How much speaks for two claims of two articles being told of one thing: the words that they share, by how rare these are
// in English, and whether their articles are about one affair. Few words in common are enough in one affair, and are
// chance in two.
import { rarityOfRank, wordRanks } from '../../text/rarity.ts';
import { topicLikeness } from '../topic.ts';
import type { ClaimFeatures, Reading } from '../types.ts';
import type { Likeness } from './compare.ts';
import { compatible } from './quantities.ts';
import { nameStem } from './words.ts';

/**
 * Weights of a logistic model, set on articles of one affair against articles of different affairs that share names: a
 * pair of claims is believed where the sum is positive.
 */
const BIAS = -3.4;
/** For a likeness of topics of 1. */
const TOPIC = 12;
/** For each rare word that two claims share, where they share all of them. */
const WORD = 3;
/** A name counts for less than a word: who and what an affair is about is named all over it. */
const NAME = 0.5;
/** For an amount in common. */
const AMOUNT = 0.3;
/** For each further pair of claims of the two articles, up to `MOST`. */
const FURTHER = 0.6;
const MOST = 3;
/** Less than this in common is said of anything. */
const LEAST = 0.05;

/** What two claims have in common, about 0..5: their shared words' rarity, as far as they share their words at all. Symmetric. */
export function weightOf(a: ClaimFeatures, b: ClaimFeatures, { dice }: Likeness): number {
  const words = keysOf(b);
  let weight = 0;
  for (const key of keysOf(a)) if (words.has(key)) weight += rarityOfKey(key);
  const amounts = a.quantities.filter((x) =>
    b.quantities.some(
      (y) => (x.unit === y.unit || x.unit === '' || y.unit === '') && x.value > 1 && compatible(x, y),
    ),
  ).length;
  return (weight + AMOUNT * Math.min(1, amounts)) * dice;
}

const keysOf = ({ content, entities, circumstances }: ClaimFeatures): ReadonlySet<string> =>
  new Set([...content, ...entities, ...circumstances]);

/** Whether pairs of claims of two articles are believed, given how many independent ones there are. */
export function beliefIn(a: Reading, b: Reading, pairs: number): (weight: number) => boolean {
  const affair = BIAS + TOPIC * topicLikeness(a, b) + FURTHER * Math.min(MOST, Math.max(0, pairs - 1));
  return (weight) => weight >= LEAST && affair + WORD * weight > 0;
}

let stems: ReadonlyMap<string, number> | null = null;

/** Ranks of the stems of names: that of the most frequent word with the stem. */
function stemRanks(): ReadonlyMap<string, number> {
  if (stems === null) {
    const ranks = new Map<string, number>();
    for (const [word, rank] of wordRanks()) {
      const stem = nameStem(word);
      if (!ranks.has(stem)) ranks.set(stem, rank);
    }
    stems = ranks;
  }
  return stems;
}

const LABEL = 0.5;

const rarityOfKey = (key: string): number => {
  if (key.startsWith('#')) return LABEL;
  return key.startsWith('@')
    ? NAME * rarityOfRank(stemRanks().get(key.slice(1)))
    : rarityOfRank(wordRanks().get(key));
};
