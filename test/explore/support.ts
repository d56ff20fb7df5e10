/** Explorers over graphs that tests know. */

import { assessed } from '../../src/commands/graph.ts';
import { decidedBefore, localExplore } from '../../src/explore/local.ts';
import { type State, stateOf } from '../../src/explore/state.ts';
import type { ArticleNode, ClaimNode, KnowledgeGraph, SourceNode } from '../../src/graph/types.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import { goldGraph } from '../support/gold-graph.ts';

export const stateOver = (graph: KnowledgeGraph): State => stateOf(graph, assessed(graph).assessments);

export const exploreOver = (graph: KnowledgeGraph) => {
  const state = stateOver(graph);
  return localExplore(() => state, 'a test', decidedBefore([]));
};

export const simulated = (seed: number, statements: number): KnowledgeGraph =>
  graphOf(gatherCascades({ seed, statements, outlets: 40 }).evidence);

export const founding = (): KnowledgeGraph => goldGraph('00-founding');

/** The graph with its first article, its named sources and its claims changed. */
export function disguised(
  graph: KnowledgeGraph,
  change: {
    readonly article?: (a: ArticleNode) => ArticleNode;
    readonly source?: (s: SourceNode) => SourceNode;
    readonly claim?: (c: ClaimNode) => ClaimNode;
  },
): KnowledgeGraph {
  const each = <N>(nodes: ReadonlyMap<string, N>, to: ((node: N) => N) | undefined) =>
    to ? new Map([...nodes].map(([id, node]) => [id, to(node)])) : nodes;
  return {
    ...graph,
    articles: each(graph.articles, change.article),
    sources: each(graph.sources, change.source),
    claims: each(graph.claims, change.claim),
  };
}
