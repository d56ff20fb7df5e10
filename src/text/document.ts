// From an article to its pieces: paragraphs, sentences, tokens, quotations, each with its place in the text.
import type { Article } from '../read/types.ts';
import { isHeading } from './heading.ts';
import { splitParagraphs } from './paragraph.ts';
import { findQuotations } from './quotation.ts';
import { splitSentences } from './sentence.ts';
import { tagParagraphs } from './tagger.ts';
import { tokenise } from './token.ts';
import type { Document, Paragraph, Sentence, Span, Token } from './types.ts';

/** The pieces of a text without the article around them. */
export type Pieces = Omit<Document, 'article'>;

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
  const raws = splitParagraphs(text, body)
    .map((span) => ({ span, raw: tokenise(text, span) }))
    .filter(({ raw }) => raw.length > 0);
  const taggings = tagParagraphs(
    text,
    raws.map(({ raw }) => raw),
  );
  raws.forEach(({ span, raw }, paragraph) => {
    const tagged = taggings[paragraph] ?? [];
    const heading = isHeading(text, span, raw, tagged);
    const firstSentence = sentences.length;
    for (const [from, to] of heading ? [[0, raw.length] as const] : splitSentences(text, raw)) {
      const first = tokens.length;
      for (const { span, norm, lemma, pos } of tagged.slice(from, to))
        tokens.push({ span, norm, lemma, pos, sentence: sentences.length });
      const start = tagged[from]?.span[0] ?? span[0];
      const end = tagged[to - 1]?.span[1] ?? span[1];
      sentences.push({ span: [start, end], paragraph, tokens: [first, tokens.length] });
    }
    paragraphs.push({
      span,
      kind: heading ? 'heading' : 'prose',
      sentences: [firstSentence, sentences.length],
    });
  });
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
