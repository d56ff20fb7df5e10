/** Bringing the computed graph up to date with what was read and decided. */

import { createHash } from 'node:crypto';
import { assessAll } from './corroborate/assess.ts';
import { affairsOf } from './graph/affairs.ts';
import { type BuildInput, buildAffair, type Entry, inAffairs } from './graph/build.ts';
import { toEvidence } from './graph/evidence.ts';
import { toBatch } from './graph/property.ts';
import type { GraphBatch } from './graph/types.ts';
import { uniteBatches } from './graph/unite.ts';
import type { Decisions } from './resolve/types.ts';
import type { AffairGraph, Affairs, Store } from './store/types.ts';

/** How often somebody else may write while the graph is brought up to date. */
const PATIENCE = 5;

/**
 * Builds and assesses again what changed since the graph was written: affair by affair where the store keeps them apart, else
 * all. False where it was up to date. What another process goes on adding meanwhile is left for the next time: the graph then still
 * counts as out of date.
 */
export async function settle(store: Store): Promise<boolean> {
  for (let times = 0; times < PATIENCE; times++) {
    const { truth, graph } = await store.revision();
    if (graph === truth) return times > 0;
    if (store.affairs !== undefined && !(await settleAffairs(store, store.affairs, truth))) continue;
    if (store.affairs === undefined) await settleWhole(store, truth);
    return true;
  }
  return true;
}

/** Settles, and gives what changed as it was and as it is: affairs where the store keeps them apart, else the whole graph. */
export async function settleComparing(
  store: Store,
): Promise<{ readonly before: GraphBatch; readonly after: GraphBatch }> {
  const { affairs } = store;
  const articles = (await affairs?.changed())?.articles ?? [];
  const graph = (which: readonly string[] | null) => affairs?.graph(which) ?? store.readGraph();
  const before = await graph(null);
  await settle(store);
  return { before, after: await graph(articles) };
}

async function settleWhole(store: Store, truth: number): Promise<void> {
  const entries: Entry[] = [];
  for await (const { article, reading } of store.entries()) entries.push({ article, reading });
  const joined: Decisions[] = [];
  for await (const { decisions } of store.joined()) joined.push(decisions);
  const affairs = inAffairs({ entries, joined, decisions: await store.decisions() });
  await store.writeGraph(uniteBatches(affairs.map(assessedBatch)), truth);
}

/** Articles whose graphs are written in one transaction, and held in memory at once, unless one affair has more. */
const AT_ONCE = 200;

/** False where the ground truth changed meanwhile. */
async function settleAffairs(store: Store, affairs: Affairs, truth: number): Promise<boolean> {
  const { articles, pairs } = await affairs.changed();
  const decisions = await store.decisions();
  let built: AffairGraph[] = [];
  let size = 0;
  for (const affair of affairsOf(articles, pairs)) {
    if (size > 0 && size + affair.length > AT_ONCE) {
      if (!(await affairs.write(built, truth))) return affairs.finish(truth);
      built = [];
      size = 0;
    }
    const { entries, joined } = await affairs.read(affair);
    built.push({ articles: affair, graph: assessedBatch({ entries, joined, decisions }) });
    size += affair.length;
  }
  await affairs.write(built, truth);
  return affairs.finish(truth);
}

/** The graph of one affair, assessed. Its version is made of the evidence, so that the same evidence has the same one in every store. */
function assessedBatch(affair: BuildInput): GraphBatch {
  const graph = buildAffair(affair);
  const evidence = toEvidence(graph);
  const hash = createHash('sha256').update(
    JSON.stringify(evidence, (_, value: unknown) => (value instanceof Map ? [...value.values()] : value)),
  );
  return toBatch(graph, {
    assessments: new Map(assessAll(evidence)),
    version: hash.digest('hex').slice(0, 16),
  });
}
