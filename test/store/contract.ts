/** What every store does, whatever it keeps its data in. */

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assessAll } from '../../src/corroborate/assess.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { aroundIn, lookInto, upstreamOf } from '../../src/graph/part.ts';
import { sorted, toBatch } from '../../src/graph/property.ts';
import type { Decision } from '../../src/graph/types.ts';
import { settle } from '../../src/settle.ts';
import { gatherCascades } from '../../src/simulate/cascades.ts';
import { graphOf } from '../../src/simulate/graph.ts';
import type { Joined, Store, StoredArticle } from '../../src/store/types.ts';
import { byPairs } from '../support/pairs.ts';
import { affair, entry, link, local, NO_DECISIONS } from '../support/readings.ts';

/** A place for stores that is empty at first. */
export interface Place {
  open(): Promise<Store>;
  /** Empties and releases it. */
  remove(): Promise<void>;
}

const stored = (id: string, by: string, keys: readonly string[]): StoredArticle => ({
  ...entry(id, [{ by, claims: ['fire'] }]),
  keys,
});

const HOSTILE = 'MATCH (n) DELETE n; \'"`\\ --\u0000\ud800 <b>{"$x"}</b> \u202e\r\n';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const decision = (id: string, at: string): Decision => ({
  id,
  at,
  by: 'an analyst',
  note: HOSTILE,
  body: { kind: 'rate', source: 'x', reliability: 'B' },
});

const joinedTo =
  (id: string) =>
  (candidates: readonly { article: string }[]): Joined[] =>
    candidates.map(({ article }) => {
      const [a = id, b = article] = [id, article].sort();
      const same = link('source', local('s', a, 'Lind'), local('s', b, 'Lind'));
      return { article: a, other: b, decisions: { ...NO_DECISIONS, links: [same] } };
    });

export function storeContract(name: string, place: () => Promise<Place>): void {
  describe(`a store in ${name}`, () => {
    let at: Place;
    let store: Store;
    beforeEach(async () => {
      at = await place();
      store = await at.open();
    });
    afterEach(async () => {
      await store.close();
      await at.remove();
    });

    it('is empty at first', async () => {
      expect(await store.has(['a'])).toEqual(new Set());
      expect(await all(store.entries())).toEqual([]);
      expect(await store.decisions()).toEqual([]);
      expect(await store.readGraph()).toEqual({ nodes: [], edges: [] });
      expect((await store.revision()).graph).toBeNull();
    });

    it('gives back what it was given, in order of ids, also after it was closed', async () => {
      const entries = [stored('b', HOSTILE, [HOSTILE, 'k']), stored('a', 'Lind', [])];
      for (const e of entries) await store.add(e, () => []);
      await store.close();
      store = await at.open();
      expect(await all(store.entries())).toEqual([
        entries[1],
        { ...entries[0], keys: [HOSTILE, 'k'].sort() },
      ]);
      expect(await store.has(['a', 'c', 'b'])).toEqual(new Set(['a', 'b']));
    });

    it('keeps more articles than it holds at once', async () => {
      const ids = Array.from({ length: 150 }, (_, i) => `a${1000 + i}`);
      for (const id of ids) await store.add(stored(id, 'Lind', []), () => []);
      expect((await all(store.entries())).map((e) => e.article.id)).toEqual(ids);
    });

    it('leaves an article that is already there as it is', async () => {
      const entry = stored('a', 'Lind', []);
      expect(await store.add(entry, () => [])).toBe(true);
      const before = await store.revision();
      expect(await store.add(stored('a', 'Berg', []), () => [])).toBe(false);
      expect(await all(store.entries())).toEqual([entry]);
      expect(await store.revision()).toEqual(before);
    });

    it('asks for joins with those that share a key, and keeps them', async () => {
      const asked: string[][] = [];
      for (const [id, keys] of [
        ['a', ['k', HOSTILE]],
        ['b', ['k']],
        ['c', ['other']],
        ['d', [HOSTILE]],
      ] as const)
        await store.add(stored(id, 'Lind', keys), (candidates) => {
          asked.push(candidates.map((r) => r.article));
          return joinedTo(id)(candidates);
        });
      expect(asked).toEqual([[], ['a'], [], ['a']]);
      const joined = await all(store.joined());
      expect(joined.map((j) => [j.article, j.other])).toEqual([
        ['a', 'b'],
        ['a', 'd'],
      ]);
      expect(joined[0]?.decisions.links).toHaveLength(1);
    });

    it('keeps nothing of an article whose join fails', async () => {
      const failing = store.add(stored('a', 'Lind', ['k']), () => {
        throw new Error('no join');
      });
      await expect(failing).rejects.toThrow('no join');
      expect(await all(store.entries())).toEqual([]);
      expect(await store.add(stored('a', 'Lind', ['k']), () => [])).toBe(true);
    });

    it('forgets an article with all that hung on it', async () => {
      for (const id of ['a', 'b']) await store.add(stored(id, 'Lind', ['k']), joinedTo(id));
      expect(await store.forget('a')).toBe(true);
      expect(await store.forget('a')).toBe(false);
      expect([await all(store.joined()), (await all(store.entries())).length]).toEqual([[], 1]);
      let candidates = 0;
      await store.add(stored('c', 'Lind', ['k']), (found) => {
        candidates = found.length;
        return [];
      });
      expect(candidates).toBe(1);
    });

    it('takes over articles and joins of another store, once', async () => {
      const [a, b] = [stored('a', 'Lind', ['k']), stored('b', HOSTILE, ['k', HOSTILE])];
      const pairs = joinedTo('b')([a.reading]);
      for (let i = 0; i < 2; i++) {
        await store.load([a, b], []);
        await store.load([], pairs);
      }
      expect(await all(store.entries())).toEqual([a, { ...b, keys: ['k', HOSTILE].sort() }]);
      expect(await all(store.joined())).toEqual(pairs);
      expect((await store.revision()).truth).toBeGreaterThan(0);
      let candidates: readonly { article: string }[] = [];
      await store.add(stored('c', 'Lind', ['k']), (found) => {
        candidates = found;
        return [];
      });
      expect(candidates.map((r) => r.article)).toEqual(['a', 'b']);
    });

    it('keeps decisions in order of time until they are undone', async () => {
      const later = decision('d1', '2030-01-02T00:00:00Z');
      const earlier = decision('d2', '2030-01-01T00:00:00Z');
      await store.decide(later);
      await store.decide(earlier);
      expect(await store.decisions()).toEqual([earlier, later]);
      expect([await store.undo('d1'), await store.undo('d1')]).toEqual([true, false]);
      expect(await store.decisions()).toEqual([earlier]);
    });

    it('keeps decisions when the article that they are about is forgotten', async () => {
      await store.add(stored('a', 'Lind', []), () => []);
      await store.decide(decision('d1', '2030-01-02T00:00:00Z'));
      await store.forget('a');
      expect(await store.decisions()).toHaveLength(1);
    });

    it('counts every change of what was read and decided', async () => {
      const truths = [(await store.revision()).truth];
      const changes = [
        () => store.add(stored('a', 'Lind', []), () => []),
        () => store.decide(decision('d1', '2030-01-02T00:00:00Z')),
        () => store.undo('d1'),
        () => store.forget('a'),
      ];
      for (const change of changes) {
        await change();
        truths.push((await store.revision()).truth);
      }
      expect(new Set(truths).size).toBe(5);
      expect(truths).toEqual([...truths].sort((x, y) => x - y));
    });

    it('replaces the computed graph, never by an older one', async () => {
      const node = (id: string, text: string) => ({
        id,
        labels: ['Claim'],
        properties: { text, occurrence: true },
      });
      const edge = { id: 'e', type: 'RELATED', from: 'x', to: 'y', properties: { reason: HOSTILE } };
      await store.writeGraph({ nodes: [node('y', 'old'), node('x', HOSTILE)], edges: [edge] }, 3);
      expect(await store.readGraph()).toEqual({
        nodes: [node('x', HOSTILE), node('y', 'old')],
        edges: [edge],
      });
      await store.writeGraph({ nodes: [node('y', 'new')], edges: [] }, 4);
      await store.writeGraph({ nodes: [node('z', 'late')], edges: [] }, 3);
      expect(await store.readGraph()).toEqual({ nodes: [node('y', 'new')], edges: [] });
      expect((await store.revision()).graph).toBe(4);
    });

    it('is settled once after each change', async () => {
      for (const id of ['a', 'b']) await store.add(stored(id, 'Lind', ['k']), joinedTo(id));
      expect([await settle(store), await settle(store)]).toEqual([true, false]);
      expect(fromBatch(await store.readGraph()).sources.size).toBe(1);
      await store.forget('b');
      expect([await settle(store), await settle(store)]).toEqual([true, false]);
      expect(fromBatch(await store.readGraph()).articles.size).toBe(1);
    });

    it('holds the graph that its articles give, whatever they say', async () => {
      await fc.assert(
        fc.asyncProperty(affair, async ({ entries, joined }) => {
          for (const e of await all(store.entries())) await store.forget(e.article.id);
          const pairs = byPairs(entries, joined);
          const added = new Set<string>();
          for (const e of entries) {
            added.add(e.article.id);
            const mine = pairs.filter((p) => [p.article, p.other].includes(e.article.id));
            await store.add({ ...e, keys: [] }, () =>
              mine.filter((p) => added.has(p.article) && added.has(p.other)),
            );
          }
          await settle(store);
          const graph = buildGraph({ entries, joined: pairs.map((p) => p.decisions), decisions: [] });
          expect(fromBatch(await store.readGraph())).toEqual(fromBatch(sorted(toBatch(graph))));
        }),
        { numRuns: 15 },
      );
    });

    it('finds what people type as words, whatever else stands in it', async () => {
      const texts = [
        'Don’t say "yes"',
        "don't (say) no",
        'costs 3.5 % of C++',
        'Über: Ærø_x AND y',
        HOSTILE,
        '北京 says',
      ];
      const nodes = texts.map((text, i) => ({
        id: `c${i}`,
        labels: ['Claim'],
        properties: { text, occurrence: false },
      }));
      await store.writeGraph({ nodes, edges: [] }, 1);
      for (const [i, text] of texts.entries())
        expect([text, (await store.find(text, 9)).map((n) => n.id)]).toEqual([text, [`c${i}`]]);
      for (const [typed, found] of [
        ['ÜBE', ['c3']],
        ['say yes', ['c0']],
        ['don', ['c0', 'c1']],
        ['AND', ['c3']],
        ['"', []],
        ['* ~ ^ : ( [ {', []],
        ['NEAR(say yes)', []],
        ['-say', ['c0', 'c1', 'c5']],
        ['text:say', []],
        ['/s.y/', []],
        ['', []],
        ['\\', []],
      ] as const) {
        const ids = (await store.find(typed, 9)).map((n) => n.id).sort();
        expect([typed, ids]).toEqual([typed, found]);
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
          await store.find(typed, 3);
          await store.listClaims({ text: typed, limit: 3 });
        }),
        { numRuns: 50 },
      );
      await store.writeGraph(
        { nodes: [{ ...nodes[0]!, properties: { text: 'other words' } }], edges: [] },
        2,
      );
      expect(await store.find('say', 9)).toEqual([]);
      expect((await store.find('other words', 9)).map((n) => n.id)).toEqual(['c0']);
    });
  });

  describe(`a graph in ${name} gives parts`, () => {
    let at: Place;
    let store: Store;
    const { evidence } = gatherCascades({ seed: 5, statements: 250, outlets: 40 });
    const assessments = new Map(assessAll(evidence));
    const graph = sorted(toBatch(graphOf(evidence), { assessments, version: 'v' }));
    const whole = lookInto(graph);
    const claims = graph.nodes.filter((n) => n.labels[0] === 'Claim');
    beforeAll(async () => {
      at = await place();
      store = await at.open();
      await store.writeGraph(graph, 1);
    });
    afterAll(async () => {
      await store.close();
      await at.remove();
    });

    it('that a claim rests on, up to a limit', async () => {
      for (const { id } of claims.slice(0, 12)) {
        expect(await store.upstream(id)).toEqual(upstreamOf(whole, id));
        const small = await store.upstream(id, 2);
        expect(small).toEqual(upstreamOf(whole, id, 2));
        expect(small?.capped).toBe(true);
      }
      expect(await store.upstream('nothing')).toBeNull();
      expect(await store.upstream(graph.nodes.find((n) => n.labels[0] === 'Source')?.id ?? '')).toBeNull();
    });

    it('around nodes, up to a limit', async () => {
      const ids = graph.nodes.map((n) => n.id);
      for (let i = 0; i < ids.length; i += 211) {
        const asked = ids.slice(i, i + 3);
        for (const limit of [2, 3, 10, 1000])
          expect(await store.around(asked, limit)).toEqual(aroundIn(whole, asked, limit));
      }
      expect(await store.around([HOSTILE], 10)).toEqual({ graph: { nodes: [], edges: [] }, capped: false });
    });

    it('claim by claim, those with most carriers first', async () => {
      const rank = (n: (typeof claims)[number]) =>
        [n.properties.carriers, n.properties.independentMax].map((x) => String(9999 - Number(x))).join(' ');
      const expected = claims
        .map((n) => ({ n, key: `${rank(n)} ${n.id}` }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ n }) => n);
      const pages = async (query: { readonly status?: string; readonly text?: string }) => {
        const found = [];
        for (let after: string | undefined; ; ) {
          const page = await store.listClaims({ ...query, limit: 7, ...(after ? { after } : {}) });
          found.push(...page.claims);
          if (page.next === null) return found;
          expect(page.claims).toHaveLength(7);
          after = page.next;
        }
      };
      expect(await pages({})).toEqual(expected);
      const status = 'single-source';
      const single = expected.filter((n) => n.properties.status === status);
      expect(single.length).toBeGreaterThan(7);
      expect(await pages({ status })).toEqual(single);
      expect(await pages({ text: 'so claim1' })).toEqual(expected.filter((n) => /^claim1/.test(n.id)));
      expect(await pages({ status: HOSTILE })).toEqual([]);
      await expect(store.listClaims({ limit: 1, after: HOSTILE })).rejects.toThrow('no place');
    });

    it('by the beginning of a claim’s id', async () => {
      const ids = claims.map((n) => n.id).filter((id) => id.startsWith('claim1'));
      expect(await store.claimIds('claim1', 1000)).toEqual(ids);
      expect(await store.claimIds('claim1', 2)).toEqual(ids.slice(0, 2));
      expect(await store.claimIds('outlet', 10)).toEqual([]);
      expect(await store.claimIds(HOSTILE, 10)).toEqual([]);
    });

    it('by words', async () => {
      const labels = async (text: string, limit = 5) =>
        (await store.find(text, limit)).map((n) => n.labels[0]);
      expect(await labels('outlet1')).toEqual(Array(5).fill('Source'));
      expect((await store.find('OUTLET17', 5))[0]?.id).toBe('outlet17');
      expect(await labels('so SAID spokes')).toEqual(Array(5).fill('Mention'));
      expect(await labels('so', 2)).toEqual(['Claim', 'Claim', 'Mention', 'Mention']);
      expect(await labels('so nothing')).toEqual([]);
    });

    it('with counts', async () => {
      const { labels, statuses } = await store.summary();
      const count = (label: string) => graph.nodes.filter((n) => n.labels.includes(label)).length;
      const all = new Set(graph.nodes.flatMap((n) => n.labels));
      expect(labels).toEqual(Object.fromEntries([...all].map((label) => [label, count(label)])));
      expect(Object.values(statuses).reduce((a, b) => a + b)).toBe(claims.length);
    });
  });
}
