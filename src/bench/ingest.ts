/** How fast articles become an assessed graph, stage by stage, and how often κ comes out as it was made. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { assessAll } from '../corroborate/assess.ts';
import { toEvidence } from '../graph/evidence.ts';
import { fromBatch } from '../graph/from-batch.ts';
import { ingest } from '../ingest.ts';
import { articlesOf, openStages, type ReadingOptions } from '../reading.ts';
import { settle } from '../settle.ts';
import { type NewsScale, type NewsTruth, simulatedNews } from '../simulate/articles.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/types.ts';
import { cpuSeconds, type Meter, meter } from './meter.ts';
import { compare } from './truth.ts';

type Extractor = ReadingOptions['extractor'];

const STAGES = [
  'read',
  'text',
  'extract',
  'within',
  'keys',
  'join',
  'store',
  'load',
  'build',
  'assess',
  'write',
];

/** Articles before the clock starts: what is compiled and loaded only once. */
const WARM_UP = 60;
const SIZES = [500, 5_000];
const BY_MODEL = 40;

/**
 * Simulated articles, long and short, from files into a new SQLite store, until the graph is assessed and written: CPU
 * milliseconds an article by stage. With the rules at each size, with the model on a few long ones.
 */
export async function benchIngest(sizes: readonly number[] = SIZES): Promise<void> {
  console.log(
    `${'articles'.padStart(14)} ${'KB'.padStart(4)} ${'wall s'.padStart(7)} ${'CPU s'.padStart(7)} ${'/s CPU'.padStart(6)} ${STAGES.map((s) => s.padStart(7)).join('')}  peak MB  κ right`,
  );
  await measure({ seed: 2, articles: WARM_UP, form: 'long' }, 'rules');
  for (const form of ['long', 'short'] as const)
    for (const articles of sizes) console.log(await measure({ seed: 1, articles, form }, 'rules'));
  const few = Math.min(BY_MODEL, ...sizes);
  console.log(await measure({ seed: 1, articles: few, form: 'long' }, 'model'));
}

async function measure(scale: NewsScale, extractor: Extractor): Promise<string> {
  const folder = mkdtempSync(pathOf(tmpdir(), 'hearsay-bench-'));
  const { spent, timed, timedItems } = meter();
  try {
    const { truth, articles, characters } = writeArticles(scale, folder);
    const store = await openSqlite(pathOf(folder, 'bench.db'));
    const stages = await openStages(extractor);
    const [begin, used] = [performance.now(), cpuSeconds()];
    await ingest(
      timedItems('read', articlesOf([folder], { extractor, date: null, outlet: null })),
      metered(store, { timed, timedItems }),
      {
        extractor: { id: stages.extractor.id, extract: timed('extract', stages.extractor.extract) },
        toDocument: timed('text', stages.toDocument),
        resolveWithin: timed('within', stages.resolveWithin),
        blockingKeys: timed('keys', stages.blockingKeys),
        join: stages.join,
      },
    );
    const settling = cpuSeconds();
    await settle(metered(store, { timed, timedItems }));
    const [end, done] = [performance.now(), cpuSeconds()];
    const graph = await store.readGraph();
    const evidence = toEvidence(fromBatch(graph));
    timed('assess', () => [...assessAll(evidence)])();
    const found = compare(truth, graph);
    await store.close();
    await stages.extractor.close();
    const of = (name: string) => spent.get(name) ?? 0;
    const costs = new Map([
      ...spent,
      ['store', of('add') - of('join')],
      ['build', done - settling - of('load') - of('write') - of('assess')],
    ]);
    return [
      `${articles} ${extractor}`.padStart(14),
      (characters / articles / 1000).toFixed(1).padStart(4),
      ((end - begin) / 1000).toFixed(1).padStart(7),
      (done - used).toFixed(1).padStart(7),
      (articles / (done - used)).toFixed(0).padStart(6),
      STAGES.map((name) => (((costs.get(name) ?? 0) / articles) * 1000).toFixed(2).padStart(7)).join(''),
      (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8),
      ` ${((100 * found.equal) / found.claims).toFixed(0)} %`,
    ].join(' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeArticles(
  scale: NewsScale,
  folder: string,
): { readonly truth: readonly NewsTruth[]; readonly articles: number; readonly characters: number } {
  const truth: NewsTruth[] = [];
  let [articles, characters] = [0, 0];
  for (const affair of simulatedNews(scale)) {
    truth.push(...affair.truth);
    for (const { text } of affair.articles) {
      writeFileSync(pathOf(folder, `${String(articles++).padStart(7, '0')}.txt`), text);
      characters += text.length;
    }
  }
  return { truth, articles, characters };
}

/** The store with its parts counted: `add` (and `join` inside it), `load` and `write`. */
const metered = (store: Store, { timed, timedItems }: Pick<Meter, 'timed' | 'timedItems'>): Store => ({
  ...store,
  add: timed('add', (entry, join) => store.add(entry, timed('join', join))),
  entries: () => timedItems('load', store.entries()),
  joined: () => timedItems('load', store.joined()),
  writeGraph: timed('write', store.writeGraph),
  ...(store.affairs === undefined
    ? {}
    : {
        affairs: {
          ...store.affairs,
          changed: timed('load', store.affairs.changed),
          read: timed('load', store.affairs.read),
          write: timed('write', store.affairs.write),
          finish: timed('write', store.affairs.finish),
        },
      }),
});
