/** From a perfect reading of each article to what is expected of every claim, through the builder and assessing. */

import { describe, expect, it } from 'vitest';
import { assessor } from '../../src/corroborate/assess.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { goldReadings } from '../support/gold-readings.ts';

describe.each([
  '00-founding',
  '01-chemical-plant-fire',
  '02-minister-leak',
  '03-border-clash',
  '04-club-takeover',
])('the graph of %s', (slug) => {
  const read = goldReadings(slug);
  const graph = buildGraph(read);
  const assess = assessor(toEvidence(graph));
  const claimOf = (gold: string) => {
    const stated = read.localClaims.get(gold) ?? [];
    return [...graph.claims.keys()].find((id) => stated.some((c) => id === `cl-${c.slice(1)}`));
  };
  /** Gold ids of all that the builder made one source. */
  const goldSources = (id: string) =>
    graph.sources.get(id)!.mentions.map((m) => read.sourceAt.get(m.id) ?? 'sharedtext');

  it.each(read.claims.filter((c) => claimOf(c.id) !== undefined).map((c) => [c.id, c] as const))(
    'bears out what is expected of %s',
    (id, { expected }) => {
      const found = assess(claimOf(id)!);
      expect({
        status: found.status,
        bounds: [found.independentMin, found.independentMax],
        official: found.officiallyConfirmed,
        carriers: found.carriers,
        roots: found.roots.length,
      }).toEqual({
        status: expected.status,
        bounds: [expected.kappaMin, expected.kappaMax],
        official: expected.officiallyConfirmed,
        carriers: expected.carriers,
        roots: expected.roots.length,
      });
      expect(found.roots.flatMap(goldSources)).toEqual(expect.arrayContaining(expected.roots));
    },
  );
});
