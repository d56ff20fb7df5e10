import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../src/extract/mend.ts';
import type { Tagged } from '../../src/extract/tagger.ts';
import type { Span } from '../../src/text/types.ts';
import { at, documentOf, passages } from './support.ts';

const tagged = (spans: { source?: Span[]; cue?: Span[]; content?: Span[] }): Tagged => ({
  source: [],
  cue: [],
  content: [],
  certainty: { source: 1, cue: 1, content: 1 },
  ...spans,
});

function mended(text: string, spans: { source?: string; cue?: string; content?: string }) {
  const one = (passage: string | undefined): Span[] => (passage === undefined ? [] : [at(text, passage)]);
  const { source, cue, content } = mend(
    documentOf(text),
    tagged({ source: one(spans.source), cue: one(spans.cue), content: one(spans.content) }),
  );
  return { source: passages(text, source), cue: passages(text, cue), content: passages(text, content) };
}

describe('mending', () => {
  it('leaves a pronoun for both to what they cite', () => {
    const text = 'The Lund Post and ANW, both citing officials, had reported the offer.';
    expect(mended(text, { source: 'The Lund Post and ANW, both' }).source).toEqual(['The Lund Post and ANW']);
  });

  it('leaves a straight mark to the quotation that it opens', () => {
    const text = 'The mill called the report "false from end to end". "We mill," the miller said.';
    const content = 'the report "false from end to end". "';
    expect(mended(text, { cue: 'called', content }).content).toEqual(['the report "false from end to end"']);
  });

  it('leaves out whom something was told', () => {
    const text = 'A guard told him that the mill was shut. She told her mother so.';
    expect(mended(text, { cue: 'told', content: 'him that the mill was shut' }).content).toEqual([
      'that the mill was shut',
    ]);
  });

  it('leaves out the stop of a reported clause', () => {
    const text = 'The mayor said that the bridge was closed.';
    expect(mended(text, { content: 'that the bridge was closed.' }).content).toEqual([
      'that the bridge was closed',
    ]);
  });

  it('keeps a "that" that points', () => {
    const text = 'The mayor confirmed that report on Monday.';
    expect(mended(text, { content: 'that report' }).content).toEqual(['that report']);
  });

  it('keeps quotation marks and what stands before them inside', () => {
    const text = 'The mayor said: “The bridge was closed.”';
    expect(mended(text, { content: '“The bridge was closed.”' }).content).toEqual([
      '“The bridge was closed.”',
    ]);
  });

  it('ends and begins at whole words', () => {
    const text = 'Investigators reported the evacuation.';
    expect(mended(text, { source: 'vestigat', content: 'evacuat' })).toMatchObject({
      source: ['Investigators'],
      content: ['evacuation'],
    });
  });

  it('cuts a word that lost the space before a function word', () => {
    const text = 'The army confirmed the capture of a wounded soldierafter local media pointed to it.';
    expect(mended(text, { content: 'the capture of a wounded soldierafter' }).content).toEqual([
      'the capture of a wounded soldier',
    ]);
  });

  it('begins a source behind a function word that lost its space', () => {
    const text = 'The port confirmed the loss of a trawlerafter local fishermen reported it.';
    expect(mended(text, { source: 'the loss of a trawlerafter local fishermen' }).source).toEqual([
      'local fishermen',
    ]);
  });

  it('drops what a cut time leaves of itself beside what is said', () => {
    const text = 'The ministry confirmed this Tuesday the loss of the trawler.';
    const { content } = mend(
      documentOf(text),
      tagged({
        cue: [at(text, 'confirmed')],
        content: [at(text, 'this'), at(text, 'the loss of the trawler')],
      }),
    );
    expect(passages(text, content)).toEqual(['the loss of the trawler']);
  });

  it('never takes in a heading', () => {
    const text =
      'There are signs of a new deployment.\n\nDestabilisation\n\nPresident Marta Olin said it was a risk.';
    expect(mended(text, { source: 'Destabilisation\n\nPresident Marta Olin' }).source).toEqual([
      'President Marta Olin',
    ]);
  });

  it('goes on past a stray stop in the middle of a sentence', () => {
    const text = 'The paper cited a photo where a guard is seen. possibly wounded and in a ditch.';
    expect(mended(text, { content: 'a photo where a guard is seen' }).content).toEqual([
      'a photo where a guard is seen. possibly wounded and in a ditch',
    ]);
  });

  it('takes in the description before a name, and leaves the comma behind', () => {
    const text = 'The head of the service, Dora Hald, rejected the figure.';
    expect(mended(text, { source: 'Dora Hald,' }).source).toEqual(['The head of the service, Dora Hald']);
  });

  it('does not take another clause for a description', () => {
    const text = 'The service had closed the road, Dora Hald, a driver, said.';
    expect(mended(text, { source: 'Dora Hald, a driver' }).source).toEqual(['Dora Hald, a driver']);
  });

  it('finds the source inside a cue that names it', () => {
    const text = 'The road was closed, according to the statement.';
    expect(mended(text, { cue: 'according to the statement' })).toMatchObject({
      cue: ['according to'],
      source: ['the statement'],
    });
  });

  it('leaves out emoji, and the marks of lists and of answers', () => {
    const text =
      '👮 Police 👮 said nobody was hurt 🙏.\n\nA: Engineers told us.\n\n2) Traffic was halved, the city said.\n\n14:20 GMT The bridge was shut, the agency added.';
    expect(mended(text, { source: '👮 Police 👮', cue: 'said', content: 'nobody was hurt 🙏' })).toEqual({
      source: ['Police'],
      cue: ['said'],
      content: ['nobody was hurt'],
    });
    expect(mended(text, { source: 'A: Engineers', cue: 'told' }).source).toEqual(['Engineers']);
    expect(mended(text, { cue: 'said', content: '2) Traffic was halved' }).content).toEqual([
      'Traffic was halved',
    ]);
    expect(mended(text, { cue: 'added', content: '14:20 GMT The bridge was shut' }).content).toEqual([
      'The bridge was shut',
    ]);
  });

  it('gives nothing to a cue that a heading took, or to a mere date', () => {
    const text = 'Agency denies a report\n\nThe agency was silent today, and the bridge stayed open.';
    expect(mended(text, { cue: 'denies', content: 'The agency' }).content).toEqual([]);
    expect(mended(text, { cue: 'today', content: 'the bridge stayed open' }).content).toEqual([]);
  });

  it('leaves a lead-in to the paragraph that it stands in', () => {
    const text = 'What we know so far:\n\n- Two cracks were found, the agency said.';
    const spans = tagged({
      source: [at(text, 'the agency')],
      cue: [at(text, 'said')],
      content: [at(text, 'What we know so far:'), at(text, 'Two cracks were found')],
    });
    expect(passages(text, mend(documentOf(text), spans).content)).toEqual(['Two cracks were found']);
  });

  it('gives clean spans whatever the text and the spans', () => {
    const text = fc.oneof(fc.lorem({ mode: 'sentences' }), fc.string({ unit: 'binary', maxLength: 80 }));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (t, a, b) => {
        const [start, end] = [a % (t.length + 1), b % (t.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const { source, cue, content } = mend(
          documentOf(t),
          tagged({ source: [[start, end]], cue: [[start, end]], content: [[start, end]] }),
        );
        for (const [from, to] of [...source, ...cue, ...content]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(t.length);
          expect(t.slice(from, to)).toBe(t.slice(from, to).trim());
        }
      }),
      { numRuns: 300 },
    );
  });
});
