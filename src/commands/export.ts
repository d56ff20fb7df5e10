/** `hearsay export FORMAT …`: the store for other programs, and for people who have none of it. */

import { mkdirSync, readdirSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { settle } from '../settle.ts';
import { type StoreOptions, storeOption, withExamples } from './options.ts';
import { emit, note } from './output.ts';
import { withStore } from './stored.ts';

type Options = StoreOptions & { readonly quiet?: boolean; readonly output?: string };

const FORMATS = ['neo4j-csv', 'html'] as const;
type Format = (typeof FORMATS)[number];

export function exportCommand(command: Command): void {
  command
    .addArgument(
      new Argument(
        '<format>',
        'neo4j-csv: files for neo4j-admin database import; html: the explorer with its data in one file',
      ).choices(FORMATS),
    )
    .argument('[folder]', 'of neo4j-csv: where to write; made where it is not there, and empty')
    .option('-o, --output <file>', 'of html: write to a file instead of standard output')
    .addOption(storeOption());
  withExamples(command, [
    'hearsay export html -o affair.html',
    'hearsay export neo4j-csv import/ && cd import && neo4j-admin database import full neo4j @import.args',
  ]).action(async (format: Format, folder: string | undefined, _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    if (format === 'html') await exportPage(folder, options);
    else await exportFolder(folder, options);
  });
}

async function exportFolder(folder: string | undefined, options: Options): Promise<void> {
  if (folder === undefined)
    throw new HearsayError('the folder is missing', {
      exitCode: EXIT.usage,
      remedy: 'say where to write: hearsay export neo4j-csv FOLDER',
    });
  const { exportStore } = await import('../export/store-csv.ts');
  await withStore(options, false, async (store) => {
    await settle(store);
    makeEmpty(folder);
    const { nodes, edges } = await exportStore(store, folder);
    note(`${nodes} nodes, ${edges} relationships: ${folder}`, options);
  });
}

async function exportPage(folder: string | undefined, options: Options): Promise<void> {
  if (folder !== undefined)
    throw new HearsayError('a page is one file, not a folder', {
      exitCode: EXIT.usage,
      remedy: `name it with -o ${folder}`,
    });
  const { openStoreSession } = await import('../explore/open.ts');
  const { exportedPage } = await import('../explore/export.ts');
  await withStore(options, false, async (store) =>
    emit(await exportedPage(await openStoreSession(store, '')), options.output),
  );
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
