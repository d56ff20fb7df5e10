/** `hearsay extract FILE…`: the attributions and relays of each article, nothing joined. */

import type { Command } from 'commander';
import { toContract } from '../extract/contract.ts';
import { isAnalysed } from '../read/language.ts';
import type { ReadFailure } from '../read/types.ts';
import type { Extracted } from '../reading.ts';
import { annotatedBlocks } from '../report/annotate.ts';
import { type InputOptions, readingOptions, withExamples, withInput, withOutput } from './options.ts';
import {
  complainOf,
  FORMATS,
  noteUnanalysed,
  type Output,
  type OutputFormat,
  type OutputOptions,
  openOutput,
  rendered,
  throwIfNone,
} from './output.ts';

type Options = InputOptions & Omit<OutputOptions, 'format'> & { readonly format?: OutputFormat | 'jsonl' };

export function extractCommand(command: Command): void {
  command.argument('<files...>', 'articles (files, directories, globs, - for standard input)');
  withExamples(withOutput(withInput(command), [...FORMATS, 'jsonl']), [
    'hearsay extract article.txt',
    'hearsay extract corpus.jsonl --extractor rules --format jsonl -o out.jsonl',
  ]).action(async (files: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { articlesOf, extractAll, openStages, untilFirstArticle } = await import('../reading.ts');
    const { articles, failures } = await untilFirstArticle(articlesOf(files, readingOptions(options)));
    throwIfNone(articles, failures);
    complainOf(failures);
    const stages = await openStages(options.extractor);
    const out = await openOutput(options.output);
    try {
      const extracted = readable(extractAll(articles, stages), options);
      await (options.format === 'jsonl' ? eachLine(extracted, out) : whole(extracted, out, options));
      await out.finish();
    } catch (error) {
      await out.discard();
      throw error;
    } finally {
      await stages.extractor.close();
    }
  });
}

/** The articles that could be read; the others are named, and the command fails in the end. */
async function* readable(
  results: AsyncIterable<Extracted | ReadFailure>,
  options: Options,
): AsyncGenerator<Extracted> {
  let unanalysed = 0;
  for await (const result of results) {
    if ('message' in result) complainOf([result]);
    else {
      if (!isAnalysed(result.article)) unanalysed++;
      yield result;
    }
  }
  noteUnanalysed(unanalysed, options);
}

async function eachLine(articles: AsyncIterable<Extracted>, out: Output): Promise<void> {
  for await (const { article, extraction } of articles)
    await out.write(`${JSON.stringify(toContract(article, extraction))}\n`);
}

async function whole(articles: AsyncIterable<Extracted>, out: Output, options: Options): Promise<void> {
  const { toDocument } = await import('../text/document.ts');
  const all: Extracted[] = [];
  for await (const article of articles) all.push(article);
  const { format, ...rest } = options;
  const output = format === undefined || format === 'jsonl' ? rest : { ...rest, format };
  await out.write(
    rendered(
      output,
      () => all.flatMap((a) => annotatedBlocks(toDocument(a.article), a.extraction)),
      () => all.map((a) => toContract(a.article, a.extraction)),
    ),
  );
}
