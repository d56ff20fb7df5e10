/** Bringing the computed graph up to date with what was read and decided. */

import { createHash } from 'node:crypto';
import { assessAll } from './corroborate/assess.ts';
import { buildGraph, type Entry } from './graph/build.ts';
import { toEvidence } from './graph/evidence.ts';
import { toBatch } from './graph/property.ts';
import type { Decision } from './graph/types.ts';
import type { Decisions } from './resolve/types.ts';
import type { Store } from './store/types.ts';

/**
 * Builds and assesses the graph again where the ground truth changed since it was written. False where it was up to date.
 * What another process adds meanwhile is left for the next time: the graph then still counts as out of date.
 */
export async function settle(store: Store): Promise<boolean> {
  const { truth, graph: written } = await store.revision();
  if (written === truth) return false;
  const entries: Entry[] = [];
  for await (const { article, reading } of store.entries()) entries.push({ article, reading });
  const joined: Decisions[] = [];
  for await (const { decisions } of store.joined()) joined.push(decisions);
  const decisions = await store.decisions();
  const graph = buildGraph({ entries, joined, decisions });
  const assessments = new Map(assessAll(toEvidence(graph)));
  await store.writeGraph(toBatch(graph, { assessments, version: versionOf(entries, decisions) }), truth);
  return true;
}

/** Names the evidence by what it is made of, so that the same articles and decisions have the same version in every store. */
function versionOf(entries: readonly Entry[], decisions: readonly Decision[]): string {
  const hash = createHash('sha256');
  for (const { article, reading } of entries) hash.update(`${article.id} ${reading.extractor}\n`);
  for (const { id } of decisions) hash.update(`${id}\n`);
  return hash.digest('hex').slice(0, 16);
}
