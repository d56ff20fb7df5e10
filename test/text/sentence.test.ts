import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/document.ts';

const sentences = (text: string): string[] => cutText(text).sentences.map((s) => text.slice(...s.span));

describe('sentences', () => {
  it.each([
    ['abbreviations and titles', ['Gen. Lee met Mr. Smith at Norrik Inc. headquarters.', 'They left.']],
    ['an abbreviation that ends one', ['It was contained by 7 a.m.', 'The company said so.']],
    ['times with a stop', ['At 6.40 p.m. Tuesday it rang.', 'It rang 3.5 times.']],
    ['initials', ['J. K. Roth and M. A. Tess came.', 'Both left.']],
    ['a capital that is no initial', ['They chose plan B.', 'The plan failed.']],
    [
      'small words that are abbreviations elsewhere',
      ['Our bet is no.', 'No. 5 won.', 'He fell ill.', 'Roth left.'],
    ],
    [
      'party and state',
      ['Sen. Jane Roe (D-Calif.) said so.', 'Port St. John is in Fla.', 'The rest is not.'],
    ],
    ['a stray stop before a small letter', ['A soldier is seen. possibly asleep and alone.', 'He woke.']],
    ['a stop inside a quotation', ['“We fired back.', 'We did not cross,” he said.']],
    ['a stop before the closing mark', ['“We left.”', 'Police came.']],
    [
      'a question that its speaker takes up',
      ['“Why now?” she asked.', '“Why him?” Roth asked.', '“Stop!”', 'The crowd left.'],
    ],
    ['dots that do not end one', ['Well… I think so.', 'But then… maybe not.']],
    ['a space lost behind the stop', ['The leaders met.', 'They parted.']],
    ['brackets', ['(He had said so.)', 'It was late (or early).', 'They slept.']],
    ['a small first letter that is a name', ['Prices fell.', 'iPhones sold well.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('ends one where the space behind the stop is lost', () => {
    expect(sentences('The leaders met.They parted at example.com on 3.5.2020.')).toEqual([
      'The leaders met.',
      'They parted at example.com on 3.5.2020.',
    ]);
  });

  it('ends one at the stops of other scripts', () => {
    expect(sentences('这是第一句。这是第二句！')).toEqual(['这是第一句。', '这是第二句！']);
  });
});
