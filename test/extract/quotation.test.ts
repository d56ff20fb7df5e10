import { describe, expect, it } from 'vitest';
import { labelledSpeech } from '../../src/extract/labels.ts';
import { adoptQuotations, snapToQuotations } from '../../src/extract/quotation.ts';
import { at, documentOf, passages } from './support.ts';

const spans = (
  text: string,
  { source, cue, content = [] }: { source: string; cue: string; content?: string[] },
) => ({
  source: [at(text, source)],
  cue: [at(text, cue)],
  content: content.map((passage) => at(text, passage)),
});

describe('content and quotation marks', () => {
  const snapped = (text: string, found: { source: string; cue: string; content?: string[] }) =>
    passages(text, snapToQuotations(documentOf(text), spans(text, found)));

  it('covering most of a quotation takes all of it, marks included', () => {
    const text = '“We saw nothing at all that night,” the guard said.';
    expect(snapped(text, { source: 'the guard', cue: 'said', content: ['saw nothing at all that'] })).toEqual(
      ['“We saw nothing at all that night,”'],
    );
  });

  it('reaching into a quotation from the clause before goes on to its end', () => {
    const text = 'The guard said nobody had seen “anything that was out of the ordinary, not a soul” there.';
    expect(
      snapped(text, { source: 'The guard', cue: 'said', content: ['nobody had seen “anything'] }),
    ).toEqual(['nobody had seen “anything that was out of the ordinary, not a soul”']);
  });

  it('inside somebody else’s quotation stays as it is', () => {
    const text = '“My brother said the road was closed,” she wrote.';
    expect(snapped(text, { source: 'My brother', cue: 'said', content: ['the road was closed'] })).toEqual([
      'the road was closed',
    ]);
  });

  it('leaves out prose after an interrupting cue', () => {
    const text = '“We saw nothing,” the guard said and soon the road was open again.';
    const found = {
      source: 'the guard',
      cue: 'said',
      content: ['“We saw nothing,”', 'and soon the road was open again'],
    };
    expect(snapped(text, found)).toEqual(['“We saw nothing,”']);
  });
});

describe('quotations that nobody has been given', () => {
  const adopted = (text: string, ...found: { source: string; cue: string; content?: string[] }[]) =>
    adoptQuotations(
      documentOf(text),
      found.map((one) => spans(text, one)),
    ).map((content) => passages(text, content));

  it('go on with the speaker of the sentence before', () => {
    const text = '“We saw nothing,” the guard said. “The road was dark and nobody came.”';
    expect(adopted(text, { source: 'the guard', cue: 'said', content: ['“We saw nothing,”'] })).toEqual([
      ['“We saw nothing,”', '“The road was dark and nobody came.”'],
    ]);
  });

  it('in a paragraph of their own go on with the speaker of the paragraph before', () => {
    const text = '“We saw nothing,” the guard said.\n\n“The road was dark and nobody came.”';
    expect(
      adopted(text, { source: 'the guard', cue: 'said', content: ['“We saw nothing,”'] })[0],
    ).toHaveLength(2);
  });

  it('are led in by a cue without content', () => {
    const text = 'The guard said:\n\n“The road was dark and nobody came.”';
    expect(adopted(text, { source: 'The guard', cue: 'said' })).toEqual([
      ['“The road was dark and nobody came.”'],
    ]);
  });

  it('stay alone where a sentence of somebody else stands between', () => {
    const text =
      'The guard said he saw nothing. It was a cold night in the hills. “The road was dark and nobody came.”';
    expect(adopted(text, { source: 'The guard', cue: 'said', content: ['he saw nothing'] })).toEqual([
      ['he saw nothing'],
    ]);
  });

  it('are no quotations where they are terms in a sentence', () => {
    const text = 'The guard said he saw nothing. The so-called “road of the long winter” was closed.';
    expect(adopted(text, { source: 'The guard', cue: 'said', content: ['he saw nothing'] })).toEqual([
      ['he saw nothing'],
    ]);
  });
});

describe('speech that the layout assigns', () => {
  const labelled = (text: string) =>
    labelledSpeech(documentOf(text)).map(({ source, content }) => [
      passages(text, source).join(' '),
      passages(text, content).join(' | '),
    ]);

  it('is signed after a dash', () => {
    const text =
      'Readers wrote to us.\n\n“The road has been dark for years.” — Anna Berg\n\n“Nobody listens to us at all.” ― Per Holm.';
    expect(labelled(text)).toEqual([
      ['Anna Berg', '“The road has been dark for years.”'],
      ['Per Holm', '“Nobody listens to us at all.”'],
    ]);
  });

  it('is a turn of a transcript, over as many paragraphs as its quotation runs', () => {
    const text =
      '“BERG: Was the road dark that night?\n\n“HOLM: It was, and it still is.\n\n“We asked for lamps, twice.\n\n“BERG: And what did they answer?”';
    expect(labelled(text)).toEqual([
      ['BERG', 'Was the road dark that night?'],
      ['HOLM', 'It was, and it still is. | “We asked for lamps, twice.'],
      ['BERG', 'And what did they answer?”'],
    ]);
  });

  it('is not what follows a single word in capitals', () => {
    expect(
      labelled('UPDATE: The road is open.\n\nThe guard went home.\n\nUPDATE: It is closed again.'),
    ).toEqual([]);
  });
});
