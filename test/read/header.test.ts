import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/read/date.ts';
import { readHeader } from '../../src/read/header.ts';

const prose = (text: string): string => text.slice(...readHeader(text).body);

describe('readHeader', () => {
  it('reads header lines in any order and case', () => {
    const text =
      '\r\nurl: https://a.example/x\r\nTITLE:  Two: one \r\ndate: 16 Sept. 2025\r\nAuthor: A B\r\noutlet: The Ledger\r\n\r\n Prose.\r\n';
    expect(readHeader(text)).toEqual({
      body: [text.indexOf('Prose'), text.indexOf('Prose') + 6],
      title: 'Two: one',
      outlet: 'The Ledger',
      publishedOn: '2025-09-16',
      url: 'https://a.example/x',
      author: 'A B',
    });
  });

  it.each([
    [' date 2024-12-27 The agency said so.', '2024-12-27'],
    ['Date: 2024-12-27\nThe agency said so.', '2024-12-27'],
    ['date 2024-13-45 The agency said so.', null],
  ])('reads a date in front of the prose: %s', (text, day) => {
    expect(readHeader(text).publishedOn).toBe(day);
    expect(prose(text)).toBe('The agency said so.');
  });

  it.each([
    'Brandt said: no.\n\nMore.',
    'Date night is on Friday.',
    'Title: the word opens a sentence.\nProse goes on.',
    'date 2024-12-27th',
  ])('leaves prose alone: %s', (text) => {
    expect(prose(text)).toBe(text);
  });

  it('takes no address but http and https, and no empty value', () => {
    expect(readHeader('URL: javascript:alert(1)\nTitle:\n\nProse.')).toMatchObject({
      url: null,
      title: null,
    });
  });

  it('finds a body within any text', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('Title:', 'date', '2024-12-27', 'x', ':', ' ', '\n', '\r\n'))
          .map((p) => p.join('')),
        (text) => {
          const [start, end] = readHeader(text).body;
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        },
      ),
    );
  });
});

describe('parseDay', () => {
  it.each([
    ['2025-09-16', '2025-09-16'],
    ['2025-09-16T23:30:00-05:00', '2025-09-16'],
    ['16 September 2025', '2025-09-16'],
    ['16th of Sept. 2025', '2025-09-16'],
    ['Sept 16, 2025', '2025-09-16'],
    ['Tue, 16 Sep 2025 10:00:00 GMT', '2025-09-16'],
    ['Tuesday, May 6 2025, 10 a.m.', '2025-05-06'],
    ['20250916+0100', '2025-09-16'],
    ['2025-09-16Z', '2025-09-16'],
    ['2025-02-29', null],
    ['31 April 2025', null],
    ['03/04/2025', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (value, day) => {
    expect(parseDay(value)).toBe(day);
  });
});
