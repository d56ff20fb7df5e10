/** Texts that nobody would print: news torn apart, glued together and strewn with what breaks programs. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

export const FOUNDING = readFileSync(join(import.meta.dirname, '../../data/articles/founding.txt'), 'utf8');

/** What is put into a text: unbalanced marks, other scripts, invisible and lone code units, runs, words that mean something. */
const STRAY: readonly string[] = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '(',
  ')',
  '.',
  '…',
  ':',
  '—',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\u2028',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u0301',
  '\ud83d',
  '\ude00',
  '😀',
  '👩‍👩‍👧',
  'ﷺ',
  'İ',
  'ß',
  'ǆ',
  '情報',
  'وقال',
  '\u0000',
  '\u001b[31m',
  '<b>',
  '__proto__',
  'constructor',
  'toString',
  '1e999',
  '99999999999999999999',
  '-0',
  'Mr.',
  ' said that ',
  ' according to ',
  ' citing ',
  ' on Monday ',
  ' 31 February 0000 ',
  'no longer',
  'A'.repeat(500),
  '“'.repeat(40),
  ' said'.repeat(40),
];

type Edit = (text: string, at: number, to: number, stray: string) => string;

const EDITS: readonly Edit[] = [
  (text, at, _, stray) => text.slice(0, at) + stray + text.slice(at),
  (text, at, to) => text.slice(0, at) + text.slice(to),
  (text, at, to) => text.slice(0, to) + text.slice(at),
  (text, at, to, stray) => text.slice(0, at) + stray + text.slice(to),
  (text, at, to) => text.slice(0, at) + text.slice(at, to).toUpperCase() + text.slice(to),
  (text, at, to) => text.slice(0, at) + text.slice(at, to).replaceAll(' ', '') + text.slice(to),
  (text, at, to) => text.slice(0, at) + text.slice(at, to).replace(/[^\w\s]/g, '') + text.slice(to),
];

/** Longest passage that one edit takes out, doubles or changes. */
const REACH = 200;

const edit = fc.record({
  edit: fc.constantFrom(...EDITS),
  place: fc.nat({ max: 1_000_000 }),
  length: fc.nat({ max: REACH }),
  stray: fc.constantFrom(...STRAY),
});

/** The text after a few edits at any places, characters cut in half included. */
export const mutated = (text: string): fc.Arbitrary<string> =>
  fc.array(edit, { minLength: 1, maxLength: 12 }).map((edits) =>
    edits.reduce((now, { edit: apply, place, length, stray }) => {
      const at = Math.floor((place / 1_000_001) * (now.length + 1));
      return apply(now, at, Math.min(now.length, at + length), stray);
    }, text),
  );

/** Any code units at all, and stray pieces in any order. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...STRAY), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...STRAY), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
);

/** A few paragraphs of the text, edited. */
export const mutatedPart = (text: string): fc.Arbitrary<string> => {
  const paragraphs = text.split(/\n+/).filter((p) => p.trim() !== '');
  return fc.subarray(paragraphs, { minLength: 1, maxLength: 4 }).chain((kept) => mutated(kept.join('\n\n')));
};
