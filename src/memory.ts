/** Articles into a graph in memory, without any store. */

import { buildGraph, type Entry } from './graph/build.ts';
import type { KnowledgeGraph } from './graph/types.ts';
import { joinPairs } from './ingest.ts';
import type { ReadFailure } from './read/types.ts';
import { extractAll, openStages, type ReadingOptions } from './reading.ts';
import type { Decisions, Reading } from './resolve/types.ts';

export interface InMemory {
  readonly graph: KnowledgeGraph;
  readonly failures: readonly ReadFailure[];
}

/**
 * Reads the inputs, resolves each article and joins it with those before it that share a blocking key; an article that
 * comes twice counts once. `onProgress`: inputs done so far.
 */
export async function graphInMemory(
  inputs: readonly string[],
  options: ReadingOptions,
  onProgress: (done: number) => void = () => {},
): Promise<InMemory> {
  const stages = await openStages(options.extractor);
  const entries = new Map<string, Entry>();
  const joined: Decisions[] = [];
  const failures: ReadFailure[] = [];
  const byKey = new Map<string, Reading[]>();
  try {
    for await (const result of extractAll(inputs, options, stages)) {
      onProgress(entries.size + failures.length);
      if ('message' in result) {
        failures.push(result);
        continue;
      }
      const { document, extraction } = result;
      const { article } = document;
      if (entries.has(article.id)) continue;
      const reading = stages.resolveWithin(document, extraction, stages.extractor.id);
      const keys = new Set(stages.blockingKeys(reading));
      const candidates = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
      joined.push(...joinPairs(reading, [...candidates], stages.join).map((j) => j.decisions));
      for (const key of keys) {
        const sharing = byKey.get(key);
        if (sharing) sharing.push(reading);
        else byKey.set(key, [reading]);
      }
      entries.set(article.id, { article, reading });
    }
  } finally {
    await stages.extractor.close();
  }
  return { graph: buildGraph({ entries: [...entries.values()], joined, decisions: [] }), failures };
}
