import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completePhrases } from '../../src/extract/phrases.ts';
import type { Tagged } from '../../src/extract/tagger.ts';
import type { Span } from '../../src/text/types.ts';
import { at, documentOf, passages } from './support.ts';

const certainty = { source: 1, cue: 1, content: 1 };

function completed(text: string, spans: { source?: string; cue?: string; content?: string }) {
  const one = (passage: string | undefined): Span[] => (passage === undefined ? [] : [at(text, passage)]);
  const { source, cue, content } = completePhrases(documentOf(text), {
    source: one(spans.source),
    cue: one(spans.cue),
    content: one(spans.content),
    certainty,
  });
  return { source: passages(text, source), cue: passages(text, cue), content: passages(text, content) };
}

describe('spans that break off in a phrase', () => {
  it('ends a cue before the phrase whose rest it lacks', () => {
    const text = 'The bridge is closed, the mayor said at a crowded rally on Friday evening.';
    expect(completed(text, { cue: 'said at a' }).cue).toEqual(['said']);
    expect(completed(text, { cue: 'said at a crowded rally' }).cue).toEqual(['said at a crowded rally']);
    expect(completed(text, { cue: 'said at a crowded rally on Friday' }).cue).toEqual([
      'said at a crowded rally',
    ]);
  });

  it('leaves a preposition in the cue where what is said follows it', () => {
    const text = 'The union called for a new bridge.';
    expect(completed(text, { cue: 'called for', content: 'a new bridge' })).toMatchObject({
      cue: ['called for'],
      content: ['a new bridge'],
    });
  });

  it('gives the article of what is said to what is said', () => {
    const text = 'The company sent a letter of warning to the town.';
    expect(completed(text, { cue: 'sent a', content: 'letter of warning' })).toMatchObject({
      cue: ['sent'],
      content: ['a letter of warning'],
    });
  });

  it('begins a reported clause with its "that"', () => {
    const text = 'The mayor said on Friday that the bridge was closed.';
    expect(completed(text, { cue: 'said', content: 'the bridge was closed' }).content).toEqual([
      'that the bridge was closed',
    ]);
  });

  it('ends content before the conjunction, preposition or relative of what it leaves out', () => {
    const text =
      'The union condemned the closing of the bridge, which has stood for a century, after the vote.';
    expect(completed(text, { content: 'the closing of the bridge, which' }).content).toEqual([
      'the closing of the bridge',
    ]);
    expect(completed(text, { content: 'stood for' }).content).toEqual(['stood']);
  });

  it('ends content where the phrase does that it begins', () => {
    const text =
      'The mayor said the town would rebuild the bridge within the coming year and thanked the crews.';
    expect(completed(text, { content: 'the town would rebuild the' }).content).toEqual([
      'the town would rebuild the bridge within the coming year',
    ]);
    expect(completed(text, { content: 'the town would' }).content).toEqual([
      'the town would rebuild the bridge within the coming year',
    ]);
  });

  it('takes no day or month of a time before a name into the name', () => {
    const text = 'Late on Tuesday Orvane announced a count. On 12 April Sable said no.';
    expect(completed(text, { source: 'Orvane', cue: 'announced' }).source).toEqual(['Orvane']);
    expect(completed(text, { source: 'Sable', cue: 'said' }).source).toEqual(['Sable']);
  });

  it('goes on to the name that closes what stands behind its verb', () => {
    const text = 'Nineteen are ill, said its head of research, Dr Ona Ferr. She left.';
    expect(completed(text, { source: 'its head of research', cue: 'said' }).source).toEqual([
      'its head of research, Dr Ona Ferr',
    ]);
  });

  it('gives "saying" to "was quoted as"', () => {
    const text = 'The mayor was quoted as saying the bridge was safe.';
    expect(completed(text, { cue: 'was quoted as', content: 'saying the bridge was safe' })).toMatchObject({
      cue: ['was quoted as saying'],
      content: ['the bridge was safe'],
    });
  });

  it('keeps names whole, with the name that an apposition explains', () => {
    const text = 'On Monday, Halla Brandt, her former deputy, said the bridge was safe.';
    expect(completed(text, { source: 'Halla', cue: 'said' }).source).toEqual(['Halla Brandt']);
    expect(completed(text, { source: 'her former deputy', cue: 'said' }).source).toEqual([
      'Halla Brandt, her former deputy',
    ]);
  });

  it('takes no noun behind a preposition for a name before its apposition', () => {
    const text = 'In a note to Orvane, her deputy, Halla Brandt, said the bridge was safe.';
    expect(completed(text, { source: 'her deputy, Halla Brandt', cue: 'said' }).source).toEqual([
      'her deputy, Halla Brandt',
    ]);
  });

  it('gives spans inside the text, whatever the text and the spans', () => {
    const words = fc.constantFrom(
      'said',
      'a',
      'the',
      'of',
      'that',
      'Halla',
      'rally',
      ',',
      'which',
      'and',
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        (list, numbers) => {
          const document = documentOf(list.join(' '));
          const { tokens } = document;
          const span = (a = 0, b = 0): Span[] => {
            const [low, high] = [a % tokens.length, b % tokens.length].sort((x, y) => x - y);
            const [first, last] = [tokens[low ?? 0], tokens[high ?? 0]];
            return first === undefined || last === undefined ? [] : [[first.span[0], last.span[1]]];
          };
          const [s1, s2, c1, c2, t1, t2] = numbers;
          const tagged: Tagged = {
            source: span(s1, s2),
            cue: span(c1, c2),
            content: span(t1, t2),
            certainty,
          };
          const { source, cue, content } = completePhrases(document, tagged);
          for (const [start, end] of [...source, ...cue, ...content]) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(document.article.text.length);
          }
        },
      ),
    );
  });
});
