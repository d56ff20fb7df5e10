/** The typed graph as a property graph of labelled nodes and relationships, by the schema. */

import type { Assessment } from '../corroborate/types.ts';
import type { Stance } from '../resolve/types.ts';
import type { Span } from '../text/types.ts';
import { sortBy } from './collect.ts';
import { derivedEdges } from './derived.ts';
import { edge, type Loose, node } from './element.ts';
import type { GraphBatch, GraphEdge, GraphNode, KnowledgeGraph } from './types.ts';

/** Assessments, and the name of the evidence that they were computed from. */
export interface Assessed {
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly version: string;
}

/** Nodes and relationships, the derived ones too, with assessments on claims where they are given. What is unknown has no property. Linear. */
export function toBatch(graph: KnowledgeGraph, assessed: Assessed | null = null): GraphBatch {
  return { nodes: [...nodesOf(graph, assessed)], edges: [...assertedEdges(graph), ...derivedEdges(graph)] };
}

const flat = (spans: readonly Span[]): number[] => spans.flat();

function* nodesOf(graph: KnowledgeGraph, assessed: Assessed | null): Iterable<GraphNode> {
  for (const { id, publishedBy: _, ...properties } of graph.articles.values())
    yield node(id, ['Article'], properties);
  for (const s of graph.sources.values()) {
    const { id, kind, name, aliases, named, official, country, reliability } = s;
    yield node(id, ['Source', kind], { name, aliases, named, official, country, reliability });
  }
  for (const { id, act, provisional, said, channel } of graph.statements.values())
    yield node(id, ['Statement'], {
      act,
      provisional,
      saidFrom: said.from,
      saidTo: said.to,
      dateRule: said.rule,
      channel,
    });
  for (const m of graph.mentions.values())
    yield node(m.id, ['Mention'], {
      quote: m.quote,
      sourceSpans: flat(m.source),
      cueSpans: flat(m.cue),
      contentSpans: flat(m.content),
      passage: [...m.passage],
      factuality: m.factuality,
      confidence: m.confidence,
      reason: m.reason,
    });
  for (const { id, text, occurrence } of graph.claims.values())
    yield node(id, ['Claim'], { text, occurrence, ...assessmentOf(id, assessed) });
  for (const { id, ...properties } of graph.events.values()) yield node(id, ['Event'], properties);
}

function assessmentOf(claim: string, assessed: Assessed | null): Loose {
  const a = assessed?.assessments.get(claim);
  if (a === undefined) return {};
  return {
    status: a.status,
    independentMin: a.independentMin,
    independentMax: a.independentMax,
    organisationsMin: a.organisations[0],
    organisationsMax: a.organisations[1],
    officiallyConfirmed: a.officiallyConfirmed,
    officialOnOwnBasis: a.officialOnOwnBasis,
    provisional: a.provisional,
    exact: a.exact,
    roots: a.roots,
    rootsSomeWorlds: a.rootsSomeWorlds,
    chokePoints: a.chokePoints,
    chokePointsSomeWorlds: a.chokePointsSomeWorlds,
    denialMin: a.denial.independentMin,
    denialMax: a.denial.independentMax,
    carriers: a.carriers,
    credibility: a.credibility,
    flags: a.flags,
    openQuestions: a.questions.length,
    graphVersion: assessed?.version ?? null,
  };
}

export const STANCE_TYPES: Readonly<Record<Stance, string>> = {
  confirms: 'CONFIRMS',
  asserts: 'ASSERTS',
  predicts: 'PREDICTS',
  denies: 'DENIES',
};

function* assertedEdges(graph: KnowledgeGraph): Iterable<GraphEdge> {
  for (const a of graph.articles.values())
    if (a.publishedBy !== null) yield edge('PUBLISHED_BY', a.id, a.publishedBy);
  for (const s of graph.sources.values()) {
    if (s.partOf !== null) yield edge('PART_OF', s.id, s.partOf);
    for (const { id, article, span, reason } of s.mentions) {
      const place = { start: span[0], end: span[1], reason };
      // Coordinated sources share a place, so that its id alone does not name the relationship.
      yield edge('MENTIONED_IN', s.id, article, place, `${s.id}-MENTIONED_IN-${id}`);
    }
  }
  for (const s of graph.statements.values()) {
    if (s.source !== null) yield edge('MADE_BY', s.id, s.source);
    for (const id of s.retracts) yield edge('RETRACTS', s.id, id);
    for (const id of s.mentions) yield edge('HAS_MENTION', s.id, id);
    for (const { id, stance, factuality } of s.claims)
      yield edge(STANCE_TYPES[stance], s.id, id, { factuality });
  }
  for (const m of graph.mentions.values()) {
    yield edge('IN', m.id, m.article);
    for (const claim of m.claims) yield edge('STATES', m.id, claim);
    if (m.via !== null) yield edge('VIA', m.id, m.via);
  }
  for (const c of graph.claims.values()) if (c.event !== null) yield edge('ABOUT', c.id, c.event);
  for (const { from, to, kind, reason } of graph.relations) yield edge(kind, from, to, { reason });
  for (const { id, from, to, certainty, claims, article, cue, alternative, question } of graph.reliances)
    yield edge(
      'RELIES_ON',
      from,
      to,
      {
        certainty,
        claims,
        article,
        cue: [...cue],
        question,
        alternativeGroup: alternative?.group ?? null,
        alternativeOption: alternative?.option ?? null,
      },
      id,
    );
  for (const { id, a, b, judgement, kind, reason, question } of graph.identities)
    yield judgement === 'possible'
      ? edge('SAME_AS', a, b, { certainty: 'possible', kind, reason, question }, id)
      : edge('NOT_SAME_AS', a, b, { kind, reason, question }, id);
  for (const { from, to, direction, score, spans } of graph.reuse) {
    const forward = { copy: flat(spans.map((s) => s.from)), original: flat(spans.map((s) => s.to)) };
    // The arrow leads from the copy to the original; where that is open, from the smaller id.
    const [copy, original] = direction === 'from-to' ? [to, from] : [from, to];
    const swapped = copy !== from;
    yield edge('REUSES', copy, original, {
      score,
      directionKnown: direction !== null,
      copySpans: swapped ? forward.original : forward.copy,
      originalSpans: swapped ? forward.copy : forward.original,
    });
  }
}

/** By id, so that what a store gives back does not depend on the order in which it was written. */
export const sorted = ({ nodes, edges }: GraphBatch): GraphBatch => ({
  nodes: sortBy(nodes, (n) => n.id),
  edges: sortBy(edges, (e) => e.id),
});
