/** `hearsay sources`: who relies on whom. */

import type { Command } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { listSources, sourceListBlocks, sourceListJson } from '../report/source-list.ts';
import { assessed } from './graph.ts';
import { type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { type OutputOptions, show } from './output.ts';
import { storedGraph } from './stored.ts';

type Options = StoreOptions & OutputOptions & { readonly text?: string };

export function sourcesCommand(command: Command): void {
  command.addOption(storeOption()).option('--text <words>', 'only sources whose names hold all these words');
  withExamples(withOutput(command), [
    'hearsay sources',
    'hearsay sources --text ministry --format json',
  ]).action(async (_: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { graph } = assessed(await storedGraph(options));
    const found = listSources(graph, options.text ?? null);
    if (found.length === 0 && options.text !== undefined)
      throw new HearsayError('no source fits', {
        exitCode: EXIT.nothingFound,
        remedy: 'hearsay sources without --text lists all',
      });
    await show(
      options,
      () => sourceListBlocks(found),
      () => sourceListJson(found),
    );
  });
}
