// Header lines before the prose: what an article says of itself.
import { parseDay } from './date.ts';
import type { Article } from './types.ts';

/** What a header gives. */
export type Header = Pick<Article, 'body' | 'title' | 'outlet' | 'publishedOn' | 'url' | 'author'>;

const KEYS: ReadonlySet<string> = new Set(['title', 'outlet', 'date', 'url', 'author']);
const HEADER_LINE = /^[^\S\r\n]*(\p{L}[\p{L}-]{0,30})[^\S\r\n]*:(.*)$/u;
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
const INLINE_DATE = /^\s{0,1000}date\s{0,10}:?\s{0,10}(\d{4}-\d{2}-\d{2})(?=\s|$)/iu;

/**
 * Reads `Title:`, `Outlet:`, `Date:`, `URL:`, `Author:` lines (any of them, in any order) up to an empty line, or a date in front of the
 * prose (` date 2024-12-27 `). Whatever is not said is null. The body is without white space at its ends. O(length).
 */
export function readHeader(text: string): Header {
  const lines = readLines(text);
  const inline = lines === null ? INLINE_DATE.exec(text) : null;
  const fields = lines?.fields ?? new Map(inline === null ? [] : [['date', inline[1] ?? '']]);
  const value = (key: string): string | null => fields.get(key) || null;
  return {
    body: trimmed(text, lines?.end ?? inline?.[0].length ?? 0),
    title: value('title'),
    outlet: value('outlet'),
    publishedOn: parseDay(fields.get('date') ?? ''),
    url: webAddress(value('url')),
    author: value('author'),
  };
}

/** The address where it is http or https, else null. */
export const webAddress = (value: string | null): string | null =>
  value !== null && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;

/** The header block; null where the text begins without one. */
function readLines(text: string): { fields: Map<string, string>; end: number } | null {
  const fields = new Map<string, string>();
  let at = text.length - text.trimStart().length;
  let known = 0;
  while (at < text.length) {
    LINE.lastIndex = at;
    const line = LINE.exec(text)?.[0] ?? '';
    if (line.trim() === '') break;
    const [, name = '', value = ''] = HEADER_LINE.exec(line.trimEnd()) ?? [];
    const key = name.toLowerCase();
    if (KEYS.has(key)) known++;
    // Lines with other names may stand between; prose right behind needs two lines of ours before it to tell a header from prose.
    else if (known === 0 || name === '') return known > 1 ? { fields, end: at } : null;
    if (!fields.has(key)) fields.set(key, value.trim());
    at += line.length;
  }
  return known > 0 ? { fields, end: at } : null;
}

function trimmed(text: string, from: number): [number, number] {
  const end = text.trimEnd().length;
  const start = Math.max(from, text.length - text.slice(from).trimStart().length);
  return [Math.min(start, end), end];
}
