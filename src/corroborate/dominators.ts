import { type FlowGraph, reversed } from './flow.ts';

/**
 * The dominators of c: sources that every Ω → c path runs through, nearest to the claim first; none where c is out of reach.
 * K. D. Cooper, T. J. Harvey, K. Kennedy, "A simple, fast dominance algorithm" (2001): immediate dominators by iteration over
 * the reverse postorder. O(V + E) a round, two rounds on acyclic graphs, at worst O(V²).
 */
export function dominators(graph: FlowGraph): readonly number[] {
  const omega = graph.size;
  const claim = graph.size + 1;
  const next: number[][] = [...graph.next.map((targets) => [...targets]), [...graph.entries], []];
  for (const v of graph.asserting) next[v]?.push(claim);
  const order = reversePostorder(next, omega);
  const position = new Array<number>(graph.size + 2).fill(-1);
  order.forEach((v, i) => {
    position[v] = i;
  });
  const top = position[claim] ?? -1;
  if (top === -1) return [];
  const previous = reversed(next).map((sources) =>
    sources.map((u) => position[u] ?? -1).filter((i) => i >= 0),
  );
  const idom = immediateDominators(order.map((v) => previous[v] ?? []));
  const chain: number[] = [];
  for (let i = idom[top] ?? 0; i > 0; i = idom[i] ?? 0) chain.push(order[i] ?? 0);
  return chain;
}

/** Over positions in reverse postorder; position 0 is the start. */
function immediateDominators(previous: readonly (readonly number[])[]): readonly number[] {
  const idom = new Array<number>(previous.length).fill(-1);
  idom[0] = 0;
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      while (x > y) x = idom[x] ?? 0;
      while (y > x) y = idom[y] ?? 0;
    }
    return x;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 1; i < previous.length; i++) {
      const known = (previous[i] ?? []).filter((p) => idom[p] !== -1);
      const dominator = known.reduce((a, b) => meet(a, b));
      if (idom[i] !== dominator) {
        idom[i] = dominator;
        changed = true;
      }
    }
  }
  return idom;
}

function reversePostorder(next: readonly (readonly number[])[], start: number): readonly number[] {
  const seen = new Array<boolean>(next.length).fill(false);
  const order: number[] = [];
  const stack: { readonly v: number; child: number }[] = [{ v: start, child: 0 }];
  seen[start] = true;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const w = next[top.v]?.[top.child++];
    if (w === undefined) {
      order.push(top.v);
      stack.pop();
    } else if (!seen[w]) {
      seen[w] = true;
      stack.push({ v: w, child: 0 });
    }
  }
  return order.reverse();
}
