/** Servers that are away, refuse, or go away in the middle: one line that helps, and nothing that another run does not mend. */

import { createServer } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/errors.ts';
import { explaining } from '../../src/store/neo4j/errors.ts';
import { openClient } from '../../src/store/neo4j/open.ts';
import { openStore } from '../../src/store/open.ts';
import { failure } from '../support/failure.ts';
import { boltServer } from '../support/neo4j/bolt-server.ts';
import { driverOf, empty, logIn, onEachServer } from '../support/neo4j/servers.ts';

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

  it('of a server that is too old is refused, a new one asked for', async () => {
    for (const [agent, bolt, words] of [
      ['Neo4j/4.4.42', [4, 4], /another version of Bolt; use Neo4j 5\.26 or newer/],
      ['Neo4j/5.20.0', [5, 4], /Neo4j\/5\.20\.0 is too old; use Neo4j 5\.26 or newer/],
    ] as const) {
      const old = await boltServer(agent, bolt);
      const error = await refused(`bolt://127.0.0.1:${old.port}`);
      expect([error.exitCode, error.line]).toEqual([EXIT.storeUnreachable, expect.stringMatching(words)]);
      old.close();
    }
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
});

describe('what a server complains of', () => {
  for (const [code, message, words, exitCode] of [
    ['Neo.ClientError.Security.Forbidden', 'Create node is not allowed for user reader', 'user', EXIT.failed],
    ['Neo.ClientError.Security.Unauthorized', 'no', 'refuses this user or password', EXIT.storeUnreachable],
    ['Neo.ClientError.Security.CredentialsExpired', 'no', 'must be changed', EXIT.storeUnreachable],
    ['Neo.ClientError.Database.DatabaseNotFound', 'no', 'no such database', EXIT.storeUnreachable],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'no', 'memory', EXIT.failed],
    ['Neo.TransientError.General.OutOfMemoryError', 'no', 'memory', EXIT.failed],
    ['ServiceUnavailable', 'connect ECONNREFUSED', 'cannot be reached', EXIT.storeUnreachable],
    ['Neo.ClientError.Statement.SyntaxError', 'Invalid input', 'not understood', EXIT.usage],
  ] as const)
    it(`${code} comes out in words that help`, async () => {
      const complaint = Object.assign(new Error(message), { code });
      const error = await failure(() => explaining('neo4j://there', () => Promise.reject(complaint)));
      expect([error.exitCode, error.line]).toEqual([exitCode, expect.stringContaining(words)]);
    });
});
