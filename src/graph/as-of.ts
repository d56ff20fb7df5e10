/** The graph as it was known on a day. */

import type { Day } from '../read/types.ts';
import type { KnowledgeGraph, MentionNode } from './types.ts';

/**
 * Without what was published or said after the day, and without what is known from that alone. What has no date stays.
 * Classes keep the ids and names that all articles together give them. Linear.
 */
export function asOf(graph: KnowledgeGraph, day: Day): KnowledgeGraph {
  const articles = filter(graph.articles, (a) => a.publishedOn === null || a.publishedOn <= day);
  const said = (statement: string) => {
    const from = graph.statements.get(statement)?.said.from ?? null;
    return from === null || from <= day;
  };
  let mentions = filter(graph.mentions, (m) => articles.has(m.article) && said(m.statement));
  let carried = claimsCarried(mentions);
  // A mention known only through a statement goes when that goes.
  for (let before = Number.POSITIVE_INFINITY; mentions.size < before; ) {
    before = mentions.size;
    mentions = filter(mentions, (m) => m.via === null || carried.has(m.via));
    carried = claimsCarried(mentions);
  }
  const kept = filter(graph.statements, (s) => carried.has(s.id));
  const statements = map(kept, (s) => ({
    ...s,
    mentions: s.mentions.filter((m) => mentions.has(m)),
    claims: s.claims.filter((c) => carried.get(s.id)?.has(c.id)),
    retracts: s.retracts.filter((r) => kept.has(r)),
  }));
  const held = new Set([...carried.values()].flatMap((claims) => [...claims]));
  const claims = filter(graph.claims, (c) => held.has(c.id));
  const reliances = graph.reliances.filter(
    (r) => articles.has(r.article) && [r.from, r.to].every((end) => kept.has(end) || graph.sources.has(end)),
  );
  const places = map(graph.sources, (s) => ({
    ...s,
    mentions: s.mentions.filter((m) => articles.has(m.article)),
  }));
  const needed = new Set([
    ...[...statements.values()].map((s) => s.source),
    ...[...articles.values()].map((a) => a.publishedBy),
    ...reliances.flatMap((r) => [r.from, r.to]),
  ]);
  const sources = filter(places, (s) => s.mentions.length > 0 || needed.has(s.id));
  const happened = new Set([...claims.values()].map((c) => c.event));
  return {
    articles,
    mentions,
    statements,
    claims,
    reliances,
    sources: map(sources, (s) => ({
      ...s,
      partOf: s.partOf !== null && sources.has(s.partOf) ? s.partOf : null,
    })),
    events: filter(graph.events, (e) => happened.has(e.id)),
    identities: graph.identities.filter((i) => sources.has(i.a) && sources.has(i.b)),
    relations: graph.relations.filter((r) => claims.has(r.from) && claims.has(r.to)),
    reuse: graph.reuse.filter((r) => articles.has(r.from) && articles.has(r.to)),
  };
}

/** Claims that its mentions carry, by statement. */
function claimsCarried(mentions: ReadonlyMap<string, MentionNode>): ReadonlyMap<string, ReadonlySet<string>> {
  const carried = new Map<string, Set<string>>();
  for (const m of mentions.values()) {
    const claims = carried.get(m.statement) ?? new Set();
    for (const claim of m.claims) claims.add(claim);
    carried.set(m.statement, claims);
  }
  return carried;
}

function filter<T>(nodes: ReadonlyMap<string, T>, keep: (node: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...nodes].filter(([, node]) => keep(node)));
}

function map<T>(nodes: ReadonlyMap<string, T>, change: (node: T) => T): ReadonlyMap<string, T> {
  return new Map([...nodes].map(([id, node]) => [id, change(node)]));
}
