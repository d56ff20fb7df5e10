/** `hearsay chains CLAIM`: how a claim's corroboration chains run, with the passages. */

import type { Command } from 'commander';
import { chainBlocks, chainJson } from '../report/chain-tree.ts';
import { storedClaim } from './claim.ts';
import { type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { type OutputOptions, show } from './output.ts';

type Options = StoreOptions & OutputOptions;

export function chainsCommand(command: Command): void {
  command.argument('<claim>', 'id of a claim, or an unambiguous beginning of it').addOption(storeOption());
  withExamples(withOutput(command), ['hearsay chains cl-6e722d', 'hearsay chains 6e72 --format json']).action(
    async (id: string, _: Options, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const { graph, claim, assessment } = await storedClaim(options, id);
      await show(
        options,
        () => chainBlocks(graph, claim, assessment),
        () => chainJson(graph, claim, assessment),
      );
    },
  );
}
