import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/document.ts';
import type { Span } from '../../src/text/types.ts';

/** Strings made of what news text and hostile text are made of. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'the',
        'The',
        'said',
        'Mr.',
        'U.S.',
        'p.m.',
        '6.40',
        '3,000according',
        'don’t',
        'cannot',
        'two-page',
        'é',
        '😀',
        '\ud800',
        '这是',
        ' ',
        ' ',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '\t',
        '\u00a0',
        '\u200b',
        '\u202e',
        '\ufeff',
        '\u2028',
        '\0',
        '.',
        '.',
        ',',
        '!',
        '?',
        '…',
        '...',
        '“',
        '”',
        '"',
        '‘',
        '’',
        "'",
        "''",
        '``',
        '„',
        '«',
        '»',
        '(',
        ')',
        '-',
        '–',
        '@a',
        'a@b.org',
        'http://x.y',
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join('')),
);

const tile = (spans: readonly Span[], [from, to]: Span): void => {
  let at = from;
  for (const [start, end] of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(to);
};

describe('cutText, on any text', () => {
  it('tiles paragraphs, sentences and tokens in order, each within the one above', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, skip) => {
        const body: Span = [Math.min(skip, text.length), text.length];
        const { paragraphs, sentences, tokens } = cutText(text, body);
        tile(
          paragraphs.map((p) => p.span),
          body,
        );
        tile(
          sentences.map((s) => s.span),
          body,
        );
        tile(
          tokens.map((t) => t.span),
          body,
        );
        paragraphs.forEach((paragraph, p) => {
          const own = sentences.slice(...paragraph.sentences);
          expect(own.length).toBeGreaterThan(0);
          expect(own.every((sentence) => sentence.paragraph === p)).toBe(true);
          tile(
            own.map((s) => s.span),
            paragraph.span,
          );
        });
        sentences.forEach((sentence, s) => {
          const own = tokens.slice(...sentence.tokens);
          expect(own.length).toBeGreaterThan(0);
          expect(own.every((token) => token.sentence === s)).toBe(true);
          expect([own[0]!.span[0], own.at(-1)!.span[1]]).toEqual(sentence.span);
        });
        expect(paragraphs.at(-1)?.sentences[1] ?? 0).toBe(sentences.length);
        expect(sentences.at(-1)?.tokens[1] ?? 0).toBe(tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no letter and no digit out of the tokens, and puts no white space into them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens } = cutText(text);
        const inTokens = tokens.map((t) => text.slice(...t.span)).join('');
        const letters = (s: string) => (s.match(/[\p{L}\p{N}]/gu) ?? []).join('');
        expect(letters(inTokens)).toBe(letters(text));
        for (const token of tokens) expect(text.slice(...token.span)).not.toMatch(/\s/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives quotations in order, none over another, each within its paragraph, marks around the inner text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotations, paragraphs } = cutText(text);
        tile(
          quotations.map((q) => q.span),
          [0, text.length],
        );
        for (const { span, inner, paragraph, continued } of quotations) {
          const [start, end] = paragraphs[paragraph]!.span;
          expect(span[0]).toBeGreaterThanOrEqual(start);
          expect(span[1]).toBeLessThanOrEqual(end);
          expect(text.slice(span[0], inner[0])).toMatch(/^(?:[“”„‟«»"‘’‚'‹›]|''|``)$/);
          expect(text.slice(inner[1], span[1])).toMatch(continued ? /^$/ : /^(?:[“”„‟«»"‘’‚'‹›]|''|``)$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = cutText(text);
        cutText(other);
        expect(cutText(text)).toEqual(first);
      }),
    );
  });

  it('gets through a hundred kilobytes without a space, a stop or an end of line', () => {
    for (const unit of [
      'a',
      '“',
      '1,',
      'a.',
      "a'",
      'a-',
      '\u200b',
      '.',
      'A.',
      'a@',
      '\n',
      ' ',
      'x"',
      "'s ",
      'word ',
      'x\n\n',
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const { tokens } = cutText(text);
      expect(tokens.at(-1)?.span[1] ?? text.length).toBeGreaterThan(text.length - 8);
    }
  });
});

describe('cutText', () => {
  it('keeps every offset where line ends, tabs and invisible characters stand between the words', () => {
    const text = 'One\tline.\r\n\r\n\u202eTwo\u00a0\u200bwords\u200d here.\r\n';
    const { paragraphs, tokens } = cutText(text);
    expect(paragraphs.map((p) => text.slice(...p.span))).toEqual([
      'One\tline.',
      'Two\u00a0\u200bwords\u200d here.',
    ]);
    expect(tokens.map((t) => t.norm)).toEqual(['one', 'line', '.', 'two', 'words', 'here', '.']);
    expect(tokens.map((t) => text.slice(...t.span))).toEqual([
      'One',
      'line',
      '.',
      'Two',
      'words',
      'here',
      '.',
    ]);
  });

  it('looks only at the body', () => {
    const text = 'Title: A\n\nProse.\n';
    expect(cutText(text, [10, 16]).tokens.map((t) => t.span)).toEqual([
      [10, 15],
      [15, 16],
    ]);
  });

  it('tells parts of speech and lemmas, contractions in full', () => {
    const { tokens } = cutText('They didn’t say it’s the minister’s own 7th letter, he wrote at 02:55.');
    const tagged = tokens.map(({ norm, pos, lemma }) => `${norm} ${pos} ${lemma}`);
    expect(tagged).toEqual([
      'they PRON they',
      'did AUX do',
      "n't PART not",
      'say VERB say',
      'it PRON it',
      "'s AUX be",
      'the DET the',
      'minister NOUN minister',
      "'s PART 's",
      'own ADJ own',
      '7th ADJ 7th',
      'letter NOUN letter',
      ', PUNCT ,',
      'he PRON he',
      'wrote VERB write',
      'at ADP at',
      '02:55 NUM 02:55',
      '. PUNCT .',
    ]);
  });
  it.each([
    ['The ward would close in March.', 'close VERB close'],
    ['The company will present a complaint.', 'present VERB present'],
    ['It could soon be over.', 'soon ADV soon'],
  ])('takes what stands behind a modal for its verb: “%s”', (text, expected) => {
    const tagged = cutText(text).tokens.map(({ norm, pos, lemma }) => `${norm} ${pos} ${lemma}`);
    expect(tagged).toContain(expected);
  });
});
