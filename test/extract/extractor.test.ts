import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { toContract } from '../../src/extract/contract.ts';
import { createExtractor, extractByModel } from '../../src/extract/extractor.ts';
import { readModel } from '../../src/extract/model.ts';
import { openRuntime } from '../../src/extract/runtime.ts';
import type { Extraction } from '../../src/extract/types.ts';
import { toArticle } from '../../src/read/article.ts';
import { isFailure } from '../../src/read/types.ts';
import { toDocument } from '../../src/text/document.ts';
import { articleOf, documentOf, passages } from './support.ts';

const founding = (() => {
  const file = new URL('../../data/articles/founding.txt', import.meta.url);
  const article = toArticle('founding.txt', readFileSync(file, 'utf8'));
  if (isFailure(article)) throw new Error(article.message);
  return toDocument(article);
})();
const short = documentOf('The bridge was closed on Monday, the mayor said. “It is not safe,” she added.');
const extractor = await createExtractor({ kind: 'model' });
const rules = await createExtractor({ kind: 'rules' });
afterAll(async () => {
  await extractor.close();
  await rules.close();
});

const spoken = (text: string, { attributions }: Extraction) =>
  attributions.map(({ source, content }) => [
    passages(text, source).join(' '),
    passages(text, content).join(' | '),
  ]);

describe('the extractor with the model', () => {
  it('finds who says what in an unseen text', async () => {
    const [found] = await extractor.extract([short]);
    expect(spoken(short.article.text, found!)).toEqual([
      ['the mayor', 'The bridge was closed on Monday'],
      ['she', '“It is not safe,”'],
    ]);
  });

  it('hears who said it, not who was quoted handing it on', async () => {
    const text = 'Quoted by the same agency, a miner at the pit said that he had smelled gas for days.';
    const [found] = await extractor.extract([documentOf(text)]);
    expect(spoken(text, found!)).toEqual([['a miner at the pit', 'he had smelled gas for days']]);
  });

  it('reads the founding article with clean edges', async () => {
    const [found] = await extractor.extract([founding]);
    const said = spoken(founding.article.text, found!);
    expect(said).toContainEqual([
      'The South Korean spy agency',
      'Ukraine’s capture of wounded North Korean soldier',
    ]);
    expect(said.map(([source]) => source)).toContain('Ukrainian President Volodymyr Zelensky');
  });

  it('reads an article the same alone, among others and again', async () => {
    const [alone] = await extractor.extract([short]);
    const [first, , again] = await extractor.extract([short, founding, short]);
    expect(first).toEqual(alone);
    expect(again).toEqual(alone);
  });

  it('reads the same on WASM as on the native runtime', async () => {
    const model = await readModel();
    const wasm = await openRuntime(model.weights, ['wasm']);
    expect(wasm.backend).toBe('wasm');
    const [native] = await extractor.extract([founding]);
    const portable = await extractByModel(founding, model, wasm);
    await wasm.close();
    expect(portable).toEqual(native);
  });

  it('makes the same bits of any words on both', async () => {
    const { weights } = await readModel();
    const [native, wasm] = await Promise.all([
      openRuntime(weights, ['node']),
      openRuntime(weights, ['wasm']),
    ]);
    const pieces = fc.array(fc.integer({ min: 100, max: 30_000 }), { minLength: 1, maxLength: 160 });
    await fc.assert(
      fc.asyncProperty(pieces, async (ids) => {
        const read = Int32Array.from(ids);
        expect(await wasm.read(read)).toEqual(await native.read(read));
      }),
      { numRuns: 10 },
    );
    await Promise.all([native.close(), wasm.close()]);
  });
});

describe.each([
  ['model', extractor, 15],
  ['rules', rules, 100],
] as const)('any text (%s)', (_, reader, numRuns) => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          '“',
          '”',
          '"',
          '\n\n',
          ' said ',
          'she',
          'that',
          ', ',
          '. ',
          ':',
          '—',
          'A',
          '😀',
          '\u200b',
        ),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join('')),
  );
  it('is read without an error, into spans that slice, in order', async () => {
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const [found] = await reader.extract([documentOf(text)]);
        let last = 0;
        for (const { source, cue, content, confidence } of found!.attributions) {
          const spans = [...source, ...cue, ...content];
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          const first = Math.min(...spans.map(([start]) => start));
          expect(first).toBeGreaterThanOrEqual(last);
          last = first;
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns },
    );
  });
});

describe('the line for programs', () => {
  it('keeps the id that came with the article, and its spans', async () => {
    const [found] = await extractor.extract([short]);
    const line = toContract({ ...articleOf(short.article.text), givenId: 'wire-7' }, found!);
    expect(line.id).toBe('wire-7');
    expect(line.attributions.map(({ source }) => source)).toEqual(
      found!.attributions.map(({ source }) => source),
    );
    expect(toContract(short.article, found!).id).toBe(short.article.id);
  });
});
