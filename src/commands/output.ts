/** Where a command's data goes: standard output or a file that is whole or not there. */

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { EXIT, HearsayError } from '../errors.ts';
import type { ReadFailure } from '../read/types.ts';
import type { Block } from '../report/blocks.ts';
import { renderHtml } from '../report/html.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { renderText } from '../report/text.ts';
import { countWords } from '../report/words.ts';
import { progress, terminalOf } from '../terminal.ts';
import { harmless } from '../text/harmless.ts';

export const FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type OutputFormat = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format?: OutputFormat;
  readonly output?: string;
  readonly quiet?: boolean;
  /** Commander's `--no-color`. */
  readonly color?: boolean;
}

const ENDINGS: Readonly<Record<string, OutputFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.json': 'json',
};

/** The format asked for, else the one that the output file's name ends in, else text. */
export const formatOf = ({ format, output }: OutputOptions): OutputFormat =>
  format ?? ENDINGS[extname(output ?? '').toLowerCase()] ?? 'text';

/** Writes blocks in the format asked for; `json` gives what programs read instead. */
export async function show(
  options: OutputOptions,
  blocks: () => readonly Block[],
  json: () => unknown,
): Promise<void> {
  await emit(rendered(options, blocks, json), options.output);
}

/** Blocks in the format asked for; `json` gives what programs read instead. */
export function rendered(
  options: OutputOptions,
  blocks: () => readonly Block[],
  json: () => unknown,
): string {
  switch (formatOf(options)) {
    case 'json':
      return jsonText(json());
    case 'markdown':
      return renderMarkdown(blocks());
    case 'html':
      return renderHtml(blocks());
    case 'text':
      return renderText(blocks(), terminalFor(options));
  }
}

/** Standard output as it is; a file is no terminal. */
export const terminalFor = (options: OutputOptions) =>
  terminalOf(options.output === undefined ? process.stdout : { write: () => {} }, process.env, options.color);

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** To standard output, or to a file. */
export async function emit(text: string, file: string | undefined): Promise<void> {
  const out = await openOutput(file);
  await out.write(text);
  await out.finish();
}

export interface Output {
  write(text: string): Promise<void>;
  /** Everything is written: a file takes its name now. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** A file is written beside its place and takes its name when it is whole. */
export async function openOutput(file: string | undefined): Promise<Output> {
  if (file === undefined || file === '-')
    return {
      write: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
      finish: async () => {},
      discard: async () => {},
    };
  const neighbour = `${file}.${randomUUID()}.tmp`;
  const handle = await open(neighbour, 'wx').catch(cannotWrite(file));
  const discard = async () => {
    await handle.close();
    await rm(neighbour, { force: true });
  };
  return {
    write: (text) => handle.writeFile(text).catch(cannotWrite(file)),
    async finish() {
      await handle.close();
      await rename(neighbour, file).catch(async (cause: unknown) => {
        await rm(neighbour, { force: true });
        return cannotWrite(file)(cause);
      });
    },
    discard,
  };
}

const cannotWrite =
  (file: string) =>
  (cause: unknown): never => {
    throw new HearsayError(`${file}: cannot be written`, { remedy: 'give another file with -o', cause });
  };

/** A progress line over inputs, on a terminal; `-q` asks for none. */
export async function progressOver(
  files: readonly string[],
  options: { readonly quiet?: boolean },
): Promise<{ readonly update: (done: number) => void; readonly end: () => void }> {
  const wanted = options.quiet !== true && process.stderr.isTTY === true;
  const total = wanted ? await (await import('../read/count.ts')).countArticles(files) : null;
  const bar = progress(process.stderr, 'articles', wanted);
  return { update: (done) => bar.update(done, total), end: bar.end };
}

/** A line for people beside the data: to standard error, not where `-q` asks for silence. */
export function note(text: string, options: { readonly quiet?: boolean }): void {
  if (options.quiet !== true) process.stderr.write(`${harmless(text)}\n`);
}

/** Says how many articles were kept and not analysed, if any. */
export function noteUnanalysed(count: number, options: { readonly quiet?: boolean }): void {
  if (count > 0) note(`${countWords(count, 'article')} not in English: kept, not analysed`, options);
}

/** A problem: always said. */
export const complain = (text: string): void => void process.stderr.write(`hearsay: ${harmless(text)}\n`);

/** Inputs that are named: whoever has more bad ones than this wants to know how many. */
const MOST_NAMED = 100;

/** Names inputs that could not be read; the command goes on and fails in the end. */
export function complainOf(failures: readonly ReadFailure[]): void {
  for (const { file, message } of failures.slice(0, MOST_NAMED)) complain(`${file}: ${message}`);
  const others = failures.length - MOST_NAMED;
  if (others > 0) complain(`and ${others} more that could not be read`);
  if (failures.length > 0) process.exitCode = EXIT.failed;
}

/** Where no article could be read there is nothing to go on with: the command fails. One failure is one line. */
export function throwIfNone<T>(articles: T | null, failures: readonly ReadFailure[]): asserts articles is T {
  if (articles !== null) return;
  const [first, ...others] = failures;
  if (first !== undefined && others.length === 0) throw new HearsayError(`${first.file}: ${first.message}`);
  complainOf(failures);
  if (failures.length === 0) throw new HearsayError('no article there', { remedy: 'give files with text' });
  throw new HearsayError(`none of ${failures.length} articles could be read`);
}
