/** Articles into a graph in memory, without any store. */

import { AHEAD, ahead, batches } from './batches.ts';
import { type BuildInput, buildGraph, type Entry } from './graph/build.ts';
import type { KnowledgeGraph } from './graph/types.ts';
import { joinPairs, readBatch, type Stages } from './ingest.ts';
import { isArticle, isFailure, type ReadFailure, type ReadResult } from './read/types.ts';
import type { Decisions, Reading } from './resolve/types.ts';
import type { StoredArticle } from './store/types.ts';

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
  const keep = ({ article, reading, keys }: StoredArticle): void => {
    if (entries.has(article.id)) return;
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    joined.push(...joinPairs(reading, [...candidates], stages.join).map((j) => j.decisions));
    for (const key of keys) {
      const sharing = byKey.get(key);
      if (sharing) sharing.push(reading);
      else byKey.set(key, [reading]);
    }
    entries.set(article.id, { article, reading });
  };
  const read = (batch: readonly ReadResult[]): Promise<readonly StoredArticle[]> => {
    failures.push(...batch.filter(isFailure));
    return readBatch(batch.filter(isArticle), stages);
  };
  for await (const batch of ahead(batches(results), () => AHEAD, read)) {
    for (const entry of batch) keep(entry);
    onProgress(entries.size + failures.length);
  }
  const input = { entries: [...entries.values()], joined };
  return { graph: buildGraph({ ...input, decisions: [] }), input, failures };
}
