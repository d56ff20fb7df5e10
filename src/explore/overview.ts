/** The whole at a glance: counts, what can be filtered by, and when. */

import { harmless } from '../text/harmless.ts';
import type { Overview } from './api/overview.ts';
import type { State } from './state.ts';

/** `location` and `decisions` as the page is to show them. Linear in the graph. */
export function overviewOf(
  state: State,
  { location, decisions }: Pick<Overview, 'location' | 'decisions'>,
): Overview {
  const { graph, assessments } = state;
  return {
    hearsay: 'explore/1',
    location: harmless(location),
    decisions,
    counts: {
      articles: graph.articles.size,
      sources: graph.sources.size,
      statements: graph.statements.size,
      claims: assessments.size,
      events: graph.events.size,
      questions: state.agenda().length,
    },
    facets: state.facets(),
    time: state.timescale().timeline,
    whole: true,
  };
}
