import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Beside } from '../src/beside.ts';
import { ingest, readBatch } from '../src/ingest.ts';
import type { ReadResult } from '../src/read/types.ts';
import { openStages } from '../src/reading.ts';
import { settle } from '../src/settle.ts';
import { simulatedNews } from '../src/simulate/articles.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/types.ts';
import { hearsay } from './support/cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const news = (articles: number) =>
  [...simulatedNews({ seed: 3, articles, form: 'short' })].flatMap((a) => a.articles);
const fresh = (name: string): Promise<Store> => openSqlite(join(folder, `${name}.db`));

async function* each(results: readonly ReadResult[]): AsyncGenerator<ReadResult> {
  yield* results;
}

/** The settled graph of the articles, ingested in this order. */
async function graphOf(name: string, results: readonly ReadResult[], beside?: () => Beside | null) {
  const store = await fresh(name);
  const stages = await openStages('rules');
  const counts = await ingest(each(results), store, stages, undefined, beside);
  await settle(store);
  const graph = await store.readGraph();
  await store.close();
  return { counts, graph };
}

describe('ingesting', () => {
  it('gives the same ids and assessments in any order of articles', async () => {
    const articles = news(60);
    const { graph } = await graphOf('forward', articles);
    // Every third one first, then the rest backwards.
    const shuffled = [
      ...articles.filter((_, i) => i % 3 === 1),
      ...articles.filter((_, i) => i % 3 !== 1).toReversed(),
    ];
    expect((await graphOf('shuffled', shuffled)).graph).toEqual(graph);
    expect(graph.nodes.some((n) => n.properties.independentMax === 2)).toBe(true);
  });

  it('is no other for reading ahead', async () => {
    const articles = news(120);
    const stages = await openStages('rules');
    let closed = 0;
    const beside = (): Beside => ({
      atOnce: 3,
      // Later lists may be ready first.
      read: async (list) => {
        const read = await readBatch(list, stages);
        await new Promise((resolve) => setTimeout(resolve, list.length % 2 === 0 ? 5 : 0));
        return read;
      },
      close: async () => void closed++,
    });
    const ahead = await graphOf('ahead', articles, beside);
    expect(ahead.graph).toEqual((await graphOf('alone', articles)).graph);
    expect(ahead.counts).toMatchObject({ added: articles.length, skipped: 0, failed: 0 });
    expect(closed).toBe(1);
  });

  it('ends with what went wrong in a reader beside', async () => {
    const beside = (): Beside => ({
      atOnce: 2,
      read: async () => {
        throw new Error('a thread ended');
      },
      close: async () => {},
    });
    const store = await fresh('failing');
    const stages = await openStages('rules');
    await expect(ingest(each(news(130)), store, stages, undefined, beside)).rejects.toThrow('a thread ended');
    await store.close();
  });

  it('keeps many articles on the command line as it keeps few', async () => {
    const articles = news(130);
    const lines = articles.map((a) =>
      JSON.stringify({
        id: a.file,
        text: a.text.slice(a.body[0]),
        date: a.publishedOn,
        outlet: a.outlet,
        title: a.title,
      }),
    );
    writeFileSync(join(folder, 'all.jsonl'), lines.join('\n'));
    const run = await hearsay(['ingest', 'all.jsonl', '--extractor', 'rules'], { cwd: folder });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toBe(
      `${articles.length} articles added, 0 already there, 0 not readable: hearsay.db\n`,
    );
    const again = await hearsay(['ingest', 'all.jsonl', '--extractor', 'rules'], { cwd: folder });
    expect(again.stderr).toBe(
      `0 articles added, ${articles.length} already there, 0 not readable: hearsay.db\n`,
    );
  });
});
