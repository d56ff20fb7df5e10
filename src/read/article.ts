// One text and what was said beside it, as an article.
import { createHash } from 'node:crypto';
import { parseDay } from './date.ts';
import { readHeader, webAddress } from './header.ts';
import { languageOf } from './language.ts';
import type { Article, ReadResult } from './types.ts';

/** What a format gives beside the text (JSONL fields, a page's metadata); it wins over the text's own header. */
export interface Beside {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly date?: string | null;
  readonly url?: string | null;
  readonly author?: string | null;
  /** As declared: a tag after BCP 47. */
  readonly language?: string | null;
}

/** Makes the article, or says why the text is none. The id is the sha256 of the text, and of an outlet or URL given beside it. */
export function toArticle(file: string, text: string, beside: Beside = {}): ReadResult {
  const { body, ...header } = readHeader(text);
  if (body[0] === body[1]) {
    const message = text.trim() === '' ? 'is empty' : 'holds no prose below its header lines';
    return { file, message: `${message}: give an article with text` };
  }
  return {
    id: articleId(text, beside.outlet ?? null, beside.url ?? null),
    givenId: beside.id ?? null,
    file,
    text,
    body,
    title: beside.title || header.title,
    outlet: beside.outlet || header.outlet,
    publishedOn: parseDay(beside.date ?? '') ?? header.publishedOn,
    url: webAddress(beside.url ?? null) ?? header.url,
    author: beside.author?.replace(/^by\s+(?=\p{Lu})/iu, '') || header.author,
    language: languageOf(text.slice(...body), beside.language ?? null),
  };
}

/** sha256 (hex) of the text; where an outlet or URL came from beside it, of the three with NULs between. */
export function articleId(text: string, outlet: string | null, url: string | null): string {
  const content = outlet === null && url === null ? text : `${text}\0${outlet ?? ''}\0${url ?? ''}`;
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** The article with a date and an outlet where it has none of its own. */
export const withDefaults = (
  article: Article,
  defaults: { readonly date?: string | null; readonly outlet?: string | null },
): Article => ({
  ...article,
  publishedOn: article.publishedOn ?? defaults.date ?? null,
  outlet: article.outlet ?? defaults.outlet ?? null,
});
