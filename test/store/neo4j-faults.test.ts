/** Servers that are away, refuse, or go away in the middle: one line that helps, and nothing that another run does not mend. */

import { createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT, HearsayError } from '../../src/errors.ts';
import { sorted, toBatch } from '../../src/graph/property.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import { openClient } from '../../src/store/neo4j/open.ts';
import { openStore } from '../../src/store/open.ts';
import { kill, start } from '../support/neo4j/server.ts';
import { driverOf, empty, logIn, onEachServer } from '../support/neo4j/servers.ts';

async function failure(action: () => Promise<unknown>): Promise<HearsayError> {
  const error = await action().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HearsayError))
    throw new Error(`expected a HearsayError, got ${String(error)}`, { cause: error });
  expect(error.line).not.toContain('\n');
  expect(error.remedy).not.toBeNull();
  return error;
}

const refused = async (location: string, access = {}) => {
  const error = await failure(() => openStore(location, access));
  expect(error.line).toContain(location);
  return error;
};

describe('an address', () => {
  it('where nobody listens is said to be unreachable', async () => {
    process.env.NEO4J_PASSWORD = 'x';
    for (const scheme of ['neo4j', 'bolt']) {
      const error = await refused(`${scheme}://127.0.0.1:1`);
      expect(error.exitCode).toBe(EXIT.storeUnreachable);
      expect(error.line).toMatch(/cannot be reached/);
    }
  });

  it('of something else is refused', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as { port: number };
    expect((await refused(`bolt://127.0.0.1:${port}`)).exitCode).toBe(EXIT.storeUnreachable);
    web.close();
  });

  it('that is none, or with a password in it, is a usage error', async () => {
    for (const location of ['neo4j://:7687', 'bolt://user:secret@localhost']) {
      const error = await failure(() => openStore(location));
      expect(error.exitCode).toBe(EXIT.usage);
      expect(error.line).not.toContain('secret');
    }
    const error = await failure(() => openStore('neo4j://localhost', { passwordFile: '/nowhere/password' }));
    expect(error.line).toContain('/nowhere/password');
  });
});

onEachServer((server) => {
  const { evidence } = gatherCascades({ seed: 3, statements: 4000 });
  const graph = sorted(toBatch(graphOf(evidence)));
  beforeAll(async () => {
    logIn(server);
    await empty(server);
  });

  it('refuses a wrong password, an unknown database, encryption that is not there', async () => {
    expect((await refused(server.uri, { database: 'nowhere' })).line).toContain('no such database');
    expect((await refused(server.uri.replace('neo4j:', 'bolt+s:'))).line).toMatch(/encrypted|reached/);
    process.env.NEO4J_PASSWORD = 'wrong';
    const error = await refused(server.uri);
    expect([error.exitCode, error.message]).toEqual([
      EXIT.storeUnreachable,
      expect.stringContaining('password'),
    ]);
    logIn(server);
  });

  it('is refused where a newer version wrote it, or another program', async () => {
    const driver = driverOf(server);
    await driver.executeQuery("MERGE (s:Store {name: 'hearsay'}) SET s.format = 99");
    expect((await refused(server.uri)).line).toMatch(/newer version.*update/);
    await driver.executeQuery('MATCH (s:Store) DELETE s CREATE (:Article {title: "of another program"})');
    expect((await refused(server.uri)).line).toMatch(/another program/);
    expect((await driver.executeQuery('MATCH (n) RETURN n')).records).toHaveLength(1);
    await empty(server);
    expect((await failure(() => openClient(server.uri, {}, false))).line).toMatch(/no store/);
    await driver.close();
  });

  describe.skipIf(server.own === null)('that is ours', () => {
    it('and dies in the middle of writing keeps nothing twice and loses nothing that a later run does not bring', async () => {
      await kill(server);
      await start(server);
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
  });
});
