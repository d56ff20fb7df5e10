import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVocabulary, wordPieces, wordPiecesInTurns } from '../../src/extract/wordpiece.ts';

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const vocabulary = readVocabulary(file('../../data/model/vocab.txt'));
const pieces = (text: string) => wordPieces(text, [0, text.length], vocabulary);

interface Reference {
  readonly text: string;
  readonly ids: readonly number[];
  readonly offsets: readonly (readonly [number, number])[];
}
const references = JSON.parse(file('../fixtures/wordpiece/reference.json')) as readonly Reference[];

describe('word pieces', () => {
  it.each(references)('are those of the reference tokenizer: $text', ({ text, ids, offsets }) => {
    const { ids: found, starts } = pieces(text);
    expect([...found]).toEqual(ids);
    expect([...starts]).toEqual(offsets.map(([start]) => start));
  });

  it('end where the reference has them end, or after the combining marks that follow', () => {
    for (const { text, offsets } of references) {
      const { ends } = pieces(text);
      offsets.forEach(([, end], k) => {
        expect(text.slice(end, ends[k])).toMatch(/^\p{Mn}*$/u);
      });
    }
  });

  it('stand in order and never hold white space at an edge, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { ids, starts, ends } = pieces(text);
        let last = 0;
        ids.forEach((id, k) => {
          const [start, end] = [starts[k]!, ends[k]!];
          expect(id).toBeGreaterThanOrEqual(0);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, start + 1)).not.toMatch(/\s/);
          last = start;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of a part are the pieces of the whole that stand in it, where the part is cut at spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        const text = `${before} ${after}`;
        const part = wordPieces(text, [before.length, text.length], vocabulary);
        const whole = pieces(text);
        const from = [...whole.starts].findIndex((start) => start >= before.length);
        expect([...part.ids]).toEqual(from < 0 ? [] : [...whole.ids].slice(from));
      }),
    );
  });

  it('of a text that holds names of special pieces are text', () => {
    const { ids } = pieces('[CLS] said [SEP]');
    expect([...ids]).not.toContain(vocabulary.start);
    expect([...ids]).not.toContain(vocabulary.end);
  });

  it('take a word of any length as one unknown piece', () => {
    const { ids, ends } = pieces('x'.repeat(1_000_000));
    expect([...ids]).toEqual([vocabulary.unknown]);
    expect([...ends]).toEqual([1_000_000]);
  });

  it('begin a word where a space was lost', () => {
    const text = 'a trawlerafter';
    const cut = text.indexOf('after');
    const whole = wordPieces('after', [0, 5], vocabulary);
    const found = wordPieces(text, [0, text.length], vocabulary, new Set([cut]));
    expect([found.ids.at(-1), found.starts.at(-1), found.ends.at(-1)]).toEqual([
      whole.ids[0],
      cut,
      text.length,
    ]);
  });

  it('of a long text are the same cut slice by slice, while others have their turns', async () => {
    const sentences = fc.array(fc.constantFrom(...references.map(({ text }) => text)), {
      minLength: 3_000,
      maxLength: 4_000,
    });
    await fc.assert(
      fc.asyncProperty(sentences, async (parts) => {
        const text = parts.join(' ');
        let turns = 0;
        const timer = setInterval(() => turns++, 0);
        const found = await wordPiecesInTurns(text, [0, text.length], vocabulary);
        clearInterval(timer);
        expect(found).toEqual(pieces(text));
        expect(turns).toBeGreaterThan(0);
      }),
      { numRuns: 3 },
    );
  });

  it('need a vocabulary with the special pieces', () => {
    expect(() => readVocabulary('the\nof\n')).toThrow(/\[UNK\]/);
  });
});
