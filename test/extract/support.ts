import type { Article } from '../../src/read/types.ts';
import { toDocument } from '../../src/text/document.ts';
import type { Document, Span } from '../../src/text/types.ts';

export const articleOf = (text: string): Article => ({
  id: 'a',
  givenId: null,
  file: 'a.txt',
  text,
  body: [0, text.length],
  title: null,
  outlet: null,
  publishedOn: null,
  url: null,
  author: null,
  language: null,
});

export const documentOf = (text: string): Document => toDocument(articleOf(text));

/** The place of a passage; a test whose passage is not in its text must fail loudly. */
export function at(text: string, passage: string): Span {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`no “${passage}” in the text`);
  return [start, start + passage.length];
}

export const passages = (text: string, spans: readonly Span[]): string[] =>
  spans.map(([start, end]) => text.slice(start, end));
