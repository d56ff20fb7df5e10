import type { Article } from '../read/types.ts';

/** `[start, end)` in UTF-16 code units of the article's text. */
export type Span = readonly [start: number, end: number];

export interface Token {
  readonly span: Span;
  /** Lower-cased text without invisible format characters, its apostrophes and hyphens straight ("n't", "'s"). */
  readonly norm: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN PROPN VERB AUX ADJ ADV PRON DET ADP NUM CCONJ SCONJ PART PUNCT SYM INTJ X. */
  readonly pos: string;
  /** Index into `Document.sentences`. */
  readonly sentence: number;
}

export interface Sentence {
  readonly span: Span;
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number;
  /** First and past-last index into `Document.tokens`. */
  readonly tokens: readonly [number, number];
}

export interface Paragraph {
  readonly span: Span;
  /** A heading is a short line without sentence end (a subheading, a byline, a dateline alone): it holds no statements. */
  readonly kind: 'prose' | 'heading';
  /** First and past-last index into `Document.sentences`. */
  readonly sentences: readonly [number, number];
}

/** A passage between quotation marks. One that runs over paragraphs (each opened, only the last closed) is several parts of one quotation. */
export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  readonly paragraph: number;
  /** The quotation goes on in the next one of the list (next paragraph, opened again). */
  readonly continued: boolean;
}

/** An article cut into its pieces; every piece slices out of `article.text`. */
export interface Document {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}
