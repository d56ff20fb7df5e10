/**
 * Which column of the chain view each source stands in: days run from left to right, and within a day those relied on stand
 * before those who rely on them. No library: layered layouts that know nothing of time put a late denial beside the first report.
 */

import type { Day } from '../../../read/types.ts';

/** When something was said, as exactly as is known; both null: undated. */
export interface When {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface TimedNode {
  readonly id: string;
  readonly said: When;
}

/** From the one relied on to the one who relies. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/** Neighbouring columns of one day; `first` and `last` are column numbers. */
export interface Band {
  readonly day: Day | null;
  readonly first: number;
  readonly last: number;
}

export interface Columns {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly bands: readonly Band[];
  readonly count: number;
}

/** Columns 0 … count-1 for all nodes. Links may form circles; those with unknown ends are left out. O(V + E) but for sorting days. */
export function columnsOf(nodes: readonly TimedNode[], links: readonly Link[]): Columns {
  const next = forward(nodes, links);
  const order = topological(nodes, next);
  const days = latestDays(nodes, order, next);
  const rank = new Map<string, number>();
  for (const id of order) {
    const at = rank.get(id) ?? 0;
    rank.set(id, at);
    for (const to of next.get(id) ?? [])
      if (days.get(to) === days.get(id)) rank.set(to, Math.max(rank.get(to) ?? 0, at + 1));
  }
  const depth = new Map<Day | null, number>();
  for (const id of order) {
    const day = days.get(id) ?? null;
    depth.set(day, Math.max(depth.get(day) ?? 0, rank.get(id) ?? 0));
  }
  const bands: Band[] = [];
  let column = 0;
  for (const day of [...depth.keys()].sort(byDay)) {
    const last = column + (depth.get(day) ?? 0);
    bands.push({ day, first: column, last });
    column = last + 1;
  }
  const start = new Map(bands.map((b) => [b.day, b.first]));
  return {
    columnOf: new Map(order.map((id) => [id, (start.get(days.get(id) ?? null) ?? 0) + (rank.get(id) ?? 0)])),
    bands,
    count: column,
  };
}

/** What no text dates stands first. */
const byDay = (a: Day | null, b: Day | null): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a < b ? -1 : 1;
};

/** Links without those that close a circle: what is left has an order. */
function forward(
  nodes: readonly TimedNode[],
  links: readonly Link[],
): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>(nodes.map((n) => [n.id, []]));
  for (const { from, to } of links) if (from !== to && all.has(to)) all.get(from)?.push(to);
  const kept = new Map<string, string[]>(nodes.map((n) => [n.id, []]));
  const state = new Map<string, 'open' | 'done'>();
  for (const { id: start } of nodes) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const stack = [{ id: start, at: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = all.get(top.id)?.[top.at++];
      if (to === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(to) !== 'open') {
        kept.get(top.id)?.push(to);
        if (!state.has(to)) {
          state.set(to, 'open');
          stack.push({ id: to, at: 0 });
        }
      }
    }
  }
  return kept;
}

/** Kahn's order, ties in the order given. */
function topological(
  nodes: readonly TimedNode[],
  next: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const waiting = new Map<string, number>(nodes.map((n) => [n.id, 0]));
  for (const tos of next.values()) for (const to of tos) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const order = nodes.filter((n) => waiting.get(n.id) === 0).map((n) => n.id);
  for (let i = 0; i < order.length; i++)
    for (const to of next.get(order[i] ?? '') ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  return order;
}

/** The latest day that a source's words allow: not after those who rely on it, unless it is said to have spoken later. */
function latestDays(
  nodes: readonly TimedNode[],
  order: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Day | null> {
  const said = new Map(nodes.map((n) => [n.id, n.said]));
  const days = new Map<string, Day | null>();
  for (const id of [...order].reverse()) {
    const { from, to } = said.get(id) ?? { from: null, to: null };
    let day = to ?? from;
    for (const after of next.get(id) ?? []) {
      const limit = days.get(after) ?? null;
      if (limit !== null && (day === null || limit < day)) day = limit;
    }
    days.set(id, from !== null && (day === null || day < from) ? from : day);
  }
  return days;
}
