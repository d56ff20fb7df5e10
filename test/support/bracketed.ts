/** Small texts whose sources stand in square brackets, for tests that read like news. */

import type { Attribution, Extraction } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import { resolveSources } from '../../src/resolve/sources/within.ts';
import type { LocalSource } from '../../src/resolve/types.ts';
import { toDocument } from '../../src/text/document.ts';
import type { Document, Span } from '../../src/text/types.ts';

/** `[Ana Ruiz] said …`: the text without brackets, and an attribution for each. */
export function bracketed(
  marked: string,
  outlet: string | null = null,
): { document: Document; extraction: Extraction } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const char of marked) {
    if (char === '[') start = text.length;
    else if (char === ']') spans.push([start, text.length]);
    else text += char;
  }
  const article = toArticle('test.txt', text, { outlet });
  if (!('id' in article)) throw new Error(article.message);
  return { document: toDocument(article), extraction: { attributions: spans.map(attribution), relays: [] } };
}

const attribution = (span: Span): Attribution => ({
  source: [span],
  cue: [],
  content: [],
  confidence: 1,
  statement: true,
  act: 'CLAIMED',
  factuality: 'CT+',
  hedges: [],
  provisional: false,
  channel: null,
  time: null,
  by: 'test',
});

/** The bracketed words of each source, in the order of the text. */
export function voices(marked: string, outlet: string | null = null): readonly (readonly string[])[] {
  const { document, sources } = sourcesOf(marked, outlet);
  return sources
    .filter((s) => s.mentions.length > 0)
    .map((s) => s.mentions.map((m) => document.article.text.slice(...m.span)));
}

export function sourcesOf(
  marked: string,
  outlet: string | null = null,
): { document: Document; sources: readonly LocalSource[]; resolved: ReturnType<typeof resolveSources> } {
  const { document, extraction } = bracketed(marked, outlet);
  const resolved = resolveSources(document, extraction);
  return { document, sources: resolved.sources, resolved };
}
