/** What people type to find something: words, never a query language. */

/** Characters that are looked at, and words of them. */
const LENGTH = 500;
const WORDS = 20;

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** Pieces between spaces, from their first letter or digit to their last; beyond 20 words nothing is looked for. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, LENGTH)
    .split(/[\s\p{C}]+/u)
    .map((piece) => piece.replace(EDGES, ''))
    .filter((word) => word !== '')
    .slice(0, WORDS);
