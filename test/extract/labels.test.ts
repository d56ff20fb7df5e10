import { describe, expect, it } from 'vitest';
import { labelledSpeech } from '../../src/extract/labels.ts';
import { documentOf, passages } from './support.ts';

const speech = (text: string) =>
  labelledSpeech(documentOf(text)).map(({ source, content }) => [
    ...passages(text, source),
    ...passages(text, content),
  ]);

describe('speech that the layout assigns', () => {
  it('gives the turns of a transcript to whom they are labelled with, whatever they do meanwhile', () => {
    const text =
      'INTERVIEWER: Did you know?\n\nBRANDT: Not before Tuesday.\n\nBRANDT (laughing): Nobody tells me anything.';
    expect(speech(text)).toEqual([
      ['INTERVIEWER', 'Did you know?'],
      ['BRANDT', 'Not before Tuesday.'],
      ['BRANDT', 'Nobody tells me anything.'],
    ]);
  });

  it('takes names that come back for labels', () => {
    const text =
      'Orvane Echo: Did you know?\n\nHalla Brandt: Not before Tuesday.\n\nOrvane Echo: Who told you?\n\nHalla Brandt: The agency.';
    expect(speech(text).map(([who]) => who)).toEqual([
      'Orvane Echo',
      'Halla Brandt',
      'Orvane Echo',
      'Halla Brandt',
    ]);
  });

  it('takes a list of facts for no transcript', () => {
    expect(speech('Cost: 5 dollars.\n\nPlace: The old harbour.\n\nTime: Monday at noon.')).toEqual([]);
  });

  it('gives an embedded post to who signed it', () => {
    const text =
      'The mayor answered at once.\n\nThe bridge is safe. It always was.\n\n— Halla Brandt (@hbrandt) March 3, 2024\n\nThe town was calm.';
    expect(speech(text)).toEqual([['Halla Brandt', 'The bridge is safe. It always was.']]);
  });
});
