import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/extract/model.ts';
import { layOut, roleWindow, windows } from '../../src/extract/windows.ts';
import { wordPieces } from '../../src/extract/wordpiece.ts';
import { documentOf } from './support.ts';

const model = await readModel();
const sizes = model.windows;
const layout = (text: string) => {
  const document = documentOf(text);
  return layOut(document, wordPieces(text, [0, text.length], model.vocabulary));
};
const sentence = fc.integer({ min: 1, max: 220 }).map((n) => `The ${'mayor '.repeat(n)}said so.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((s) => s.join(' '));
const text = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((p) => p.join('\n\n'));

describe('windows', () => {
  it('tile the text and keep within their size', () => {
    fc.assert(
      fc.property(text, (t) => {
        const laid = layout(t);
        let at = 0;
        for (const [low, high] of windows(laid, sizes)) {
          expect(low).toBe(at);
          expect(high).toBeGreaterThan(low);
          expect(high - low).toBeLessThanOrEqual(sizes.paragraph);
          at = high;
        }
        expect(at).toBe(laid.length);
      }),
      { numRuns: 50 },
    );
  });

  it('of a cue hold their cue and keep within their limit', () => {
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 0.999, noNaN: true }), (t, share) => {
        const laid = layout(t);
        const cue = Math.floor(share * laid.length);
        const [low, high] = roleWindow(laid, [cue, cue], sizes);
        expect(low).toBeLessThanOrEqual(cue);
        expect(high).toBeGreaterThan(cue);
        expect(high - low).toBeLessThanOrEqual(sizes.limit);
      }),
      { numRuns: 50 },
    );
  });

  it('of a short paragraph is the paragraph', () => {
    const laid = layout(
      'A fire broke out.\n\nThe mayor spoke. She said it was out.\n\nNobody was hurt, and so on.',
    );
    const paragraph = laid.paragraphOf(8);
    expect(roleWindow(laid, [8, 8], sizes)).toEqual(paragraph);
  });
});
