/** What claims can be filtered by, with how many each value would leave. */

import { STATUSES } from '../corroborate/types.ts';
import { ACTS } from '../extract/types.ts';
import { nameWords, STATUS_WORDS } from '../report/words.ts';
import { SOURCE_KINDS } from '../resolve/types.ts';
import { harmless } from '../text/harmless.ts';
import type { Facet, Facets } from './api/overview.ts';
import type { State } from './state.ts';

/** Linear in the claims and what is upstream of them. */
export function facetsOf({ graph, assessments, facts }: State): Facets {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const f of facts().values()) {
    count(`status ${assessments.get(f.id)?.status}`);
    for (const kind of new Set(f.involved.map((s) => s.kind))) count(`kind ${kind}`);
    for (const act of f.acts) count(`act ${act}`);
    for (const outlet of new Set(f.articles.map((a) => a.publishedBy))) count(`outlet ${outlet}`);
    if (f.involved.some((s) => s.official)) count('official');
    if (f.involved.some((s) => !s.named)) count('unnamed');
  }
  const facet = <T extends string>(name: string, values: readonly T[], label: (value: T) => string) =>
    values.flatMap((value): Facet<T>[] => {
      const n = counts.get(`${name} ${value}`) ?? 0;
      return n === 0 ? [] : [{ value, label: label(value), count: n }];
    });
  const outlets = [...new Set([...graph.articles.values()].flatMap((a) => a.publishedBy ?? []))];
  return {
    status: facet('status', STATUSES, (s) => STATUS_WORDS[s].label),
    kind: facet('kind', SOURCE_KINDS, (k) => k.toLowerCase()),
    act: facet('act', ACTS, (a) => a.toLowerCase()),
    outlet: facet('outlet', outlets, (id) => harmless(nameWords(graph.sources.get(id) ?? null))).sort(
      (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1),
    ),
    official: counts.get('official') ?? 0,
    unnamed: counts.get('unnamed') ?? 0,
  };
}
