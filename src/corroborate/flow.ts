/** The flow graph of a claim: Ω → sources → c, along which its support flows. Vertices are `0 … size-1`. */
export interface FlowGraph {
  readonly size: number;
  /** Ω → v: v speaks on its own basis, or is itself the basis. Ascending. */
  readonly entries: readonly number[];
  /** v → c: v says it in an article that reads v directly. Ascending. */
  readonly asserting: readonly number[];
  /** u → v: v says it on the word of u. Ascending. */
  readonly next: readonly (readonly number[])[];
}

/** Edges as they are collected: in any order, with duplicates and self-loops. */
export interface FlowEdges {
  readonly entries: readonly number[];
  readonly asserting: readonly number[];
  readonly relays: readonly (readonly [from: number, to: number])[];
}

/**
 * The flow graph of `edges` after contraction: vertex v of the edges becomes `vertexOf[v]` (in `0 … size-1`),
 * so that sources held for one are one vertex. Self-loops and duplicates are dropped. O(E log E), linear
 * where few edges leave each vertex.
 */
export function flowGraph(
  edges: FlowEdges,
  vertexOf: readonly (number | undefined)[],
  size: number,
): FlowGraph {
  const next: number[][] = [];
  for (let v = 0; v < size; v++) next.push([]);
  for (const [from, to] of edges.relays) {
    const u = vertexOf[from] ?? from;
    const v = vertexOf[to] ?? to;
    if (u !== v) next[u]?.push(v);
  }
  for (let v = 0; v < size; v++) next[v] = ascending(next[v] ?? []);
  return {
    size,
    entries: ascending(edges.entries.map((v) => vertexOf[v] ?? v)),
    asserting: ascending(edges.asserting.map((v) => vertexOf[v] ?? v)),
    next,
  };
}

/** Sorted in place, then without duplicates. */
function ascending(values: number[]): number[] {
  if (values.length < 2) return values;
  values.sort((a, b) => a - b);
  return values.filter((value, i) => i === 0 || value !== values[i - 1]);
}

/** Which of `0 … size-1` are members. */
export function flagged(size: number, members: readonly number[]): boolean[] {
  const is = new Array<boolean>(size).fill(false);
  for (const v of members) is[v] = true;
  return is;
}

/** Edges turned round: for every vertex, those with an edge to it. O(E). */
export function reversed(next: readonly (readonly number[])[]): number[][] {
  const previous: number[][] = next.map(() => []);
  for (let u = 0; u < next.length; u++) for (const v of next[u] ?? []) previous[v]?.push(u);
  return previous;
}

/** What can be reached from `starts` along `next`, the starts included. O(V + E). */
export function reachable(
  size: number,
  starts: readonly number[],
  next: readonly (readonly number[])[],
): readonly boolean[] {
  const seen = flagged(size, starts);
  const stack = [...starts];
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    for (const w of next[v] ?? []) {
      if (seen[w]) continue;
      seen[w] = true;
      stack.push(w);
    }
  }
  return seen;
}

/** Sources that something supports: reachable from Ω. O(V + E). */
export function grounded(graph: FlowGraph): readonly boolean[] {
  return reachable(graph.size, graph.entries, graph.next);
}

/** Sources whose word comes down to the claim: those from which c can be reached. O(V + E). */
export function contributing(graph: FlowGraph): readonly boolean[] {
  return reachable(graph.size, graph.asserting, reversed(graph.next));
}

/** ρ: sources with an edge from Ω that reach c, ascending. O(V + E). */
export function roots(graph: FlowGraph): readonly number[] {
  const reaches = contributing(graph);
  return graph.entries.filter((v) => reaches[v]);
}
