import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import type { Extractor } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import { join } from '../../src/resolve/join.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { toDocument } from '../../src/text/document.ts';

/** An invented affair in two articles, and an article of another one that uses the same words; read as the program reads them. */
let extractor: Extractor;
let [post, radio, herald]: Reading[] = [];
beforeAll(async () => {
  extractor = await createExtractor({ kind: 'model' });
  [post, radio, herald] = await Promise.all(
    ['01-tarn-post.txt', '02-radio-veld.txt', '03-capital-herald.txt'].map(read),
  );
});
afterAll(() => extractor.close());

async function read(file: string): Promise<Reading> {
  const text = readFileSync(new URL(`../fixtures/affairs/ferry/${file}`, import.meta.url), 'utf8');
  const article = toArticle(file, text);
  if ('message' in article) throw new Error(article.message);
  const document = toDocument(article);
  const [extraction] = await extractor.extract([document]);
  if (extraction === undefined) throw new Error('nothing was extracted');
  return resolveWithin(document, extraction, extractor.id);
}

const joined = (a: Reading, b: Reading) => {
  const texts = new Map([...a.claims, ...b.claims].map((claim) => [claim.id, claim.text]));
  const decisions = join(a, [b]);
  return {
    claims: decisions.links
      .filter((link) => link.kind === 'claim')
      .map((link) => [link.a, link.b].map((id) => texts.get(id) ?? '').sort()),
    relations: decisions.relations.map(({ kind, from }) => [kind, texts.get(from)]),
    reasons: decisions.links.map((link) => link.reason),
  };
};

describe('a ferry aground', () => {
  it('is one affair in two articles: what both tell is one claim, what they count is compared', () => {
    const found = joined(post!, radio!);
    expect(found.claims).toEqual(
      expect.arrayContaining([
        ['All 212 passengers had been taken off by noon', 'Its 212 passengers had been evacuated by midday'],
        ['The radar had failed', 'The radar had failed'],
      ]),
    );
    expect(found.relations).toEqual([['CONFLICTS_IN_VALUE', 'Eleven people were injured']]);
    expect(found.reasons).toContain('both articles tell it in the same words: fail, radar');
  });
  it('has nothing to do with an affair that is told in the same words', () => {
    for (const other of [post!, radio!]) {
      const found = joined(herald!, other);
      expect(found.claims).toEqual([]);
      expect(found.relations).toEqual([]);
    }
  });
});
