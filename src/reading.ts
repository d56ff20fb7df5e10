/** Articles through the stages up to what each says for itself: read, cut, extracted; in batches, one after the other. */

import { createExtractor } from './extract/extractor.ts';
import type { Extraction } from './extract/types.ts';
import { withDefaults } from './read/article.ts';
import { readArticles } from './read/articles.ts';
import type { Day, ReadFailure } from './read/types.ts';
import { toDocument } from './text/document.ts';
import type { Document } from './text/types.ts';

export interface ReadingOptions {
  readonly extractor: 'model' | 'rules';
  /** For articles that give none. */
  readonly date: Day | null;
  readonly outlet: string | null;
}

export interface Extracted {
  readonly document: Document;
  readonly extraction: Extraction;
  /** Name and version of what read it. */
  readonly extractor: string;
}

/** Articles that the extractor is given at once: enough to keep it busy, few enough to hold. */
const BATCH = 8;

/** What each input gives, in the order given: an extracted article, or the failure to read one. */
export async function* extractAll(
  inputs: readonly string[],
  options: ReadingOptions,
): AsyncGenerator<Extracted | ReadFailure> {
  const extractor = await createExtractor({ kind: options.extractor });
  try {
    let batch: Document[] = [];
    const flush = async (): Promise<readonly Extracted[]> => {
      const documents = batch;
      batch = [];
      const extractions = await extractor.extract(documents);
      return documents.flatMap((document, i) => {
        const extraction = extractions[i];
        return extraction ? [{ document, extraction, extractor: extractor.id }] : [];
      });
    };
    for await (const result of readArticles(inputs)) {
      if ('message' in result) {
        yield* await flush();
        yield result;
        continue;
      }
      batch.push(toDocument(withDefaults(result, options)));
      if (batch.length >= BATCH) yield* await flush();
    }
    yield* await flush();
  } finally {
    await extractor.close();
  }
}
