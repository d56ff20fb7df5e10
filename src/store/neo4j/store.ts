/** The graph, and the ground truth that it is computed from, in a Neo4j database. */

import { randomUUID } from 'node:crypto';
import { shortHash } from '../../graph/ids.ts';
import type { Decision } from '../../graph/types.ts';
import type { Reading } from '../../resolve/types.ts';
import type { Joined, Store, StoredArticle } from '../types.ts';
import type { Client, Row, Run } from './client.ts';
import { readGraph, writeGraph } from './graph.ts';
import { around, claimIds, find, listClaims, summary, upstream } from './parts.ts';

/** Articles that are held at once while all of them are read. */
const PAGE = 64;

/** The store behind a client whose database is prepared. Everything that comes from articles is kept as JSON text, through parameters. */
export function storeBehind(client: Client): Store {
  /** In order of the first column, a page at a time. */
  async function* paged(statement: string, key: string): AsyncGenerator<Row> {
    for (let last = ''; ; ) {
      const page = await client.read((run) => run(statement, { last, limit: BigInt(PAGE) }));
      yield* page;
      const end = page.at(-1);
      if (end === undefined) return;
      last = String(end[key]);
    }
  }
  return {
    location: client.location,
    async has(articles) {
      const found = await client.read((run) => run('store/has-articles', { articles }));
      return new Set(found.map((row) => String(row.id)));
    },
    async add(entry, join) {
      const addition = randomUUID();
      return client.write(async (run) => {
        await run('store/lock');
        const [mine] = await run('store/add-readings', { rows: [readingRow(entry)], addition });
        if (mine === undefined) return false;
        const candidates = await sharing(run, entry);
        await run('store/add-keys', { rows: [keysRow(entry)] });
        await run('store/add-joins', { rows: join(candidates).map(joinedRow) });
        await run('store/changed');
        return true;
      });
    },
    async load(entries, joined) {
      const addition = randomUUID();
      await client.write(async (run) => {
        await run('store/lock');
        await run('store/add-readings', { rows: entries.map(readingRow), addition });
        await run('store/add-keys', { rows: entries.map(keysRow) });
        await run('store/add-joins', { rows: joined.map(joinedRow) });
        await run('store/changed');
      });
    },
    async forget(article) {
      return client.write(async (run) => {
        const [{ forgotten } = { forgotten: 0 }] = await run('store/forget', { article });
        if (forgotten === 0) return false;
        await run('store/changed');
        return true;
      });
    },
    async *entries() {
      for await (const { article, reading, keys } of paged('store/entries', 'id'))
        yield { article: parsed(article), reading: parsed(reading), keys: parsed<string[]>(keys).sort() };
    },
    async *joined() {
      for await (const { article, others } of paged('store/joins', 'article'))
        for (const [other, decisions] of others as readonly (readonly [string, string])[])
          yield { article: String(article), other, decisions: parsed(decisions) };
    },
    async decisions() {
      const rows = await client.read((run) => run('store/decisions'));
      return rows
        .map((row) => parsed<Decision>(row.decision))
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
    },
    async decide(decision) {
      await client.write(async (run) => {
        await run('store/decide', { id: decision.id, decision: JSON.stringify(decision) });
        await run('store/changed');
      });
    },
    async undo(id) {
      return client.write(async (run) => {
        const [{ undone } = { undone: 0 }] = await run('store/undo', { id });
        if (undone === 0) return false;
        await run('store/changed');
        return true;
      });
    },
    async revision() {
      const [row] = await client.read((run) => run('store/find'));
      return { truth: Number(row?.truth ?? 0), graph: row?.graph == null ? null : Number(row.graph) };
    },
    writeGraph: (graph, truth) => writeGraph(client, graph, truth),
    readGraph: () => readGraph(client),
    upstream: (claim, limit) => upstream(client, claim, limit),
    around: (ids, limit) => around(client, ids, limit),
    listClaims: (query) => listClaims(client, query),
    claimIds: (beginning, limit) => claimIds(client, beginning, limit),
    find: (text, limit) => find(client, text, limit),
    summary: () => summary(client),
    close: () => client.driver.close(),
  };
}

const parsed = <T>(json: unknown): T => JSON.parse(String(json)) as T;

const readingRow = ({ article, reading, keys }: StoredArticle) => ({
  id: article.id,
  article: JSON.stringify(article),
  reading: JSON.stringify(reading),
  keys: JSON.stringify([...new Set(keys)]),
});

/** Keys go by hashes: they may be longer than an index takes. Two with one hash make a candidate more, and no difference. */
const keysRow = ({ article, keys }: StoredArticle) => ({ id: article.id, hashes: keys.map(shortHash) });

const joinedRow = ({ article, other, decisions }: Joined) => ({
  article,
  other,
  decisions: JSON.stringify(decisions),
});

/** Readings of the articles that share a key with this one, in order of ids. */
async function sharing(run: Run, entry: StoredArticle): Promise<readonly Reading[]> {
  const rows = await run('store/candidates', { hashes: [...new Set(keysRow(entry).hashes)] });
  const articles = rows.map((row) => String(row.id)).filter((id) => id !== entry.article.id);
  const readings = await run('store/readings', { articles });
  return readings.map((row) => parsed<Reading>(row.reading));
}
