/** The days on which articles were published, in equal steps. */

import type { ArticleNode } from '../graph/types.ts';
import type { Day } from '../read/types.ts';
import type { Timeline } from './api/overview.ts';

/** A timeline, and the bin that a day falls in (-1: in none). */
export interface Timescale {
  readonly timeline: Timeline;
  readonly binOf: (day: Day | null) => number;
}

const BINS = 32;
const MS = 86_400_000;

/** Steps are whole days, as few as make at most 32 bins. Linear. */
export function timelineOf(articles: Iterable<ArticleNode>): Timescale {
  const perDay = new Map<number, number>();
  let undated = 0;
  for (const { publishedOn } of articles) {
    const day = numberOf(publishedOn);
    if (day === null) undated++;
    else perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  let [first, last] = [Infinity, -Infinity];
  for (const day of perDay.keys()) [first, last] = [Math.min(first, day), Math.max(last, day)];
  if (perDay.size === 0) return { timeline: { from: null, to: null, bins: [], undated }, binOf: () => -1 };
  const step = Math.ceil((last - first + 1) / BINS);
  const counts = new Array<number>(Math.ceil((last - first + 1) / step)).fill(0);
  for (const [day, n] of perDay) {
    const bin = Math.floor((day - first) / step);
    counts[bin] = (counts[bin] ?? 0) + n;
  }
  const bins = counts.map((articles, i) => ({
    from: dayOf(first + i * step),
    to: dayOf(Math.min(last, first + (i + 1) * step - 1)),
    articles,
  }));
  return {
    timeline: { from: dayOf(first), to: dayOf(last), bins, undated },
    binOf: (day) => {
      const n = numberOf(day);
      return n === null || n < first || n > last ? -1 : Math.floor((n - first) / step);
    },
  };
}

/** Days since 1970; null for what is no day. */
function numberOf(day: Day | null): number | null {
  if (day === null) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / MS);
}

const dayOf = (n: number): Day => new Date(n * MS).toISOString().slice(0, 10);
