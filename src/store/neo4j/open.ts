/** Opening a store on a Neo4j server: logging in, making the database ready, or refusing it. */

import neo4j, { type Driver } from 'neo4j-driver';
import { EXIT, HearsayError } from '../../errors.ts';
import type { Store } from '../types.ts';
import { type Client, clientOf } from './client.ts';
import { codeOf, explaining } from './errors.ts';
import { type Access, type ServerLocation, serverLocation } from './location.ts';
import { storeBehind } from './store.ts';

/** Format n + 1 adds the n-th of these to the statements that made the formats before. Only ever added to. */
const FORMATS: readonly (readonly string[])[] = [
  [
    'article-id',
    'mention-id',
    'statement-id',
    'source-id',
    'claim-id',
    'event-id',
    'reading-id',
    'key-id',
    'decision-id',
    'store-name',
    'claim-status',
    'article-published',
    'statement-said',
    'reliance-alternatives',
    'names',
    'claims',
    'quotes',
  ],
];

/** The oldest that has every construct used in `cypher/`. */
const OLDEST = [5, 26] as const;

/** Opens the store on a server. `create`: makes it in an empty database. Throws a `HearsayError` that says what is in the way. */
export async function openNeo4j(location: string, access: Access, create: boolean): Promise<Store> {
  return storeBehind(await openClient(location, access, create));
}

/** Logs in. `create`: the database is made ready where it is not; otherwise one without a store is refused. */
export async function openClient(location: string, access: Access, create: boolean): Promise<Client> {
  const server = serverLocation(location, access, process.env);
  const driver = connect(server);
  const client = clientOf(driver, location, server.database);
  try {
    await explaining(location, async () => refuseOld(location, await loggedIn(driver, server)));
    await prepare(client, create);
    return client;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function connect({ uri, username, password }: ServerLocation): Driver {
  // Without a password none is sent: servers may ask for none.
  const auth = password === null ? undefined : neo4j.auth.basic(username, password);
  return neo4j.driver(uri, auth, {
    disableLosslessIntegers: true,
    connectionTimeout: 10_000,
    connectionAcquisitionTimeout: 20_000,
    maxTransactionRetryTime: 30_000,
    userAgent: 'hearsay',
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** What the server calls itself, such as `Neo4j/5.26.0`. */
async function loggedIn(driver: Driver, { database }: ServerLocation): Promise<string> {
  const info = await driver.getServerInfo(database === null ? {} : { database });
  return info.agent ?? '';
}

function refuseOld(location: string, agent: string): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? [];
  if (major === undefined) return;
  const [oldMajor, oldMinor] = OLDEST;
  if (Number(major) > oldMajor || (Number(major) === oldMajor && Number(minor) >= oldMinor)) return;
  throw new HearsayError(`${location}: ${agent} is too old`, {
    exitCode: EXIT.storeUnreachable,
    remedy: `use Neo4j ${OLDEST.join('.')} or newer`,
  });
}

async function prepare(client: Client, create: boolean): Promise<void> {
  const [store] = await client.read((run) => run('store/find'));
  const format = Number(store?.format ?? 0);
  if (format > FORMATS.length)
    throw new HearsayError(
      `${client.location}: was written by a newer version of hearsay (format ${format}, this one reads up to ${FORMATS.length})`,
      { exitCode: EXIT.storeUnreachable, remedy: 'update hearsay, or give another --store' },
    );
  if (format === FORMATS.length) return;
  if (store === undefined && !create)
    throw new HearsayError(`${client.location}: there is no store`, {
      exitCode: EXIT.storeUnreachable,
      remedy: 'run hearsay ingest FILE… first, or name another with --store or --database',
    });
  const [foreign] = store === undefined ? await client.read((run) => run('store/foreign')) : [];
  if (foreign !== undefined)
    throw new HearsayError(`${client.location}: holds ${foreign.label} nodes of another program`, {
      exitCode: EXIT.storeUnreachable,
      remedy: 'give another --database or server; this one was left as it is',
    });
  for (const name of FORMATS.slice(format).flat()) await inTurn(client, `schema/${name}`);
  await client.write((run) => run('store/create', { format: BigInt(FORMATS.length) }));
}

/** Two processes that prepare one database at once may meet: the second then finds the work done. */
async function inTurn(client: Client, statement: string): Promise<void> {
  try {
    await client.write((run) => run(statement));
  } catch (error) {
    if (!/AlreadyExists/.test(codeOf(error))) throw error;
  }
}
