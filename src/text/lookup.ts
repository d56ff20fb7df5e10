// Which piece stands at an offset: binary searches over the pieces of a document, O(log n) each.
import type { Document, Paragraph, Sentence, Span, Token } from './types.ts';

interface Piece {
  readonly span: Span;
}

/** Index of the first piece that ends behind the offset; the number of pieces where none does. */
function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.span[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pieceAt<T extends Piece>(pieces: readonly T[], offset: number): T | null {
  const piece = pieces[firstEndingAfter(pieces, offset)];
  return piece !== undefined && piece.span[0] <= offset ? piece : null;
}

/** The sentence that holds the offset; null between sentences. */
export const sentenceAt = (document: Pick<Document, 'sentences'>, offset: number): Sentence | null =>
  pieceAt(document.sentences, offset);

/** First and past-last index of the tokens of the sentence that holds the offset; nothing between sentences. */
export const sentenceRange = (
  document: Pick<Document, 'sentences'>,
  offset: number,
): readonly [number, number] => sentenceAt(document, offset)?.tokens ?? [0, 0];

/** The paragraph that holds the offset; null between paragraphs. */
export const paragraphAt = (document: Pick<Document, 'paragraphs'>, offset: number): Paragraph | null =>
  pieceAt(document.paragraphs, offset);

/** The token that holds the offset; null between tokens. */
export const tokenAt = (document: Pick<Document, 'tokens'>, offset: number): Token | null =>
  pieceAt(document.tokens, offset);

/** First and past-last index of the tokens that share a code unit with the span. */
export function tokenRange(document: Pick<Document, 'tokens'>, [start, end]: Span): [number, number] {
  const first = firstEndingAfter(document.tokens, start);
  let last = firstEndingAfter(document.tokens, end - 1);
  const token = document.tokens[last];
  if (token !== undefined && start < end && token.span[0] < end) last++;
  return [first, Math.max(first, last)];
}

/** The tokens that share a code unit with the span. */
export const tokensIn = (document: Pick<Document, 'tokens'>, span: Span): readonly Token[] =>
  document.tokens.slice(...tokenRange(document, span));

/** The sentences that share a code unit with the span. */
export function sentencesIn(document: Pick<Document, 'sentences'>, [start, end]: Span): readonly Sentence[] {
  const first = firstEndingAfter(document.sentences, start);
  let last = first;
  while (start < end && (document.sentences[last]?.span[0] ?? end) < end) last++;
  return document.sentences.slice(first, last);
}

export const tokensOf = (document: Pick<Document, 'tokens'>, sentence: Sentence): readonly Token[] =>
  document.tokens.slice(sentence.tokens[0], sentence.tokens[1]);

export const paragraphOf = (document: Pick<Document, 'paragraphs'>, sentence: Sentence): Paragraph | null =>
  document.paragraphs[sentence.paragraph] ?? null;
