/** Servers that are killed, that may not write, that are filled by the import tool: what needs a start of its own, in as few as can be. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT, HearsayError } from '../../src/errors.ts';
import { exportStore } from '../../src/export/store-csv.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { sorted, toBatch } from '../../src/graph/property.ts';
import { ingest } from '../../src/ingest.ts';
import { articlesOf, openStages } from '../../src/reading.ts';
import { settle } from '../../src/settle.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import { openClient } from '../../src/store/neo4j/open.ts';
import { openStore } from '../../src/store/open.ts';
import { inFolder } from '../support/cli.ts';
import { failure } from '../support/failure.ts';
import { admin, kill, start, stop } from '../support/neo4j/server.ts';
import { driverOf, empty, logIn, onEachServer } from '../support/neo4j/servers.ts';
import { entry } from '../support/readings.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');
const HOSTILE = 'MATCH (n) DELETE n; \'"`\\ "" , \u001f\ud800 <b>{"$x"}</b> \u202e\r\n;';

onEachServer((server) => {
  const { evidence } = gatherCascades({ seed: 3, statements: 4000 });
  const graph = sorted(toBatch(graphOf(evidence)));
  beforeAll(() => logIn(server));

  describe.skipIf(server.own === null)('that is ours', () => {
    it('and dies in the middle of writing keeps nothing twice and loses nothing that a later run does not bring', async () => {
      await empty(server);
      const store = await openStore(server.uri);
      const writing = store.writeGraph(graph, 1).then(
        () => 'written',
        (error: unknown) => error,
      );
      const driver = driverOf(server);
      let found = 0;
      while (found < 5000) {
        const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS n');
        found = records[0]!.get('n');
        await after(20);
      }
      await kill(server);
      await driver.close();
      await start(server);
      const outcome = await writing;
      if (outcome !== 'written') expect(outcome).toBeInstanceOf(HearsayError);
      await store.writeGraph(graph, 1);
      expect(await store.readGraph()).toEqual(graph);
      const client = await openClient(server.uri, {}, false);
      const counts =
        'MATCH (n) WHERE NOT n:Store WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges';
      const { rows } = await client.query(counts, {});
      expect(rows).toEqual([{ nodes: graph.nodes.length, edges: graph.edges.length }]);
      // What is already as it shall be is not written again.
      await store.writeGraph(graph, 2);
      expect((await store.revision()).graph).toBe(2);
      await Promise.all([store.close(), client.driver.close()]);
    }, 400_000);

    it('and may not write, or has no memory, says so', async () => {
      // In order, for what a power cut leaves must be written before it can be read.
      await stop(server);
      await start(server, { 'server.databases.read_only': 'neo4j', 'db.memory.transaction.max': '16m' });
      const store = await openStore(server.uri);
      const writings = [
        () => store.add({ ...entry('a', []), keys: [] }, () => []),
        () => store.load([{ ...entry('a', []), keys: [] }], []),
        () => store.writeGraph({ nodes: [], edges: [] }, 9),
      ];
      for (const writing of writings) {
        const error = await failure(writing);
        expect([error.exitCode, error.message]).toEqual([
          EXIT.failed,
          expect.stringContaining('cannot be written'),
        ]);
      }
      expect(await store.readGraph()).toEqual(graph);
      await store.close();
      const client = await openClient(server.uri, {}, false);
      const hungry = () => client.query('UNWIND range(1, 10000000) AS x RETURN collect(x + 1)', {});
      const error = await failure(hungry);
      expect([error.exitCode, error.message]).toEqual([EXIT.failed, expect.stringContaining('memory')]);
      await client.driver.close();
    }, 400_000);

    it('holds after the import what the file held that was exported', async () => {
      await inFolder(async (folder) => {
        const file = await openStore(join(folder, 'store.db'));
        const stages = await openStages('rules');
        const options = { extractor: 'rules', date: null, outlet: null } as const;
        await ingest(articlesOf([join(CASES, '0[0-2]*', '*.txt')], options), file, stages);
        await stages.extractor.close();
        const hostile = { by: HOSTILE, claims: [HOSTILE] };
        await file.add({ ...entry('a', [hostile], {}, { title: HOSTILE }), keys: [HOSTILE] }, () => []);
        await file.decide({
          id: 'd',
          at: '2030-01-01T00:00:00Z',
          by: HOSTILE,
          note: null,
          body: { kind: 'reject', mention: 'x' },
        });
        await settle(file);
        const csv = join(folder, 'csv');
        mkdirSync(csv);
        const { nodes } = await exportStore(file, csv);
        expect(nodes).toBeGreaterThan(50);
        const args = readFileSync(join(csv, 'import.args'), 'utf8')
          .trim()
          .split('\n')
          .map((arg) => arg.replace(/=(\w+\.csv)$/, (_, name) => `=${join(csv, name)}`));
        await kill(server);
        await admin(server, ['database', 'import', 'full', 'neo4j', ...args]);
        await start(server);
        const imported = await openStore(server.uri);
        expect(fromBatch(await imported.readGraph())).toEqual(fromBatch(await file.readGraph()));
        const all = async (items: AsyncIterable<unknown>) => {
          const list = [];
          for await (const item of items) list.push(item);
          return list;
        };
        expect(await all(imported.entries())).toEqual(await all(file.entries()));
        expect(await all(imported.joined())).toEqual(await all(file.joined()));
        expect(await imported.decisions()).toEqual(await file.decisions());
        // It is a store like any other from here on.
        expect(await settle(imported)).toBe(false);
        expect(await imported.forget('a')).toBe(true);
        expect(await settle(imported)).toBe(true);
        await Promise.all([imported.close(), file.close()]);
      });
    }, 400_000);
  });
});
