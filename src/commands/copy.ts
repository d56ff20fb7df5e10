/** `hearsay copy FROM TO`: a store's content into another store, of whatever kind. */

import { realpathSync } from 'node:fs';
import type { Command } from 'commander';
import { copyStore } from '../copy.ts';
import { EXIT, HearsayError } from '../errors.ts';
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
    refuseSame(from, to);
    await withStore({ ...options, store: from }, false, (source) =>
      withStore({ ...options, store: to }, true, async (target) => {
        const copied = await copyStore(source, target);
        note(`${countWords(copied, 'article')} copied: ${to}`, options);
      }),
    );
  });
}

function refuseSame(from: string, to: string): void {
  if (placeOf(from) === placeOf(to))
    throw new HearsayError(`${to}: is the store to copy itself`, {
      exitCode: EXIT.usage,
      remedy: 'name another to copy to',
    });
}

/** The same for the same file, whatever it is called. */
function placeOf(location: string): string {
  try {
    return realpathSync(location);
  } catch {
    return location;
  }
}
