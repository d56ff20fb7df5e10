// Web archives (WARC, ISO 28500): every page in them, streamed record by record.
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { LARGEST_TEXT } from './bytes.ts';
import { headOf } from './decode.ts';
import { pageOf } from './html.ts';
import { charsetOf, endOfHeader as endIn, type Fields, fieldsOf } from './mime.ts';
import { rootOf } from './sniff.ts';
import type { ReadResult } from './types.ts';

/** Bytes of one record's header, and of one HTTP header. */
const LARGEST_HEADER = 64 * 1024;
const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/** Pages that were answered with success (`response`) or saved as they are (`resource`); everything else is passed over. */
export async function* readWarc(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const source = reader(bytes);
  let [number, pages] = [0, 0];
  for (;;) {
    const header = await source.header();
    if (header === null) break;
    number++;
    const fields = fieldsOf(header);
    const length = Number(fields.get('content-length') ?? Number.NaN);
    if (!/^WARC\/\d/.test(header) || !Number.isSafeInteger(length) || length < 0) {
      yield {
        file: `${file}#${number}`,
        message: 'is a broken WARC record: what follows it was not read, fetch it again',
      };
      return;
    }
    const kind = fields.get('warc-type');
    const wanted = (kind === 'response' || kind === 'resource') && length <= LARGEST_TEXT;
    const block = await source.take(length, wanted);
    const page = block && pageIn(fields, block);
    if (page) {
      pages++;
      const address = fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
      yield pageOf(`${file}#${number}`, page.bytes, { charset: page.charset, url: address });
    }
    if (source.isCut()) {
      yield {
        file: `${file}#${number}`,
        message: 'is cut off: what was whole before it was read, fetch the rest',
      };
      return;
    }
  }
  if (pages === 0) yield { file, message: 'is a web archive without pages: give one with HTML in it' };
}

/** The page that a record's block holds, its transfer undone; null where it holds none. */
function pageIn(
  fields: Fields,
  block: Uint8Array,
): { readonly bytes: Uint8Array; readonly charset: string | null } | null {
  if (fields.get('warc-type') === 'resource') return asPage(block, fields.get('content-type') ?? '');
  const end = endOfHeader(block);
  if (end === null) return null;
  const header = Buffer.from(block.subarray(0, end)).toString('latin1');
  if (!/^HTTP\/[\d.]+\s+200\b/i.test(header)) return null;
  const http = fieldsOf(header);
  if (!PAGE_TYPES.test(http.get('content-type') ?? 'text/html')) return null;
  const body = unpacked(dechunked(block.subarray(end), http), http);
  return body && asPage(body, http.get('content-type') ?? '');
}

function asPage(bytes: Uint8Array, type: string): ReturnType<typeof pageIn> {
  if (!PAGE_TYPES.test(type) && rootOf(headOf(bytes)) !== 'html') return null;
  return { bytes, charset: charsetOf(type) };
}

/** Chunks put together (RFC 9112); many archives have done so before and left the field standing. */
function dechunked(body: Uint8Array, http: Fields): Uint8Array {
  if (!/chunked/i.test(http.get('transfer-encoding') ?? '')) return body;
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf(0x0a, at);
    const line = Buffer.from(body.subarray(at, end < 0 ? at : Math.min(end, at + 64))).toString('latin1');
    const size = /^([\da-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) return chunks.length > 0 ? Buffer.concat(chunks) : body;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (body[at] === 0x0d || body[at] === 0x0a) at++;
  }
}

/** Null where it is broken, swells to more than a text may have, or is packed in a way that is not known. */
function unpacked(body: Uint8Array, http: Fields): Uint8Array | null {
  const bound = { maxOutputLength: LARGEST_TEXT };
  try {
    switch (http.get('content-encoding')?.toLowerCase() ?? 'identity') {
      case 'gzip':
      case 'x-gzip':
        return body[0] === 0x1f ? gunzipSync(body, bound) : body;
      case 'deflate':
        return inflateSync(body, bound);
      case 'br':
        return brotliDecompressSync(body, bound);
      case 'identity':
        return body;
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Where a header's empty line ends; null where none does within bounds. */
const endOfHeader = (bytes: Uint8Array): number | null =>
  endIn(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LARGEST_HEADER)));

/** Reads headers and blocks from a stream, never holding more than one of them. */
function reader(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  let cut = false;
  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    /** The next record's header, null at the end; where none ends within bounds, what there is. */
    async header(): Promise<string | null> {
      for (;;) {
        let from = 0;
        while (held[from] === 0x0d || held[from] === 0x0a) from++;
        held = held.subarray(from);
        const end = endOfHeader(held);
        const stuck = end === null && held.length > LARGEST_HEADER;
        if (end !== null || stuck || !(await more())) {
          const header = Buffer.from(held.subarray(0, end ?? held.length)).toString('utf8');
          held = held.subarray(end ?? held.length);
          return header === '' ? null : header;
        }
      }
    },
    /** So many bytes; null where they are not `wanted` or the stream ends before. */
    async take(length: number, wanted: boolean): Promise<Uint8Array | null> {
      const pieces: Uint8Array[] = [];
      for (let left = length; left > 0; ) {
        if (held.length === 0 && !(await more())) {
          cut = true;
          return null;
        }
        const piece = held.subarray(0, left);
        if (wanted) pieces.push(piece);
        left -= piece.length;
        held = held.subarray(piece.length);
      }
      return wanted ? Buffer.concat(pieces) : null;
    },
    isCut: () => cut,
  };
}
