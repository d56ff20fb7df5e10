import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import type { Extractor } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { toDocument } from '../../src/text/document.ts';

/** Two invented affairs, read as the program reads them, network and all: who said what, on whose word. */
let extractor: Extractor;
beforeAll(async () => {
  extractor = await createExtractor({ kind: 'model' });
});
afterAll(() => extractor.close());

async function read(file: string): Promise<Reading> {
  const text = readFileSync(new URL(`../fixtures/affairs/${file}`, import.meta.url), 'utf8');
  const article = toArticle(file, text);
  if ('message' in article) throw new Error(article.message);
  const document = toDocument(article);
  const [extraction] = await extractor.extract([document]);
  if (extraction === undefined) throw new Error('nothing was extracted');
  return resolveWithin(document, extraction, extractor.id);
}

const nameOf = (reading: Reading, id: string | null): string =>
  reading.sources.find((source) => source.id === id)?.name ?? 'nobody';

const acts = (reading: Reading): string[] =>
  reading.statements.map((s) => `${nameOf(reading, s.source)} ${s.act}`).sort();

const reliances = (reading: Reading): string[] =>
  reading.reliances
    .map(({ from, to, certainty }) => {
      const source = (id: string) => reading.statements.find((s) => s.id === id)?.source ?? id;
      return `${nameOf(reading, source(from))} < ${nameOf(reading, source(to))} ${certainty}`;
    })
    .sort();

describe('a hospital short of nurses', () => {
  it('rests what a newspaper has learned on whom and on what it names for it', async () => {
    const reading = await read('ward/01-lund-gazette.txt');
    expect(acts(reading)).toEqual([
      'Ilja Morn CLAIMED',
      'Lund Gazette REPORTED',
      'Lund Gazette REPORTED',
      'One of them CLAIMED',
      'health ministry OTHER',
      'two people who work on the ward CLAIMED',
    ]);
    expect(reliances(reading)).toEqual([
      'Lund Gazette < internal memo seen by this newspaper explicit',
      'Lund Gazette < two people who work on the ward implied',
    ]);
  });

  it('hears who speaks behind what he cites, and the words that bear a denial out', async () => {
    const reading = await read('ward/02-anw.txt');
    expect(acts(reading)).toEqual([
      'Ilja Morn DENIED',
      'Lund Gazette REPORTED',
      'health ministry CLAIMED',
      'nurse who asked not to be named CLAIMED',
      'nurses’ union CLAIMED',
    ]);
    expect(reliances(reading)).toContain('nurses’ union < its own survey explicit');
  });

  it('keeps what two outlets had reported apart, and denies what others claim', async () => {
    const reading = await read('ward/03-vessa-radio.txt');
    expect(acts(reading)).toEqual(
      expect.arrayContaining([
        'ANW REPORTED',
        'Lund Gazette REPORTED',
        'Oda Pell DENIED',
        'Oda Pell PREDICTED',
        'Vessa hospital CLAIMED',
        'Vessa hospital CONFIRMED',
      ]),
    );
    expect(reliances(reading)).toEqual([
      'ANW < unnamed employees explicit',
      'Lund Gazette < unnamed employees explicit',
    ]);
  });
});

describe('a slide in a quarry', () => {
  it('gives a count to the reporter’s own paper, and a firm its own words', async () => {
    const reading = await read('quarry/01-kelm-post.txt');
    expect(acts(reading)).toEqual([
      'Kelm Post REPORTED',
      'Stenhall CLAIMED',
      'Tor Aske CLAIMED',
      'Tor Aske PREDICTED',
      'driver who saw the slide CLAIMED',
      'police CLAIMED',
    ]);
  });

  it('rests a leak on the document and a follow-up on whom it quotes', async () => {
    const reading = await read('quarry/02-tv-sund.txt');
    expect(acts(reading)).toEqual(
      expect.arrayContaining([
        'Kelm Post REPORTED',
        'Police CONFIRMED',
        'Stenhall DENIED',
        'TV Sund REPORTED',
      ]),
    );
    expect(reliances(reading)).toEqual([
      'Kelm Post < driver explicit',
      'TV Sund < e-mail obtained by TV Sund explicit',
    ]);
  });

  it('denies for a paper what it calls wrong itself', async () => {
    const reading = await read('quarry/03-kelm-post.txt');
    expect(acts(reading)).toContain('Kelm Post DENIED');
    expect(reading.withdrawals.map(({ kind }) => kind)).toEqual(['assertion', 'denial']);
    expect(reliances(reading)).toContain('labour inspectorate < its instruments explicit');
  });
});
