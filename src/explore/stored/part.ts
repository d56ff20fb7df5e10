/** Parts of a stored graph, enough to draw one claim or one article from. */

import { assess } from '../../corroborate/assess.ts';
import { type Assessment, STATUSES } from '../../corroborate/types.ts';
import { toEvidence } from '../../graph/evidence.ts';
import { fromBatch } from '../../graph/from-batch.ts';
import type { GraphBatch, GraphNode } from '../../graph/types.ts';
import type { Store } from '../../store/types.ts';
import type { ClaimRow } from '../api/claims.ts';
import { type State, stateOf } from '../state.ts';
import { storedRow } from './rows.ts';

export interface ClaimPart {
  readonly claim: string;
  readonly state: State;
  readonly assessment: Assessment;
  /** This claim and those beside it, as the store has them. */
  readonly row: (claim: string) => ClaimRow | null;
}

/** What one claim rests on; null where there is no such claim. */
export async function claimPart(store: Store, claim: string): Promise<ClaimPart | null> {
  const part = await store.upstream(claim);
  if (part === null) return null;
  const graph = fromBatch(part.graph);
  const assessment = assess(toEvidence(graph), claim);
  const nodes = new Map(part.graph.nodes.filter((n) => n.labels[0] === 'Claim').map((n) => [n.id, n]));
  return {
    claim,
    assessment,
    state: stateOf(graph, new Map([[claim, assessment]]), false),
    row: (id) => {
      const node = nodes.get(id);
      return node ? storedRow(node) : null;
    },
  };
}

/** Nodes around one article at most: an article has some hundred attributions. */
const MANY = 5000;

/** An article with all that was read in it; null where there is no such article. */
export async function articlePart(store: Store, article: string): Promise<State | null> {
  const first = (await store.around([article], MANY)).graph;
  if (first.nodes.find((n) => n.id === article)?.labels[0] !== 'Article') return null;
  const mentions = idsOf(first, 'Mention');
  const said = (await store.around(mentions, MANY)).graph;
  const statements = idsOf(said, 'Statement');
  const made = (await store.around(statements, MANY)).graph;
  const keep = new Set([
    ...idsOf(first, 'Article'),
    ...mentions,
    ...statements,
    ...idsOf(said, 'Claim'),
    ...idsOf(made, 'Source'),
    ...idsOf(first, 'Source'),
  ]);
  const batch = restricted([first, said, made], keep);
  const claims = batch.nodes.filter((n) => n.labels[0] === 'Claim');
  return stateOf(fromBatch(batch), new Map(claims.map((n) => [n.id, storedAssessment(n)])), false);
}

const idsOf = ({ nodes }: GraphBatch, label: string): readonly string[] =>
  nodes.filter((n) => n.labels[0] === label).map((n) => n.id);

/** The parts as one, without what is not to be kept. */
export function restricted(parts: readonly GraphBatch[], keep: ReadonlySet<string>): GraphBatch {
  const nodes = new Map(parts.flatMap((p) => p.nodes.map((n) => [n.id, n] as const)));
  const edges = new Map(parts.flatMap((p) => p.edges.map((e) => [e.id, e] as const)));
  return {
    nodes: [...nodes.values()].filter((n) => keep.has(n.id)),
    edges: [...edges.values()].filter((e) => keep.has(e.from) && keep.has(e.to)),
  };
}

/** As much of an assessment as is written on a claim. */
function storedAssessment(node: GraphNode): Assessment {
  const { properties: p } = node;
  const none: readonly string[] = [];
  const [least, most] = [Number(p.independentMin ?? 0), Number(p.independentMax ?? 0)];
  return {
    status: STATUSES.find((status) => status === p.status) ?? 'unsourced',
    officiallyConfirmed: p.officiallyConfirmed === true,
    officialOnOwnBasis: null,
    provisional: p.provisional === true,
    independentMin: least,
    independentMax: most,
    organisations: [least, most],
    exact: p.exact !== false,
    ...{ roots: none, rootsSomeWorlds: none, chokePoints: none, chokePointsSomeWorlds: none, cut: none },
    ...{ chains: [], witnesses: [], cuts: [], circular: [], flags: [], questions: [] },
    denial: { independentMin: 0, independentMax: Number(p.denialMax ?? 0), roots: [], chains: [] },
    carriers: Number(p.carriers ?? 0),
    credibility: Number(p.credibility ?? 6),
  };
}
