// From an article to its pieces: paragraphs, sentences, tokens, quotations, each with its place in the text.
import type { Article } from '../read/types.ts';
import { isHeading } from './heading.ts';
import { splitParagraphs } from './paragraph.ts';
import { findQuotations } from './quotation.ts';
import { splitSentences } from './sentence.ts';
import { normalise, tagTokens } from './tagger.ts';
import { tokenise } from './token.ts';
import type { Document, Paragraph, Quotation, Sentence, Span, Token } from './types.ts';

/** The pieces of a text without the article around them. */
export interface Pieces {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}

/** Cuts an article's body into its pieces. Never throws on any text; the same article gives the same document. O(length). */
export const toDocument = (article: Article): Document => ({
  article,
  ...cutText(article.text, article.body),
});

/** The same for any string and the part of it that holds the prose. */
export function cutText(text: string, body: Span = [0, text.length]): Pieces {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  for (const span of splitParagraphs(text, body)) {
    const raw = tokenise(text, span);
    if (raw.length === 0) continue;
    const tags = tagTokens(text, raw);
    const heading = isHeading(text, span, raw, tags);
    const cuts: readonly [number, number][] = heading ? [[0, raw.length]] : splitSentences(text, raw);
    const firstSentence = sentences.length;
    for (const [from, to] of cuts) {
      const firstToken = tokens.length;
      for (let i = from; i < to; i++) {
        const token = raw[i];
        const tag = tags[i];
        if (token === undefined || tag === undefined) continue;
        const norm = normalise(text.slice(token.span[0], token.span[1]));
        tokens.push({ span: token.span, norm, lemma: tag.lemma, pos: tag.pos, sentence: sentences.length });
      }
      const start = raw[from]?.span[0] ?? span[0];
      const end = raw[to - 1]?.span[1] ?? span[1];
      sentences.push({
        span: [start, end],
        paragraph: paragraphs.length,
        tokens: [firstToken, tokens.length],
      });
    }
    paragraphs.push({
      span,
      kind: heading ? 'heading' : 'prose',
      sentences: [firstSentence, sentences.length],
    });
  }
  return {
    paragraphs,
    sentences,
    tokens,
    quotations: findQuotations(
      text,
      paragraphs.map((p) => p.span),
    ),
  };
}
