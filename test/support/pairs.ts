/** What was decided over several articles, by the pairs that it is about: as a store keeps it. */

import type { Entry } from '../../src/graph/build.ts';
import type { Decisions } from '../../src/resolve/types.ts';
import type { Joined } from '../../src/store/types.ts';
import { NO_DECISIONS } from './readings.ts';

const KINDS = ['links', 'relations', 'reliances', 'reuse', 'retractions'] as const;

/** Each decision with the pair of its two articles; what is within one article goes with none. */
export function byPairs(entries: readonly Entry[], joined: readonly Decisions[]): readonly Joined[] {
  const articleOf = new Map<string, string>();
  for (const { article, reading } of entries) {
    articleOf.set(article.id, article.id);
    for (const { id } of [...reading.sources, ...reading.statements, ...reading.claims, ...reading.events])
      articleOf.set(id, article.id);
  }
  const pairs = new Map<string, { article: string; other: string; decisions: Record<string, unknown[]> }>();
  for (const decisions of joined)
    for (const kind of KINDS)
      for (const one of decisions[kind]) {
        const [x, y] = 'a' in one ? [one.a, one.b] : [one.from, one.to];
        const [article = '', other = ''] = [articleOf.get(x) ?? '', articleOf.get(y) ?? ''].sort();
        if (article === other || article === '') continue;
        const key = `${article} ${other}`;
        const pair = pairs.get(key) ?? { article, other, decisions: {} };
        pairs.set(key, pair);
        pair.decisions[kind] = [...(pair.decisions[kind] ?? []), one];
      }
  return [...pairs.values()].map(({ article, other, decisions }) => ({
    article,
    other,
    decisions: { ...NO_DECISIONS, ...decisions } as Decisions,
  }));
}
