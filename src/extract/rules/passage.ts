// The tokens of an attribution, by their part in it.
import { sentenceAt, tokenRange } from '../../text/lookup.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import type { AttributionSpans } from './types.ts';

export interface Passage {
  readonly document: Document;
  readonly source: readonly Token[];
  readonly cue: readonly Token[];
  /** Without quotation marks. */
  readonly content: readonly Token[];
  /** At least half of the content stands between quotation marks. */
  readonly quoted: boolean;
  /** Token indices of the sentence that holds the cue, of a very long one the part around it. */
  readonly sentence: readonly [from: number, to: number];
  /** For token indices of that range: what they belong to. */
  readonly part: (index: number) => 'source' | 'cue' | 'content' | null;
}

/** In tokens, to either side of the cue. */
const REACH = 200;

function neighbourhood(document: Document, offset: number): readonly [number, number] {
  const sentence = sentenceAt(document, offset)?.tokens ?? [0, 0];
  const [at] = tokenRange(document, [offset, offset + 1]);
  return [Math.max(sentence[0], at - REACH), Math.min(sentence[1], at + REACH)];
}

const MARK = /^["“”„«»‘’']$/;

/** O(length of the attribution and of the sentences it begins in). */
export function passageOf(document: Document, spans: AttributionSpans): Passage {
  const within = (list: readonly Span[]): Token[] =>
    list.flatMap((span) => (span[0] < span[1] ? document.tokens.slice(...tokenRange(document, span)) : []));
  const content = within(spans.content).filter((token) => !MARK.test(token.norm));
  const anchor = spans.cue[0] ?? spans.source[0] ?? spans.content[0] ?? [0, 0];
  const sentence = neighbourhood(document, anchor[0]);
  const holds = (list: readonly Span[], token: Token): boolean =>
    list.some(([start, end]) => start < token.span[1] && token.span[0] < end);
  return {
    document,
    source: within(spans.source),
    cue: within(spans.cue),
    content,
    quoted: quotedShare(document, spans.content) >= 0.5,
    sentence,
    part: (index) => {
      const token = document.tokens[index];
      if (token === undefined) return null;
      if (holds(spans.cue, token)) return 'cue';
      if (holds(spans.source, token)) return 'source';
      return holds(spans.content, token) ? 'content' : null;
    },
  };
}

/** Share of the spans' code units that quotations cover. */
function quotedShare(document: Document, spans: readonly Span[]): number {
  let length = 0;
  let covered = 0;
  for (const [start, end] of spans) {
    length += end - start;
    for (let i = firstEndingAfter(document, start); ; i++) {
      const quotation = document.quotations[i];
      if (quotation === undefined || quotation.span[0] >= end) break;
      covered += Math.max(0, Math.min(quotation.span[1], end) - Math.max(quotation.span[0], start));
    }
  }
  return length === 0 ? 0 : covered / length;
}

function firstEndingAfter(document: Document, offset: number): number {
  let low = 0;
  let high = document.quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.quotations[middle]?.span[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
