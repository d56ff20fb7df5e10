import type { FlowGraph } from './flow.ts';

/**
 * The dominators of c: sources that every Ω → c path runs through, nearest to the claim first; none where c
 * is out of reach. M. Cairo, S. Khan, R. Rizzi, S. Schmidt, A. I. Tomescu, E. C. Zirondelli, "A simplified
 * algorithm computing all s-t bridges and articulation points" (2021): only sources of one path can be in all
 * of them, and one of these is unless a detour, found while walking along the path, leads past it. O(V + E).
 */
export function dominators(graph: FlowGraph): readonly number[] {
  const claim = graph.size;
  const asserts = new Set(graph.asserting);
  const path = anyPath(graph, asserts);
  if (path === null) return [];
  const place = new Map(path.map((v, i) => [v, i]));
  place.set(claim, path.length);
  const seen = new Set<number>();
  const found: number[] = [];
  // The furthest place that can be reached from before the current one without it.
  let furthest = -1;
  const sweep = (starts: readonly number[]): void => {
    const stack: number[] = [];
    const meet = (v: number): void => {
      const at = place.get(v);
      if (at !== undefined) furthest = Math.max(furthest, at);
      else if (!seen.has(v)) {
        seen.add(v);
        stack.push(v);
      }
    };
    starts.forEach(meet);
    for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
      if (asserts.has(v)) meet(claim);
      graph.next[v]?.forEach(meet);
    }
  };
  sweep(graph.entries);
  path.forEach((v, i) => {
    if (furthest === i) found.push(v);
    if (asserts.has(v)) sweep([claim]);
    sweep(graph.next[v] ?? []);
  });
  return found.reverse();
}

/** A shortest Ω → c path, or null. */
function anyPath(graph: FlowGraph, asserts: ReadonlySet<number>): readonly number[] | null {
  const from = new Map<number, number>(graph.entries.map((v) => [v, -1]));
  for (const [v] of from) {
    if (!asserts.has(v)) {
      for (const w of graph.next[v] ?? []) if (!from.has(w)) from.set(w, v);
      continue;
    }
    const path: number[] = [];
    for (let at = v; at !== -1; at = from.get(at) ?? -1) path.push(at);
    return path.reverse();
  }
  return null;
}
