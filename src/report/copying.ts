/** Which articles print another one's text, as far as that is known. */

import type { ArticleNode, KnowledgeGraph } from '../graph/types.ts';
import { groupBy } from './group.ts';

/** What an article shares with others. */
export interface Copying {
  /** Its original or, where nothing tells who copied, those that share its text; the earliest first, never empty. */
  readonly others: readonly ArticleNode[];
  /** Whether the first of them is known to be the original. */
  readonly known: boolean;
  /** Share of the smaller text that stands in both, 0..1. */
  readonly score: number;
}

/** By article: originals and articles on their own are left out. */
export function copyings({ articles, reuse }: KnowledgeGraph): ReadonlyMap<string, Copying> {
  const sides = reuse.flatMap(({ from, to, direction, score }) => {
    const side = (copy: string, other: string) => {
      const node = articles.get(other);
      return node && articles.has(copy) ? [{ copy, other: node, known: direction !== null, score }] : [];
    };
    if (direction === null) return [...side(from, to), ...side(to, from)];
    return direction === 'from-to' ? side(to, from) : side(from, to);
  });
  return new Map(
    [...groupBy(sides, ({ copy }) => copy)].flatMap(([copy, group]): [string, Copying][] => {
      const known = group.filter((each) => each.known);
      const told = known.length > 0 ? known : group;
      const others = [...told].sort((a, b) => compareDays(a.other, b.other) || b.score - a.score);
      const [first] = others;
      if (first === undefined) return [];
      const { score } = first;
      return [[copy, { others: others.map(({ other }) => other), known: known.length > 0, score }]];
    }),
  );
}

/** By day, those without one last, then by file. */
export const compareDays = (a: ArticleNode, b: ArticleNode): number =>
  (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999') || a.file.localeCompare(b.file, 'en');
