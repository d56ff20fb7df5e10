/** A real Neo4j server of our own: started, killed, started again with other settings. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import type { Release } from './versions.ts';

/** All that is needed to reach and to handle a server, from any process of the test run. */
export interface TestServer {
  readonly name: string;
  readonly uri: string;
  /** Where Browser is served; null where that is not known. */
  readonly http: string | null;
  readonly username: string;
  readonly password: string;
  /** Null for a server that is not ours: it is neither killed nor configured. */
  readonly own: {
    readonly release: Release;
    readonly java: string;
    readonly jars: string;
    readonly home: string;
  } | null;
}

const PASSWORD = 'a-test-password';
const START_LIMIT = 180_000;

/** Makes a home for a server and starts it. */
export async function launch(release: Release, java: string, jars: string): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), `hearsay-neo4j-${release.version}-`));
  for (const folder of ['conf', 'data', 'logs', 'plugins', 'run', 'import']) mkdirSync(join(home, folder));
  const [bolt, http] = await freePorts();
  const server: TestServer = {
    name: `Neo4j ${release.version}`,
    uri: `neo4j://127.0.0.1:${bolt}`,
    http: `http://127.0.0.1:${http}`,
    username: 'neo4j',
    password: PASSWORD,
    own: { release, java, jars, home },
  };
  await start(server);
  return server;
}

/** Starts a server of ours in its home, and waits until it answers. `settings` beside the usual ones. */
export async function start(
  server: TestServer,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { release, java, jars, home } = owned(server);
  writeFileSync(join(home, 'conf/neo4j.conf'), configuration(server, settings));
  const log = openSync(join(home, 'logs/out.log'), 'a');
  const flags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...OPENS, ...release.flags];
  const process = spawn(
    java,
    [...flags, '-cp', `${jars}/*`, release.mainClass, `--home-dir=${home}`, `--config-dir=${home}/conf`],
    { stdio: ['ignore', log, log], detached: true },
  );
  process.unref();
  writeFileSync(join(home, 'run/pid'), String(process.pid));
  await untilItAnswers(server, process);
}

/** Ends a server of ours at once, as a power cut would. */
export const kill = (server: TestServer): Promise<void> => end(server, 'SIGKILL');

/** Shuts a server of ours down, so that nothing is left to recover: one that may not write could not. */
export const stop = (server: TestServer): Promise<void> => end(server, 'SIGTERM');

async function end(server: TestServer, signal: NodeJS.Signals): Promise<void> {
  const pid = Number(readFileSync(join(owned(server).home, 'run/pid'), 'utf8'));
  try {
    process.kill(pid, signal);
    for (;;) {
      process.kill(pid, 0);
      await after(50);
    }
  } catch {
    // It is gone.
  }
}

export async function remove(server: TestServer): Promise<void> {
  await kill(server);
  rmSync(owned(server).home, { recursive: true, force: true, maxRetries: 3 });
}

/** Runs `neo4j-admin` on the home of a server of ours that is not running. */
export async function admin(server: TestServer, args: readonly string[]): Promise<string> {
  const { release, java, jars, home } = owned(server);
  const flags = [
    ...OPENS,
    ...release.flags,
    '-cp',
    `${jars}/*`,
    'org.neo4j.server.startup.Neo4jAdminCommand',
  ];
  const { stdout } = await promisify(execFile)(java, [...flags, ...args], {
    env: {
      ...process.env,
      NEO4J_HOME: home,
      NEO4J_CONF: join(home, 'conf'),
      // It starts a process of its own, which needs the same.
      JDK_JAVA_OPTIONS: [...OPENS, ...release.flags].join(' '),
    },
    maxBuffer: 1 << 26,
  });
  return stdout;
}

/** What a process needs in its environment to log in. */
export const credentials = ({ username, password }: TestServer) => ({
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
});

const OPENS = [
  ...['java.nio', 'java.io', 'sun.nio.ch', 'java.lang'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Dfile.encoding=UTF-8',
];

function owned(server: TestServer) {
  if (server.own === null) throw new Error(`${server.name} is not ours`);
  return server.own;
}

function configuration({ uri, http }: TestServer, settings: Readonly<Record<string, string>>): string {
  const bolt = new URL(uri).host;
  const values = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': bolt,
    // Without it Browser and neo4j:// look for the usual port.
    'server.bolt.advertised_address': bolt,
    'server.http.listen_address': new URL(http ?? '').host,
    'server.https.enabled': 'false',
    'server.memory.heap.initial_size': '256m',
    'server.memory.heap.max_size': '1g',
    'server.memory.pagecache.size': '128m',
    'dbms.usage_report.enabled': 'false',
    ...settings,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

async function untilItAnswers(server: TestServer, running: ChildProcess): Promise<void> {
  const end = Date.now() + START_LIMIT;
  const exited = new Promise<'exited'>((resolve) => running.once('exit', () => resolve('exited')));
  for (;;) {
    const state = await Promise.race([answers(server), exited]);
    if (state === true) return;
    if (state === 'exited' || Date.now() > end)
      throw new Error(
        `${server.name} did not start:\n${readFileSync(join(owned(server).home, 'logs/out.log'), 'utf8')}`,
      );
    await after(250);
  }
}

/** A new server wants its first password changed before anything else. */
async function answers({ uri, username, password }: TestServer): Promise<boolean> {
  for (const attempt of [password, 'neo4j']) {
    const driver = neo4j.driver(uri.replace('neo4j:', 'bolt:'), neo4j.auth.basic(username, attempt));
    try {
      if (attempt === 'neo4j')
        await driver.executeQuery(
          'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
          { old: attempt, new: password },
          { database: 'system' },
        );
      else await driver.executeQuery('RETURN 1', {}, { database: 'neo4j' });
      return true;
    } catch {
      // Not yet, or not with this password.
    } finally {
      await driver.close();
    }
  }
  return false;
}

/** Two ports that nobody listens on. */
async function freePorts(): Promise<[number, number]> {
  const servers = await Promise.all([0, 1].map(() => listening()));
  const ports = servers.map((s) => (s.address() as { port: number }).port);
  await Promise.all(servers.map((s) => new Promise((resolve) => s.close(resolve))));
  return [ports[0] ?? 0, ports[1] ?? 0];
}

const listening = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
