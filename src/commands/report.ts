/** `hearsay report [FILE…]`: the corroboration report. */

import type { Command } from 'commander';
import type { Day } from '../read/types.ts';
import { arrange } from '../report/arrange.ts';
import { reportBlocks } from '../report/compose.ts';
import { reportJson } from '../report/json.ts';
import { assessedGraph } from './graph.ts';
import {
  day,
  type InputOptions,
  type StoreOptions,
  storeOption,
  withExamples,
  withInput,
  withOutput,
} from './options.ts';
import { type OutputOptions, show } from './output.ts';

type Options = StoreOptions & InputOptions & OutputOptions & { readonly asOf?: Day };

export function reportCommand(program: Command): void {
  const command = program
    .command('report')
    .description('Print who says what, on whose word, and how many independent roots each claim has')
    .argument(
      '[files...]',
      'articles to read (files, directories, globs, - for standard input) instead of a store',
    )
    .addOption(storeOption())
    .option('--as-of <day>', 'only what was known on that day', day);
  withExamples(withOutput(withInput(command)), [
    'hearsay report article.txt',
    'hearsay report articles/*.txt --format json > report.json',
    'hearsay report --store affair.db -o report.html',
    'hearsay report --as-of 2024-12-26',
  ]).action(async (files: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const asOf = options.asOf ?? null;
    const { graph, assessments } = await assessedGraph(files, options, self, asOf);
    await show(
      options,
      () => reportBlocks(arrange(graph, assessments, asOf)),
      () => reportJson(graph, assessments, asOf),
    );
  });
}
