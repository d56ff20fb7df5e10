/** Articles into a graph in memory, without any store. */

import { buildGraph, type Entry } from './graph/build.ts';
import type { KnowledgeGraph } from './graph/types.ts';
import type { ReadFailure } from './read/types.ts';
import { extractAll, type ReadingOptions } from './reading.ts';
import { blockingKeys, join } from './resolve/join.ts';
import type { Decisions, Reading } from './resolve/types.ts';
import { resolveWithin } from './resolve/within.ts';

export interface InMemory {
  readonly graph: KnowledgeGraph;
  readonly failures: readonly ReadFailure[];
}

/** Reads the inputs, resolves each article and joins it with those before it that share a blocking key. `onArticle`: articles so far. */
export async function graphInMemory(
  inputs: readonly string[],
  options: ReadingOptions,
  onArticle: (count: number) => void = () => {},
): Promise<InMemory> {
  const entries: Entry[] = [];
  const joined: Decisions[] = [];
  const failures: ReadFailure[] = [];
  const seen = new Set<string>();
  const byKey = new Map<string, Reading[]>();
  for await (const result of extractAll(inputs, options)) {
    if ('message' in result) {
      failures.push(result);
      continue;
    }
    const { document, extraction, extractor } = result;
    const { article } = document;
    if (seen.has(article.id)) continue;
    seen.add(article.id);
    const reading = resolveWithin(document, extraction, extractor);
    const keys = blockingKeys(reading);
    joined.push(join(reading, [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]));
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), reading]);
    entries.push({ article, reading });
    onArticle(entries.length);
  }
  return { graph: buildGraph({ entries, joined, decisions: [] }), failures };
}
