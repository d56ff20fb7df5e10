/** Articles into a graph in memory, without any store. */

import { type BuildInput, buildGraph, type Entry } from './graph/build.ts';
import type { KnowledgeGraph } from './graph/types.ts';
import { joinPairs, type Stages } from './ingest.ts';
import type { ReadFailure, ReadResult } from './read/types.ts';
import { extractAll } from './reading.ts';
import type { Decisions, Reading } from './resolve/types.ts';

export interface InMemory {
  readonly graph: KnowledgeGraph;
  /** What the graph was built from, to build it again with decisions. */
  readonly input: Omit<BuildInput, 'decisions'>;
  readonly failures: readonly ReadFailure[];
}

/**
 * Resolves each article and joins it with those before it that share a blocking key; an article that comes twice counts
 * once. `onProgress`: articles and failures so far.
 */
export async function graphInMemory(
  results: AsyncIterable<ReadResult>,
  stages: Stages,
  onProgress: (done: number) => void = () => {},
): Promise<InMemory> {
  const entries = new Map<string, Entry>();
  const joined: Decisions[] = [];
  const failures: ReadFailure[] = [];
  const byKey = new Map<string, Reading[]>();
  for await (const result of extractAll(results, stages)) {
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
  const input = { entries: [...entries.values()], joined };
  return { graph: buildGraph({ ...input, decisions: [] }), input, failures };
}
