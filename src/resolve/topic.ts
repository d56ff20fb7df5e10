// What an article is about, as a vector of its telling words; two articles of one affair have vectors that point the same
// way (story link detection: Allan, Papka and Lavrenko 1998, with ranks of English at large for the inverse document
// frequency, so that no other article decides about a pair).
import { rarityOfRank, wordRanks } from '../text/rarity.ts';
import type { Document, Token } from '../text/types.ts';
import { nameStem } from './claims/words.ts';
import type { Reading, TopicWord } from './types.ts';

/** Words that are kept of an article. */
const KEPT = 64;
/** What a text of hardly a word is short of: the less it says, the less is known of what it is about. */
const DOUBT = 1;
const TELLING = new Set(['NOUN', 'VERB', 'ADJ']);

/** The telling words of a document, the heaviest first; their weights make a vector of almost length 1, shorter for a text of few words. O(words). */
export function topicOf(document: Document): readonly TopicWord[] {
  const counts = new Map<string, { weight: number; times: number }>();
  for (const token of document.tokens) {
    const key = keyOf(document, token);
    if (key === null) continue;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { weight: rarityOf(token) ** 1.5, times: 1 });
    else known.times++;
  }
  const words = [...counts]
    .map(([key, { weight, times }]) => [key, weight * (1 + Math.log(times))] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, KEPT);
  const length = Math.hypot(DOUBT, ...words.map(([, weight]) => weight));
  return words.map(([key, weight]) => [key, Number((weight / length).toFixed(3))]);
}

function keyOf({ article }: Document, { pos, span, norm, lemma }: Token): string | null {
  if (pos === 'PROPN' && /^\p{Lu}/u.test(article.text.slice(...span))) return `@${nameStem(norm)}`;
  return TELLING.has(pos) ? lemma : null;
}

const rarityOf = ({ norm, lemma }: Token): number => {
  const ranks = wordRanks();
  const known = [ranks.get(norm), ranks.get(lemma)].filter((rank) => rank !== undefined);
  return rarityOfRank(known.length === 0 ? undefined : Math.min(...known));
};

const vectors = new WeakMap<Reading, ReadonlyMap<string, number>>();

function vectorOf(reading: Reading): ReadonlyMap<string, number> {
  const known = vectors.get(reading);
  if (known !== undefined) return known;
  const vector = new Map(reading.topic);
  vectors.set(reading, vector);
  return vector;
}

/** 0..1: the cosine of what two articles are about; about 0.2 parts one affair from two. Symmetric, O(words kept). */
export function topicLikeness(a: Reading, b: Reading): number {
  const [left, right] = [vectorOf(a), vectorOf(b)];
  let cosine = 0;
  for (const [key, weight] of left) cosine += weight * (right.get(key) ?? 0);
  return Math.min(1, cosine);
}
