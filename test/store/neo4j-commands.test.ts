/** The same commands on a file and on a server: the same words and figures. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessed } from '../../src/commands/graph.ts';
import { copyStore } from '../../src/copy.ts';
import { assess, assessAll } from '../../src/corroborate/assess.ts';
import { toEvidence } from '../../src/graph/evidence.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toBatch } from '../../src/graph/property.ts';
import { ingest } from '../../src/ingest.ts';
import { articlesOf, openStages } from '../../src/reading.ts';
import { chainJson } from '../../src/report/chain-tree.ts';
import { claimListJson, listClaims } from '../../src/report/claim-list.ts';
import { reportJson } from '../../src/report/json.ts';
import { listSources, sourceListJson } from '../../src/report/source-list.ts';
import { settle } from '../../src/settle.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import { openStore } from '../../src/store/open.ts';
import { hearsay, setup } from '../support/cli.ts';
import { credentials } from '../support/neo4j/server.ts';
import { empty, logIn, onEachServer } from '../support/neo4j/servers.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOUNDING = join(ROOT, 'data/articles/founding.txt');
const CASES = join(ROOT, 'test/fixtures/cases');

let folder = '';
beforeAll(() => {
  setup();
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onEachServer((server) => {
  const run = async (...args: readonly string[]) => {
    const result = await hearsay(args, { env: credentials(server) });
    expect(result).toMatchObject({ code: 0 });
    return result.stdout;
  };
  const file = () => join(folder, `${server.name}.db`);
  /** What a command prints for the file and for the server. */
  const both = async (...args: readonly string[]) => {
    const printed = await Promise.all([file(), server.uri].map((store) => run(...args, '--store', store)));
    return printed as [string, string];
  };
  beforeAll(() => logIn(server));

  it('takes articles in, lists, decides and forgets as a file does', async () => {
    await empty(server);
    await both('ingest', FOUNDING, '--extractor', 'rules');
    const same = async (...args: readonly string[]) => {
      const [inFile, onServer] = await both(...args);
      expect(onServer).toBe(inFile);
      return onServer;
    };
    const report = JSON.parse(await same('report', '--format', 'json'));
    expect(report.claims.length).toBeGreaterThan(2);
    await same('claims', '--format', 'json');
    await same('sources', '--format', 'json');
    await same('chains', report.claims[0].id);
    await both('decide', 'rate', report.sources[0].id, 'B');
    const rated = await same('sources', '--format', 'json');
    expect(rated).toContain('"B"');
    const copy = join(folder, `${server.name}-copy.db`);
    await run('copy', server.uri, copy);
    expect(await run('report', '--store', copy)).toBe(await run('report', '--store', file()));
    await both('forget', report.articles[0].id);
    expect(JSON.parse(await same('report', '--format', 'json')).claims).toEqual([]);
  });

  it('answers queries by name, from a file and from standard input', async () => {
    await empty(server);
    await run('ingest', FOUNDING, '--extractor', 'rules', '--store', server.uri);
    const { stdout, code } = await hearsay(
      ['query', '-', '--store', server.uri, '--param', 'least=1', '--format', 'json'],
      {
        env: credentials(server),
        stdin: 'MATCH (c:Claim) WHERE c.independentMax >= $least RETURN count(c) AS claims',
      },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)[0].claims).toBeGreaterThan(0);
    const chains = await run('query', 'corroboration-chains', '--param', 'claim=cl-', '--store', server.uri);
    expect(chains).toContain('cl-');
    const csv = await run(
      'query',
      'first-to-report',
      '--param',
      'claim=cl-',
      '--format',
      'csv',
      '--store',
      server.uri,
    );
    expect(csv.split('\n')[0]).toContain('claim,from,to,source');
    const writing = await hearsay(['query', '-', '--store', server.uri], {
      env: credentials(server),
      stdin: 'MATCH (n) DETACH DELETE n',
    });
    expect(writing).toMatchObject({ code: 2, stdout: '' });
    expect(writing.stderr).toMatch(/^hearsay: .*queries may read.*\n$/);
  });

  for (const seed of [11, 12])
    it(`prints the same JSON of simulated news, seed ${seed}`, async () => {
      await empty(server);
      const { evidence } = gatherCascades({ seed, statements: 400, outlets: 40 });
      const graph = toBatch(graphOf(evidence), { assessments: new Map(assessAll(evidence)), version: 'v' });
      const stores = [
        await openStore(join(folder, `${server.name}-${seed}.db`)),
        await openStore(server.uri),
      ];
      const printed = await Promise.all(
        stores.map(async (store) => {
          await store.writeGraph(graph, 1);
          const { graph: whole, assessments } = assessed(fromBatch(await store.readGraph()));
          const claims = [...whole.claims.values()].filter((_, i) => i % 10 === 0);
          const parts = claims.map(async (claim) => {
            const part = fromBatch((await store.upstream(claim.id))!.graph);
            return chainJson(part, claim, assess(toEvidence(part), claim.id));
          });
          const report = reportJson(whole, assessments, null);
          const list = claimListJson(listClaims(whole, assessments, { status: null, text: null }));
          return {
            report,
            list,
            sources: sourceListJson(listSources(whole, null)),
            parts: await Promise.all(parts),
          };
        }),
      );
      expect(printed[0]?.report.claims.length).toBeGreaterThan(40);
      expect(printed[1]).toEqual(printed[0]);
      await Promise.all(stores.map((s) => s.close()));
    });

  describe('holds the same affair', () => {
    for (const name of readdirSync(CASES)) {
      it(`${name} as a file, read there or copied`, async () => {
        await empty(server);
        const stages = await openStages('rules');
        const [inFile, onServer, copied] = [
          await openStore(join(folder, `${server.name}-${name}.db`)),
          await openStore(server.uri),
          await openStore(join(folder, `${server.name}-${name}-copy.db`)),
        ];
        for (const store of [inFile, onServer]) {
          const articles = articlesOf([join(CASES, name, '*.txt')], {
            extractor: 'rules',
            date: null,
            outlet: null,
          });
          await ingest(articles, store, stages);
          await settle(store);
        }
        await copyStore(onServer, copied);
        const report = async (store: typeof inFile) => {
          const { graph, assessments } = assessed(fromBatch(await store.readGraph()));
          return reportJson(graph, assessments, null);
        };
        expect(await onServer.readGraph()).toEqual(await inFile.readGraph());
        expect(await report(onServer)).toEqual(await report(inFile));
        expect(await report(copied)).toEqual(await report(inFile));
        await Promise.all([inFile, onServer, copied].map((s) => s.close()));
        await stages.extractor.close();
      });
    }
  });
});
