import type { FlowEdges, FlowGraph } from '../../src/corroborate/flow.ts';
import { flowGraph } from '../../src/corroborate/flow.ts';

/**
 * A flow graph from named edges, `OMEGA` and `CLAIM` being its ends; names are the vertices in ascending
 * order.
 */
export function namedGraph(edges: readonly (readonly string[])[]): {
  graph: FlowGraph;
  names: readonly string[];
} {
  const names = [...new Set(edges.flat())].filter((name) => name !== 'OMEGA' && name !== 'CLAIM').sort();
  const at = (name = ''): number => names.indexOf(name);
  const inner = edges.filter(([from, to]) => from !== 'OMEGA' && to !== 'CLAIM');
  const collected: FlowEdges = {
    entries: edges.filter(([from]) => from === 'OMEGA').map(([, to]) => at(to)),
    asserting: edges.filter(([, to]) => to === 'CLAIM').map(([from]) => at(from)),
    relays: inner.map(([from, to]) => [at(from), at(to)]),
  };
  return {
    graph: flowGraph(
      collected,
      names.map((_, i) => i),
      names.length,
    ),
    names,
  };
}

/**
 * Whether c can still be reached when only `kept` sources stand. By search, sharing nothing with the program.
 */
export function holdsWith(graph: FlowGraph, kept: ReadonlySet<number>): boolean {
  const seen = new Set<number>();
  const visit = (v: number): boolean => {
    if (!kept.has(v) || seen.has(v)) return false;
    seen.add(v);
    return graph.asserting.includes(v) || (graph.next[v] ?? []).some(visit);
  };
  return graph.entries.some(visit);
}

export function subsets(size: number): readonly ReadonlySet<number>[] {
  return Array.from(
    { length: 2 ** size },
    (_, bits) => new Set(Array.from({ length: size }, (_, v) => v).filter((v) => (bits >> v) & 1)),
  );
}

/** Sets that pass, none of whose proper subsets passes. */
export function minimal(
  size: number,
  passes: (set: ReadonlySet<number>) => boolean,
): readonly (readonly number[])[] {
  const passing = subsets(size).filter(passes);
  return passing
    .filter((set) => !passing.some((other) => other.size < set.size && [...other].every((v) => set.has(v))))
    .map((set) => [...set].sort((a, b) => a - b));
}
