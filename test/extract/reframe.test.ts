import { describe, expect, it } from 'vitest';
import { reframe } from '../../src/extract/reframe.ts';
import type { Tagged } from '../../src/extract/tagger.ts';
import { at, documentOf, passages } from './support.ts';

function reframed(text: string, spans: { source: string; cue: string; content: string[] }) {
  const tagged: Tagged = {
    source: [at(text, spans.source)],
    cue: [at(text, spans.cue)],
    content: spans.content.map((piece) => at(text, piece)),
    certainty: { source: 1, cue: 1, content: 1 },
  };
  return reframe(documentOf(text), tagged).map(({ source, cue, content }) => ({
    source: passages(text, source),
    cue: passages(text, cue),
    content: passages(text, content),
  }));
}

describe('reading a sentence by its syntax', () => {
  it('gives words quoted by an outlet to who spoke them', () => {
    const text = 'A baker was quoted by Radio Lumen as saying that the mill had closed.';
    expect(reframed(text, { source: 'Radio Lumen', cue: 'was quoted by', content: ['A baker'] })).toEqual([
      { source: ['A baker'], cue: ['was quoted', 'as saying'], content: ['that the mill had closed'] },
    ]);
  });

  it('finds the speaker behind the verb where a whole clause stands before it', () => {
    const text = 'Six boats are still missing, added the coast guard.';
    expect(reframed(text, { source: 'Six boats', cue: 'added', content: ['the coast guard'] })).toEqual([
      { source: ['the coast guard'], cue: ['added'], content: ['Six boats are still missing'] },
    ]);
  });

  it('finds the speaker behind the day on which it was said', () => {
    const text = 'The number of boats lost rose to six, announced this Monday the coast guard.';
    const spans = { source: 'The number of boats lost', cue: 'announced', content: ['the coast guard'] };
    expect(reframed(text, spans)).toEqual([
      { source: ['the coast guard'], cue: ['announced'], content: ['The number of boats lost rose to six'] },
    ]);
  });

  it('leaves a subject with its apposition where it is', () => {
    const text = 'Nora Vance, the mayor, announced the closure.';
    const spans = { source: 'Nora Vance, the mayor', cue: 'announced', content: ['the closure'] };
    expect(reframed(text, spans)).toEqual([
      { source: [spans.source], cue: [spans.cue], content: spans.content },
    ]);
  });

  it('leaves a subject with its relative clause where it is', () => {
    const text = 'The town of Oster, which owns the mill, confirmed the closure.';
    const spans = {
      source: 'The town of Oster, which owns the mill',
      cue: 'confirmed',
      content: ['the closure'],
    };
    expect(reframed(text, spans)).toEqual([
      { source: [spans.source], cue: [spans.cue], content: spans.content },
    ]);
  });

  it('keeps the end of a prepositional phrase out of the source', () => {
    const text = 'On Monday in the Oster valley, Nora Vance, head of the dam office, warned of floods.';
    const [found] = reframed(text, {
      source: 'the Oster valley, Nora Vance, head of the dam office',
      cue: 'warned',
      content: ['of floods'],
    });
    expect(found?.source).toEqual(['Nora Vance, head of the dam office']);
  });

  it('makes a call of its own of what is called for', () => {
    const text = 'The union stressed the danger, calling for “stricter rules” in all mines.';
    expect(
      reframed(text, {
        source: 'The union',
        cue: 'stressed',
        content: ['the danger', 'calling for “stricter rules” in all mines'],
      }),
    ).toEqual([
      { source: ['The union'], cue: ['stressed'], content: ['the danger'] },
      { source: ['The union'], cue: ['calling for'], content: ['“stricter rules” in all mines'] },
    ]);
  });
});
