/** The servers of this test run, for test files. */

import neo4j, { type Driver } from 'neo4j-driver';
import { describe, inject } from 'vitest';
import { credentials, type TestServer } from './server.ts';

export type { TestServer } from './server.ts';

/** Describes the same behaviour on every server; skipped where there is none. */
export function onEachServer(behaviour: (server: TestServer) => void): void {
  const servers = inject('neo4j');
  if (servers.length === 0) describe.skip('on a Neo4j server', () => behaviour(NONE));
  for (const server of servers) describe(`on ${server.name}`, () => behaviour(server));
}

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
