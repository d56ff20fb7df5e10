/** Settling after every change gives what settling once gives, whatever the changes were. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph, type Entry } from '../src/graph/build.ts';
import { fromBatch } from '../src/graph/from-batch.ts';
import { toBatch } from '../src/graph/property.ts';
import type { Decision, GraphBatch } from '../src/graph/types.ts';
import type { Decisions } from '../src/resolve/types.ts';
import { settle } from '../src/settle.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import type { Joined, Store } from '../src/store/types.ts';
import { byPairs } from './support/pairs.ts';
import { affair, entry, link, local, NO_DECISIONS } from './support/readings.ts';

let folder = '';
let files = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const fresh = (): Promise<Store> => openSqlite(join(folder, `${files++}.db`));

/** Some sources are outlets of a full name, so that affairs share them. */
const withOutlets = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map(({ article, reading }) => ({
    article,
    reading: {
      ...reading,
      sources: reading.sources.map((s) =>
        s.name === 'the ministry'
          ? { ...s, kind: 'Outlet', name: 'The Salm Courier' }
          : s.name === 'Lind'
            ? { ...s, kind: 'Outlet', name: 'KNA' }
            : s,
      ),
    },
  }));

type Step =
  | { readonly kind: 'add'; readonly article: number }
  | { readonly kind: 'forget'; readonly article: number }
  | {
      readonly kind: 'decide';
      readonly same: boolean;
      readonly of: 'source' | 'claim';
      readonly a: number;
      readonly b: number;
    }
  | { readonly kind: 'undo'; readonly decision: number }
  | { readonly kind: 'settle' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('add' as const), article: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('forget' as const), article: fc.nat(4) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('decide' as const),
        same: fc.boolean(),
        of: fc.constantFrom('source' as const, 'claim' as const),
        a: fc.nat(40),
        b: fc.nat(40),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), decision: fc.nat(3) }) },
    { weight: 5, arbitrary: fc.constant({ kind: 'settle' as const }) },
  ),
  { minLength: 5, maxLength: 25 },
);

interface World {
  readonly entries: readonly Entry[];
  readonly pairs: readonly Joined[];
}

const add = async (store: Store, { entries, pairs }: World, id: string): Promise<void> => {
  const found = entries.find((e) => e.article.id === id);
  if (found === undefined) return;
  const there = await store.has(entries.map((e) => e.article.id));
  const mine = pairs.filter(
    (p) => [p.article, p.other].includes(id) && [p.article, p.other].every((a) => a === id || there.has(a)),
  );
  await store.add({ ...found, keys: [] }, () => mine);
};

/** Ids by which an analyst may name things of a kind: of mentions, and of outlets known by their names. */
function names({ entries }: World, of: 'source' | 'claim'): readonly string[] {
  if (of === 'claim') return entries.flatMap((e) => e.reading.claims.map((c) => c.id));
  const outlets = [...buildGraph({ entries, joined: [], decisions: [] }).sources.keys()].filter((id) =>
    id.startsWith('src-o'),
  );
  return [
    ...entries.flatMap((e) => e.reading.sources.flatMap((s) => s.mentions.map((m) => m.id))),
    ...outlets,
  ];
}

/** Carries out the steps; gives back what was decided and not undone. */
async function run(store: Store, world: World, sequence: readonly Step[]): Promise<void> {
  let made = 0;
  for (const step of sequence) {
    const article = 'article' in step ? (world.entries[step.article]?.article.id ?? '') : '';
    if (step.kind === 'add') await add(store, world, article);
    else if (step.kind === 'forget') await store.forget(article);
    else if (step.kind === 'settle') await settle(store);
    else if (step.kind === 'undo') {
      const decisions = await store.decisions();
      await store.undo(decisions[step.decision % Math.max(1, decisions.length)]?.id ?? 'none');
    } else {
      const ids = names(world, step.of);
      const [a = 'gone', b = 'gone'] = [
        ids[step.a % Math.max(1, ids.length)],
        ids[step.b % Math.max(1, ids.length)],
      ];
      if (a === b) continue;
      const decision: Decision = {
        id: `d${made}`,
        at: `2030-02-01T00:00:${String(made++).padStart(2, '0')}Z`,
        by: 'Ada',
        note: null,
        body: { kind: step.same ? 'same' : 'not-same', of: step.of, a, b },
      };
      await store.decide(decision);
    }
  }
  await settle(store);
}

/** The same articles and decisions in a store of their own, settled once. */
async function fromScratch(store: Store, world: World): Promise<GraphBatch> {
  const other = await fresh();
  const there = await store.has(world.entries.map((e) => e.article.id));
  for (const id of [...there].sort().reverse()) await add(other, world, id);
  for (const decision of await store.decisions()) await other.decide(decision);
  await settle(other);
  const graph = await other.readGraph();
  await other.close();
  return graph;
}

describe('settling', () => {
  it('gives the graph that settling once from nothing gives, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(affair, steps, async ({ entries: plain, joined }, sequence) => {
        const entries = withOutlets(plain);
        const world = { entries, pairs: byPairs(entries, joined) };
        const store = await fresh();
        await run(store, world, sequence);
        const graph = await store.readGraph();
        expect(graph).toEqual(await fromScratch(store, world));
        await store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('gives the graph that the articles give in memory', async () => {
    await fc.assert(
      fc.asyncProperty(affair, async ({ entries: plain, joined }) => {
        const entries = withOutlets(plain);
        const pairs = byPairs(entries, joined);
        const store = await fresh();
        for (const e of entries) await add(store, { entries, pairs }, e.article.id);
        await settle(store);
        const graph = buildGraph({ entries, joined: pairs.map((p) => p.decisions), decisions: [] });
        expect(fromBatch(await store.readGraph())).toEqual(fromBatch(toBatch(graph)));
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('writes only affairs that changed', async () => {
    const store = await fresh();
    const says = (id: string) => ({ ...entry(id, [{ by: 'Ada Lind', claims: ['fire'] }]), keys: [] });
    const joinedTo = (a: string, b: string, decisions: Partial<Decisions> = {}): Joined => ({
      article: a,
      other: b,
      decisions: {
        ...NO_DECISIONS,
        links: [link('claim', local('c', a, 'fire'), local('c', b, 'fire'))],
        ...decisions,
      },
    });
    await store.add(says('a'), () => []);
    await store.add(says('b'), () => []);
    await settle(store);
    await store.add(says('c'), () => [joinedTo('a', 'c')]);
    expect((await store.affairs?.changed())?.articles).toEqual(['a', 'c']);
    await settle(store);
    expect(await store.affairs?.changed()).toEqual({ articles: [], pairs: [] });
    await store.forget('a');
    expect((await store.affairs?.changed())?.articles).toEqual(['c']);
    await store.close();
  });

  it('goes on where it was cut off', async () => {
    const store = await fresh();
    for (const id of ['a', 'b'])
      await store.add({ ...entry(id, [{ by: 'Ada Lind', claims: ['fire'] }]), keys: [] }, () => []);
    const { truth } = await store.revision();
    await store.affairs?.write([{ articles: ['a'], graph: { nodes: [], edges: [] } }], truth);
    expect((await store.affairs?.changed())?.articles).toEqual(['b']);
    expect((await store.revision()).graph).toBeNull();
    await settle(store);
    expect((await store.revision()).graph).toBe(truth);
    await store.close();
  });

  it('settles what comes while it settles, and leaves the rest readable where that never ends', async () => {
    const store = await fresh();
    const says = (id: string) => ({ ...entry(id, [{ by: 'KNA', claims: ['fire'] }]), keys: [] });
    await store.add(says('a'), () => []);
    let [interruptions, times] = [0, 1];
    const busy: Store = {
      ...store,
      affairs: {
        ...store.affairs!,
        read: async (articles) => {
          if (interruptions < times) await store.add(says(`other${interruptions++}`), () => []);
          return store.affairs!.read(articles);
        },
      },
    };
    await settle(busy);
    expect((await store.revision()).graph).toBe((await store.revision()).truth);
    await store.add(says('b'), () => []);
    times = Number.POSITIVE_INFINITY;
    await settle(busy);
    expect((await store.revision()).graph).not.toBe((await store.revision()).truth);
    const graph = await store.readGraph();
    const ids = new Set(graph.nodes.map((n) => n.id));
    expect(graph.edges.filter((e) => !ids.has(e.from) || !ids.has(e.to))).toEqual([]);
    await store.close();
  });

  it('writes nothing that is computed from what is no longer so', async () => {
    const store = await fresh();
    await store.add({ ...entry('a', []), keys: [] }, () => []);
    const { truth } = await store.revision();
    await store.forget('a');
    expect(await store.affairs?.write([], truth)).toBe(false);
    expect(await store.affairs?.finish(truth)).toBe(false);
    await store.close();
  });
});
