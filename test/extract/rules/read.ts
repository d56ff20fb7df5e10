import type { Article } from '../../../src/read/types.ts';
import { toDocument } from '../../../src/text/document.ts';
import type { Document, Span } from '../../../src/text/types.ts';

/** A document of one text, by an outlet where one is named. */
export function read(text: string, outlet: string | null = null): Document {
  const article: Article = {
    id: 'article',
    givenId: null,
    file: 'article.txt',
    text,
    body: [0, text.length],
    title: null,
    outlet,
    publishedOn: null,
    url: null,
    author: null,
    language: null,
  };
  return toDocument(article);
}

/** The words of a document's spans, joined. */
export const words = (document: Document, spans: readonly Span[]): string =>
  spans.map(([start, end]) => document.article.text.slice(start, end)).join(' … ');

/** Where the words stand first. */
export function spanOfWords(document: Document, phrase: string): Span {
  const start = document.article.text.indexOf(phrase);
  if (start < 0) throw new Error(`not in the text: ${phrase}`);
  return [start, start + phrase.length];
}
