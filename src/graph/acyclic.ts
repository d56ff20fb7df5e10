/** Keeping relations that must not run in circles free of them. */

import { push } from './collect.ts';

export interface Arc {
  readonly from: string;
  readonly to: string;
}

/**
 * Those arcs that close a circle when the arcs are laid one after the other in the given order (earlier ones stay).
 * Kahn's peeling leaves only the part where circles can be, linear in the arcs; inside it each arc costs one search.
 */
export function closingArcs<T extends Arc>(arcs: readonly T[]): ReadonlySet<T> {
  const core = peel(arcs);
  const laid = new Map<string, string[]>();
  const closing = new Set<T>();
  for (const arc of core) {
    if (reaches(laid, arc.to, arc.from)) closing.add(arc);
    else push(laid, arc.from, arc.to);
  }
  return closing;
}

/** Without every arc whose start nothing leads to, again and again: all circles are in what is left. */
function peel<T extends Arc>(arcs: readonly T[]): readonly T[] {
  const indegree = new Map<string, number>();
  const leaving = new Map<string, T[]>();
  for (const arc of arcs) {
    indegree.set(arc.to, (indegree.get(arc.to) ?? 0) + 1);
    push(leaving, arc.from, arc);
  }
  const ready = [...leaving.keys()].filter((node) => !indegree.has(node));
  const gone = new Set<T>();
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const arc of leaving.get(node) ?? []) {
      gone.add(arc);
      const left = (indegree.get(arc.to) ?? 0) - 1;
      indegree.set(arc.to, left);
      if (left === 0) ready.push(arc.to);
    }
  }
  return arcs.filter((arc) => !gone.has(arc));
}

function reaches(next: ReadonlyMap<string, readonly string[]>, start: string, goal: string): boolean {
  const seen = new Set([start]);
  const todo = [start];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node === goal) return true;
    for (const to of next.get(node) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return false;
}
