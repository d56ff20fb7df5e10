/** `hearsay copy FROM TO`: a store's content into another store, of whatever kind. */

import type { Command } from 'commander';
import { copyStore } from '../copy.ts';
import { countWords } from '../report/words.ts';
import type { Access } from '../store/neo4j/location.ts';
import { withExamples } from './options.ts';
import { note } from './output.ts';
import { withStore } from './stored.ts';

type Options = Access & { readonly quiet?: boolean };

export function copyCommand(command: Command): void {
  command
    .argument('<from>', 'store to copy: a file, or a server such as neo4j://localhost')
    .argument('<to>', 'an empty store, or one that a copy was cut off from');
  withExamples(command, [
    'hearsay copy hearsay.db neo4j://localhost',
    'hearsay copy neo4j://localhost backup.db',
  ]).action(async (from: string, to: string, _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    await withStore({ ...options, store: from }, false, (source) =>
      withStore({ ...options, store: to }, true, async (target) => {
        const copied = await copyStore(source, target);
        note(`${countWords(copied, 'article')} copied: ${to}`, options);
      }),
    );
  });
}
