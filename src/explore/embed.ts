/** A graph as data in a page, and the explorer over it: what a self-contained file shows. */

import type { Assessment } from '../corroborate/types.ts';
import type { KnowledgeGraph } from '../graph/types.ts';
import type { DecisionView } from './api/decisions.ts';
import { EMBEDDED_ID, type Explore } from './api.ts';
import { decidedBefore, localExplore } from './local.ts';
import { type State, stateOf } from './state.ts';

/** The graph, its maps as lists. */
type Listed = {
  readonly [K in keyof KnowledgeGraph]: KnowledgeGraph[K] extends ReadonlyMap<string, infer N>
    ? readonly N[]
    : KnowledgeGraph[K];
};

interface Embedded {
  readonly hearsay: 'embedded/1';
  readonly location: string;
  readonly decisions: readonly DecisionView[];
  readonly graph: Listed;
  readonly assessments: readonly (readonly [claim: string, assessment: Assessment])[];
}

/** JSON that may stand in a `<script>`: no `<`, so nothing closes it, and no line separators. */
export function embeddedText(
  { graph, assessments }: State,
  location: string,
  decisions: readonly DecisionView[],
): string {
  const data: Embedded = {
    hearsay: 'embedded/1',
    location,
    decisions,
    graph: {
      ...graph,
      articles: [...graph.articles.values()],
      sources: [...graph.sources.values()],
      statements: [...graph.statements.values()],
      mentions: [...graph.mentions.values()],
      claims: [...graph.claims.values()],
      events: [...graph.events.values()],
    },
    assessments: [...assessments],
  };
  return JSON.stringify(data).replace(
    /[<>\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As much of a document as is looked at. */
interface Page {
  getElementById(id: string): { readonly textContent: string | null } | null;
}

/** The explorer over the data that came with a page; null where none did. Throws where the data is not what `embeddedText` makes. */
export function embedded(document: Page): Explore | null {
  const text = document.getElementById(EMBEDDED_ID)?.textContent;
  return text ? exploreEmbedded(text) : null;
}

/** The explorer over what `embeddedText` made. */
export function exploreEmbedded(text: string): Explore {
  const data = JSON.parse(text) as Embedded;
  if (data?.hearsay !== 'embedded/1') throw new Error('The data in this page is of another version.');
  const byId = <N extends { readonly id: string }>(nodes: readonly N[]) =>
    new Map(nodes.map((n) => [n.id, n]));
  const { graph } = data;
  const whole: KnowledgeGraph = {
    ...graph,
    articles: byId(graph.articles),
    sources: byId(graph.sources),
    statements: byId(graph.statements),
    mentions: byId(graph.mentions),
    claims: byId(graph.claims),
    events: byId(graph.events),
  };
  const state = stateOf(whole, new Map(data.assessments));
  return localExplore(() => state, data.location, decidedBefore(data.decisions));
}
