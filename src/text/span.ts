// Spans: half-open intervals of UTF-16 code units and what can be done with them.
import type { Span } from './types.ts';

export const sliceSpan = (text: string, [start, end]: Span): string => text.slice(start, end);

export const spanLength = ([start, end]: Span): number => end - start;

export const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** Number of code units that both cover. */
export const overlapLength = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Whether they share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => overlapLength(a, b) > 0;

export const containsSpan = (outer: Span, inner: Span): boolean =>
  outer[0] <= inner[0] && inner[1] <= outer[1];

export const containsOffset = (span: Span, offset: number): boolean => span[0] <= offset && offset < span[1];

/** The smallest span that holds all of them; null for none. */
export function coveringSpan(spans: readonly Span[]): Span | null {
  const [first, ...rest] = spans;
  if (first === undefined) return null;
  let [start, end] = first;
  for (const span of rest) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return [start, end];
}

/** The same code units as sorted spans that neither touch nor overlap. Empty spans are dropped. O(n log n). */
export function unionSpans(spans: readonly Span[]): Span[] {
  const union: [number, number][] = [];
  for (const [start, end] of [...spans].sort(compareSpans)) {
    const last = union.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (start < end) union.push([start, end]);
  }
  return union;
}

/** Text order: by start, then by end. */
export const compareSpans = (a: Span, b: Span): number => a[0] - b[0] || a[1] - b[1];

const INVISIBLE = /[\s\p{Cf}]/u;

/** The span without white space and invisible format characters at its ends; empty (at its start) where nothing else is in it. */
export function trimSpan(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && INVISIBLE.test(text.charAt(from))) from++;
  if (from === to) return [start, start];
  while (to > from && INVISIBLE.test(text.charAt(to - 1))) to--;
  return [from, to];
}
