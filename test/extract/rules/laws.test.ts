import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractRelays, mentionsEarlierReport } from '../../../src/extract/relay/relays.ts';
import { extractByRules } from '../../../src/extract/rules/attributions.ts';
import { classify } from '../../../src/extract/rules/classify.ts';
import { extractRetractions } from '../../../src/extract/rules/retractions.ts';
import type { Span } from '../../../src/text/types.ts';
import { read } from './read.ts';

const pieces = [
  'Ferr',
  'the board',
  'said',
  'told',
  'that',
  'according to',
  'Radio Lund',
  ',',
  '.',
  '“',
  '”',
  '"',
  'and',
  'who',
  'confirmed',
  'not',
  'on Monday',
  'the report',
  'was quoted by',
  'as saying',
  'has seen',
  'citing',
  ':',
  ';',
  '(',
  '😀',
  'that',
  'claim',
  '’s',
  'wrong',
  'withdrew',
  'interview with',
  'based on',
  'data',
  'whether',
  'not clear',
  '\n\n',
  'soldierafter',
];
const newsy = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(newsy, fc.string({ unit: 'binary', maxLength: 300 }));

const everything = (text: string) => {
  const document = read(text);
  const attributions = extractByRules(document);
  return {
    attributions,
    relays: extractRelays(document, attributions),
    earlier: mentionsEarlierReport(document, attributions),
    retractions: extractRetractions(document, attributions),
  };
};

describe('rules on any text', () => {
  it('never throw, and every span is a piece of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { attributions, relays, earlier, retractions } = everything(text);
        const spans: (Span | null)[] = [
          ...attributions.flatMap((a) => [
            ...a.source,
            ...a.cue,
            ...a.content,
            ...a.hedges,
            a.channel,
            a.time,
          ]),
          ...relays.flatMap((r) => [r.relayer, r.upstream, r.cue, r.content]),
          ...earlier.flatMap((e) => [e.statement, e.report, e.cue]),
          ...retractions.flatMap((r) => [r.by, r.cue, r.of]),
        ];
        for (const span of spans) {
          if (span === null) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give the same for the same text', () => {
    fc.assert(
      fc.property(newsy, (text) => {
        expect(everything(text)).toEqual(everything(text));
      }),
      { numRuns: 50 },
    );
  });

  it('never let an attribution stand in another’s content', () => {
    fc.assert(
      fc.property(newsy, (text) => {
        const { attributions } = everything(text);
        for (const outer of attributions)
          for (const inner of attributions)
            if (outer !== inner)
              for (const [start, end] of outer.content)
                for (const cue of inner.cue) expect(start <= cue[0] && cue[1] <= end).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('classify whatever spans they are given', () => {
    fc.assert(
      fc.property(newsy, fc.array(fc.nat(400), { maxLength: 12 }), (text, offsets) => {
        const span = (i: number): Span[] => {
          const [a = 0, b = 0] = [offsets[i], offsets[i + 1]].map((offset) =>
            Math.min(offset ?? 0, text.length),
          );
          return a < b ? [[a, b]] : [];
        };
        const { factuality, act } = classify(read(text), { source: span(0), cue: span(2), content: span(4) });
        expect(factuality.endsWith('-')).toBe(act === 'DENIED' && factuality !== 'Uu');
      }),
      { numRuns: 200 },
    );
  });

  it('finish on a long text without sentence ends', () => {
    const text =
      'the board said that Radio Lund reported , citing data and the report was based on data '.repeat(1000);
    expect(everything(text).attributions.length).toBeGreaterThan(0);
  });
});
