/** The servers of this test run, for test files. */

import { mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { credentials, type TestServer } from './server.ts';

export type { TestServer } from './server.ts';

/**
 * Describes the same behaviour on every server; skipped where there is none. Two files run at once: each has a server for itself, for
 * as long as it speaks of it, and every other worker begins with the last server.
 */
export function onEachServer(behaviour: (server: TestServer) => void): void {
  const servers = inject('neo4j');
  if (servers.length === 0) describe.skip('on a Neo4j server', () => behaviour(NONE));
  const last = Number(process.env.VITEST_POOL_ID) % 2 === 0;
  for (const server of last ? [...servers].reverse() : servers)
    describe(`on ${server.name}`, () => {
      beforeAll(() => take(server), PATIENCE);
      afterAll(() => release(server));
      behaviour(server);
    });
}

/** For another file to be done with a server, in milliseconds. */
const PATIENCE = 1_200_000;

const lockOf = ({ uri }: TestServer) => join(tmpdir(), `hearsay-${process.ppid}-${new URL(uri).port}`);

/** Waits until no other file uses the server. A folder can be made only once. */
async function take(server: TestServer): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lockOf(server));
      return;
    } catch {
      await after(100);
    }
  }
}

const release = (server: TestServer): void => rmdirSync(lockOf(server));

const NONE: TestServer = { name: '', uri: '', http: null, username: '', password: '', own: null };

/** Lets this process, and those that it starts, log in. */
export function logIn(server: TestServer): void {
  Object.assign(process.env, credentials(server));
}

export const driverOf = ({ uri, username, password }: TestServer): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });

/** Removes all nodes; constraints and indexes stay. */
export async function empty(server: TestServer): Promise<void> {
  const driver = driverOf(server);
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await driver.close();
}
