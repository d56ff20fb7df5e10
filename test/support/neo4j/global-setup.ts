/** Starts the servers before the tests that need them, once a run, and ends them after. */

import type { TestProject } from 'vitest/node';
import { install, isInstalled } from './install.ts';
import { findJava, findProgram } from './java.ts';
import { launch, remove, type TestServer } from './server.ts';
import { RELEASES } from './versions.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Empty where there is no way to run one. */
    readonly neo4j: readonly TestServer[];
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = givenServer() ?? (await ownServers());
  if (servers.length < RELEASES.length && process.env.CI === 'true' && servers.every((s) => s.own !== null))
    throw new Error(`Neo4j: ${MISSING}`);
  if (servers.length === 0) console.warn(`Neo4j tests are skipped: ${MISSING}`);
  project.provide('neo4j', servers);
  return async () => {
    await Promise.all(servers.filter((s) => s.own !== null).map(remove));
  };
}

const MISSING = 'give NEO4J_TEST_URI, or install Java 17 and 25 and Maven';

/** The server that the environment names. Everything in it is deleted. */
function givenServer(): TestServer[] | null {
  const uri = process.env.NEO4J_TEST_URI;
  if (!uri) return null;
  const { NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  return [
    {
      name: `Neo4j at ${uri}`,
      uri,
      http: process.env.NEO4J_TEST_HTTP ?? null,
      username,
      password,
      own: null,
    },
  ];
}

async function ownServers(): Promise<TestServer[]> {
  const maven = findProgram('mvn');
  const ready = RELEASES.flatMap((release) => {
    const java = findJava(release.java);
    if (java === null || (maven === null && !isInstalled(release))) return [];
    return [{ release, java, jars: install(release, maven ?? '') }];
  });
  return Promise.all(ready.map(({ release, java, jars }) => launch(release, java, jars)));
}
