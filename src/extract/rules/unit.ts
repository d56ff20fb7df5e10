// What a cue is looked for in: one or more sentences of a paragraph that no quotation cuts apart.
import type { Document, Quotation, Span, Token } from '../../text/types.ts';
import type { Range } from './phrase.ts';

export interface Unit {
  readonly tokens: Range;
  readonly paragraph: number;
}

/** A document with what every frame asks of it, made once. */
export interface Page {
  readonly document: Document;
  readonly tokens: readonly Token[];
  /** For each token the quotation that holds it, marks included, else -1. */
  readonly quoted: Int32Array;
  /** For each quotation its tokens, marks included. */
  readonly quotationTokens: readonly Range[];
  readonly units: readonly Unit[];
}

/** O(tokens + quotations). */
export function pageOf(document: Document): Page {
  const quoted = new Int32Array(document.tokens.length).fill(-1);
  const quotationTokens = document.quotations.map((quotation) => tokensOf(document, quotation));
  quotationTokens.forEach(([from, to], i) => {
    quoted.fill(i, from, to);
  });
  return { document, tokens: document.tokens, quoted, quotationTokens, units: unitsOf(document, quoted) };
}

function tokensOf(document: Document, quotation: Quotation): Range {
  const from = firstAtOrAfter(document.tokens, quotation.span[0]);
  return [from, Math.max(from, firstAtOrAfter(document.tokens, quotation.span[1]))];
}

/** Index of the first token that starts at or after the offset. */
function firstAtOrAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span[0] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In tokens: rules look at all of a unit for each of its verbs, so its length is bounded. */
const LONGEST_UNIT = 600;

function unitsOf(document: Document, quoted: Int32Array): Unit[] {
  const units: Unit[] = [];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    if (paragraph.kind === 'heading') continue;
    let from = -1;
    for (let s = paragraph.sentences[0]; s < paragraph.sentences[1]; s++) {
      const sentence = document.sentences[s];
      if (sentence === undefined) continue;
      if (from < 0) from = sentence.tokens[0];
      const to = sentence.tokens[1];
      const within = quoted[to - 1] ?? -1;
      const cut = s + 1 < paragraph.sentences[1] && within >= 0 && quoted[to] === within;
      if ((cut && to - from < LONGEST_UNIT) || to <= from) continue;
      for (let at = from; at < to; at += LONGEST_UNIT)
        units.push({ tokens: [at, Math.min(to, at + LONGEST_UNIT)], paragraph: index });
      from = -1;
    }
  }
  return units;
}

/** The text span of tokens `[from, to)`. */
export function spanOf(page: Pick<Page, 'tokens'>, [from, to]: Range): Span {
  const first = page.tokens[from];
  const last = page.tokens[to - 1];
  return first === undefined || last === undefined ? [0, 0] : [first.span[0], last.span[1]];
}
