import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toContract } from '../../src/extract/contract.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { readModel } from '../../src/extract/model.ts';
import { openRuntime, type Runtime } from '../../src/extract/runtime.ts';
import { toArticle } from '../../src/read/article.ts';
import { isFailure } from '../../src/read/types.ts';
import { toDocument } from '../../src/text/document.ts';
import { hearsay } from '../support/cli.ts';

const FILE = new URL('../../data/articles/founding.txt', import.meta.url);

const built = new URL('../../dist/extract/threads.js', import.meta.url).href;

describe('threads that run the network', () => {
  it.each([
    [1, 1],
    [3, 3],
    [12, 4],
  ])('are, with %i processors, %i, and all read alike', async (processors, threads) => {
    const { openThreads }: typeof import('../../src/extract/threads.ts') = await import(built);
    const { weights } = await readModel();
    const runtime = await openThreads(weights, ['node'], processors);
    const alone = await openRuntime(weights, ['node']);
    const windows = Array.from({ length: 9 }, (_, k) => Int32Array.of(101, 2000 + k, 3000 + k, 102));
    const read = (by: Runtime) => Promise.all(windows.map((ids) => by.read(ids)));
    try {
      expect(runtime.atOnce).toBe(threads === 1 ? 1 : threads * 8);
      expect(await read(runtime)).toEqual(await read(alone));
    } finally {
      await runtime.close();
      await alone.close();
    }
  });

  it('give what one thread gives, and end with the command', async () => {
    const article = toArticle('founding.txt', readFileSync(FILE, 'utf8'));
    if (isFailure(article)) throw new Error(article.message);
    const extractor = await createExtractor({ kind: 'model' });
    const [alone] = await extractor.extract([toDocument(article)]);
    await extractor.close();
    const run = await hearsay(['extract', FILE.pathname, '--format', 'jsonl']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).attributions).toEqual(
      JSON.parse(JSON.stringify(toContract(article, alone!))).attributions,
    );
  });
});
