// Paths, directories, globs, standard input and web addresses to articles, streamed in the order given.
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { gunzip, gunzipHead, HEAD, isGzip, peek } from './bytes.ts';
import { headOf } from './decode.ts';
import { formatOf, hasEnding, isTelling } from './formats.ts';
import type { Fetched, ReadFailure, ReadResult, Served } from './types.ts';

export interface ReadOptions {
  /** What `-` stands for; standard input where it is not given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Gets what stands at a web address; without it none is asked. */
  readonly fetch?: (address: string) => Promise<Fetched>;
}

const UNSERVED: Served = { charset: null, url: null };

/**
 * Reads the articles of every input: paths, directories (recursively, sorted), globs, `-` for standard input, web addresses.
 * What a file is its first bytes tell, not its name. Each result is an article or a failure that names its file; nothing is
 * thrown. Holds one file at a time, of lines, archives and streams one article.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  for (const input of inputs) {
    if (input === '-') yield* readBytes('-', options.stdin ?? process.stdin, UNSERVED);
    else if (isAddress(input)) yield* readAddress(input, options.fetch);
    else if (OTHER_ADDRESS.test(input))
      yield { file: input, message: 'is no web address: only http and https are read, or save the page' };
    else
      for await (const file of filesOf(input))
        if (typeof file === 'string') yield* readBytes(file, createReadStream(file), UNSERVED);
        else yield file;
  }
}

/** Any other scheme: no file of that name is meant. */
const OTHER_ADDRESS = /^[a-z][a-z\d+.-]{1,30}:\/\//i;

export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

async function* readAddress(address: string, fetch: ReadOptions['fetch']): AsyncGenerator<ReadResult> {
  if (fetch === undefined) {
    yield { file: address, message: 'is a web address: add --fetch to get it' };
    return;
  }
  const fetched = await fetch(address);
  if ('message' in fetched) yield { file: address, message: fetched.message };
  else yield* readBytes(address, fetched.bytes, fetched.served);
}

/** The files that an input stands for. */
export async function* filesOf(input: string): AsyncGenerator<string | ReadFailure> {
  const found = await stat(input).catch((error: unknown) => errorCode(error));
  if (typeof found !== 'string') {
    if (found.isDirectory()) yield* filesIn(input);
    else yield input;
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

/** Those called like an article or beginning like one. What a browser saves beside a page, in `…_files`, is part of that page. */
async function* filesIn(directory: string): AsyncGenerator<string | ReadFailure> {
  const names = await glob('**/*', {
    cwd: directory,
    dot: false,
    followSymbolicLinks: false,
    ignore: ['**/*_files/**'],
  });
  let any = false;
  for (const name of names.sort()) {
    const file = join(directory, name);
    if (!(await isArticleFile(file))) continue;
    any = true;
    yield file;
  }
  if (!any)
    yield {
      file: directory,
      message: 'holds no articles: give text, web pages, feeds, mail, JSON lines, Markdown or web archives',
    };
}

/** Whether a file in a folder is meant to be read: it is called like an article, or begins like one, gzipped or not. */
export const isArticleFile = async (file: string): Promise<boolean> =>
  hasEnding(file) || isTelling(await beginningOf(file));

/** The beginning of a file as text; empty where it cannot be read. */
async function beginningOf(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      const head = buffer.subarray(0, bytesRead);
      return headOf(isGzip(head) ? gunzipHead(head) : head);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

async function* readBytes(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  served: Served,
): AsyncGenerator<ReadResult> {
  try {
    const packed = await peek(bytes);
    const { head, all } = isGzip(packed.head) ? await peek(gunzip(packed.all)) : packed;
    if (isGzip(head)) yield { file, message: 'is gzip-compressed twice: unpack it first' };
    else yield* formatOf(headOf(head), file).read(file, all, served);
  } catch (error) {
    yield { file, message: readProblem(errorCode(error)) };
  }
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
    case 'BOMB':
      return 'unpacks to far more than news would: unpack it first';
    case 'Z_BUF_ERROR':
    case 'Z_DATA_ERROR':
      return 'is broken gzip, cut off or damaged: fetch it again';
    default:
      return `could not be read (${code}): check the file and its disk`;
  }
}
