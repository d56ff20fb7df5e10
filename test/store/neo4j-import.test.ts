/** The import files, through the real import tool. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportStore } from '../../src/export/store-csv.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { ingest } from '../../src/ingest.ts';
import { articlesOf, openStages } from '../../src/reading.ts';
import { settle } from '../../src/settle.ts';
import { openStore } from '../../src/store/open.ts';
import { inFolder } from '../support/cli.ts';
import { admin, kill, start } from '../support/neo4j/server.ts';
import { logIn, onEachServer } from '../support/neo4j/servers.ts';
import { entry } from '../support/readings.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');
const HOSTILE = 'MATCH (n) DELETE n; \'"`\\ "" , \u001f\ud800 <b>{"$x"}</b> \u202e\r\n;';

onEachServer((server) => {
  beforeAll(() => logIn(server));
  describe.skipIf(server.own === null)('that is ours', () => {
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
