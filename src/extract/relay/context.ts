// What the relay rules look at: the pages of a document and who speaks where.

import { tokenRange } from '../../text/lookup.ts';
import type { Document, Span } from '../../text/types.ts';
import { isComma, type Range } from '../rules/phrase.ts';
import { subjectBefore } from '../rules/subject.ts';
import { type Page, pageOf, spanOf, type Unit } from '../rules/unit.ts';
import type { Attribution, Certainty, Relay, RelayKind } from '../types.ts';

/** An attribution in token indices. */
export interface Speech {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly attribution: Attribution;
}

export interface Context {
  /** Quotations closed: what stands in them is no part of the sentence around. */
  readonly page: Page;
  /** Quotations open: their words are words like others. */
  readonly open: Page;
  /** In text order of their cues. */
  readonly speeches: readonly Speech[];
}

/** A relay in token indices. */
export interface Link {
  readonly relayer: Range;
  readonly upstream: Range;
  readonly cue: Range;
  readonly content: Range | null;
  readonly kind: RelayKind;
  readonly certainty: Certainty;
}

/** O(tokens + attributions). */
export function contextOf(document: Document, attributions: readonly Attribution[]): Context {
  const page = pageOf(document);
  const open: Page = { ...page, quoted: new Int32Array(document.tokens.length).fill(-1) };
  const range = (span: Span): Range => tokenRange(document, span);
  const speeches = attributions
    .flatMap((attribution): Speech[] => {
      const cue = attribution.cue[0];
      if (cue === undefined) return [];
      const source = attribution.source[0];
      return [
        {
          source: source === undefined ? null : range(source),
          cue: range(cue),
          content: attribution.content.map(range),
          attribution,
        },
      ];
    })
    .sort((a, b) => a.cue[0] - b.cue[0]);
  return { page, open, speeches };
}

/** Speeches whose cue stands in the unit. */
export function speechesIn({ speeches }: Context, { tokens: [from, to] }: Unit): readonly Speech[] {
  const first = firstCueFrom(speeches, from);
  let last = first;
  while ((speeches[last]?.cue[0] ?? to) < to) last++;
  return speeches.slice(first, last);
}

const NEARBY = 30;

/** The last few speeches whose cue stands before token `i`, in text order. */
export function speechesBefore({ speeches }: Context, i: number): readonly Speech[] {
  const end = firstCueFrom(speeches, i);
  return speeches.slice(Math.max(0, end - NEARBY), end);
}

/** Index of the first speech whose cue starts at token `from` or behind it. O(log n). */
function firstCueFrom(speeches: readonly Speech[], from: number): number {
  let low = 0;
  let high = speeches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((speeches[middle]?.cue[0] ?? 0) >= from) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The speech whose cue holds token `i`. */
function speechAt({ speeches }: Context, i: number): Speech | undefined {
  const last = firstCueFrom(speeches, i + 1) - 1;
  return speeches.slice(Math.max(0, last - 2), last + 1).find(({ cue }) => cue[0] <= i && i < cue[1]);
}

/** Who speaks with the verb at token `i`: the source of its attribution, else its subject. */
export function speakerAt(context: Context, page: Page, unit: Unit, i: number, start: number): Range | null {
  const speech = speechAt(context, i);
  if (speech?.source != null) return named(page, speech.source);
  const subject = subjectBefore(page, unit.tokens[0], start);
  return subject === null ? null : named(page, subject);
}

/** The mention itself: without the apposition or relative clause behind it. */
export function named(page: Page, [from, to]: Range): Range {
  for (let i = from + 1; i < to; i++) {
    const token = page.tokens[i];
    if (isComma(token) || token?.norm === 'who' || token?.norm === 'whose') return [from, i];
  }
  return [from, to];
}

export function relayOf(page: Page, link: Link): Relay {
  return {
    relayer: spanOf(page, link.relayer),
    upstream: spanOf(page, link.upstream),
    cue: spanOf(page, link.cue),
    content: link.content === null ? null : spanOf(page, link.content),
    kind: link.kind,
    certainty: link.certainty,
  };
}

export const sameWords = (page: Page, a: Range, b: Range): boolean => {
  const words = ([from, to]: Range): string =>
    page.tokens
      .slice(from, to)
      .map((token) => token.norm)
      .join(' ');
  return words(a) === words(b);
};

/** First piece of the content of the attribution whose cue holds token `i`. */
export const contentAt = (context: Context, i: number): Range | null =>
  speechAt(context, i)?.content[0] ?? null;

/** Written with a capital: in mid-sentence part of a name or title. */
export const isCapitalised = (page: Page, i: number): boolean => {
  const start = page.tokens[i]?.span[0] ?? 0;
  return /\p{Lu}/u.test(page.document.article.text.charAt(start));
};

export const overlapsRange = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];
