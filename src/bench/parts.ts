/** How quick parts of a large stored graph are: a report on one claim, a page of claims, a search. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess, assessAll } from '../corroborate/assess.ts';
import { toEvidence } from '../graph/evidence.ts';
import { fromBatch } from '../graph/from-batch.ts';
import { onClaim } from '../graph/part.ts';
import { toBatch } from '../graph/property.ts';
import type { GraphBatch } from '../graph/types.ts';
import { reportJson } from '../report/json.ts';
import { gatherCascades } from '../simulate/cascades.ts';
import { graphOf } from '../simulate/graph.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/types.ts';

/** What is asked of each store, so many times, spread over the whole graph. */
const TIMES = 100;

/** Simulated news, assessed, as stores keep it. */
export function simulated(statements: number): GraphBatch {
  const { evidence } = gatherCascades({ seed: 1, statements });
  return toBatch(graphOf(evidence), { assessments: new Map(assessAll(evidence)), version: 'bench' });
}

/** `sizes`: statements in the store. */
export async function benchParts(sizes: readonly number[] = [100_000, 1_000_000]): Promise<void> {
  for (const statements of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
    const file = join(folder, 'store.db');
    const graph = simulated(statements);
    const store = await openStore(file);
    const written = await seconds(() => store.writeGraph(graph, 1));
    const again = await seconds(() => store.writeGraph(graph, 2));
    const { nodes, edges } = graph;
    console.log(`${statements} statements: ${nodes.length} nodes, ${edges.length} relationships, in a file`);
    console.log(`  written in ${written.toFixed(1)} s, again in ${again.toFixed(1)} s`);
    await measureParts(store);
    await store.close();
    console.log(`  ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from asking to the last row, the slowest too. */
export async function measureParts(store: Store): Promise<void> {
  const claims = await someClaims(store);
  const asked: Readonly<Record<string, (claim: string) => Promise<unknown>>> = {
    'report on one claim': (claim) => reportOf(store, claim),
    'around a claim': (claim) => store.around([claim], 200),
    'page of claims': (claim) =>
      store.listClaims({ limit: 50, after: `${claims.indexOf(claim) % 9}.2.${claim}` }),
    'page of one status': () => store.listClaims({ limit: 50, status: 'independence-open' }),
    'page with words': (claim) => store.listClaims({ limit: 50, text: claim.slice(0, -1) }),
    search: (claim) => store.find(claim, 10),
    'search for what all say': () => store.find('spokesman said', 10),
    counts: () => store.summary(),
  };
  for (const [name, ask] of Object.entries(asked)) {
    console.log(`  ${name}: ${await percentiles(claims, ask)}`);
  }
}

/** Claims spread over the whole graph. */
export async function someClaims(store: Store): Promise<readonly string[]> {
  const all = await store.claimIds('', Number.MAX_SAFE_INTEGER);
  return all.filter((_, i) => i % Math.ceil(all.length / TIMES) === 0);
}

/** As the command computes it. */
async function reportOf(store: Store, claim: string): Promise<string> {
  const part = await store.upstream(claim);
  const graph = fromBatch(part?.graph ?? { nodes: [], edges: [] });
  const assessment = assess(toEvidence(graph), claim);
  return JSON.stringify(reportJson(onClaim(graph, claim), new Map([[claim, assessment]])));
}

export async function seconds(action: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await action();
  return (performance.now() - begin) / 1000;
}

/** Of the times that it takes to ask about each claim: median, 95th percentile and maximum. */
export async function percentiles(
  claims: readonly string[],
  ask: (claim: string) => Promise<unknown>,
): Promise<string> {
  const times: number[] = [];
  for (const claim of claims) times.push(1000 * (await seconds(() => ask(claim))));
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`;
}
