/** Processes that are killed while they ingest, and two that ingest at once. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBatch } from '../../src/graph/from-batch.ts';
import { toView } from '../../src/graph/view.ts';
import { openStore } from '../../src/store/open.ts';
import type { Joined, StoredArticle } from '../../src/store/types.ts';
import { setup } from '../support/cli.ts';

const WORKER = join(import.meta.dirname, 'worker.mjs');
const ARTICLES = 30;
/** Of each of two stores. */
const KILLS = 25;
/** At most, before a kill: all articles, and the graph. */
const STEPS = ARTICLES + 1;

let folder = '';
beforeAll(() => {
  setup();
  folder = mkdtempSync(join(tmpdir(), 'hearsay-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function work(file: string, first: number, last: number, mode: 'once' | 'churn'): ChildProcess {
  return spawn(process.execPath, [WORKER, file, String(first), String(last), mode], {
    stdio: 'pipe',
  });
}

async function finished(worker: ChildProcess): Promise<void> {
  let complaints = '';
  worker.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const [code] = await once(worker, 'exit');
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
}

/** Lets it take so many steps, and kills it in the last one, wherever that is by then. */
async function killedIn(worker: ChildProcess, step: number): Promise<void> {
  const gone = once(worker, 'exit');
  for (let taken = 0; taken < step; taken++) {
    await once(worker.stdout!, 'data');
    worker.stdin!.write('go\n');
  }
  await after(Math.random() * 5);
  worker.kill('SIGKILL');
  await gone;
}

/** What is in a store; fails where anything in it is not whole. */
async function contents(file: string) {
  const db = new Database(file);
  expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  const store = await openStore(file);
  const articles: StoredArticle[] = [];
  for await (const entry of store.entries()) articles.push(entry);
  const joined: Joined[] = [];
  for await (const pair of store.joined()) joined.push(pair);
  const graph = await store.readGraph();
  const revision = await store.revision();
  await store.close();
  for (const { article, reading, keys } of articles)
    expect([reading.article, reading.mentions.length, keys.length]).toEqual([article.id, 8, 1]);
  // Every two articles with a common key were compared, whoever came first.
  const sharing = articles.flatMap((a) =>
    articles
      .filter((b) => a.article.id < b.article.id && a.keys[0] === b.keys[0])
      .map((b) => `${a.article.id} ${b.article.id}`),
  );
  expect(joined.map((j) => `${j.article} ${j.other}`).sort()).toEqual(sharing.sort());
  toView(graph);
  fromBatch(graph);
  return { articles: articles.map((a) => a.article.id), joined, graph, revision };
}

describe('a store', () => {
  it(`stays whole through ${2 * KILLS} kills at random steps, and a later run completes it`, async () => {
    const seen = new Set<number>();
    const clean = join(folder, 'clean.db');
    await finished(work(clean, 0, ARTICLES, 'once'));
    const expected = await contents(clean);
    const survive = async (file: string) => {
      for (let kill = 0; kill < KILLS; kill++) {
        const workers = [work(file, 0, ARTICLES, 'churn')];
        if (kill % 5 === 0) workers.push(work(file, 0, ARTICLES, 'churn'));
        await Promise.all(workers.map((w) => killedIn(w, 1 + Math.floor(Math.random() * STEPS))));
        seen.add((await contents(file)).articles.length);
      }
      await finished(work(file, 0, ARTICLES, 'once'));
      const whole = await contents(file);
      expect({ ...whole, revision: null }).toEqual({ ...expected, revision: null });
      expect(whole.revision.graph).toBe(whole.revision.truth);
    };
    await Promise.all([survive(join(folder, 'left.db')), survive(join(folder, 'right.db'))]);
    expect(seen.size).toBeGreaterThan(3);
    expect(expected.articles).toHaveLength(ARTICLES);
  }, 180_000);

  it('takes articles from two processes at once, and joins them as one would', async () => {
    const [both, one] = [join(folder, 'both.db'), join(folder, 'one.db')];
    await Promise.all([finished(work(both, 0, 24, 'once')), finished(work(both, 12, 36, 'once'))]);
    await finished(work(one, 0, 36, 'once'));
    const together = await contents(both);
    expect(together.articles).toHaveLength(36);
    const { articles, joined, graph } = await contents(one);
    expect({ articles: together.articles, joined: together.joined }).toEqual({ articles, joined });
    // Whichever process ended last saw everything that the other had added.
    expect(together.graph).toEqual(graph);
  }, 120_000);
});
