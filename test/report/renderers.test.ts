import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, heading, list, paragraph, run, type Style, tree } from '../../src/report/blocks.ts';
import { renderHtml } from '../../src/report/html.ts';
import { escaped, renderMarkdown } from '../../src/report/markdown.ts';
import { renderText } from '../../src/report/text.ts';
import { widthOf } from '../../src/terminal.ts';
import { harmless } from '../../src/text/harmless.ts';

const HOSTILE =
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007 \u202eexe.txt\u202c \u0085 <script>alert(1)</script> [a](javascript:x) **b** | `c` &amp; \u200b\u0000';

/** Every kind of block, carrying the text wherever a text can stand. */
const everywhere = (text: string): readonly Block[] => {
  const styles: readonly (Style | null)[] = [null, 'strong', 'muted', 'cue', 'id', 'good', 'open', 'bad'];
  const runs = styles.map((style) => run(text, style));
  return [
    heading(1, ...runs),
    paragraph(...runs),
    { kind: 'quote', runs, place: text },
    list([[paragraph(...runs), tree([[paragraph(...runs)]])]]),
    { kind: 'card', anchor: text, tone: 'bad', title: runs, blocks: [paragraph(...runs)] },
    { kind: 'table', head: [text, text], rows: [[runs, runs]] },
  ];
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '\u001b[2J',
        '\u009b31m',
        '\u202e',
        '<b>',
        '&',
        '"',
        '`',
        '|',
        '\n# ',
        '- ',
        'a',
        ' ',
        '\u0000',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
);

/** Controls (but the line end), bidirectional controls and lone surrogates. */
const DANGEROUS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

describe('text from outside', () => {
  it('becomes one harmless line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(harmless(text)).not.toMatch(DANGEROUS);
        expect(harmless(text)).not.toContain('\n');
      }),
    );
  });

  it('keeps letters of any script, and shows what it disarmed', () => {
    expect(harmless('Žižkov “naïve” Київ 北京 👍🏽 עברית')).toBe('Žižkov “naïve” Київ 北京 👍🏽 עברית');
    expect(harmless('a\u001b[31mb\u202ec')).toBe('a␛[31mb⟨U+202E⟩c');
  });
});

describe('text for a terminal', () => {
  it('lets no control character of an article through', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(renderText(everywhere(text), { colour: false, width: 80 })).not.toMatch(DANGEROUS);
      }),
    );
  });

  it('colours by its own codes alone', () => {
    const coloured = renderText(everywhere(HOSTILE), { colour: true, width: 80 });
    expect(coloured).toContain('\u001b[1m');
    // biome-ignore lint/complexity/useRegexLiterals: the escape character is meant
    expect(coloured.replace(new RegExp('\\u001b\\[[0-9]{1,2}m', 'g'), '')).not.toMatch(DANGEROUS);
  });

  it('keeps to the width', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 30 })), fc.integer({ min: 40, max: 120 }), (texts, width) => {
        const blocks = texts.flatMap((t) => everywhere(t)).filter((b) => b.kind !== 'table');
        for (const line of renderText(blocks, { colour: false, width }).split('\n'))
          expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 30 },
    );
  });

  it('breaks a word that is wider than the line, and counts wide characters double', () => {
    const lines = renderText([paragraph(run('x'.repeat(200))), paragraph(run('漢'.repeat(90)))], {
      colour: false,
      width: 60,
    }).split('\n');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(60);
    expect(lines.join('').replaceAll('漢', '')).toBe('x'.repeat(200));
  });

  it('marks the cue in words, not in colour alone', () => {
    const blocks = [paragraph(run('she '), run('said', 'cue'), run(' so'))];
    expect(renderText(blocks, { colour: false, width: 80 })).toBe('she ‹said› so\n');
  });

  it('draws trees with branches', () => {
    const blocks = [tree([[paragraph(run('a')), tree([[paragraph(run('b'))]])], [paragraph(run('c'))]])];
    expect(renderText(blocks, { colour: false, width: 80 })).toBe('├─ a\n│  └─ b\n└─ c\n');
  });
});

describe('HTML', () => {
  it('holds no markup but its own', () => {
    const own = new Set(tags(renderHtml(everywhere('x'))));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(
          tags(renderHtml(everywhere(text))).filter((t) => !own.has(t) && t !== '<bdi>' && t !== '</bdi>'),
        ).toEqual([]);
      }),
    );
  });

  it('is one page that asks for nothing from outside', () => {
    const page = renderHtml(everywhere(HOSTILE), HOSTILE);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+=|href=|src=/i);
    expect(page).not.toMatch(DANGEROUS);
  });
});

describe('Markdown', () => {
  it('leaves nothing of an article unescaped that Markdown acts on', () => {
    expect(escaped('[a](javascript:x) **b** <i>')).toBe('\\[a\\](javascript\\:x) \\*\\*b\\*\\* \\<i\\>');
    expect(escaped('- item')).toBe('\\- item');
    expect(escaped('1. item')).toBe('1\\. item');
    expect(escaped('see https://evil.example')).toBe('see https\\://evil.example');
  });

  it('holds no HTML, no control character and no heading of an article', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const out = renderMarkdown(everywhere(text));
        expect(out).not.toMatch(DANGEROUS);
        expect(out.replace(/`[^`]*`/g, '')).not.toMatch(/(?<!\\)<\w/);
      }),
    );
  });
});

const tags = (page: string): readonly string[] =>
  (page.match(/<[^>]*>/g) ?? []).map((t) => t.replace(/(id|aria-labelledby)="[^"]*"/g, '$1'));
