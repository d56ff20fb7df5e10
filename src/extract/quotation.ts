// Quotation marks say where direct content begins and ends, and an unassigned quotation goes on with the speaker before it.

import { tokenRange } from '../text/lookup.ts';
import { compareSpans, coveringSpan, overlapLength, unionSpans } from '../text/span.ts';
import type { Document, Quotation, Span } from '../text/types.ts';

interface Spans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** A quotation of fewer tokens, marks aside, is taken for a term rather than for speech. */
const SPEECH = 3;

/**
 * Content that covers most of a quotation, or reaches into it from outside, takes all of it; so do the parts of one
 * quotation that runs over paragraphs. A cue inside the quotation stands in somebody's speech: that content stays.
 */
export function snapToQuotations(document: Document, { cue, content }: Spans): readonly Span[] {
  const whole: Span[] = [];
  for (const quotation of quotationsIn(document, content)) {
    if (cue.some((c) => overlapLength(c, quotation.inner) > 0)) continue;
    if (takesAll(quotation, content)) whole.push(quotation.span);
  }
  if (whole.length === 0) return content;
  const said = isInterrupted(document, whole, cue)
    ? content.filter((piece) => isBefore(piece, cue) || whole.some((span) => overlapLength(span, piece) > 0))
    : content;
  return unionSpans([...said, ...whole, ...whole.flatMap((span) => continuations(document, span))]);
}

/** "…," she said: the cue breaks into speech, so that what follows it is speech or somebody else's sentence. */
const isInterrupted = (document: Document, whole: readonly Span[], cue: readonly Span[]): boolean =>
  whole.some(
    (span) => isBefore(span, cue) && /,\s*.{1,2}$/.test(document.article.text.slice(span[1] - 4, span[1])),
  );

const isBefore = (span: Span, cue: readonly Span[]): boolean => cue.some(([from]) => span[1] <= from);

function takesAll({ span, inner }: Quotation, content: readonly Span[]): boolean {
  const covered = content.reduce((sum, piece) => sum + overlapLength(piece, inner), 0);
  if (covered * 2 >= inner[1] - inner[0]) return covered > 0;
  return content.some(([from, to]) => from <= span[0] + 1 && to > inner[0]);
}

/** The following parts of a quotation that is opened again in each paragraph. */
function continuations(document: Document, span: Span): Span[] {
  const { quotations } = document;
  const found: Span[] = [];
  for (let k = indexAt(quotations, span[0]); quotations[k]?.continued; k++) {
    const next = quotations[k + 1];
    if (next !== undefined) found.push(next.span);
  }
  return found;
}

/**
 * Whole sentences of quotation that nobody has been given go to the speaker of the passage before: in the same
 * paragraph, or in the paragraph before where this one begins with the quotation ("He said:", a quotation in a block).
 * Returns the content of each attribution, in the order given. O(n log n).
 */
export function adoptQuotations(document: Document, attributions: readonly Spans[]): (readonly Span[])[] {
  const contents: (readonly Span[])[] = attributions.map(({ content }) => content);
  const ends = attributions
    .map(({ source, cue, content }, k) => ({
      k,
      end: coveringSpan([...source, ...cue, ...content])?.[1] ?? 0,
      speaks: content.length > 0,
    }))
    .sort((a, b) => a.end - b.end);
  const taken = unionSpans(contents.flat()).map((span) => ({ span }));
  let speaker = { k: -1, end: -1 };
  let next = 0;
  for (const quotation of document.quotations) {
    for (let turn = ends[next]; turn !== undefined && turn.end <= quotation.span[0]; turn = ends[++next])
      if (turn.speaks || leadsInto(document, turn.end, quotation)) speaker = turn;
    const content = contents[speaker.k];
    if (content === undefined || !isSpeech(document, quotation) || covered(taken, quotation.span)) continue;
    if (!follows(document, speaker.end, quotation)) continue;
    contents[speaker.k] = unionSpans([...content, quotation.span]);
    speaker = { ...speaker, end: quotation.span[1] };
  }
  return contents;
}

const LEAD_IN = /:\s*$/;

/** Nothing but marks and white space stands between the offset and the quotation. */
const leadsInto = (document: Document, end: number, { span }: Quotation): boolean =>
  span[0] - end < 8 && !/[\p{L}\p{N}]/u.test(document.article.text.slice(end, span[0]));

/** Long enough, and made of whole sentences or led in by a colon. */
function isSpeech(document: Document, { span, inner }: Quotation): boolean {
  const [first, last] = tokenRange(document, inner);
  if (last - first < SPEECH) return false;
  const opening = document.sentences[document.tokens[first]?.sentence ?? -1];
  const closing = document.sentences[document.tokens[last - 1]?.sentence ?? -1];
  if (opening === undefined || closing === undefined || closing.span[1] > span[1]) return false;
  return opening.span[0] >= span[0] || LEAD_IN.test(document.article.text.slice(span[0] - 3, span[0]));
}

/** Whether the quotation follows closely on a passage that ends at the offset. */
function follows(document: Document, end: number, { span, paragraph }: Quotation): boolean {
  const own = document.paragraphs[paragraph];
  const before = document.paragraphs[paragraph - 1];
  if (own === undefined) return false;
  if (end > own.span[0]) return gapHoldsNoSentence(document, end, span[0]);
  const alone = own.span[0] === span[0];
  return (
    alone && before !== undefined && end > before.span[0] && gapHoldsNoSentence(document, end, before.span[1])
  );
}

/** No sentence begins and ends between the two offsets. */
const gapHoldsNoSentence = (document: Document, from: number, to: number): boolean => {
  const k = indexAt(document.sentences, from);
  const sentence = document.sentences[k];
  return sentence === undefined || sentence.span[1] > to;
};

/** Whether more than half of the span is taken; `taken` in text order, none touching. */
function covered(taken: readonly { readonly span: Span }[], span: Span): boolean {
  let sum = 0;
  for (let k = indexEndingAfter(taken, span[0]); k < taken.length; k++) {
    const piece = taken[k]?.span;
    if (piece === undefined || piece[0] >= span[1]) break;
    sum += overlapLength(piece, span);
  }
  return sum * 2 > span[1] - span[0];
}

/** The quotations that share a code unit with the extent of the spans. */
export const quotationsIn = (document: Document, content: readonly Span[]): readonly Quotation[] => {
  const extent = coveringSpan(content);
  if (extent === null) return [];
  const found: Quotation[] = [];
  for (let k = indexEndingAfter(document.quotations, extent[0]); k < document.quotations.length; k++) {
    const quotation = document.quotations[k];
    if (quotation === undefined || quotation.span[0] >= extent[1]) break;
    found.push(quotation);
  }
  return found;
};

/** Index of the first piece that begins at the offset or after it. */
function indexAt(pieces: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareSpans(pieces[middle]?.span ?? [0, 0], [offset, -1]) >= 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first piece that ends after the offset. */
function indexEndingAfter(pieces: readonly { readonly span: Span }[], offset: number): number {
  const k = indexAt(pieces, offset);
  return (pieces[k - 1]?.span[1] ?? 0) > offset ? k - 1 : k;
}
