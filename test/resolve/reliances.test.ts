import { describe, expect, it } from 'vitest';
import { extractRelays } from '../../src/extract/relay/relays.ts';
import { classify } from '../../src/extract/rules/classify.ts';
import type { Attribution } from '../../src/extract/types.ts';
import type { Reading } from '../../src/resolve/types.ts';
import { resolveWithin } from '../../src/resolve/within.ts';
import { documentOf, placeOf, type Says } from '../support/said.ts';

/** Reads a text in which these things are said; who has it from whom is found in it. */
function read(text: string, says: readonly Says[], outlet: string | null = null): Reading {
  const document = documentOf(text, { outlet });
  const attributions = says.map(([source, cue, content]): Attribution => {
    const at = placeOf(text, content);
    const near = Math.max(0, at[0] - 60);
    const spans = {
      source: [placeOf(text, source, near)],
      cue: [placeOf(text, cue, near)],
      content: [at],
    };
    return { ...spans, ...classify(document, spans), confidence: 1, by: 'test' };
  });
  return resolveWithin(document, { attributions, relays: extractRelays(document, attributions) }, 'test@1');
}

/** "who < whom" for each reliance, by the names of the sources. */
function reliances(reading: Reading): string[] {
  const name = (id: string) => {
    const source = reading.statements.find((s) => s.id === id)?.source ?? id;
    return reading.sources.find((s) => s.id === source)?.name ?? 'nobody';
  };
  return reading.reliances.map((each) => `${name(each.from)} < ${name(each.to)}`).sort();
}

describe('on whose word', () => {
  it('a confirmation rests on what its speaker says that it was based on', () => {
    const reading = read(
      'The harbour ministry confirmed on Tuesday that the dam had leaked. The confirmation was based on the photographs published by the Lund Post, ministry spokesman Ari Toft said.',
      [
        ['The harbour ministry', 'confirmed', 'the dam had leaked'],
        [
          'ministry spokesman Ari Toft',
          'said',
          'The confirmation was based on the photographs published by the Lund Post',
        ],
      ],
    );
    const confirmed = reading.statements.find((s) => s.act === 'CONFIRMED');
    expect(reading.reliances.some((each) => each.from === confirmed?.id)).toBe(true);
    const onPhotographs = reading.reliances.find((each) => each.from !== confirmed?.id);
    expect(onPhotographs?.claims).toEqual(confirmed?.claims.map((claim) => claim.id));
  });

  it('a body rests on whoever informed its head', () => {
    const reading = read(
      'The town of Lund confirmed the sale of the pier. The mayor had been informed by the club on Monday, a town spokeswoman said.',
      [
        ['The town of Lund', 'confirmed', 'the sale of the pier'],
        ['a town spokeswoman', 'said', 'The mayor had been informed by the club on Monday'],
      ],
    );
    expect(reliances(reading).some((each) => /Lund < .*club/.test(each))).toBe(true);
  });

  it('an outlet between two others has reported the same', () => {
    const reading = read(
      'The Lund Express reported that the coach had left, citing Radio Vessa, which had taken it from the blog Pier Notes.',
      [['The Lund Express', 'reported', 'the coach had left']],
    );
    expect(reliances(reading)).toEqual(
      expect.arrayContaining(['Lund Express < Radio Vessa', 'Radio Vessa < Pier Notes']),
    );
    expect(reading.statements.filter((s) => s.claims.length > 0)).toHaveLength(2);
  });

  it('an outlet carries what is quoted by it, wherever in the sentence that stands', () => {
    const reading = read(
      'The agency ANW reported smoke over the pier. Quoted by the same agency, a diver said that he heard two blasts.',
      [
        ['The agency ANW', 'reported', 'smoke over the pier'],
        ['a diver', 'said', 'he heard two blasts'],
      ],
    );
    expect(reliances(reading)).toEqual(['ANW < diver']);
    expect(reading.mentions.filter((mention) => mention.via !== null)).toHaveLength(1);
  });
});

describe('a denial', () => {
  it('is borne out by the words of its speaker right behind it', () => {
    const reading = read(
      'The ministry denied the report that Major Orm had fled. “He is at home and well,” its spokesman said.',
      [
        ['The ministry', 'denied', 'the report that Major Orm had fled'],
        ['its spokesman', 'said', '“He is at home and well,”'],
      ],
    );
    expect(reading.statements.map((s) => s.act)).toEqual(['DENIED']);
    expect(reading.claims).toHaveLength(1);
  });

  it('is told of what others said by the verdict on it', () => {
    const reading = read(
      'Reports that the guards had fired first were “a lie from start to end”, Major Orm added.',
      [['Major Orm', 'added', 'Reports that the guards had fired first were “a lie from start to end”']],
    );
    expect(reading.statements.map((s) => [s.act, s.claims.map((c) => c.stance)])).toEqual([
      ['DENIED', ['denies']],
    ]);
  });

  it('does not take in what is said in a later paragraph', () => {
    const reading = read(
      'The ministry denied that Major Orm had fled.\n\n“Talks begin on Monday,” the ministry said.',
      [
        ['The ministry', 'denied', 'Major Orm had fled'],
        ['the ministry', 'said', '“Talks begin on Monday,”'],
      ],
    );
    expect(reading.statements).toHaveLength(2);
  });
});
