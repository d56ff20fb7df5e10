import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import type { Extraction, Extractor } from '../../src/extract/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import type { Span } from '../../src/text/types.ts';
import { anyText, FOUNDING, mutated, mutatedPart } from '../support/hostile.ts';
import { documentOf } from './support.ts';

const rules = await createExtractor({ kind: 'rules' });
const model = await createExtractor({ kind: 'model' });
afterAll(async () => {
  await rules.close();
  await model.close();
});

const spansOf = ({ attributions, relays }: Extraction): Span[] =>
  [
    ...attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content, ...a.hedges, a.channel, a.time]),
    ...relays.flatMap((r) => [r.relayer, r.upstream, r.cue, r.content]),
  ].filter((span) => span !== null);

/** Spans that are no piece of the text. */
const outside = (text: string, spans: readonly Span[]): Span[] =>
  spans.filter(
    ([start, end]) =>
      !(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length),
  );

/** Reads a text as far as one article goes, twice; fails where anything throws, points outside or differs. */
async function holds(extractor: Extractor, text: string): Promise<void> {
  const [first] = await extractor.extract([documentOf(text)]);
  const [again] = await extractor.extract([documentOf(text)]);
  expect(again).toEqual(first);
  expect(outside(text, spansOf(first!))).toEqual([]);
  for (const { confidence } of first!.attributions) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  const reading = resolveWithin(documentOf(text), first!, extractor.id);
  expect(resolveWithin(documentOf(text), again!, extractor.id)).toEqual(reading);
  const resolved = [
    ...reading.mentions.flatMap((m) => [...m.source, ...m.cue, ...m.content, m.passage]),
    ...reading.sources.flatMap((s) => s.mentions.map((m) => m.span)),
    ...reading.claims.flatMap((c) => c.places.flatMap((p) => p.spans)),
  ];
  expect(outside(text, resolved)).toEqual([]);
}

const each = (texts: fc.Arbitrary<string>, extractor: Extractor, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(texts, (text) => holds(extractor, text)),
    { numRuns },
  );

describe('no text throws, every offset slices, and reading again gives the same', () => {
  it('with the rules, on any code units', () => each(anyText, rules, 300));
  it('with the rules, on parts of news', () => each(mutatedPart(FOUNDING), rules, 100));
  it('with the rules, on news torn apart', () => each(mutated(FOUNDING), rules, 40));
  it('with the model, on any code units', () => each(anyText, model, 15));
  it('with the model, on parts of news', () => each(mutatedPart(FOUNDING), model, 15));
});
