/** Verbatim passages with the words that make them statements marked. */

import type { ArticleNode } from '../graph/types.ts';
import type { Span } from '../text/types.ts';

export interface Passage {
  readonly article: ArticleNode;
  readonly span: Span;
  /** In text order; `gap` stands where words are left out. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly role: 'text' | 'cue' | 'gap';
}

/** Longer passages lose their middle, never a marked word. */
const LIMIT = 400;
const HEAD = 180;
const AROUND = 60;

/** The words of `span`, those of `cues` marked; what lies outside the text is cut off. */
export function passageOf(
  article: ArticleNode,
  span: Span,
  cues: readonly Span[],
  keep: readonly Span[] = [],
): Passage {
  const whole = clamp(span, [0, article.text.length]);
  const marked = cues.map((c) => clamp(c, whole)).filter(([s, e]) => s < e);
  const kept = excerpt(article.text, whole, [...marked, ...keep.map((k) => clamp(k, whole))]);
  return {
    article,
    span: whole,
    pieces: kept.flatMap((range, i) => piecesOf(article.text, range, marked, i > 0)),
  };
}

const clamp = ([s, e]: Span, [min, max]: Span): Span => {
  const start = Math.min(Math.max(s, min), max);
  return [start, Math.min(Math.max(e, start), max)];
};

/** The whole of a short passage; of a long one its head, its end and what surrounds the spans to keep. */
function excerpt(text: string, whole: Span, keep: readonly Span[]): readonly Span[] {
  const [start, end] = whole;
  if (end - start <= LIMIT) return [whole];
  const wanted: Span[] = [
    [start, start + HEAD],
    ...keep.map(([s, e]): Span => [s - AROUND, Math.min(e, s + HEAD) + AROUND]),
    [end - AROUND, end],
  ];
  return merged(wanted.map((w) => wholeWords(text, clamp(w, whole), whole)));
}

function wholeWords(text: string, [start, end]: Span, [min, max]: Span): Span {
  let s = start;
  let e = end;
  while (s > min && start - s < 40 && !/\s/.test(text.charAt(s - 1))) s--;
  while (e < max && e - end < 40 && !/\s/.test(text.charAt(e))) e++;
  return [s, e];
}

/** Overlapping and nearly touching ranges become one: a gap of a few words says less than the words. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const [s, e] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && s - last[1] < 30) out[out.length - 1] = [last[0], Math.max(last[1], e)];
    else out.push([s, e]);
  }
  return out;
}

function piecesOf(
  text: string,
  [start, end]: Span,
  cues: readonly Span[],
  afterGap: boolean,
): readonly Piece[] {
  const pieces: Piece[] = afterGap ? [{ text: ' […] ', role: 'gap' }] : [];
  let at = start;
  const add = (to: number, role: Piece['role']) => {
    if (to > at) pieces.push({ text: text.slice(at, to), role });
    at = Math.max(at, to);
  };
  for (const cue of [...cues].sort((a, b) => a[0] - b[0])) {
    const [s, e] = clamp(cue, [start, end]);
    if (e <= at) continue;
    add(s, 'text');
    add(e, 'cue');
  }
  add(end, 'text');
  return pieces;
}
