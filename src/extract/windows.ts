// What the network sees at once: a paragraph, of a long one as many whole sentences as fit.
import type { Document } from '../text/types.ts';
import type { WindowSizes } from './model.ts';
import type { Pieces } from './wordpiece.ts';

/** Word pieces `[low, high)`. */
export type Window = readonly [low: number, high: number];

/** Which sentence and paragraph each word piece stands in, and what pieces each of those holds. */
export interface Layout {
  readonly length: number;
  sentenceOf(piece: number): Window;
  paragraphOf(piece: number): Window;
}

export function layOut(document: Document, pieces: Pieces): Layout {
  const sentences = extents(document.sentences, pieces);
  const paragraphs = extents(document.paragraphs, pieces);
  return { length: pieces.ids.length, sentenceOf: sentences, paragraphOf: paragraphs };
}

/** A piece between two parts belongs to the one before. */
function extents(
  parts: readonly { readonly span: readonly [number, number] }[],
  pieces: Pieces,
): (piece: number) => Window {
  const { length } = pieces.starts;
  const partOf = new Int32Array(length);
  const first = new Int32Array(parts.length + 1).fill(length);
  let part = 0;
  for (let piece = 0; piece < length; piece++) {
    while ((pieces.starts[piece] ?? 0) >= (parts[part + 1]?.span[0] ?? Number.POSITIVE_INFINITY)) part++;
    partOf[piece] = part;
  }
  for (let piece = length - 1; piece >= 0; piece--) first[partOf[piece] ?? 0] = piece;
  for (let k = parts.length - 1; k >= 0; k--) first[k] = Math.min(first[k] ?? length, first[k + 1] ?? length);
  return (piece) => [first[partOf[piece] ?? 0] ?? 0, first[(partOf[piece] ?? 0) + 1] ?? length];
}

/** Paragraphs, long ones in whole sentences as many as fit; together they tile the text. */
export function windows(layout: Layout, sizes: WindowSizes): Window[] {
  const found: Window[] = [];
  for (let low = 0; low < layout.length; ) {
    const end = layout.paragraphOf(low)[1];
    let high = end - low <= sizes.paragraph ? end : low;
    for (let next = high; next < end && next - low <= sizes.paragraph; ) {
      high = next;
      next = Math.min(end, layout.sentenceOf(high)[1]);
    }
    if (high === low) high = Math.min(end, low + sizes.paragraph);
    found.push([low, high]);
    low = high;
  }
  return found;
}

/**
 * The paragraph of the cue; of a long one the sentences around it.
 * @param cue first and last word piece of the cue
 */
export function roleWindow(layout: Layout, [first, last]: Window, sizes: WindowSizes): Window {
  const paragraph: Window = [layout.paragraphOf(first)[0], layout.paragraphOf(last)[1]];
  return paragraph[1] - paragraph[0] > sizes.paragraph
    ? aroundCue(layout, [first, last], paragraph, sizes)
    : paragraph;
}

/** Sentences around the cue inside its paragraph, one to each side in turn while they fit. */
function aroundCue(layout: Layout, [first, last]: Window, [top, bottom]: Window, sizes: WindowSizes): Window {
  let low = Math.max(top, layout.sentenceOf(first)[0]);
  let high = Math.min(bottom, layout.sentenceOf(last)[1]);
  for (let grown = true; grown; ) {
    grown = false;
    const before = low > top ? Math.max(top, layout.sentenceOf(low - 1)[0]) : low;
    if (before < low && high - before <= sizes.paragraph) {
      low = before;
      grown = true;
    }
    const after = high < bottom ? Math.min(bottom, layout.sentenceOf(high)[1]) : high;
    if (after > high && after - low <= sizes.paragraph) {
      high = after;
      grown = true;
    }
  }
  if (high - low <= sizes.limit) return [low, high];
  low = Math.max(low, Math.min(first - sizes.limit / 2, high - sizes.limit));
  return [low, Math.min(high, low + sizes.limit)];
}
