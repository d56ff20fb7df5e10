/** `hearsay explore [FILE…]`: a web page on this machine over a store, or over articles. */

import { spawn } from 'node:child_process';
import { type Command, InvalidArgumentError } from 'commander';
import type { Session } from '../explore/session.ts';
import { countWords } from '../report/words.ts';
import { readFiles, refuseStore } from './graph.ts';
import {
  decider,
  type InputOptions,
  type StoreOptions,
  storeOption,
  withExamples,
  withInput,
} from './options.ts';
import { complain, emit, note } from './output.ts';
import { withStore } from './stored.ts';

type Options = StoreOptions &
  InputOptions & {
    readonly host: string;
    readonly port: number;
    readonly open?: boolean;
    readonly by?: string;
    readonly quiet?: boolean;
  };

export function exploreCommand(command: Command): void {
  command
    .argument('[files...]', 'articles to read instead of a store; decisions then last until the end')
    .addOption(storeOption())
    .option('--port <number>', 'port of the page; 0: any that is free', port, 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--open', 'open the page in the browser (the default on a terminal)')
    .option('--no-open', 'only print the address')
    .option('--by <name>', 'who decides (default: the name of the user)');
  withExamples(withInput(command), [
    'hearsay explore article.txt',
    'hearsay explore --store affair.db',
    'hearsay explore --store neo4j://localhost --port 8080 --no-open',
  ]).action(async (files: string[], _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    refuseStore(files, self);
    const by = decider(options);
    if (files.length > 0) {
      const { input } = await readFiles(files, options);
      const location = files.length === 1 ? (files[0] ?? '') : countWords(files.length, 'file');
      const { groundInMemory, openSession } = await import('../explore/session.ts');
      await show(await openSession(groundInMemory(input, location), by), options);
    } else {
      const { openStoreSession } = await import('../explore/open.ts');
      await withStore(options, false, async (store) => show(await openStoreSession(store, by), options));
    }
  });
}

/** Serves until the program is told to end. */
async function show(session: Session, options: Options): Promise<void> {
  const { serve } = await import('../explore/server.ts');
  const { pageFiles } = await import('../explore/page.ts');
  const { exportedPage } = await import('../explore/export.ts');
  const { isLoopback } = await import('../explore/guard.ts');
  const files = pageFiles();
  const served = await serve({
    explore: session,
    files,
    page: () => exportedPage(session, files),
    host: options.host,
    port: options.port,
  });
  if (!isLoopback(options.host))
    complain(
      `${options.host} is open to other machines: whoever has the address can see and decide everything`,
    );
  const end = toldToEnd();
  await emit(`${served.address}\n`, undefined);
  note('Ctrl-C ends it.', options);
  if (options.open ?? process.stdout.isTTY === true) openInBrowser(served.address);
  await end;
  await served.close();
}

/** Ending is what Ctrl-C is for here, not an interruption. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** As the system does it; where it cannot, the printed address has to do. */
function openInBrowser(address: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function port(value: string): number {
  const n = Number(value);
  if (!/^\d{1,5}$/.test(value) || n > 65_535)
    throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return n;
}
