/** A graph with its assessments and what is looked up in it, each look-up made when it is first asked for. */

import { type AgendaItem, agenda } from '../corroborate/agenda.ts';
import { type EvidenceIndex, indexEvidence } from '../corroborate/evidence.ts';
import type { Assessment } from '../corroborate/types.ts';
import { toEvidence } from '../graph/evidence.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import { type Index, indexOf } from '../report/index-of.ts';
import type { Facets } from './api/overview.ts';
import { facetsOf } from './facets.ts';
import { type ClaimFacts, factsOf } from './facts.ts';
import { type Links, linksOf } from './links.ts';
import { type SearchIndex, searchIndexOf } from './search-index.ts';
import { type Timescale, timelineOf } from './timeline.ts';

export interface State {
  readonly graph: KnowledgeGraph;
  /** Of every claim that is shown. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** False for a part of a graph: what is counted in it are not all there are. */
  readonly whole: boolean;
  readonly index: () => Index;
  readonly evidence: () => EvidenceIndex;
  readonly facts: () => ReadonlyMap<string, ClaimFacts>;
  /** Claims that a source speaks to or stands upstream of. */
  readonly claimsOf: () => ReadonlyMap<string, readonly string[]>;
  readonly facets: () => Facets;
  /** What is open and matters, the most consequential first. */
  readonly agenda: () => readonly AgendaItem[];
  readonly timescale: () => Timescale;
  readonly links: () => Links;
  readonly search: () => SearchIndex;
}

export function stateOf(
  graph: KnowledgeGraph,
  assessments: ReadonlyMap<string, Assessment>,
  whole = true,
): State {
  const state: State = {
    graph,
    assessments,
    whole,
    index: once(() => indexOf(graph)),
    evidence: once(() => indexEvidence(toEvidence(graph))),
    facts: once(() => new Map([...assessments.keys()].map((id) => [id, factsOf(state, id)]))),
    claimsOf: once(() => claimsBySource(state.facts())),
    facets: once(() => facetsOf(state)),
    agenda: once(() => agenda(assessments)),
    timescale: once(() => timelineOf(graph.articles.values())),
    links: once(() => linksOf(state)),
    search: once(() => searchIndexOf(state)),
  };
  return state;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function claimsBySource(facts: ReadonlyMap<string, ClaimFacts>): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>();
  for (const { id, involved } of facts.values())
    for (const source of involved) {
      const known = claims.get(source.id);
      if (known) known.push(id);
      else claims.set(source.id, [id]);
    }
  return claims;
}
