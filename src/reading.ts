/** Articles through the stages up to what each says for itself: read, cut, extracted; in batches, the next under way while one ends. */

import { AHEAD, ahead, batches } from './batches.ts';
import { createExtractor } from './extract/extractor.ts';
import type { Extraction, Extractor } from './extract/types.ts';
import type { Stages } from './ingest.ts';
import { withDefaults } from './read/article.ts';
import { readArticles } from './read/articles.ts';
import { isAnalysed } from './read/language.ts';
import {
  type Article,
  type Day,
  isArticle,
  isFailure,
  type ReadFailure,
  type ReadResult,
} from './read/types.ts';
import { join } from './resolve/join.ts';
import { blockingKeys } from './resolve/keys.ts';
import { resolveWithin } from './resolve/within.ts';
import { toDocument } from './text/document.ts';

export interface ReadingOptions {
  readonly extractor: 'model' | 'rules';
  /** For articles that give none. */
  readonly date: Day | null;
  readonly outlet: string | null;
  /** Whether web addresses are fetched. */
  readonly fetch?: boolean;
}

export interface Extracted {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** The stages as they are, around an open extractor: whoever opens it closes it. */
export async function openStages(
  kind: 'model' | 'rules',
): Promise<Stages & { readonly extractor: Extractor }> {
  return {
    extractor: analysedOnly(await createExtractor({ kind })),
    toDocument,
    resolveWithin,
    blockingKeys,
    join,
  };
}

/** Leaves out articles of languages that are not analysed: they have no attributions. */
function analysedOnly(extractor: Extractor): Extractor {
  return {
    ...extractor,
    async extract(documents) {
      const extractions = await extractor.extract(documents.filter((d) => isAnalysed(d.article)));
      let next = 0;
      return documents.map((d) => {
        const extraction = isAnalysed(d.article) ? extractions[next++] : undefined;
        return extraction ?? { attributions: [], relays: [] };
      });
    },
  };
}

/** The articles of all inputs, in the order given, with the date and outlet that they lack; or why there is none. */
export async function* articlesOf(
  inputs: readonly string[],
  options: ReadingOptions,
): AsyncGenerator<ReadResult> {
  const fetch = options.fetch ? (await import('./read/fetch.ts')).fetchPage : undefined;
  for await (const result of readArticles(inputs, fetch === undefined ? {} : { fetch }))
    yield isFailure(result) ? result : withDefaults(result, options);
}

/** Reads on to the first article; `articles`: it and all that follows, or null where there is none. */
export async function untilFirstArticle(results: AsyncGenerator<ReadResult>): Promise<{
  readonly failures: readonly ReadFailure[];
  readonly articles: AsyncIterable<ReadResult> | null;
}> {
  const failures: ReadFailure[] = [];
  for (let next = await results.next(); next.done !== true; next = await results.next()) {
    const first = next.value;
    if (!isFailure(first)) return { failures, articles: startingWith(first, results) };
    failures.push(first);
  }
  return { failures, articles: null };
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Each article extracted, each failure as it stands, in the order given. */
export async function* extractAll(
  results: AsyncIterable<ReadResult>,
  { extractor, toDocument }: Pick<Stages, 'extractor' | 'toDocument'>,
): AsyncGenerator<Extracted | ReadFailure> {
  const read = async (batch: readonly ReadResult[]) => ({
    batch,
    extractions: await extractor.extract(batch.filter(isArticle).map(toDocument)),
  });
  for await (const { batch, extractions } of ahead(batches(results), () => AHEAD, read)) {
    let next = 0;
    for (const result of batch) {
      const extraction = isFailure(result) ? undefined : extractions[next++];
      if (isFailure(result)) yield result;
      else if (extraction !== undefined) yield { article: result, extraction };
    }
  }
}
