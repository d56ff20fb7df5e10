// JSON: an article a line (`{ "id", "text", "date"?, "outlet"?, "title"?, "url"?, "author"?, "language"? }`), streamed; or one document that
// holds such articles, ninjs items or a feed.
import { type Beside, toArticle } from './article.ts';
import { gather, LARGEST_TEXT, linesOf, peek, TOO_LARGE } from './bytes.ts';
import { decode } from './decode.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import type { ReadResult } from './types.ts';

export async function* readJson(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const { head, all } = await peek(bytes);
  yield* isLines(file, head) ? readLines(file, all) : readWhole(file, all);
}

/** Lines, unless the first line is no whole value. */
function isLines(file: string, head: Uint8Array): boolean {
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(file)) return true;
  const decoded = decode(head);
  const text =
    'text' in decoded ? decoded.text.trimStart() : Buffer.from(head).toString('latin1').trimStart();
  const end = text.indexOf('\n');
  if (end < 0) return text.startsWith('{');
  return parsed(text.slice(0, end)) !== undefined;
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

async function* readWhole(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  const whole = await gather(bytes);
  const decoded = whole === null ? { problem: TOO_LARGE } : decode(whole);
  if ('problem' in decoded) {
    yield { file, message: decoded.problem };
    return;
  }
  const value = parsed(decoded.text);
  if (value === undefined)
    yield { file, message: 'is no valid JSON: give one JSON document, or an object a line' };
  else if (!Array.isArray(value)) yield* articlesOf(file, file, value);
  else if (value.length === 0) yield { file, message: 'holds no articles: give a list of objects with text' };
  else
    for (const [i, item] of value.entries()) yield* articlesOf(`${file}#${i + 1}`, `${file}#${i + 1}`, item);
}

async function* readLines(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadResult> {
  let articles = false;
  for await (const { number, line } of linesOf(bytes)) {
    if (line?.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) continue;
    articles = true;
    yield* readLine(file, number, line);
  }
  if (!articles) yield { file, message: 'is empty: give one JSON object a line' };
}

async function* readLine(file: string, number: number, line: Uint8Array | null): AsyncGenerator<ReadResult> {
  const at = `${file}:${number}`;
  const tooLong = `is longer than ${LARGEST_TEXT / 1024 / 1024} MB: put one article on a line`;
  const decoded = line === null ? { problem: tooLong } : decode(line);
  if ('problem' in decoded) {
    yield { file: at, message: decoded.problem };
    return;
  }
  const value = parsed(decoded.text);
  if (value === undefined)
    yield { file: at, message: 'is no valid JSON: put one whole JSON object on each line' };
  else yield* articlesOf(`${file}#${number}`, at, value);
}

/** The articles that one JSON value holds. `file` names them, `at` what is wrong. */
async function* articlesOf(file: string, at: string, value: unknown): AsyncGenerator<ReadResult> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield { file: at, message: 'is no JSON object: give { "id": …, "text": … }' };
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  if (typeof fields.get('text') !== 'string' && Array.isArray(fields.get('items'))) {
    const { articlesOfFeed } = await import('./feed.ts');
    // A feed that stands on one line is a whole document, and is named like one.
    yield* articlesOfFeed(file.replace(/#1$/, ''), value);
    return;
  }
  const isOurs = typeof fields.get('text') === 'string' || !isNinjs(fields);
  const { text, beside } = isOurs ? readOurs(fields) : readNinjs(fields);
  const result =
    text === null
      ? { file: at, message: 'has no "text": give the article as a string' }
      : toArticle(file, text, beside);
  yield 'message' in result ? { file: at, message: result.message } : result;
}

function readOurs(fields: ReadonlyMap<string, unknown>): {
  readonly text: string | null;
  readonly beside: Beside;
} {
  const [id, text] = [fields.get('id'), fields.get('text')];
  const word = (key: string): string | null => {
    const value = fields.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    text: typeof text === 'string' ? text : null,
    beside: {
      id: typeof id === 'number' ? String(id) : typeof id === 'string' ? id : null,
      title: word('title'),
      outlet: word('outlet'),
      date: word('date'),
      url: word('url'),
      author: word('author'),
      language: word('language'),
    },
  };
}
