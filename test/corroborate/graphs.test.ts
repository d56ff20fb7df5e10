import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacitatedFlow, independentChains } from '../../src/corroborate/chains.ts';
import { circles } from '../../src/corroborate/circles.ts';
import { dominators } from '../../src/corroborate/dominators.ts';
import { type FlowGraph, flowGraph, roots } from '../../src/corroborate/flow.ts';
import { cuts, witnesses } from '../../src/corroborate/provenance.ts';
import { holdsWith, minimal, namedGraph, subsets } from '../support/flow.ts';

type Example = {
  edges: string[][];
  roots: string[];
  assertors: string[];
  kappa: number;
  dominator_chain: string[];
  min_cut_one: string[];
  minimal_witnesses: string[][];
  minimal_cuts: string[][];
  sccs: [string[], string][];
};

const EXAMPLES = JSON.parse(
  readFileSync(new URL('../fixtures/graph-examples.json', import.meta.url), 'utf8'),
) as Record<string, Example>;

const AMPLE = { sets: 1000, steps: 1_000_000 };

describe('worked graphs', () => {
  for (const [title, example] of Object.entries(EXAMPLES)) {
    it(title, () => {
      const { graph, names } = namedGraph(example.edges);
      const named = (vertices: readonly number[]): string[] => vertices.map((v) => names[v] ?? '?');
      const { chains, cut } = independentChains(graph);
      expect(chains.length).toBe(example.kappa);
      expect(named(cut)).toEqual(example.min_cut_one);
      expect(named(roots(graph))).toEqual(example.roots);
      expect(named(graph.asserting)).toEqual(example.assertors);
      expect(named(dominators(graph))).toEqual(example.dominator_chain);
      expect(witnesses(graph, AMPLE)).toEqual({ sets: expect.anything(), capped: false });
      expect(witnesses(graph, AMPLE).sets.map(named)).toEqual(example.minimal_witnesses);
      expect(cuts(graph, AMPLE).sets.map(named)).toEqual(example.minimal_cuts);
      expect(circles(graph).map(({ kind, members }) => [named(members), kind])).toEqual(example.sccs);
      const whole = new Set(names.keys());
      expect(reliability(graph, whole, 0.9)).toBeCloseTo(
        Number((example as { reliability_p09?: number }).reliability_p09),
        6,
      );
    });
  }
});

/**
 * The chance that the claim still holds when each source fails on its own with probability 1 − p, by the
 * minimal witnesses.
 */
function reliability(graph: FlowGraph, all: ReadonlySet<number>, p: number): number {
  const { sets } = witnesses(graph, AMPLE);
  return subsets(graph.size)
    .filter((kept) => sets.some((set) => set.every((v) => kept.has(v))))
    .reduce((sum, kept) => sum + p ** kept.size * (1 - p) ** (all.size - kept.size), 0);
}

const anyGraph: fc.Arbitrary<FlowGraph> = fc.integer({ min: 1, max: 7 }).chain((size) => {
  const vertex = fc.integer({ min: 0, max: size - 1 });
  return fc
    .record({
      entries: fc.array(vertex, { maxLength: 4 }),
      asserting: fc.array(vertex, { maxLength: 4 }),
      relays: fc.array(fc.tuple(vertex, vertex), { maxLength: 2 * size }),
    })
    .map((edges) =>
      flowGraph(
        edges,
        Array.from({ length: size }, (_, v) => v),
        size,
      ),
    );
});

function check(law: (graph: FlowGraph) => void): void {
  fc.assert(fc.property(anyGraph, law), { numRuns: 1000 });
}

const everything = (graph: FlowGraph): ReadonlySet<number> =>
  new Set(Array.from({ length: graph.size }, (_, v) => v));
const without = (graph: FlowGraph, removed: Iterable<number>): ReadonlySet<number> => {
  const gone = new Set(removed);
  return new Set([...everything(graph)].filter((v) => !gone.has(v)));
};

describe('laws of the flow graph, against brute force', () => {
  it('κ is the size of the smallest cut, and the cut given is one of that size', () => {
    check((graph) => {
      const { chains, cut } = independentChains(graph);
      const sizes = subsets(graph.size)
        .filter((set) => !holdsWith(graph, without(graph, set)))
        .map(({ size }) => size);
      expect(chains.length).toBe(Math.min(...sizes));
      expect(cut.length).toBe(chains.length);
      expect(holdsWith(graph, without(graph, cut))).toBe(false);
    });
  });

  it('chains run from a root along edges to a source that asserts, and share no source', () => {
    check((graph) => {
      const { chains } = independentChains(graph);
      for (const chain of chains) {
        expect(graph.entries).toContain(chain[0]);
        expect(graph.asserting).toContain(chain.at(-1));
        for (let i = 1; i < chain.length; i++) expect(graph.next[chain[i - 1]!]).toContain(chain[i]);
      }
      expect(new Set(chains.flat()).size).toBe(chains.flat().length);
    });
  });

  it('κ = 1 exactly where there is a dominator; the dominators are the cuts of one source', () => {
    check((graph) => {
      const choke = dominators(graph);
      const kappa = independentChains(graph).chains.length;
      expect(choke.length > 0).toBe(kappa === 1);
      const single =
        kappa === 0 ? [] : [...everything(graph)].filter((v) => !holdsWith(graph, without(graph, [v])));
      expect([...choke].sort()).toEqual(single);
    });
  });

  it('dominators stand in the order in which every chain passes them, nearest to the claim first', () => {
    check((graph) => {
      const choke = dominators(graph);
      for (const chain of independentChains(graph).chains) {
        expect(chain.filter((v) => choke.includes(v)).reverse()).toEqual(choke);
      }
    });
  });

  it('witnesses are the minimal sets that suffice, cuts the minimal sets whose failure brings the claim down', () => {
    check((graph) => {
      const order = (sets: readonly (readonly number[])[]): string[] => sets.map((set) => set.join()).sort();
      expect(order(witnesses(graph, AMPLE).sets)).toEqual(
        order(minimal(graph.size, (set) => holdsWith(graph, set))),
      );
      expect(order(cuts(graph, AMPLE).sets)).toEqual(
        order(minimal(graph.size, (set) => !holdsWith(graph, without(graph, set)))),
      );
    });
  });

  it('what a cap leaves is part of the whole, and said to be capped only where something is missing', () => {
    check((graph) => {
      for (const list of [witnesses, cuts]) {
        const whole = list(graph, AMPLE).sets.map((set) => set.join());
        const few = list(graph, { sets: 2, steps: 1_000_000 });
        for (const set of few.sets) expect(whole).toContain(set.join());
        expect(few.sets.length).toBe(Math.min(2, whole.length));
        expect(few.capped).toBe(whole.length > 2);
      }
    });
  });

  it('κ ≤ ρ and κ ≤ number of asserting sources', () => {
    check((graph) => {
      const kappa = independentChains(graph).chains.length;
      expect(kappa).toBeLessThanOrEqual(roots(graph).length);
      expect(kappa).toBeLessThanOrEqual(graph.asserting.length);
    });
  });

  it('renaming sources changes no number', () => {
    check((graph) => {
      const last = graph.size - 1;
      const renamed = flowGraph(
        {
          entries: graph.entries.toReversed(),
          asserting: graph.asserting.toReversed(),
          relays: graph.next.flatMap((targets, u) => targets.map((v) => [u, v] as const)).reverse(),
        },
        Array.from({ length: graph.size }, (_, v) => last - v),
        graph.size,
      );
      expect(independentChains(renamed).chains.length).toBe(independentChains(graph).chains.length);
      expect(dominators(renamed).map((v) => last - v)).toEqual(dominators(graph));
      expect(
        independentChains(renamed)
          .cut.map((v) => last - v)
          .sort(),
      ).toEqual([...independentChains(graph).cut].sort());
    });
  });

  it('merging two pure roots never raises κ', () => {
    check((graph) => {
      const inner = graph.next.flatMap((targets, u) => targets.map((v) => [u, v] as const));
      const pure = graph.entries.filter(
        (v) => !graph.asserting.includes(v) && inner.every(([, to]) => to !== v),
      );
      const [a, b] = pure;
      if (a === undefined || b === undefined) return;
      const merged = flowGraph(
        { entries: graph.entries, asserting: graph.asserting, relays: inner },
        Array.from({ length: graph.size }, (_, v) => (v === b ? a : v)),
        graph.size,
      );
      expect(independentChains(merged).chains.length).toBeLessThanOrEqual(
        independentChains(graph).chains.length,
      );
    });
  });

  it('with room for one chain in every source, the capacitated flow is κ', () => {
    check((graph) => {
      expect(capacitatedFlow(graph, () => 1)).toBe(independentChains(graph).chains.length);
    });
  });

  it('circles are what returns to itself; grounded where anything leads there from Ω', () => {
    check((graph) => {
      const leads = (from: number, to: number): boolean =>
        holdsWith({ ...graph, entries: graph.next[from] ?? [], asserting: [to] }, everything(graph));
      const mutual = (v: number): number[] =>
        [...everything(graph)].filter((w) => w === v || (leads(v, w) && leads(w, v)));
      const expected = new Set(
        [...everything(graph)]
          .map(mutual)
          .filter((set) => set.length > 1)
          .map((set) => set.join()),
      );
      const found = circles(graph);
      expect(new Set(found.map(({ members }) => members.join()))).toEqual(expected);
      for (const { kind, members } of found) {
        const carried = holdsWith({ ...graph, asserting: members }, everything(graph));
        expect(kind).toBe(carried ? 'grounded' : 'ungrounded');
      }
    });
  });
});
