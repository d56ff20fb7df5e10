// Streams of bytes: the first of them looked at, all of them gathered, cut into lines, gzip undone; each within bounds.
import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';

/** Bytes. Ten times any news article; what is larger is something else, and its pieces would take some 75 times its size in memory. */
export const LARGEST_TEXT = 10 * 1024 * 1024;
const MEGABYTES = LARGEST_TEXT / 1024 / 1024;
export const TOO_LARGE = `is larger than ${MEGABYTES} MB: split it into one article a file, or into JSONL with one a line`;

/** Everything, or null where it is larger than a text may be: then no more than that was read. */
export async function gather(
  bytes: AsyncIterable<Uint8Array>,
  most: number = LARGEST_TEXT,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const HEAD = 4096;

/** The first `HEAD` bytes, however they arrive, and everything including them. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let next = await iterator.next();
  for (let size = 0; next.done !== true; next = await iterator.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size >= HEAD) break;
  }
  const come = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield come;
      for (next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: come.subarray(0, HEAD), all: all() };
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line feed; null where it is longer than a text may be. */
  readonly line: Uint8Array | null;
}

/** Every line, empty ones too. Holds one at a time. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let [number, size] = [1, 0];
  const take = (): Line => {
    const line = size > LARGEST_TEXT ? null : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return { number, line };
  };
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > LARGEST_TEXT) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, end));
      yield take();
      number++;
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Text of mostly the same lines shrinks to a fiftieth; the most that gzip can do is a thousandth. */
const LARGEST_RATIO = 200;
/** Bytes that may come out whatever went in. */
const FREE = 64 * 1024 * 1024;

/** What gzip packed, member after member. Throws an error with the code `BOMB` where a little swells to very much, or zlib's own. */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [packed, unpacked] = [0, 0];
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const unzip = createGunzip();
  pipeline(Readable.from(counted()), unzip, () => {});
  for await (const chunk of unzip as AsyncIterable<Uint8Array>) {
    unpacked += chunk.length;
    if (unpacked > FREE && unpacked > LARGEST_RATIO * packed)
      throw Object.assign(new Error('gzip bomb'), { code: 'BOMB' });
    yield chunk;
  }
}

/** What can be unpacked of the beginning of a gzip file: at most a thousand times what is given. Throws zlib's own errors. */
export const gunzipHead = (head: Uint8Array): Uint8Array =>
  gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD);
