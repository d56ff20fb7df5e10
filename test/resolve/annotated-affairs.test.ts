import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import type { Extractor } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import type { Mention, Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { toDocument } from '../../src/text/document.ts';
import { tokensIn } from '../../src/text/lookup.ts';
import type { Document, Span } from '../../src/text/types.ts';
import type { Gold, GoldMention } from '../support/gold.ts';

/**
 * Invented affairs, annotated before any of the program was adapted to them: a company and its regulator, two outbreaks, a bank, an
 * escape from a court. Floors that the program reaches with the network; raise them when it gets better.
 */
const FLOORS = [
  { affair: 'wagons', found: 0.9, together: 0.84 },
  { affair: 'berries', found: 0.95, together: 0.85 },
  { affair: 'cheese', found: 0.82, together: 0.82 },
  { affair: 'lender', found: 0.9, together: 0.88 },
  { affair: 'escape', found: 0.77, together: 0.9 },
] as const;

let extractor: Extractor;
beforeAll(async () => {
  extractor = await createExtractor({ kind: 'model' });
});
afterAll(() => extractor.close());

interface Read {
  readonly document: Document;
  readonly reading: Reading;
}

async function read(folder: URL, file: string): Promise<Read> {
  const article = toArticle(file, readFileSync(new URL(file, folder), 'utf8'));
  if ('message' in article) throw new Error(article.message);
  const document = toDocument(article);
  const [extraction] = await extractor.extract([document]);
  if (extraction === undefined) throw new Error('nothing was extracted');
  return { document, reading: resolveWithin(document, extraction, extractor.id) };
}

/** Share of tokens in common; 1 for two empty places. */
function likeness(document: Document, a: readonly Span[], b: readonly Span[]): number {
  const places = (spans: readonly Span[]) =>
    new Set(spans.flatMap((span) => tokensIn(document, span)).map(({ span }) => span[0]));
  const [x, y] = [places(a), places(b)];
  const common = [...x].filter((place) => y.has(place)).length;
  return x.size + y.size === 0 ? 1 : common / (x.size + y.size - common);
}

const mentionFor = ({ document, reading }: Read, gold: GoldMention): Mention | undefined =>
  reading.mentions.find(
    ({ source, content }) =>
      likeness(document, source, gold.source) >= 0.5 && likeness(document, content, gold.content) >= 0.5,
  );

describe('affairs annotated by people', () => {
  it.each(FLOORS)('are read well: $affair', async ({ affair, found, together }) => {
    const folder = new URL(`../fixtures/affairs/${affair}/`, import.meta.url);
    const gold = JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')) as Gold;
    const reads = new Map<string, Read>();
    for (const { file } of gold.articles) reads.set(file, await read(folder, file));
    const wanted = gold.statements.flatMap(({ source, mentions }) =>
      mentions.map((mention) => ({ source, mention })),
    );
    const heard = wanted.map(({ source, mention }) => {
      const at = reads.get(mention.file);
      const hit = at && mentionFor(at, mention);
      const statement = at?.reading.statements.find(({ id }) => id === hit?.statement);
      return { source, file: mention.file, local: statement?.source ?? null, hit: hit !== undefined };
    });
    expect(heard.filter(({ hit }) => hit).length / heard.length).toBeGreaterThanOrEqual(found);
    const pairs = heard.flatMap((a, i) =>
      heard
        .slice(i + 1)
        .filter((b) => b.source === a.source && b.file === a.file && a.hit && b.hit)
        .map((b) => [a, b]),
    );
    const joined = pairs.filter(([a, b]) => a?.local !== null && a?.local === b?.local);
    expect(joined.length / pairs.length).toBeGreaterThanOrEqual(together);
  });
});
