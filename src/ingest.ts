/** Articles into a store: read, cut, extracted, resolved, joined, kept; each as soon as it is ready. */

import { ahead, batches } from './batches.ts';
import { type Beside, hereAndBeside } from './beside.ts';
import type { Extraction, Extractor } from './extract/types.ts';
import { isAnalysed } from './read/language.ts';
import { type Article, isArticle, isFailure, type ReadFailure, type ReadResult } from './read/types.ts';
import type { Decisions, Reading } from './resolve/types.ts';
import type { Joined, Store, StoredArticle } from './store/types.ts';
import type { Document } from './text/types.ts';

/** What turns articles into readings, and readings into a graph's joints. */
export interface Stages {
  readonly extractor: Pick<Extractor, 'id' | 'extract'>;
  readonly toDocument: (article: Article) => Document;
  readonly resolveWithin: (document: Document, extraction: Extraction, extractor: string) => Reading;
  readonly blockingKeys: (reading: Reading) => readonly string[];
  readonly join: (reading: Reading, candidates: readonly Reading[]) => Decisions;
}

export interface Progress {
  readonly added: number;
  /** Were there already. */
  readonly skipped: number;
  readonly failed: number;
}

export interface IngestResult extends Progress {
  readonly failures: readonly ReadFailure[];
  /** Of those added, in languages that are not analysed. */
  readonly unanalysed: number;
}

/**
 * Adds every article that is not there yet, each in a transaction of its own; what cannot be read is collected. A run that
 * was cut off is completed by running it again. The computed graph is out of date afterwards: `settle` follows.
 *
 * `beside`: reads what comes after the first articles, a little ahead of what is kept.
 */
export async function ingest(
  results: AsyncIterable<ReadResult>,
  store: Store,
  stages: Stages,
  onProgress: (progress: Progress) => void = () => {},
  beside: () => Beside | null = () => null,
): Promise<IngestResult> {
  const failures: ReadFailure[] = [];
  let [added, skipped, unanalysed] = [0, 0, 0];
  const readers = hereAndBeside((articles) => readBatch(articles, stages), beside);
  const readFresh = async (batch: readonly ReadResult[]): Promise<readonly StoredArticle[]> => {
    failures.push(...batch.filter(isFailure));
    const articles = batch.filter(isArticle);
    const there = await store.has(articles.map((a) => a.id));
    const fresh = articles.filter((a) => !there.has(a.id));
    skipped += articles.length - fresh.length;
    onProgress({ added, skipped, failed: failures.length });
    return readers.read(fresh);
  };
  try {
    for await (const entries of ahead(batches(results), () => readers.atOnce, readFresh))
      for (const entry of entries) {
        const isNew = await store.add(entry, (candidates) =>
          joinPairs(entry.reading, candidates, stages.join),
        );
        if (isNew) added++;
        else skipped++;
        if (isNew && !isAnalysed(entry.article)) unanalysed++;
        onProgress({ added, skipped, failed: failures.length });
      }
  } finally {
    await readers.close();
  }
  return { added, skipped, failed: failures.length, failures, unanalysed };
}

/** What each article says for itself. */
export async function readBatch(articles: readonly Article[], stages: Stages): Promise<StoredArticle[]> {
  const documents = articles.map(stages.toDocument);
  const extractions = await stages.extractor.extract(documents);
  return documents.map((document, i) => {
    const extraction = extractions[i];
    if (extraction === undefined)
      throw new RangeError(`${stages.extractor.id} left out ${document.article.file}`);
    const reading = stages.resolveWithin(document, extraction, stages.extractor.id);
    return { article: document.article, reading, keys: stages.blockingKeys(reading) };
  });
}

/**
 * Decides between a reading and each candidate, always from the one with the smaller id: which of the two came first cannot
 * show. Pairs without a decision are left out.
 */
export function joinPairs(
  reading: Reading,
  candidates: readonly Reading[],
  join: Stages['join'],
): readonly Joined[] {
  return candidates
    .filter((other) => other.article !== reading.article)
    .map((other) =>
      reading.article < other.article ? ([reading, other] as const) : ([other, reading] as const),
    )
    .map(([a, b]) => ({ article: a.article, other: b.article, decisions: join(a, [b]) }))
    .filter(({ decisions }) => Object.values(decisions).some((list) => list.length > 0));
}
