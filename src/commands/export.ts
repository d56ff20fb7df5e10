/** `hearsay export FORMAT FOLDER`: the store for other programs. */

import { mkdirSync, readdirSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { settle } from '../settle.ts';
import { type StoreOptions, storeOption, withExamples } from './options.ts';
import { note } from './output.ts';
import { withStore } from './stored.ts';

type Options = StoreOptions & { readonly quiet?: boolean };

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('Write the store as files for other programs')
    .addArgument(
      new Argument('<format>', 'neo4j-csv: files for neo4j-admin database import').choices(['neo4j-csv']),
    )
    .argument('<folder>', 'where to write; made where it is not there, and empty')
    .addOption(storeOption());
  withExamples(command, [
    'hearsay export neo4j-csv import/ && cd import && neo4j-admin database import full neo4j @import.args',
  ]).action(async (_format: string, folder: string, _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { exportStore } = await import('../export/store-csv.ts');
    await withStore(options, false, async (store) => {
      await settle(store);
      makeEmpty(folder);
      const { nodes, edges } = await exportStore(store, folder);
      note(`${nodes} nodes, ${edges} relationships: ${folder}`, options);
    });
  });
}

function makeEmpty(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch (cause) {
    throw new HearsayError(`${folder}: cannot be written`, { remedy: 'give another folder', cause });
  }
  throw new HearsayError(`${folder}: is not empty`, { exitCode: EXIT.usage, remedy: 'give a new folder' });
}
