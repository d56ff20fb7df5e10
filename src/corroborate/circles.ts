import { type FlowGraph, grounded } from './flow.ts';

/**
 * Sources that rest on one another. Ungrounded: nothing outside carries them, they support nothing. Grounded:
 * an echo, harmless.
 */
export interface Circle {
  readonly kind: 'grounded' | 'ungrounded';
  /** Ascending. */
  readonly members: readonly number[];
}

/** The strongly connected components of more than one source, by smallest member. O(V + E). */
export function circles(graph: FlowGraph): readonly Circle[] {
  if (!mayCircle(graph)) return [];
  const members = new Map<number, number[]>();
  stronglyConnected(graph.next).forEach((component, v) => {
    const list = members.get(component);
    if (list === undefined) members.set(component, [v]);
    else list.push(v);
  });
  const several = [...members.values()].filter((list) => list.length > 1);
  if (several.length === 0) return [];
  const reached = grounded(graph);
  return several.map((list) => ({
    kind: list.some((v) => reached[v]) ? 'grounded' : 'ungrounded',
    members: list,
  }));
}

/** A circle takes two sources that both rely and are relied on; most graphs have fewer. */
function mayCircle({ next }: FlowGraph): boolean {
  const relies = new Set<number>();
  for (const targets of next) if (targets.length > 0) for (const v of targets) relies.add(v);
  let both = 0;
  for (const v of relies) if ((next[v]?.length ?? 0) > 0 && ++both === 2) return true;
  return false;
}

/**
 * For every vertex the number of its strongly connected component. R. E. Tarjan, "Depth-first search and
 * linear graph algorithms" (1972), without recursion. O(V + E).
 */
export function stronglyConnected(next: readonly (readonly number[])[]): readonly number[] {
  const index = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const component = new Array<number>(next.length).fill(-1);
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (v: number): { readonly v: number; child: number } => {
    index[v] = low[v] = visited++;
    open.push(v);
    return { v, child: 0 };
  };
  for (let start = 0; start < next.length; start++) {
    if (index[start] !== -1) continue;
    const stack = [enter(start)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { v } = top;
      const w = next[v]?.[top.child++];
      if (w === undefined) {
        stack.pop();
        const parent = stack.at(-1)?.v;
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[v] ?? 0);
        if (low[v] === index[v]) {
          for (let member = open.pop(); member !== undefined; member = open.pop()) {
            component[member] = components;
            if (member === v) break;
          }
          components++;
        }
      } else if (index[w] === -1) {
        stack.push(enter(w));
      } else if (component[w] === -1) {
        low[v] = Math.min(low[v] ?? 0, index[w] ?? 0);
      }
    }
  }
  return component;
}
