/** Loading a Neo4j server, beside a bare driver loop with the same rows; bulk import; how quick its answers are. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import neo4j, { type Driver } from 'neo4j-driver';
import { ARGUMENTS_FILE } from '../export/neo4j-csv.ts';
import { exportStore } from '../export/store-csv.ts';
import type { GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';
import { openClient } from '../store/neo4j/open.ts';
import { savedQueries } from '../store/neo4j/queries.ts';
import { storeBehind } from '../store/neo4j/store.ts';
import { toNeo4j } from '../store/neo4j/values.ts';
import { openStore } from '../store/open.ts';
import { measureParts, percentiles, seconds, simulated, someClaims } from './parts.ts';

const ROWS = 5000;
const ROUNDS = 3;

/**
 * Needs a server of its own, named by NEO4J_TEST_URI: everything in it is deleted. `sizes`: statements to load. What is written is
 * rounds of ours and of the bare loop in turn; the medians are compared.
 */
export async function benchNeo4j(sizes: readonly number[] = [20_000]): Promise<void> {
  const { NEO4J_TEST_URI: uri, NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (!uri) return console.log('skipped: NEO4J_TEST_URI names no server');
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    for (const statements of sizes) {
      const batch = simulated(statements);
      console.log(
        `${statements} statements: ${batch.nodes.length} nodes, ${batch.edges.length} relationships`,
      );
      await loading(uri, driver, batch);
      await benchAnswers();
    }
  } finally {
    await driver.close();
  }
}

/**
 * Import files out of a store in a file, and the import tool, which NEO4J_ADMIN names (it runs without a shell, words between spaces). The
 * server whose database `neo4j` is replaced must not run.
 */
export async function benchImport(sizes: readonly number[] = [1_000_000]): Promise<void> {
  const [tool, ...words] = (process.env.NEO4J_ADMIN ?? '').split(' ').filter((word) => word !== '');
  if (tool === undefined) return console.log('skipped: NEO4J_ADMIN names no import tool');
  for (const statements of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
    const store = await openStore(join(folder, 'store.db'));
    await store.writeGraph(simulated(statements), 1);
    const exported = await seconds(() => exportStore(store, folder));
    await store.close();
    const args = [...words, 'database', 'import', 'full', 'neo4j', `@${ARGUMENTS_FILE}`];
    const imported = await seconds(() =>
      promisify(execFile)(tool, args, { cwd: folder, maxBuffer: 1 << 26 }),
    );
    rmSync(folder, { recursive: true });
    console.log(
      `${statements} statements: files in ${exported.toFixed(1)} s, the tool ${imported.toFixed(1)} s, both ${(exported + imported).toFixed(1)} s`,
    );
  }
}

/** Asks the server that NEO4J_TEST_URI names about simulated news that it holds, loaded or imported. */
export async function benchAnswers(): Promise<void> {
  const uri = process.env.NEO4J_TEST_URI;
  if (!uri) return console.log('skipped: NEO4J_TEST_URI names no server');
  const client = await openClient(uri, {}, true);
  const store = storeBehind(client);
  const query = savedQueries().find((q) => q.name === 'corroboration-chains');
  const chains = (claim: string) => client.query(query?.text ?? '', { claim, limit: 1000 });
  console.log(`  chains of a claim, in Cypher: ${await percentiles(await someClaims(store), chains)}`);
  await measureParts(store);
  await store.close();
}

async function loading(uri: string, driver: Driver, batch: GraphBatch): Promise<void> {
  const size = batch.nodes.length + batch.edges.length;
  const rates: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await empty(driver);
    // Makes constraints and indexes for both.
    const client = await openClient(uri, {}, true);
    rates.bare.push(size / (await seconds(() => bareLoop(driver, batch))));
    await empty(driver);
    await client.driver.close();
    const again = await openClient(uri, {}, true);
    rates.ours.push(size / (await seconds(() => storeBehind(again).writeGraph(batch, 1))));
    await again.driver.close();
  }
  const [ours, bare] = [median(rates.ours), median(rates.bare)];
  console.log(
    `  loading: ${ours.toFixed(0)} elements/s; bare loop ${bare.toFixed(0)}; ratio ${(ours / bare).toFixed(2)}`,
  );
}

/** What somebody would write by hand: rows by label and by type, MERGE by id, one transaction a batch. */
async function bareLoop(driver: Driver, { nodes, edges }: GraphBatch): Promise<void> {
  const labelOf = new Map(nodes.map((n) => [n.id, n.labels[0] ?? '']));
  for (const [labels, group] of grouped(nodes, (n) => n.labels.join(':'))) {
    const [label = ''] = labels.split(':');
    const query = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n:${labels}, n += row`;
    for (const rows of sliced(group, (n: GraphNode) => toNeo4j(n.id, label, n.properties)))
      await driver.executeQuery(query, { rows });
  }
  const ends = (e: GraphEdge) => `${e.type} ${labelOf.get(e.from)} ${labelOf.get(e.to)}`;
  for (const [key, group] of grouped(edges, ends)) {
    const [type = '', from = '', to = ''] = key.split(' ');
    const query = `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
      MERGE (a)-[r:${type} {id: row.properties.id}]->(b) SET r = row.properties`;
    const row = (e: GraphEdge) => ({ from: e.from, to: e.to, properties: toNeo4j(e.id, type, e.properties) });
    for (const rows of sliced(group, row)) await driver.executeQuery(query, { rows });
  }
}

async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await session.close();
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function* sliced<T, R>(items: readonly T[], row: (item: T) => R): Iterable<readonly R[]> {
  for (let i = 0; i < items.length; i += ROWS) yield items.slice(i, i + ROWS).map(row);
}
