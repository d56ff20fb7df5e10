/** The graph as people look at it: sources, claims, events and articles, joined directly where the graph joins them through statements. */

import { derivedEdges } from '../graph/derived.ts';
import { sourceAt } from '../report/index-of.ts';
import { nameWords } from '../report/words.ts';
import { harmless } from '../text/harmless.ts';
import type { NetworkEdge, NetworkNode } from './api/network.ts';
import type { State } from './state.ts';

export interface Links {
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly edges: readonly NetworkEdge[];
  /** Edges at a node, whichever way they point. */
  readonly at: ReadonlyMap<string, readonly NetworkEdge[]>;
}

/** Linear in the graph. */
export function linksOf(state: State): Links {
  const ends = endsOf(state);
  const edges = [...edgesOf(state)].filter((e) => ends(e.from) && ends(e.to) && e.from !== e.to);
  const at = new Map<string, NetworkEdge[]>();
  for (const edge of edges)
    for (const end of [edge.from, edge.to]) {
      const known = at.get(end);
      if (known) known.push(edge);
      else at.set(end, [edge]);
    }
  const nodes = [...nodesOf(state, (id) => at.get(id)?.length ?? 0)];
  return { nodes: new Map(nodes.map((n) => [n.id, n])), edges, at };
}

const endsOf =
  ({ graph, assessments }: State) =>
  (id: string): boolean =>
    graph.sources.has(id) || assessments.has(id) || graph.events.has(id) || graph.articles.has(id);

function* edgesOf({ graph, assessments }: State): Iterable<NetworkEdge> {
  const edge = (type: string, from: string, to: string, weight = 1, open = false): NetworkEdge => ({
    id: `${from}-${type}-${to}`,
    ...{ from, to, type, weight, open },
  });
  for (const e of derivedEdges(graph)) {
    const { statements } = e.properties;
    yield edge(e.type, e.from, e.to, Array.isArray(statements) ? statements.length : 1);
  }
  for (const r of graph.reliances) {
    const [from, to] = [sourceAt(graph, r.from), sourceAt(graph, r.to)];
    // Firm reliances of statements are there already, as CITES.
    if (from && to && (r.certainty === 'possible' || !graph.statements.has(r.from)))
      yield { ...edge('RELIES_ON', from.id, to.id, 1, r.certainty === 'possible'), id: r.id };
  }
  for (const { id, a, b, judgement } of graph.identities)
    if (judgement === 'possible') yield { ...edge('SAME_AS', a, b, 1, true), id };
  for (const s of graph.sources.values()) if (s.partOf !== null) yield edge('PART_OF', s.id, s.partOf);
  for (const id of assessments.keys()) {
    const event = graph.claims.get(id)?.event ?? null;
    if (event !== null) yield edge('ABOUT', id, event);
  }
  for (const { from, to, kind } of graph.relations) yield edge(kind, from, to);
  yield* articleEdges();

  function* articleEdges(): Iterable<NetworkEdge> {
    for (const a of graph.articles.values())
      if (a.publishedBy !== null) yield edge('PUBLISHED_BY', a.id, a.publishedBy);
    const carried = new Map<string, number>();
    for (const m of graph.mentions.values())
      for (const claim of m.claims) {
        const key = JSON.stringify([m.article, claim]);
        carried.set(key, (carried.get(key) ?? 0) + 1);
      }
    for (const [key, n] of carried) {
      const [article = '', claim = ''] = JSON.parse(key) as readonly string[];
      yield edge('STATES', article, claim, n);
    }
    for (const { from, to, direction } of graph.reuse) yield edge('REUSES', from, to, 1, direction === null);
  }
}

function* nodesOf(state: State, degree: (id: string) => number): Iterable<NetworkNode> {
  const { graph, assessments, index } = state;
  const plain = { named: true, official: false, status: null };
  for (const s of graph.sources.values())
    yield {
      id: s.id,
      kind: s.kind,
      label: harmless(nameWords(s)),
      reach: state.claimsOf().get(s.id)?.length ?? 0,
      degree: degree(s.id),
      named: s.named,
      official: s.official,
      status: null,
    };
  for (const [id, a] of assessments)
    yield {
      ...plain,
      id,
      kind: 'Claim',
      label: harmless(graph.claims.get(id)?.text ?? id),
      reach: a.carriers,
      degree: degree(id),
      status: a.status,
    };
  const claimsOfEvent = new Map<string | null, number>();
  for (const { event } of graph.claims.values())
    claimsOfEvent.set(event, (claimsOfEvent.get(event) ?? 0) + 1);
  for (const e of graph.events.values())
    yield {
      ...plain,
      id: e.id,
      kind: 'Event',
      label: harmless(e.description),
      reach: claimsOfEvent.get(e.id) ?? 0,
      degree: degree(e.id),
    };
  for (const a of graph.articles.values())
    yield {
      ...plain,
      id: a.id,
      kind: 'Article',
      label: harmless(a.title ?? a.file),
      reach: index().mentionsIn.get(a.id)?.length ?? 0,
      degree: degree(a.id),
    };
}
