/** Small articles with the attributions that a test says are in them. */

import { classify } from '../../src/extract/rules/classify.ts';
import type { Attribution, Relay } from '../../src/extract/types.ts';
import type { Article } from '../../src/read/types.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { toDocument } from '../../src/text/document.ts';
import type { Document, Span } from '../../src/text/types.ts';

/** Who, by which cue, says what: passages of the text; each is looked for behind the one before. */
export type Says = readonly [source: string, cue: string, content: string];

export function documentOf(text: string, values: Partial<Article> = {}): Document {
  return toDocument({
    id: `article ${text}`,
    givenId: null,
    file: 'a.txt',
    text,
    body: [0, text.length],
    title: null,
    outlet: null,
    publishedOn: '2030-01-10',
    url: null,
    author: null,
    language: null,
    ...values,
  });
}

/** The place of a passage; one that is not there must fail loudly. */
export function placeOf(text: string, passage: string, from = 0): Span {
  const start = text.indexOf(passage, from);
  if (start < 0) throw new Error(`no “${passage}” in the text`);
  return [start, start + passage.length];
}

function attributionOf(document: Document, says: Says): Attribution {
  const { text } = document.article;
  const content = says[2] === '' ? null : placeOf(text, says[2]);
  const near = Math.max(0, (content?.[0] ?? 0) - 80);
  const at = (passage: string) => placeOf(text, passage, text.indexOf(passage, near) < 0 ? 0 : near);
  const spans = { source: [at(says[0])], cue: [at(says[1])], content: content === null ? [] : [content] };
  return { ...spans, ...classify(document, spans), confidence: 1, by: 'test' };
}

/** The reading of an article in which these things are said. */
export function readingOf(
  text: string,
  says: readonly Says[],
  values: Partial<Article> = {},
  relays: readonly Relay[] = [],
): Reading {
  const document = documentOf(text, values);
  const attributions = says.map((each) => attributionOf(document, each));
  return resolveWithin(document, { attributions, relays }, 'test@1');
}
