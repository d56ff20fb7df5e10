import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessed } from '../../src/commands/graph.ts';
import type { ClaimView } from '../../src/explore/api/claim.ts';
import { NO_FILTER } from '../../src/explore/api/claims.ts';
import { exportedPage } from '../../src/explore/export.ts';
import { openStoreSession } from '../../src/explore/open.ts';
import type { Session } from '../../src/explore/session.ts';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toBatch } from '../../src/graph/property.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/types.ts';
import { goldGraph } from '../support/gold-graph.ts';
import { goldReadings } from '../support/gold-readings.ts';
import { exploreOver, simulated } from './support.ts';

const ALL = { filter: NO_FILTER, order: 'carriers', offset: 0, limit: 500 } as const;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function storeWith(name: string, graph: ReturnType<typeof simulated>): Promise<Store> {
  const store = await openSqlite(join(folder, name));
  await store.writeGraph(toBatch(graph, { ...assessed(graph), version: 'test' }), 0);
  return store;
}

describe.each([
  ['simulated news', () => simulated(17, 300)],
  ['an affair', () => goldGraph('03-border-clash')],
  ['one article', () => goldGraph('00-founding')],
])('a store too big to be read whole: %s', (name, make) => {
  // In the order in which a store gives it back.
  const graph = fromBatch(toBatch(make()));
  const whole = exploreOver(graph);
  let store: Store;
  let parts: Session;
  beforeAll(async () => {
    store = await storeWith(`${name}.db`, graph);
    parts = await openStoreSession(store, 'tester', 0);
  });
  afterAll(() => store.close());

  it('opens on counts and the claims that most articles carry', async () => {
    const overview = await parts.overview();
    const all = await whole.overview();
    expect(overview).toMatchObject({ whole: false, counts: { ...all.counts, questions: null } });
    expect(overview.facets.status).toEqual(all.facets.status);
    const page = await parts.claims(ALL);
    const same = await whole.claims(ALL);
    expect(page.total).toBe(same.total);
    expect(page.rows.map((row) => row.id).sort()).toEqual(same.rows.map((row) => row.id).sort());
    expect(page.rows.map((row) => row.carriers)).toEqual(same.rows.map((row) => row.carriers));
  });

  it('gives every claim of some statuses once, page by page', async () => {
    const { facets } = await parts.overview();
    const status = facets.status.slice(0, 3).map((f) => f.value);
    const filter = { ...NO_FILTER, status };
    const found: string[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const page = await parts.claims({ filter, order: 'carriers', offset, limit: 4 });
      found.push(...page.rows.map((row) => row.id));
      offset = page.next;
    }
    const same = await whole.claims({ ...ALL, filter });
    expect(found.sort()).toEqual(same.rows.map((row) => row.id).sort());
  });

  it('draws the chains of a claim as the whole graph does', async () => {
    const { rows } = await whole.claims(ALL);
    const comparable = (view: ClaimView | null) => ({
      ...view,
      claim: { ...view?.claim, short: '' },
      sources: view?.sources.map((s) => ({ ...s, reach: null })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      arrows: [...(view?.arrows ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      details: view?.details.map((row) => row.id).sort(),
      related: view?.related.map((r) => `${r.words} ${r.claim.id}`).sort(),
    });
    for (const { id } of rows.slice(0, 40))
      expect(comparable(await parts.claim(id))).toEqual(comparable(await whole.claim(id)));
    expect(await parts.claim('nowhere')).toBeNull();
  });

  it('shows articles, neighbours and paths', async () => {
    for (const id of [...graph.articles.keys()].slice(0, 5)) {
      const [part, all] = [await parts.article(id), await whole.article(id)];
      expect(part!.text).toBe(all!.text);
      expect(part!.attributions).toEqual(all!.attributions);
    }
    const [row] = (await whole.claims(ALL)).rows;
    const around = (await parts.around(row!.id, 30))!;
    const ids = new Set(around.nodes.map((n) => n.id));
    expect(around.nodes[0]!.id).toBe(row!.id);
    expect(around.edges.every((e) => ids.has(e.from) && ids.has(e.to))).toBe(true);
    const all = (await whole.around(row!.id, 500))!;
    expect(all.nodes.map((n) => n.id)).toEqual(expect.arrayContaining([...ids]));
    const network = await parts.network({ filter: NO_FILTER, kinds: [], limit: 60 });
    expect(network.nodes.length).toBeGreaterThan(10);
    expect(network.nodes.length).toBeLessThanOrEqual(60);
    const [a, b] = [network.nodes[0]!.id, network.nodes.at(-1)!.id];
    const [short, shortest] = [await parts.path(a, b), await whole.path(a, b)];
    expect(short?.path.length).toBe(shortest?.path.length);
  });

  it('searches, and asks what is open', async () => {
    const [row] = (await whole.claims(ALL)).rows;
    const hits = await parts.search(row!.text, 10);
    expect(hits.map((hit) => hit.id)).toContain(row!.id);
    expect(hits[0]!.marks.length).toBeGreaterThan(0);
    const { rows } = await parts.questions({ offset: 0, limit: 100 });
    const open = (await whole.questions({ offset: 0, limit: 500 })).rows.filter((question) =>
      question.moves.some((move) => move.claim.status === 'independence-open'),
    );
    expect(rows.map((question) => question.id).sort()).toEqual(open.map((question) => question.id).sort());
  });

  it('says what it cannot do', async () => {
    const filter = { ...NO_FILTER, official: true };
    await expect(parts.claims({ ...ALL, filter })).rejects.toThrow(/too big to be filtered by official/);
    await expect(exportedPage(parts, new Map())).rejects.toThrow(/too big for one page/);
  });
});

describe('the analyst of a store too big to be read whole', () => {
  it('answers a question of a claim that was looked at, and takes the answer back', async () => {
    const store = await openSqlite(join(folder, 'decided.db'));
    for (const entry of goldReadings('00-founding').entries)
      await store.add({ ...entry, keys: [] }, () => []);
    const parts = await openStoreSession(store, 'tester', 0);
    const { rows } = await parts.questions({ offset: 0, limit: 10 });
    const { id } = rows.find((question) => question.kind === 'reliance')!;
    const made = await parts.decide({ kind: 'answer', question: id, answer: 'yes', note: null });
    expect(made.changed).toMatchObject([
      { before: { status: 'independence-open' }, after: { status: 'single-source', independentMax: 1 } },
    ]);
    expect(made.decision.words).toMatch(/rests on/);
    expect(await parts.decisions()).toMatchObject([{ id: made.decision.id, by: 'tester' }]);
    const undone = await parts.undo(made.decision.id);
    expect(undone.changed).toMatchObject([{ after: { status: 'independence-open' } }]);
    await expect(
      parts.decide({ kind: 'answer', question: 'nowhere', answer: 'yes', note: null }),
    ).rejects.toThrow(/no question/);
    await store.close();
  });
});

describe('a store that another program adds to', () => {
  it('is shown as it is when the page begins anew', async () => {
    const store = await openSqlite(join(folder, 'growing.db'));
    const [first, ...others] = goldReadings('01-chemical-plant-fire').entries;
    await store.add({ ...first!, keys: [] }, () => []);
    const session = await openStoreSession(store, 'tester');
    const before = await session.overview();
    expect(before).toMatchObject({ whole: true, decisions: 'kept', counts: { articles: 1 } });
    for (const entry of others) await store.add({ ...entry, keys: [] }, () => []);
    const after = await session.overview();
    expect(after.counts.articles).toBe(others.length + 1);
    expect((await session.claims(ALL)).total).toBe(after.counts.claims);
    await store.close();
  });
});
