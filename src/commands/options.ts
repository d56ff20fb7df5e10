/** Flags that several commands share, each described once. */

import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '../read/date.ts';
import type { Day } from '../read/types.ts';
import type { ReadingOptions } from '../reading.ts';
import type { Access } from '../store/neo4j/location.ts';
import { FORMATS } from './output.ts';

export interface StoreOptions extends Access {
  readonly store: string;
}

export interface InputOptions {
  readonly extractor: 'model' | 'rules';
  readonly date?: Day;
  readonly outlet?: string;
  readonly fetch?: boolean;
}

export const storeOption = (): Option =>
  new Option('--store <location>', 'where the graph is kept: a file, or a server such as neo4j://localhost')
    .env('HEARSAY_STORE')
    .default('hearsay.db');

/** How articles are read, from files and the web. */
export const withInput = (command: Command): Command =>
  withReading(command).option('--fetch', 'get the pages of web addresses among the inputs');

/** How articles of files are read. */
export const withReading = (command: Command): Command =>
  command
    .addOption(
      new Option('--extractor <kind>', 'what finds who says what: the learned model, or the fast rules')
        .choices(['model', 'rules'])
        .default('model'),
    )
    .option('--date <day>', 'day of publication of articles that give none (YYYY-MM-DD)', day)
    .option('--outlet <name>', 'outlet of articles that give none');

/** How data is given out. */
export const withOutput = (command: Command, formats: readonly string[] = FORMATS): Command =>
  command
    .addOption(new Option('--format <format>', 'how to print').choices(formats))
    .option('-o, --output <file>', 'write to a file instead of standard output');

/** Examples before everything else in a command's help. */
export const withExamples = (command: Command, examples: readonly string[]): Command =>
  command.addHelpText('before', `Examples:\n${examples.map((e) => `  $ ${e}`).join('\n')}\n`);

/** Parses a day; usage error for what is none. */
export function day(value: string): Day {
  const parsed = parseDay(value);
  if (parsed === null) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return parsed;
}

/** How the stages are to read articles. */
export const readingOptions = (options: InputOptions): ReadingOptions => ({
  extractor: options.extractor,
  date: options.date ?? null,
  outlet: options.outlet ?? null,
  fetch: options.fetch ?? false,
});

/** Who decides: as given, else the name that the system has for the user, else the number that it has (as in a container). */
export function decider({ by }: { readonly by?: string }): string {
  try {
    return by ?? userInfo().username;
  } catch {
    return process.env.USER ?? `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
