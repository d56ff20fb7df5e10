import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toContract } from '../../src/extract/contract.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { toArticle } from '../../src/read/article.ts';
import { isFailure } from '../../src/read/types.ts';
import { toDocument } from '../../src/text/document.ts';
import { hearsay } from '../support/cli.ts';

const FILE = new URL('../../data/articles/founding.txt', import.meta.url);

describe('threads that run the network', () => {
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
