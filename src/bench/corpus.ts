/** Many short articles with known truth, from files to an assessed graph: what it costs as they grow, and how often κ is right. */

import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { readersBeside } from '../beside.ts';
import { ingest } from '../ingest.ts';
import { articlesOf, openStages } from '../reading.ts';
import { settle } from '../settle.ts';
import { type NewsScale, simulatedNews } from '../simulate/articles.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/types.ts';
import { cpuSeconds } from './meter.ts';
import { compare, type Found, NONE_FOUND, plus } from './truth.ts';

const SIZES = [1_000, 10_000, 100_000];
const HEAD = [
  'articles',
  'wall s',
  'CPU s',
  '/s',
  '/CPU s',
  'ingest ms',
  'settle ms',
  'peak MB',
  'file MB',
  'claims',
  'κ held',
  'κ equal',
];

/** Ingests with the rules and settles once. Peak memory is that of the whole process: one size a run tells most. */
export async function benchCorpus(sizes: readonly number[] = SIZES): Promise<void> {
  console.log(HEAD.map((name) => name.padStart(10)).join(''));
  for (const articles of sizes) console.log(await measure({ seed: 1, articles, form: 'short' }));
}

async function measure(scale: NewsScale): Promise<string> {
  const folder = mkdtempSync(pathOf(tmpdir(), 'hearsay-bench-'));
  try {
    writeNews(scale, pathOf(folder, 'news'));
    const file = pathOf(folder, 'corpus.db');
    const store = await openSqlite(file);
    const stages = await openStages('rules');
    const [wall, cpu] = [performance.now(), cpuSeconds()];
    const articles = articlesOf([pathOf(folder, 'news')], { extractor: 'rules', date: null, outlet: null });
    const { added } = await ingest(articles, store, stages, undefined, readersBeside);
    const read = cpuSeconds();
    await settle(store);
    const [seconds, used] = [(performance.now() - wall) / 1000, cpuSeconds() - cpu];
    const peak = process.resourceUsage().maxRSS / 1024;
    const found = await comparison(scale, store);
    await store.close();
    await stages.extractor.close();
    return [
      `${added}`,
      seconds.toFixed(0),
      used.toFixed(0),
      (added / seconds).toFixed(0),
      (added / used).toFixed(0),
      (((read - cpu) / added) * 1000).toFixed(1),
      (((used - (read - cpu)) / added) * 1000).toFixed(1),
      peak.toFixed(0),
      (statSync(file).size / 1e6).toFixed(0),
      `${found.claims}`,
      `${share(found.holding, found.claims)} %`,
      `${share(found.equal, found.claims)} %`,
    ]
      .map((value) => value.padStart(10))
      .join('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const share = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(0);

/** Files in folders of a thousand. */
function writeNews(scale: NewsScale, folder: string): void {
  let written = 0;
  for (const { articles } of simulatedNews(scale))
    for (const { text } of articles) {
      const thousand = pathOf(folder, String(Math.floor(written / 1000)).padStart(4, '0'));
      if (written % 1000 === 0) mkdirSync(thousand, { recursive: true });
      writeFileSync(pathOf(thousand, `${String(written++).padStart(7, '0')}.txt`), text);
    }
}

/** Of each affair only what its own articles say is looked up: it may have been joined with very many others. */
async function comparison(scale: NewsScale, store: Store): Promise<Found> {
  let found = NONE_FOUND;
  for (const { articles, truth } of simulatedNews(scale)) {
    const ids = articles.map((a) => a.id);
    const near = await store.around(ids, Number.MAX_SAFE_INTEGER);
    const mentions = near.graph.edges.filter((e) => e.type === 'IN').map((e) => e.from);
    found = plus(found, compare(truth, (await store.around(mentions, Number.MAX_SAFE_INTEGER)).graph));
  }
  return found;
}
