/** `hearsay report [FILE…]`: the corroboration report. */

import type { Command } from 'commander';
import { onClaim } from '../graph/part.ts';
import type { Day } from '../read/types.ts';
import { arrange } from '../report/arrange.ts';
import { reportBlocks } from '../report/compose.ts';
import { reportJson } from '../report/json.ts';
import { claimIn, storedClaim } from './claim.ts';
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

type Options = StoreOptions & InputOptions & OutputOptions & { readonly asOf?: Day; readonly claim?: string };

export function reportCommand(command: Command): void {
  command
    .argument(
      '[files...]',
      'articles to read (files, directories, globs, - for standard input) instead of a store',
    )
    .addOption(storeOption())
    .option('--claim <id>', 'only this claim and what it rests on (a beginning of its id will do)')
    .option('--as-of <day>', 'only what was known on that day', day);
  withExamples(withOutput(withInput(command)), [
    'hearsay report article.txt',
    'hearsay report articles/*.txt --format json > report.json',
    'hearsay report --store affair.db -o report.html',
    'hearsay report --claim cl-6e722d',
    'hearsay report --as-of 2024-12-26',
  ]).action(async (files: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const asOf = options.asOf ?? null;
    if (options.claim !== undefined) return reportOn(options.claim, files, options, self, asOf);
    const { graph, assessments } = await assessedGraph(files, options, self, asOf);
    await show(
      options,
      () => reportBlocks(arrange(graph, assessments, asOf)),
      () => reportJson(graph, assessments, asOf),
    );
  });
}

/** The report on one claim. What was known on a day shows only in the graph as a whole. */
async function reportOn(
  id: string,
  files: readonly string[],
  options: Options,
  command: Command,
  day: Day | null,
): Promise<void> {
  const { graph, claim, assessment } =
    files.length > 0 || day !== null
      ? claimIn((await assessedGraph(files, options, command, day)).graph, id)
      : await storedClaim(options, id);
  const assessments = new Map([[claim.id, assessment]]);
  await show(
    options,
    () => reportBlocks(arrange(graph, assessments, day)),
    () => reportJson(onClaim(graph, claim.id), assessments, day),
  );
}
