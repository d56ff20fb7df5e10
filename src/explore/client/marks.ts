/** Spans of a text cut into pieces that can be shown one after the other, each with everything that marks it. */

import type { Span } from '../../text/types.ts';

export interface Mark<T> {
  readonly span: Span;
  readonly of: T;
}

export interface Piece<T> {
  readonly text: string;
  /** Offset of the piece in the text. */
  readonly at: number;
  readonly marks: readonly T[];
}

/** All of `text` in order. Marks may overlap; what of them lies outside the text is cut off. O((n + m) log m) for m marks. */
export function piecesOf<T>(text: string, marks: readonly Mark<T>[]): readonly Piece<T>[] {
  const clamp = (n: number) => Math.min(Math.max(n, 0), text.length);
  const inside = marks
    .map(({ span, of }) => ({ start: clamp(span[0]), end: clamp(span[1]), of }))
    .filter((m) => m.start < m.end)
    .sort((a, b) => a.start - b.start);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((m) => [m.start, m.end])])].sort(
    (a, b) => a - b,
  );
  const out: Piece<T>[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    if (end === undefined) break;
    open = open.filter((m) => m.end > start);
    for (let m = inside[next]; m && m.start <= start; m = inside[++next]) open.push(m);
    out.push({ text: text.slice(start, end), at: start, marks: open.map((m) => m.of) });
  }
  return out;
}
