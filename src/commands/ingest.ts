/** `hearsay ingest FILE…`: articles into the store. */

import type { Command } from 'commander';
import { type IngestResult, ingest } from '../ingest.ts';
import { countWords } from '../report/words.ts';
import { settle } from '../settle.ts';
import {
  type InputOptions,
  readingOptions,
  type StoreOptions,
  storeOption,
  withExamples,
  withInput,
} from './options.ts';
import { complainOf, note, noteUnanalysed, progressOver, throwIfNone } from './output.ts';
import { withStore } from './stored.ts';

type Options = StoreOptions & InputOptions & { readonly quiet?: boolean };

export function ingestCommand(command: Command): void {
  command
    .argument(
      '<files...>',
      'articles (files, directories, globs, - for standard input, web addresses with --fetch)',
    )
    .addOption(storeOption());
  withExamples(withInput(command), [
    'hearsay ingest articles/',
    'hearsay ingest "wire/**/*.txt" corpus.jsonl --extractor rules --store affair.db',
    'hearsay ingest https://example.org/article --fetch',
    'curl -s https://example.org/article.txt | hearsay ingest - --date 2024-12-27 --outlet Example',
  ]).action(async (files: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { openStages, articlesOf, untilFirstArticle } = await import('../reading.ts');
    const { readersBeside } = await import('../beside.ts');
    // Nothing is made or opened for inputs of which none can be read.
    const { failures, articles } = await untilFirstArticle(articlesOf(files, readingOptions(options)));
    throwIfNone(articles, failures);
    complainOf(failures);
    await withStore(options, true, async (store) => {
      const stages = await openStages(options.extractor);
      const bar = await progressOver(files, options);
      try {
        const result = await ingest(
          articles,
          store,
          stages,
          (p) => bar.update(p.added + p.skipped + p.failed),
          // The model keeps all processors busy by itself.
          options.extractor === 'rules' ? readersBeside : undefined,
        );
        bar.end();
        complainOf(result.failures);
        await settle(store);
        noteUnanalysed(result.unanalysed, options);
        note(summary(result, failures.length, options.store), options);
      } finally {
        bar.end();
        await stages.extractor.close();
      }
    });
  });
}

const summary = ({ added, skipped, failed }: IngestResult, failedBefore: number, store: string): string =>
  `${countWords(added, 'article')} added, ${skipped} already there, ${failed + failedBefore} not readable: ${store}`;
