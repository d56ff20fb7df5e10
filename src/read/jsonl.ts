// JSON lines: one article a line, `{ "id", "text", "date"?, "outlet"?, "title"?, "url"?, "author"? }`, streamed.
import { toArticle } from './article.ts';
import { decode } from './decode.ts';
import { LARGEST_TEXT } from './text.ts';
import type { Format, ReadResult } from './types.ts';

export const jsonlFormat: Format = {
  endings: ['.jsonl', '.ndjson'],
  looksLike: (head) => /^\s*\{\s*"/.test(new TextDecoder().decode(head.subarray(0, 4096))),
  read: readJsonl,
};

async function* readJsonl(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  let number = 0;
  let articles = false;
  for await (const line of lines(bytes)) {
    number++;
    if (line?.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) continue;
    articles = true;
    yield line === null
      ? {
          file: `${file}:${number}`,
          message: `is longer than ${LARGEST_TEXT / 1024 / 1024} MB: put one article on a line`,
        }
      : readLine(file, number, line);
  }
  if (!articles) yield { file, message: 'is empty: give one JSON object a line' };
}

/** Lines without their ends, null for one that is too long. Holds one line at a time. */
async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | null => {
    const line = size > LARGEST_TEXT ? null : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return line;
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
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

function readLine(file: string, number: number, line: Uint8Array): ReadResult {
  const fail = (message: string): ReadResult => ({ file: `${file}:${number}`, message });
  const decoded = decode(line);
  if ('problem' in decoded) return fail(decoded.problem);
  let json: unknown;
  try {
    json = JSON.parse(decoded.text);
  } catch {
    return fail('is no valid JSON: put one whole JSON object on each line');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fail('is no JSON object: give { "id": …, "text": … }');
  const fields = new Map<string, unknown>(Object.entries(json));
  const text = fields.get('text');
  if (typeof text !== 'string') return fail('has no "text": give the article as a string');
  const id = fields.get('id');
  const word = (key: string): string | null => {
    const value = fields.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const result = toArticle(`${file}#${number}`, text, {
    id: typeof id === 'number' ? String(id) : typeof id === 'string' ? id : null,
    title: word('title'),
    outlet: word('outlet'),
    date: word('date'),
    url: word('url'),
    author: word('author'),
  });
  return 'message' in result ? fail(result.message) : result;
}
