import { contributing, type FlowGraph, flagged, reachable, reversed } from './flow.ts';

/** Sets of sources, none within another; `capped`: there may be more. By size, then by members. */
export interface Antichain {
  readonly sets: readonly (readonly number[])[];
  readonly capped: boolean;
}

/** Most sets that are listed, and how many edges are looked at for them. */
export interface Cap {
  readonly sets: number;
  readonly steps: number;
}

/**
 * Minimal witnesses: the smallest sets of sources that suffice for the claim, the prime implicants of its
 * positive-Boolean provenance (T. J. Green, G. Karvounarakis, V. Tannen, "Provenance semirings", 2007). Each
 * is an Ω → c path without a shortcut: only its first source is a root, only its last asserts, and no source
 * leads to a later one but the next. Found depth first.
 */
export function witnesses(graph: FlowGraph, cap: Cap): Antichain {
  const entry = flagged(graph.size, graph.entries);
  const asserts = flagged(graph.size, graph.asserting);
  const reaches = contributing(graph);
  const sets: number[][] = [];
  // How many sources of the path (but the last) lead to v: going there from further on would be a detour.
  const shadowed = new Array<number>(graph.size).fill(0);
  let steps = cap.steps;
  const path: { readonly v: number; child: number }[] = [];
  const shadow = (change: number): void => {
    const targets = graph.next[path.at(-1)?.v ?? -1] ?? [];
    for (const w of targets) shadowed[w] = (shadowed[w] ?? 0) + change;
    steps -= targets.length;
  };
  const enter = (v: number): void => {
    shadow(1);
    path.push({ v, child: 0 });
  };
  const leave = (): void => {
    path.pop();
    shadow(-1);
  };
  for (const start of graph.entries) {
    if (!reaches[start]) continue;
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      if (steps <= 0 || sets.length > cap.sets) return antichain(sets, cap, true);
      if (asserts[top.v]) {
        sets.push(path.map(({ v }) => v).sort((a, b) => a - b));
        leave();
        continue;
      }
      const w = graph.next[top.v]?.[top.child++];
      steps--;
      if (w === undefined) leave();
      else if (!entry[w] && reaches[w] && !shadowed[w]) enter(w);
    }
  }
  return antichain(sets, cap, false);
}

/**
 * Minimal cuts: the smallest sets of sources whose failure brings the claim down; the empty set where nothing
 * carries it. As minimal separators are listed in undirected graphs (H. Shen, W. Liang, "Efficient
 * enumeration of all minimal separators", 1997): begin with the one nearest to Ω and push each cut over one
 * of its sources towards the claim. O(E) a source of a cut.
 */
export function cuts(graph: FlowGraph, cap: Cap): Antichain {
  const asserts = flagged(graph.size, graph.asserting);
  const previous = reversed(graph.next);
  const edges = graph.next.reduce((sum, targets) => sum + targets.length, graph.size);
  const first = cutBeyond(graph, previous, asserts, []);
  const seen = new Set([first.join()]);
  const sets = [first];
  let steps = cap.steps;
  for (let i = 0; i < sets.length; i++) {
    const cut = sets[i] ?? [];
    const inside = reachableAvoiding(graph, cut);
    for (const v of cut) {
      if (asserts[v]) continue;
      steps -= edges;
      if (steps <= 0 || sets.length > cap.sets) return antichain(sets, cap, true);
      const pushed = cutBeyond(graph, previous, asserts, [...inside, v]);
      const key = pushed.join();
      if (seen.has(key)) continue;
      seen.add(key);
      sets.push(pushed);
    }
  }
  return antichain(sets, cap, false);
}

/**
 * The minimal cut nearest to Ω among those that leave `inside` on the side of Ω: its out-neighbours that
 * still lead to c.
 */
function cutBeyond(
  graph: FlowGraph,
  previous: readonly (readonly number[])[],
  asserts: readonly boolean[],
  inside: readonly number[],
): readonly number[] {
  const within = flagged(graph.size, inside);
  const border = new Set(graph.entries.filter((v) => !within[v]));
  for (const u of inside) for (const v of graph.next[u] ?? []) if (!within[v]) border.add(v);
  const free = previous.map((sources, v) => (border.has(v) ? [] : sources));
  const leads = reachable(graph.size, graph.asserting, free);
  return [...border].filter((v) => asserts[v] || leads[v]).sort((a, b) => a - b);
}

function reachableAvoiding(graph: FlowGraph, cut: readonly number[]): readonly number[] {
  const closed = flagged(graph.size, cut);
  const next = graph.next.map((targets, u) => (closed[u] ? [] : targets.filter((v) => !closed[v])));
  const seen = reachable(
    graph.size,
    graph.entries.filter((v) => !closed[v]),
    next,
  );
  return seen.flatMap((reached, v) => (reached ? [v] : []));
}

function antichain(sets: readonly (readonly number[])[], cap: Cap, stopped: boolean): Antichain {
  const bySize = [...sets].sort((a, b) => a.length - b.length || lexicographic(a, b));
  return { sets: bySize.slice(0, cap.sets), capped: stopped || sets.length > cap.sets };
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i === -1 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}
