import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/explore/api/claims.ts';
import type { NetworkView } from '../../src/explore/api/network.ts';
import { exploreOver, founding, simulated } from './support.ts';

const WHOLE = { filter: NO_FILTER, kinds: [], limit: 20_000 } as const;

const isClosed = ({ nodes, edges }: NetworkView): boolean => {
  const ids = new Set(nodes.map((n) => n.id));
  return edges.every((e) => ids.has(e.from) && ids.has(e.to));
};

describe('the network', () => {
  it('shows sources, claims and events, and who says what on whose word', async () => {
    const graph = founding();
    const { nodes, edges, total } = await exploreOver(graph).network(WHOLE);
    expect(total).toBe(nodes.length);
    const label = (id: string) => nodes.find((n) => n.id === id)?.label;
    const lines = edges.map((e) => `${label(e.from)} ${e.type} ${label(e.to)}`);
    expect(lines).toContain(
      'Ukrainian forces captured a North Korean soldier CONFIRMED_BY National Intelligence Service (South Korea)',
    );
    expect(edges.filter((e) => e.open).map((e) => e.type)).toContain('SAME_AS');
    expect(nodes.some((n) => n.kind === 'Article')).toBe(false);
    const { nodes: articles } = await exploreOver(graph).network({ ...WHOLE, kinds: ['Article'] });
    expect(articles.map((n) => n.kind)).toEqual(['Article']);
  });

  it('is whole in itself, as large as asked and of the kinds asked for', async () => {
    const explore = exploreOver(simulated(11, 500));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.subarray(['Claim', 'Group', 'Outlet', 'Person', 'Article'] as const),
        async (limit, kinds) => {
          const view = await explore.network({ filter: NO_FILTER, kinds, limit });
          expect(isClosed(view)).toBe(true);
          expect(view.nodes.length).toBe(Math.min(limit, view.total));
          if (kinds.length > 0) expect(view.nodes.every((n) => kinds.some((k) => k === n.kind))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('narrows to what belongs to the claims that pass a filter', async () => {
    const explore = exploreOver(simulated(11, 500));
    const whole = await explore.network(WHOLE);
    const filter = { ...NO_FILTER, status: ['circular'] as const };
    const part = await explore.network({ ...WHOLE, filter });
    const claims = part.nodes.filter((n) => n.kind === 'Claim');
    expect(claims.length).toBe(
      (await explore.claims({ filter, order: 'text', offset: 0, limit: 500 })).total,
    );
    expect(part.total).toBeLessThan(whole.total);
  });

  it('around a node are its neighbours and nothing else, up to the limit', async () => {
    const explore = exploreOver(simulated(11, 300));
    const { nodes, edges } = await explore.network({ ...WHOLE, kinds: [] });
    const node = nodes.find((n) => n.kind === 'Claim')!;
    const around = (await explore.around(node.id, 1000))!;
    const linked = new Set(
      edges.flatMap((e) => (e.from === node.id ? e.to : e.to === node.id ? e.from : [])),
    );
    for (const id of linked) expect(around.nodes.map((n) => n.id)).toContain(id);
    expect(around.nodes[0]!.id).toBe(node.id);
    const few = (await explore.around(node.id, 3))!;
    expect(few.nodes).toHaveLength(3);
    expect(few.total).toBe(around.nodes.length);
    expect(await explore.around('nowhere', 10)).toBeNull();
  });

  it('knows shortest paths, and where there is none', async () => {
    const graph = simulated(13, 120);
    const explore = exploreOver(graph);
    const { nodes, edges } = await explore.network(WHOLE);
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) {
      next.set(from, [...(next.get(from) ?? []), to]);
      next.set(to, [...(next.get(to) ?? []), from]);
    }
    const distance = (start: string, end: string): number => {
      const seen = new Map([[start, 0]]);
      for (const [at, d] of seen) for (const n of next.get(at) ?? []) if (!seen.has(n)) seen.set(n, d + 1);
      return seen.get(end) ?? -1;
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(nodes.length - 1), fc.nat(nodes.length - 1), async (i, j) => {
        const [a, b] = [nodes[i]!.id, nodes[j]!.id];
        const found = await explore.path(a, b);
        expect(found === null ? -1 : found.path.length - 1).toBe(distance(a, b));
        if (!found) return;
        expect([found.path[0], found.path.at(-1)]).toEqual([a, b]);
        expect(isClosed(found)).toBe(true);
        const joins = new Set(found.edges.map((e) => [e.from, e.to].sort().join()));
        for (const [k, id] of found.path.slice(1).entries())
          expect(joins).toContain([found.path[k]!, id].sort().join());
      }),
      { numRuns: 60 },
    );
    expect(await explore.path(nodes[0]!.id, 'nowhere')).toBeNull();
  });
});

describe('search', () => {
  it('finds sources, claims and quotations, misspelt too, and marks the words', async () => {
    const explore = exploreOver(founding());
    for (const typed of ['Militarnyi', 'militarny', 'Militarnji', 'Militanryi', 'MILITARNYI']) {
      const [best] = await explore.search(typed, 5);
      expect(best).toMatchObject({ kind: 'source', text: 'Militarnyi', marks: [[0, 10]] });
      expect((await explore.claim(best!.claim!))!.sources.map((s) => s.id)).toContain(best!.id);
    }
    const kinds = new Set((await explore.search('soldier', 50)).map((hit) => hit.kind));
    expect([...kinds].sort()).toEqual(['claim', 'quotation']);
    const trophies = await explore.search('trophies prisoners', 5);
    const quotation = trophies.find((hit) => hit.kind === 'quotation')!;
    expect((await explore.article(quotation.article!))!.text).toContain(quotation.text);
  });

  it('finds nothing for nothing, and answers whatever is typed', async () => {
    const explore = exploreOver(founding());
    expect(await explore.search('', 5)).toEqual([]);
    expect(await explore.search('   *?~"\'(', 5)).toEqual([]);
    expect(await explore.search('x'.repeat(100_000), 5)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await explore.search(text, 5)).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
