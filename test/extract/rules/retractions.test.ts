import { describe, expect, it } from 'vitest';
import { extractByRules } from '../../../src/extract/rules/attributions.ts';
import { extractRetractions } from '../../../src/extract/rules/retractions.ts';
import { read, words } from './read.ts';

const retractions = (text: string) => {
  const document = read(text);
  return extractRetractions(document, extractByRules(document)).map(({ by, of, kind }) => ({
    by: by === null ? null : words(document, [by]),
    of: of === null ? null : words(document, [of]),
    kind,
  }));
};

describe('extractRetractions', () => {
  it.each([
    ['The ministry withdrew the statement on Friday.', 'The ministry', 'the statement', 'withdrawal'],
    ['Ferr took back her claim.', 'Ferr', 'her claim', 'withdrawal'],
    ['The ministry withdrew its denial.', 'The ministry', 'its denial', 'denial'],
    ['“My denial was wrong,” Ferr said.', 'Ferr', 'My denial', 'denial'],
    ['“Our story was wrong,” the paper wrote.', 'the paper', 'Our story', 'correction'],
    ['Her first denial was wrong, Ferr said.', 'Ferr', 'Her first denial', 'denial'],
    [
      'We gave the price as 310 million. That was wrong.',
      null,
      'We gave the price as 310 million.',
      'correction',
    ],
    ['The ministry corrected the toll from four to six.', 'The ministry', 'the toll', 'update'],
  ])('reads %s', (text, by, of, kind) => {
    expect(retractions(text)).toEqual([{ by, of, kind }]);
  });

  it('sees that a denial was ordered by who now owns it', () => {
    expect(retractions('“It was me who asked my spokesman to deny it,” Ferr said.')).toEqual([
      { by: 'Ferr', of: null, kind: 'denial' },
    ]);
  });

  it.each([
    'The army withdrew its troops.',
    'The board would not withdraw the statement.',
    'That is wrong, Ferr said.',
  ])('sees none in %s', (text) => {
    expect(retractions(text)).toEqual([]);
  });
});
