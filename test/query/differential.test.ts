/** What the queries answer, beside what the program answers, on simulated news. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess, assessAll } from '../../src/corroborate/assess.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toBatch } from '../../src/graph/property.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import type { Client, Row } from '../../src/store/neo4j/client.ts';
import { openClient } from '../../src/store/neo4j/open.ts';
import { savedQueries } from '../../src/store/neo4j/queries.ts';
import { storeBehind } from '../../src/store/neo4j/store.ts';
import type { Store } from '../../src/store/types.ts';
import { empty, logIn, onEachServer } from '../support/neo4j/servers.ts';
import { inCircles, inOrder, simpleChains } from './chains.ts';

onEachServer((server) => {
  for (const seed of [1, 2]) {
    describe(`on simulated news, seed ${seed}`, () => {
      const { evidence, truth } = gatherCascades({ seed, statements: 800, outlets: 40 });
      const assessments = new Map(assessAll(evidence));
      const graph = graphOf(evidence);
      let client: Client;
      let store: Store;
      beforeAll(async () => {
        logIn(server);
        await empty(server);
        client = await openClient(server.uri, {}, true);
        store = storeBehind(client);
        await store.writeGraph(toBatch(graph, { assessments, version: 'v' }), 1);
      });
      afterAll(() => client.driver.close());

      const ask = async (name: string, parameters: Row): Promise<readonly Row[]> => {
        const query = savedQueries().find((q) => q.name === name)!;
        const given = {
          ...Object.fromEntries(query.parameters.map((p) => [p.name, p.fallback])),
          ...parameters,
        };
        return (await client.query(query.text, given)).rows;
      };
      const chainsOf = (rows: readonly Row[], claim: string) =>
        rows.flatMap((row) => (row.claim === claim ? [(row.sources as string[]).join(' ')] : [])).sort();

      it('finds every simple chain from a root to the claim', async () => {
        const rows = await ask('corroboration-chains', { claim: '', limit: 100_000 });
        for (const claim of evidence.claims.keys())
          expect([claim, chainsOf(rows, claim)]).toEqual([claim, simpleChains(evidence, claim)]);
        expect(rows.length).toBeGreaterThan(evidence.claims.size);
      });

      it('finds the sources that cite each other in a circle', async () => {
        const rows = await ask('circular-reporting', { limit: 100_000 });
        const expected = [...evidence.claims.keys()].flatMap((claim) => {
          const circle = inCircles(evidence, claim);
          return circle.length > 0 ? [[claim, circle]] : [];
        });
        expect(new Map(rows.map((row) => [row.claim, row.sources]))).toEqual(new Map(expected as []));
        expect(expected.length).toBe([...truth.values()].filter((t) => t.ring).length);
      });

      it('finds the claims that rest on one source', async () => {
        const fallen = new Map<string, string[]>();
        for (const [claim, { chokePoints }] of assessments)
          for (const source of chokePoints) fallen.set(source, [...(fallen.get(source) ?? []), claim]);
        const rows = await ask('one-source', { source: '' });
        const found = new Map<string, string[]>();
        for (const { source, claim } of rows as { source: string; claim: string }[])
          found.set(source, [...(found.get(source) ?? []), claim]);
        const byName = (map: Map<string, string[]>) =>
          [...map].map(([source, claims]) => `${source}: ${claims.sort().join(' ')}`).sort();
        expect(byName(found)).toEqual(byName(fallen));
      });

      it('brings with a claim all that assessing it needs', async () => {
        for (const claim of [...evidence.claims.keys()].slice(0, 40)) {
          const { graph: part, capped } = (await store.upstream(claim))!;
          expect([capped, assess(toEvidence(fromBatch(part)), claim)]).toEqual([
            false,
            assessments.get(claim),
          ]);
        }
        expect(await store.upstream('nothing')).toBeNull();
        const [claim = ''] = evidence.claims.keys();
        expect((await store.upstream(claim, 1))?.capped).toBe(true);
      });

      it('tells who was first', async () => {
        const rows = await ask('first-to-report', { claim: '' });
        const dayOf = (id: string) => graph.statements.get(id)?.said.from ?? null;
        for (const claim of evidence.claims.keys()) {
          const found = rows.filter((row) => row.claim === claim).map((row) => row.statement);
          expect([claim, found]).toEqual([claim, inOrder(evidence, claim, dayOf)]);
        }
      });
    });
  }
});
