/** How fast the learned extractor reads, natively and on WASM, and whether it reads the same on both. */
import { createExtractor } from '../extract/extractor.ts';
import type { Backend } from '../extract/runtime.ts';
import type { Attribution } from '../extract/types.ts';
import { toArticle } from '../read/article.ts';
import { readArticles } from '../read/articles.ts';
import { type Article, isFailure } from '../read/types.ts';
import { simulatedNews } from '../simulate/articles.ts';
import { toDocument } from '../text/document.ts';
import type { Document } from '../text/types.ts';
import { cpuSeconds } from './meter.ts';

/** Long simulated articles, unless there are texts to read. */
const ARTICLES = 40;

/** `files`: articles to read, comma-separated, instead of simulated ones. */
export async function benchModel(_: readonly number[] | undefined, files = ''): Promise<void> {
  const documents = await documentsOf(files === '' ? [] : files.split(','));
  const characters = documents.reduce((sum, { article }) => sum + article.text.length, 0);
  console.log(`${documents.length} articles of ${(characters / documents.length / 1000).toFixed(1)} KB`);
  const native = await measure('node', documents);
  const portable = await measure('wasm', documents);
  const [common, all] = overlap(native, portable);
  console.log(`the same on both: ${common} of ${all} attributions, ${((100 * common) / all).toFixed(2)} %`);
}

async function measure(backend: Backend, documents: readonly Document[]): Promise<ReadonlySet<string>> {
  const opening = performance.now();
  const extractor = await createExtractor({ kind: 'model', backends: [backend] });
  const [begin, used] = [performance.now(), cpuSeconds()];
  const found = await extractor.extract(documents);
  const [end, done] = [performance.now(), cpuSeconds()];
  await extractor.close();
  console.log(
    [
      backend,
      `open in ${(begin - opening).toFixed(0)} ms`,
      `${((1000 * documents.length) / (end - begin)).toFixed(1)} articles/s`,
      `${((1000 * (done - used)) / documents.length).toFixed(0)} CPU ms an article`,
      `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    ].join(', '),
  );
  return new Set(
    found.flatMap(({ attributions }, d) => attributions.map((each) => placeOf(documents[d], each))),
  );
}

async function documentsOf(files: readonly string[]): Promise<Document[]> {
  const articles: Article[] = [];
  if (files.length > 0) {
    for await (const result of readArticles(files, {})) if (!isFailure(result)) articles.push(result);
    return articles.map(toDocument);
  }
  for (const affair of simulatedNews({ seed: 1, articles: ARTICLES, form: 'long' }))
    for (const { text } of affair.articles) {
      const article = toArticle(`${articles.length}.txt`, text);
      if (!isFailure(article)) articles.push(article);
    }
  return articles.map(toDocument);
}

const placeOf = (document: Document | undefined, { source, cue, content }: Attribution): string =>
  JSON.stringify([document?.article.id, source, cue, content]);

/** How many are in both, and how many in either. */
const overlap = (some: ReadonlySet<string>, others: ReadonlySet<string>): [common: number, all: number] => [
  [...some].filter((each) => others.has(each)).length,
  new Set([...some, ...others]).size,
];
