/** What lists, filters and sizes want to know of a claim. */

import { upstream } from '../corroborate/upstream.ts';
import type { Act } from '../extract/types.ts';
import type { ArticleNode, SourceNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import { mentionsOn } from './passages.ts';
import type { State } from './state.ts';

export interface ClaimFacts {
  readonly id: string;
  /** Sources of statements for it or against it. */
  readonly speakers: readonly SourceNode[];
  /** These, and everybody whose word they may rest on. */
  readonly involved: readonly SourceNode[];
  readonly acts: ReadonlySet<Act>;
  /** Articles in which it was read. */
  readonly articles: readonly ArticleNode[];
  /** First and last day on which it was said or published, as far as days are known. */
  readonly first: Day | null;
  readonly last: Day | null;
}

/** Linear in what was said on the claim and what is upstream of it. */
export function factsOf({ graph, index, evidence }: State, claim: string): ClaimFacts {
  const statements = index().statementsOn.get(claim) ?? [];
  const sources = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => graph.sources.get(id) ?? []);
  const speaking = statements.flatMap((s) => s.source ?? []);
  const upper = (['support', 'denial'] as const).flatMap((side) => upstream(evidence(), claim, side).sources);
  const read = new Set(statements.flatMap((s) => mentionsOn(graph, s, claim).map((m) => m.article)));
  const articles = [...read].flatMap((id) => graph.articles.get(id) ?? []);
  const days = [
    ...articles.map((a) => a.publishedOn),
    ...statements.flatMap(({ said }) => [said.from, said.to]),
  ]
    .filter((day) => day !== null)
    .sort();
  return {
    id: claim,
    speakers: sources(speaking),
    involved: sources([...speaking, ...upper]),
    acts: new Set(statements.filter((s) => s.source !== null).map((s) => s.act)),
    articles,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}
