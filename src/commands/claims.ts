/** `hearsay claims`: every claim with its status and bounds. */

import { type Command, Option } from 'commander';
import { STATUSES, type Status } from '../corroborate/types.ts';
import { EXIT, HearsayError } from '../errors.ts';
import { claimListBlocks, claimListJson, listClaims } from '../report/claim-list.ts';
import { assessed } from './graph.ts';
import { type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { type OutputOptions, show } from './output.ts';
import { storedGraph } from './stored.ts';

type Options = StoreOptions & OutputOptions & { readonly status?: Status; readonly text?: string };

export function claimsCommand(command: Command): void {
  command
    .addOption(storeOption())
    .addOption(new Option('--status <status>', 'only claims of this status').choices(STATUSES))
    .option('--text <words>', 'only claims that hold all these words');
  withExamples(withOutput(command), [
    'hearsay claims',
    'hearsay claims --status independence-open',
    'hearsay claims --text "solvent plant" --format json',
  ]).action(async (_: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { graph, assessments } = assessed(await storedGraph(options));
    const filter = { status: options.status ?? null, text: options.text ?? null };
    const found = listClaims(graph, assessments, filter);
    if (found.length === 0 && (filter.status !== null || filter.text !== null))
      throw new HearsayError('no claim fits', {
        exitCode: EXIT.nothingFound,
        remedy: 'hearsay claims without filters lists all',
      });
    await show(
      options,
      () => claimListBlocks(found),
      () => claimListJson(found),
    );
  });
}
