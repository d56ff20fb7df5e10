// Paths, directories, globs and standard input to articles, streamed in the order given.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { jsonlFormat } from './jsonl.ts';
import { textFormat } from './text.ts';
import type { Format, ReadFailure, ReadResult } from './types.ts';

/** A further format is a further file and a further entry; the last one takes what no other knows. */
const FORMATS: readonly Format[] = [jsonlFormat, textFormat];
const ENDINGS = FORMATS.flatMap((format) => format.endings);

export interface ReadOptions {
  /** What `-` stands for; standard input where it is not given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * Reads the articles of every input: paths, directories (recursively, files of known endings, sorted), globs, `-` for standard input.
 * Each result is an article or a failure that names its file; nothing is thrown. Holds one article at a time.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  for (const input of inputs) {
    if (input === '-') yield* readBytes('-', options.stdin ?? process.stdin);
    else
      for await (const file of filesOf(input))
        if (typeof file === 'string') yield* readBytes(file, createReadStream(file));
        else yield file;
  }
}

/** The files that an input stands for. */
export async function* filesOf(input: string): AsyncGenerator<string | ReadFailure> {
  const found = await stat(input).catch((error: unknown) => errorCode(error));
  if (typeof found !== 'string') {
    if (!found.isDirectory()) {
      yield input;
      return;
    }
    const patterns = ENDINGS.map((ending) => `**/*${ending}`);
    const files = await glob(patterns, {
      cwd: input,
      dot: false,
      caseSensitiveMatch: false,
      followSymbolicLinks: false,
    });
    if (files.length === 0)
      yield { file: input, message: `holds no articles: they end in ${ENDINGS.join(', ')}` };
    for (const file of files.sort()) yield join(input, file);
    return;
  }
  if (found === 'ENOENT' && isDynamicPattern(input)) {
    const files = await glob(input, { absolute: isAbsolute(input), followSymbolicLinks: false });
    if (files.length === 0) yield { file: input, message: 'matches no file: check the pattern' };
    yield* files.sort();
    return;
  }
  yield { file: input, message: readProblem(found) };
}

async function* readBytes(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  try {
    const { head, all } = await peek(bytes);
    const name = file.toLowerCase();
    const format =
      FORMATS.find(({ endings }) => endings.some((ending) => name.endsWith(ending))) ??
      FORMATS.find(({ looksLike }) => looksLike(head)) ??
      textFormat;
    yield* format.read(file, all);
  } catch (error) {
    yield { file, message: readProblem(errorCode(error)) };
  }
}

const HEAD = 4096;

/** The first few thousand bytes, and everything including them. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let next = await iterator.next();
  for (let size = 0; next.done !== true; next = await iterator.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size >= HEAD) break;
  }
  const head = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

function readProblem(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'does not exist: check the path';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: check its permissions';
    case 'EISDIR':
      return 'is a directory: give the files in it';
    default:
      return `could not be read (${code}): check the file and its disk`;
  }
}
