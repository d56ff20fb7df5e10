/** Parts of a property graph: what one claim rests on, and what surrounds given nodes. */

import { indexBy, push, sortBy, unique } from './collect.ts';
import { sorted } from './property.ts';
import { RELATIONSHIPS } from './schema.ts';
import type { GraphBatch, GraphEdge, GraphNode, KnowledgeGraph } from './types.ts';

/** A part of a graph. */
export interface Part {
  readonly graph: GraphBatch;
  /** Something that belongs to it was left out, for it would be too large. */
  readonly capped: boolean;
}

/** A graph to look things up in, wherever it is kept. Ids that are not there find nothing; `types` null: of any type. */
export interface Look {
  nodes(ids: readonly string[]): readonly GraphNode[];
  from(ids: readonly string[], types: readonly string[] | null): readonly GraphEdge[];
  to(ids: readonly string[], types: readonly string[] | null): readonly GraphEdge[];
  /** Reliances that are alternatives of each other, by their groups. */
  alternatives(groups: readonly string[]): readonly GraphEdge[];
}

/** Statements beyond which what a claim rests on is cut off. */
export const MOST_STATEMENTS = 5000;

const STANCES = ['ASSERTS', 'CONFIRMS', 'PREDICTS', 'DENIES'];
const RELATIONS = ['DETAIL_OF', 'CONTRADICTS', 'CONFLICTS_IN_VALUE', 'SUPERSEDES', 'RELATED'];
/** Claims in these relations are weighed with the claim. */
const WEIGHED = ['SUPERSEDES', 'CONFLICTS_IN_VALUE'];
/** A source may stand in very many articles: its places are looked up from the articles. */
const ASSERTED = RELATIONSHIPS.filter((r) => !r.derived && r.type !== 'MENTIONED_IN').map((r) => r.type);

/**
 * What a claim rests on: the statements on it and on claims that supersede it or differ from it in value, all that they rest on by
 * however many steps, who may be who, and where each was read; beside it the claims that it is related to. Assessing the claim in
 * this gives what assessing it in the whole graph gives; assessing another claim does not. Capped at `limit` statements. Null where there
 * is no such claim. Linear in what is looked up.
 */
export function upstreamOf(look: Look, claim: string, limit = MOST_STATEMENTS): Part | null {
  if (look.nodes([claim])[0]?.labels[0] !== 'Claim') return null;
  const weighed = unique([claim, ...others(look, [claim], WEIGHED)]);
  const tops = unique(look.to(weighed, STANCES).map((e) => e.from));
  const reached = restsOn(look, tops.slice(0, limit));
  const more = unique([...reached, ...alternativeEnds(look, reached), ...retractors(look, reached)]);
  const labels = new Map(look.nodes(restsOn(look, more)).map((n) => [n.id, n.labels[0]]));
  const all = (label: string) => [...labels.keys()].filter((id) => labels.get(id) === label).sort();
  const first = new Set(tops.slice(0, limit));
  const rest = all('Statement').filter((id) => !first.has(id));
  const statements = [...first, ...rest.slice(0, limit - first.size)];
  const mentions = targets(look.from(statements, ['HAS_MENTION']));
  const makers = targets(look.from(statements, ['MADE_BY']));
  const kin = closure([...all('Source'), ...makers], (ids) => others(look, ids, ['SAME_AS']));
  const sources = closure(kin, (ids) => targets(look.from(ids, ['PART_OF'])));
  const cited = look
    .from([...statements, ...sources], ['RELIES_ON'])
    .map((e) => String(e.properties.article));
  const articles = [...targets(look.from(mentions, ['IN'])), ...cited];
  const claims = [...weighed, ...others(look, [claim], RELATIONS)];
  const apart = [...targets(look.from(articles, ['PUBLISHED_BY'])), ...targets(look.from(claims, ['ABOUT']))];
  const ids = unique([...statements, ...mentions, ...sources, ...claims, ...apart]);
  const nodes = look.nodes(unique([...ids, ...articles]));
  const kept = new Set(nodes.map((n) => n.id));
  const edges = [...look.from([...kept], ASSERTED), ...look.to(unique(articles), ['MENTIONED_IN'])];
  return {
    graph: sorted({ nodes, edges: edges.filter((e) => kept.has(e.from) && kept.has(e.to)) }),
    capped: statements.length < first.size + rest.length || tops.length > first.size,
  };
}

/** Statements, the mentions by which they are known, and sources: all that these rest on, themselves too. */
const restsOn = (look: Look, ids: readonly string[]): readonly string[] =>
  closure(ids, (next) => targets(look.from(next, ['RELIES_ON', 'HAS_MENTION', 'VIA'])));

/** Of copied text whose direction is open: all that may have been copied. */
function alternativeEnds(look: Look, ids: readonly string[]): readonly string[] {
  const groups = look.from(ids, ['RELIES_ON']).flatMap((e) => e.properties.alternativeGroup ?? []);
  return look.alternatives(unique(groups.map(String))).flatMap((e) => [e.from, e.to]);
}

const retractors = (look: Look, ids: readonly string[]): readonly string[] =>
  look.to(ids, ['RETRACTS']).map((e) => e.from);

/**
 * The nodes of these ids, their neighbours, up to `limit` nodes in all (the given ones first, neighbours by id), and the relationships
 * between them that touch one of the ids. Linear in the relationships of the given nodes.
 */
export function aroundIn(look: Look, ids: readonly string[], limit: number): Part {
  const given = unique(look.nodes(unique(ids)).map((n) => n.id));
  const centre = new Set(given.slice(0, limit));
  const touching = indexBy([...look.from([...centre], null), ...look.to([...centre], null)], (e) => e.id);
  const ends = unique([...touching.values()].flatMap((e) => [e.from, e.to])).filter((id) => !centre.has(id));
  const neighbours = ends.slice(0, Math.max(0, limit - centre.size));
  const kept = new Set([...centre, ...neighbours]);
  const edges = [...touching.values()].filter((e) => kept.has(e.from) && kept.has(e.to));
  return {
    graph: sorted({ nodes: look.nodes([...kept]), edges }),
    capped: given.length > centre.size || ends.length > neighbours.length,
  };
}

const targets = (edges: readonly GraphEdge[]): string[] => edges.map((e) => e.to);

/** At the other end of such relationships, whichever way they point. */
const others = (look: Look, ids: readonly string[], types: readonly string[]): string[] => [
  ...targets(look.from(ids, types)),
  ...look.to(ids, types).map((e) => e.from),
];

/** Everything that can be reached step by step, the start included. */
function closure(
  start: readonly string[],
  step: (ids: readonly string[]) => readonly string[],
): readonly string[] {
  const found = new Set(start);
  for (let next: readonly string[] = [...found]; next.length > 0; ) {
    const fresh = unique(step(next)).filter((id) => !found.has(id));
    for (const id of fresh) found.add(id);
    next = fresh;
  }
  return [...found];
}

/** The graph with this claim alone: what its statements say of others is left out. Linear. */
export function onClaim(graph: KnowledgeGraph, claim: string): KnowledgeGraph {
  const only = <T>(nodes: ReadonlyMap<string, T>, change: (node: T) => T) =>
    new Map([...nodes].map(([id, node]) => [id, change(node)]));
  return {
    ...graph,
    claims: new Map([...graph.claims].filter(([id]) => id === claim)),
    statements: only(graph.statements, (s) => ({ ...s, claims: s.claims.filter((c) => c.id === claim) })),
    mentions: only(graph.mentions, (m) => ({ ...m, claims: m.claims.filter((id) => id === claim) })),
  };
}

/** Looks into a graph in memory. Linear to make. */
export function lookInto({ nodes, edges }: GraphBatch): Look {
  const byId = indexBy(nodes, (n) => n.id);
  const from = new Map<string, GraphEdge[]>();
  const to = new Map<string, GraphEdge[]>();
  const groups = new Map<string, GraphEdge[]>();
  for (const e of sortBy(edges, (e) => e.id)) {
    push(from, e.from, e);
    push(to, e.to, e);
    const group = e.properties.alternativeGroup;
    if (typeof group === 'string') push(groups, group, e);
  }
  const along =
    (index: ReadonlyMap<string, readonly GraphEdge[]>) =>
    (ids: readonly string[], types: readonly string[] | null) =>
      [...new Set(ids)]
        .flatMap((id) => index.get(id) ?? [])
        .filter((e) => types === null || types.includes(e.type));
  return {
    nodes: (ids) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []),
    from: along(from),
    to: along(to),
    alternatives: (wanted) => wanted.flatMap((group) => groups.get(group) ?? []),
  };
}
