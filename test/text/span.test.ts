import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/document.ts';
import { paragraphAt, sentenceAt, sentencesIn, tokenAt, tokensIn } from '../../src/text/lookup.ts';
import { containsSpan, coveringSpan, overlaps, trimSpan, unionSpans } from '../../src/text/span.ts';
import type { Span } from '../../src/text/types.ts';

const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]): Span => [start, start + length]);
const units = (spans: readonly Span[]): Set<number> =>
  new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));

describe('spans', () => {
  it('unite to the same code units, apart from each other', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const union = unionSpans(spans);
        expect(units(union)).toEqual(units(spans));
        for (let i = 1; i < union.length; i++) expect(union[i]![0]).toBeGreaterThan(union[i - 1]![1]);
      }),
    );
  });

  it('overlap where they share a code unit', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const inA = units([a]);
        expect(overlaps(a, b)).toBe([...units([b])].some((unit) => inA.has(unit)));
      }),
    );
  });

  it('are held by the span that covers them', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1 }), (spans) => {
        const cover = coveringSpan(spans)!;
        expect(spans.every((inner) => containsSpan(cover, inner))).toBe(true);
        expect(spans.some(([start]) => start === cover[0]) && spans.some(([, end]) => end === cover[1])).toBe(
          true,
        );
      }),
    );
    expect(coveringSpan([])).toBeNull();
  });

  it('trim to what can be seen', () => {
    expect(trimSpan(' \u200b“a b”\u00a0\n', [0, 9])).toEqual([2, 7]);
    expect(trimSpan('  ', [0, 2])).toEqual([0, 0]);
  });
});

describe('look-ups', () => {
  const text = 'One two. Three four.\n\nFive six.';
  const document = cutText(text);

  it('agree with a search from the start, at every offset', () => {
    const find = <T extends { readonly span: Span }>(pieces: readonly T[], at: number): T | null =>
      pieces.find((piece) => piece.span[0] <= at && at < piece.span[1]) ?? null;
    for (let at = -1; at <= text.length + 1; at++) {
      expect(tokenAt(document, at)).toBe(find(document.tokens, at));
      expect(sentenceAt(document, at)).toBe(find(document.sentences, at));
      expect(paragraphAt(document, at)).toBe(find(document.paragraphs, at));
    }
  });

  it('give the pieces that share a code unit with a span', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const range: Span = [Math.min(a, b), Math.max(a, b)];
        expect(tokensIn(document, range)).toEqual(document.tokens.filter((t) => overlaps(t.span, range)));
        expect(sentencesIn(document, range)).toEqual(
          document.sentences.filter((s) => overlaps(s.span, range)),
        );
      }),
    );
  });
});
