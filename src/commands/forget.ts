/** `hearsay forget ARTICLE`: an article out of the store, with all that was read from it. */

import type { Command } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { matching } from '../report/ids.ts';
import { settle } from '../settle.ts';
import { type StoreOptions, storeOption, withExamples } from './options.ts';
import { note } from './output.ts';
import { currentGraph, withStore } from './stored.ts';

type Options = StoreOptions & { readonly quiet?: boolean };

export function forgetCommand(command: Command): void {
  command
    .argument('<article>', 'its file as it was ingested, or its id or an unambiguous beginning of it')
    .addOption(storeOption());
  withExamples(command, ['hearsay forget articles/hoax.txt', 'hearsay forget 777f87']).action(
    async (name: string, _: Options, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      await withStore(options, false, async (store) => {
        const { articles } = await currentGraph(store);
        const byFile = [...articles.values()].filter((a) => a.file === name).map((a) => a.id);
        const found = byFile.length > 0 ? byFile : matching(name, articles.keys());
        const [id] = found;
        if (id === undefined)
          throw new HearsayError(`${name}: no such article in ${options.store}`, {
            exitCode: EXIT.nothingFound,
            remedy: 'hearsay report --format json lists articles with file and id',
          });
        if (found.length > 1)
          throw new HearsayError(`${name} fits ${found.length} articles`, {
            exitCode: EXIT.usage,
            remedy: `give more of the id: ${found.slice(0, 3).join(', ')}`,
          });
        await store.forget(id);
        await settle(store);
        note(`forgot ${articles.get(id)?.file ?? id}`, options);
      });
    },
  );
}
