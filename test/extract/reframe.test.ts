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

  it('finds the speaker behind the verb where a relative clause stands in what is said', () => {
    const text = 'The mill, which the town owns, has closed, added the mayor.';
    const spans = { source: 'The mill', cue: 'added', content: ['the mayor'] };
    expect(reframed(text, spans)).toEqual([
      {
        source: ['the mayor'],
        cue: ['added'],
        content: ['The mill, which the town owns, has closed'],
      },
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

  it.each([
    'calling for “stricter rules” in all mines',
    'for “stricter rules” in all mines',
    '“stricter rules” in all mines',
  ])('makes a call of its own of what is called for, told as %s', (piece) => {
    const text = 'The union stressed the danger, calling for “stricter rules” in all mines.';
    expect(
      reframed(text, {
        source: 'The union',
        cue: 'stressed',
        content: ['the danger', piece],
      }),
    ).toEqual([
      { source: ['The union'], cue: ['stressed'], content: ['the danger'] },
      { source: ['The union'], cue: ['calling for'], content: ['“stricter rules” in all mines'] },
    ]);
  });

  it('takes no day for a speaker', () => {
    const text = 'The dealer, which until Monday had denied any fault, admitted it.';
    expect(reframed(text, { source: 'Monday', cue: 'had denied', content: ['any fault'] })).toEqual([
      { source: ['The dealer'], cue: ['had denied'], content: ['any fault'] },
    ]);
    const other = 'The result is expected by the end of May.';
    expect(reframed(other, { source: 'the end of May', cue: 'expected', content: ['The result'] })).toEqual([
      { source: [], cue: ['expected'], content: ['The result'] },
    ]);
    const poll = 'The mill was lost, according to a Lund Times poll released last week.';
    const source = 'a Lund Times poll released last week';
    expect(reframed(poll, { source, cue: 'according to', content: ['The mill was lost'] })).toEqual([
      { source: [source], cue: ['according to'], content: ['The mill was lost'] },
    ]);
  });

  it('takes in who made what shows it', () => {
    const text = 'The mill belongs to his aunt, a search of the register by the Post shows.';
    const content = ['The mill belongs to his aunt'];
    expect(reframed(text, { source: 'the Post', cue: 'shows', content })).toEqual([
      { source: ['a search of the register by the Post'], cue: ['shows'], content },
    ]);
  });

  it('leaves no part of who made it in what is said', () => {
    const text = 'The mill belongs to his aunt, a search of the register by the Post shows.';
    const content = ['The mill belongs to his aunt', 'a search of the register'];
    expect(reframed(text, { source: 'Post', cue: 'shows', content })).toEqual([
      {
        source: ['a search of the register by the Post'],
        cue: ['shows'],
        content: ['The mill belongs to his aunt'],
      },
    ]);
  });

  it('leaves out whose side somebody speaks for', () => {
    const text = 'The miller, for his part, said that the mill was empty.';
    const content = ['that the mill was empty'];
    expect(reframed(text, { source: 'The miller, for his part', cue: 'said', content })).toEqual([
      { source: ['The miller'], cue: ['said'], content },
    ]);
  });

  it('takes in the relative clause that says why nobody is named', () => {
    const text = 'The mill was empty, said the miller, who left in May and asked not to be named.';
    const content = ['The mill was empty'];
    expect(reframed(text, { source: 'the miller', cue: 'said', content })).toEqual([
      { source: ['the miller, who left in May and asked not to be named'], cue: ['said'], content },
    ]);
    const described = 'The mill was empty, said Halla Brandt, who left in May.';
    expect(reframed(described, { source: 'Halla Brandt', cue: 'said', content })).toEqual([
      { source: ['Halla Brandt'], cue: ['said'], content },
    ]);
    const cut = 'A miller who asked not to be named said the mill was empty.';
    for (const source of ['A miller who', 'A miller'])
      expect(reframed(cut, { source, cue: 'said', content: ['the mill was empty'] })).toEqual([
        { source: ['A miller who asked not to be named'], cue: ['said'], content: ['the mill was empty'] },
      ]);
  });

  it('leaves out on what terms somebody spoke', () => {
    const text =
      'The miner, who spoke on condition of anonymity because of his contract, said the mill was empty.';
    const source = 'The miner, who spoke on condition of anonymity because of his contract';
    const content = ['the mill was empty'];
    expect(reframed(text, { source, cue: 'said', content })).toEqual([
      { source: ['The miner'], cue: ['said'], content },
    ]);
    expect(reframed(text, { source: 'The miner', cue: 'said', content })).toEqual([
      { source: ['The miner'], cue: ['said'], content },
    ]);
  });

  it('leaves out what somebody would not say', () => {
    const text = 'The bank confirmed that a visit had taken place but would not discuss its findings.';
    const spans = { source: 'The bank', cue: 'confirmed' };
    expect(
      reframed(text, { ...spans, content: ['a visit had taken place but would not discuss its findings'] }),
    ).toEqual([{ source: ['The bank'], cue: ['confirmed'], content: ['a visit had taken place'] }]);
  });

  it('leaves out when it was said', () => {
    const text = 'Late on Tuesday the dealer announced a recall.';
    expect(
      reframed(text, { source: 'Late on Tuesday the dealer', cue: 'announced', content: ['a recall'] }),
    ).toEqual([{ source: ['the dealer'], cue: ['announced'], content: ['a recall'] }]);
    const named = 'The Sunday Herald reported a recall.';
    const spans = { source: 'The Sunday Herald', cue: 'reported', content: ['a recall'] };
    expect(reframed(named, spans)).toEqual([
      { source: [spans.source], cue: [spans.cue], content: spans.content },
    ]);
  });

  it('gives both sides of “she said” to what is said', () => {
    const text = 'The council had been told in May, she said, that the mill might close.';
    expect(reframed(text, { source: 'she', cue: 'said', content: ['that the mill might close'] })).toEqual([
      {
        source: ['she'],
        cue: ['said'],
        content: ['The council had been told in May', 'that the mill might close'],
      },
    ]);
    const other = 'Small boats need no licence, he told this newspaper, and nobody counts them.';
    expect(reframed(other, { source: 'he', cue: 'told', content: ['Small boats need no licence'] })).toEqual([
      { source: ['he'], cue: ['told'], content: ['Small boats need no licence', 'and nobody counts them'] },
    ]);
  });

  it('leaves out what somebody does after saying something', () => {
    const text = 'The mill would close, she said, and left the room.';
    expect(reframed(text, { source: 'she', cue: 'said', content: ['The mill would close'] })).toEqual([
      { source: ['she'], cue: ['said'], content: ['The mill would close'] },
    ]);
  });

  it('takes what a colon behind the speaker adds', () => {
    const text = 'Two people are held, prosecutor Ida Moss told reporters: a driver and a clerk.';
    const spans = { source: 'prosecutor Ida Moss', cue: 'told', content: ['Two people are held'] };
    expect(reframed(text, spans)).toEqual([
      {
        source: ['prosecutor Ida Moss'],
        cue: ['told'],
        content: ['Two people are held', 'a driver and a clerk'],
      },
    ]);
  });

  it('takes only what a colon closes off for the saying that follows it', () => {
    const text = 'Roth dismissed the claim: all rules had been followed, he said.';
    const spans = {
      source: 'he',
      cue: 'said',
      content: ['Roth dismissed the claim: all rules had been followed'],
    };
    expect(reframed(text, spans)).toEqual([
      { source: ['he'], cue: ['said'], content: ['all rules had been followed'] },
    ]);
    const listed = 'The yard built two ships: a ferry and a tug, he said.';
    const whole = 'The yard built two ships: a ferry and a tug';
    expect(reframed(listed, { source: 'he', cue: 'said', content: [whole] })).toEqual([
      { source: ['he'], cue: ['said'], content: [whole] },
    ]);
  });
});
