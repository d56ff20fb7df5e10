import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/explore/api/claims.ts';
import { goalText } from '../../../src/explore/client/chain/measure.ts';
import { piecesOf } from '../../../src/explore/client/marks.ts';
import { clip, estimate, wrap } from '../../../src/explore/client/text.ts';
import { exploreOver, founding } from '../support.ts';

describe('marks', () => {
  it('cuts a text where marks begin and end', () => {
    expect(
      piecesOf('The agency said so.', [
        { span: [0, 10], of: 'source' },
        { span: [11, 15], of: 'cue' },
      ]).map((p) => [p.text, ...p.marks]),
    ).toEqual([['The agency', 'source'], [' '], ['said', 'cue'], [' so.']]);
  });

  it('keeps every letter in its place, with all marks that cover it, wherever they point', () => {
    const span = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const pieces = piecesOf(
          text,
          spans.map((s, of) => ({ span: s, of })),
        );
        expect(pieces.map((p) => p.text).join('')).toBe(text);
        for (const { text: piece, at, marks } of pieces) {
          expect(text.slice(at, at + piece.length)).toBe(piece);
          const covering = spans.flatMap(([s, e], of) => (s <= at && at < e ? [of] : []));
          expect([...marks].sort()).toEqual(covering);
        }
      }),
    );
  });
});

describe('text that has to fit', () => {
  const measure = estimate(10);

  it('breaks between words, and says where it leaves some out', () => {
    const each = (text: string) => text.length * 10;
    expect(wrap('the spy agency of the south', 100, 2, each)).toEqual(['the spy', 'agency of…']);
    expect(wrap('the agency', 100, 2, each)).toEqual(['the agency']);
    expect(wrap('', 100, 2, each)).toEqual([]);
  });

  it('never gives more lines, nor wider ones, than there is room for', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'grapheme' }),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const out = wrap(text, width, lines, measure);
          expect(out.length).toBeLessThanOrEqual(lines);
          for (const line of out) expect(measure(line)).toBeLessThanOrEqual(width + 0.001);
        },
      ),
    );
  });

  it('is done with words that never end', () => {
    const out = wrap('x'.repeat(1_000_000), 160, 2, measure);
    expect(out.length).toBe(2);
    expect(out[1]).toMatch(/…$/);
  });

  it('clips what is too long and leaves the rest alone', () => {
    expect(clip('short', 10)).toBe('short');
    expect(clip('much too long', 6)).toBe('much…');
  });
});

describe('the box of a claim', () => {
  it('knows all the lines that its status takes', async () => {
    const explore = exploreOver(founding());
    const { rows } = await explore.claims({ filter: NO_FILTER, order: 'weight', offset: 0, limit: 1 });
    const view = await explore.claim(rows[0]?.id ?? '');
    if (view === null) throw new Error('no claim');
    const ruler = estimate(20);
    const { notes, status } = goalText(view, { name: ruler, note: ruler, status: ruler });
    expect(status).toBe(2);
    expect(notes.slice(0, status).join(' ').replaceAll('…', '')).toMatch(/^independence not/);
    expect(notes[status]).toMatch(/^1/);
  });
});
