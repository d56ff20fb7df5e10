import { describe, expect, it } from 'vitest';
import { gluedAt } from '../../src/text/glued.ts';
import { tokenise } from '../../src/text/token.ts';

const tokens = (text: string): string[] =>
  tokenise(text, [0, text.length]).map(({ span }) => text.slice(...span));

describe('tokens', () => {
  it.each([
    ['five,announced', 'five , announced'],
    ['3,000according to3,000', '3,000 according to 3,000'],
    ['$5.2m 40% 1970s 11th 9/11', '$ 5.2 m 40 % 1970s 11th 9/11'],
    ['soldierafter', 'soldierafter'],
    ['South Korea’s don’t cannot they’re', 'South Korea ’s do n’t can not they ’re'],
    ['O’Brien two-page COVID-19 G20 AT&T', 'O’Brien two-page COVID-19 G20 AT&T'],
    ['the workers’ union', 'the workers ’ union'],
    ['U.S. p.m. Ph.D. A.F.L.-C.I.O. Sept. no.', 'U.S. p.m. Ph.D. A.F.L.-C.I.O. Sept. no .'],
    ['(https://a.b/c?d=1), a@b.org. @x_y #tag', '( https://a.b/c?d=1 ) , a@b.org . @x_y #tag'],
    ["''Book'' -- so... what?!", "'' Book '' -- so ... what ?!"],
    ['😀e\u0301\ud800', '😀 e\u0301 \ud800'],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected.split(' '));
  });
});

describe('gluedAt', () => {
  it.each([
    ['soldierafter', 7],
    ['soldiersafter', 8],
    ['tothe', 2],
    ['theagency', 3],
  ])('finds the lost space of %s', (word, at) => {
    expect(gluedAt(word)).toBe(at);
  });

  it.each([
    'soldier',
    'hereafter',
    'electrician',
    'badges',
    'withstands',
    'Armand',
    'quadcopters',
    '',
    'a'.repeat(1000),
  ])('leaves %s alone', (word) => {
    expect(gluedAt(word)).toBeNull();
  });
});
