/** Loading a Neo4j server, beside a bare driver loop with the same rows; the import files; how quick chains are. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { assessAll } from '../corroborate/assess.ts';
import { csvFolder } from '../export/neo4j-csv.ts';
import { toBatch } from '../graph/property.ts';
import type { GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';
import { gatherCascades } from '../simulate/cascades.ts';
import { graphOf } from '../simulate/graph.ts';
import { openClient } from '../store/neo4j/open.ts';
import { savedQueries } from '../store/neo4j/queries.ts';
import { storeBehind } from '../store/neo4j/store.ts';
import { toNeo4j } from '../store/neo4j/values.ts';

const ROWS = 5000;
const ROUNDS = 3;

/**
 * Needs a server of its own, named by NEO4J_TEST_URI: everything in it is deleted. `sizes`: statements to load. What is written is
 * rounds of ours and of the bare loop in turn; the medians are compared.
 */
export async function benchNeo4j(sizes: readonly number[] = [20_000]): Promise<void> {
  const uri = process.env.NEO4J_TEST_URI;
  if (!uri) {
    console.log('skipped: NEO4J_TEST_URI names no server');
    return;
  }
  const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    for (const statements of sizes) {
      const batch = simulated(statements);
      console.log(
        `${statements} statements: ${batch.nodes.length} nodes, ${batch.edges.length} relationships`,
      );
      await loading(uri, driver, batch);
      await chains(uri, batch);
      await files(batch);
    }
  } finally {
    await driver.close();
  }
}

function simulated(statements: number): GraphBatch {
  const { evidence } = gatherCascades({ seed: 1, statements });
  return toBatch(graphOf(evidence), { assessments: new Map(assessAll(evidence)), version: 'bench' });
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

/** Milliseconds from asking to the last row, over a hundred claims spread over all. */
async function chains(uri: string, { nodes }: GraphBatch): Promise<void> {
  const query = savedQueries().find((q) => q.name === 'corroboration-chains');
  const claims = nodes.filter((n) => n.labels[0] === 'Claim').map((n) => n.id);
  const step = Math.max(1, Math.floor(claims.length / 100));
  const client = await openClient(uri, {}, true);
  const times: number[] = [];
  for (let i = 0; i < claims.length; i += step) {
    const ask = () => client.query(query?.text ?? '', { claim: claims[i], limit: 1000 });
    times.push(1000 * (await seconds(ask)));
  }
  await client.driver.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  console.log(`  chains of a claim: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

async function files({ nodes, edges }: GraphBatch): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const time = await seconds(async () => {
    const csv = csvFolder(folder);
    for (const node of nodes) await csv.node(node);
    for (const edge of edges) await csv.edge(edge);
    await csv.finish();
  });
  rmSync(folder, { recursive: true });
  console.log(`  import files: ${((nodes.length + edges.length) / time).toFixed(0)} elements/s`);
}

async function empty(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  await session.close();
}

async function seconds(action: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await action();
  return (performance.now() - begin) / 1000;
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
