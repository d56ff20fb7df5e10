// How rare a word is in English at large: a fixed measure, the same for every text, by its place in the vocabulary of
// the model, which lists words by how often they are written (Devlin et al. 2019: Wikipedia and books).
import { readFileSync } from 'node:fs';

/** The most frequent word; special and single-letter pieces stand before it. */
const FIRST = 'the';
/** Words up to about this rank say little of what a text is about. */
const COMMON = 2000;
/** The rank of a word that is not listed. */
const UNLISTED = 43_000;

let ranks: ReadonlyMap<string, number> | null = null;

/** Words by their rank, from 1; loaded once. */
export function wordRanks(): ReadonlyMap<string, number> {
  if (ranks === null) {
    const lines = readFileSync(new URL('../../data/model/vocab.txt', import.meta.url), 'utf8').split('\n');
    const words = lines.slice(Math.max(0, lines.indexOf(FIRST))).map((word) => word.trim());
    ranks = new Map(words.map((word, i) => [word, i + 1]));
  }
  return ranks;
}

/** 0..1 of a rank: the logarithm after Zipf, damped for common words. No rank: a word that is not listed. */
export const rarityOfRank = (rank = UNLISTED): number =>
  Math.log(1 + rank / COMMON) / Math.log(1 + UNLISTED / COMMON);
