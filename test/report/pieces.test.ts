import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/extract/types.ts';
import type { ArticleNode } from '../../src/graph/types.ts';
import { annotatedBlocks } from '../../src/report/annotate.ts';
import { matching, shortIds } from '../../src/report/ids.ts';
import { passageOf } from '../../src/report/passage.ts';
import { renderText } from '../../src/report/text.ts';
import { dayWords, listWords, saidWords } from '../../src/report/words.ts';
import type { Document, Span } from '../../src/text/types.ts';
import { articleOf } from '../extract/support.ts';

const article = (text: string): ArticleNode => ({
  id: 'a',
  file: 'a.txt',
  title: null,
  outlet: null,
  publishedOn: null,
  url: null,
  author: null,
  language: null,
  text,
  extractor: 'none',
  publishedBy: null,
});

describe('a passage', () => {
  const span = fc.tuple(fc.nat(3000), fc.nat(3000)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);

  it('is verbatim: its pieces stand in the text in order, whatever the spans', () => {
    const words = fc.array(fc.constantFrom('a', 'said', 'bridge ', '\n', ' the '), { maxLength: 600 });
    fc.assert(
      fc.property(words, span, fc.array(span, { maxLength: 4 }), (parts, whole, cues) => {
        const text = parts.join('');
        let at = 0;
        for (const piece of passageOf(article(text), whole, cues).pieces) {
          if (piece.role === 'gap') continue;
          const found = text.indexOf(piece.text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + piece.text.length;
        }
      }),
    );
  });

  it('that is short stands whole, its cue marked', () => {
    const { pieces } = passageOf(article('The mayor said so.'), [0, 18], [[10, 14]]);
    expect(pieces).toEqual([
      { text: 'The mayor ', role: 'text' },
      { text: 'said', role: 'cue' },
      { text: ' so.', role: 'text' },
    ]);
  });

  it('that is long loses words, never the cue nor the source', () => {
    const filler = 'and so on and so forth '.repeat(60);
    const text = `${filler}Mayor Brandt ${filler}said ${filler}`;
    const source = text.indexOf('Mayor Brandt');
    const cue = text.indexOf('said');
    const { pieces } = passageOf(article(text), [0, text.length], [[cue, cue + 4]], [[source, source + 12]]);
    const shown = pieces.map((p) => p.text).join('');
    expect(shown.length).toBeLessThan(1000);
    expect(shown).toContain('Mayor Brandt');
    expect(pieces.filter((p) => p.role === 'cue').map((p) => p.text)).toEqual(['said']);
    expect(pieces.some((p) => p.role === 'gap')).toBe(true);
  });
});

describe('short ids', () => {
  const ids = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
    { maxLength: 40 },
  );

  it('name one id each, with or without its type', () => {
    fc.assert(
      fc.property(ids, (hex) => {
        const all = hex.map((h) => `cl-${h}`);
        for (const [id, short] of shortIds(all)) {
          expect(matching(short, all)).toEqual([id]);
          expect(matching(short.slice(3), all)).toContain(id);
          expect(short.length).toBeGreaterThanOrEqual(9);
        }
      }),
    );
  });

  it('an id in full means itself, even where another begins with it', () => {
    expect(matching('cl-ab', ['cl-ab', 'cl-abc'])).toEqual(['cl-ab']);
    expect(matching('', ['cl-ab'])).toEqual([]);
  });
});

describe('words', () => {
  it('days and intervals', () => {
    expect(dayWords('2024-12-27')).toBe('Fri 27 Dec 2024');
    expect(saidWords({ from: '2024-12-26', to: '2024-12-26' })).toBe('Thu 26 Dec 2024');
    expect(saidWords({ from: '2024-12-23', to: '2024-12-26' })).toBe('between 23 Dec 2024 and 26 Dec 2024');
    expect(saidWords({ from: null, to: '2024-12-27' })).toBe('undated, by 27 Dec 2024');
    expect(saidWords({ from: null, to: null })).toBe('undated');
  });

  it('lists', () => {
    expect([listWords([]), listWords(['a']), listWords(['a', 'b']), listWords(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});

describe('annotated text', () => {
  const text = 'The mayor said the chief told her that all is well.';
  const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const attribution = (source: string, cue: string, content: string) => ({
    source: [at(source)],
    cue: [at(cue)],
    content: [at(content)],
    confidence: 1,
    statement: true,
    act: 'CLAIMED' as const,
    factuality: 'CT+' as const,
    hedges: [],
    provisional: false,
    channel: null,
    time: null,
    by: 'test',
  });
  const extraction: Extraction = {
    attributions: [
      attribution('The mayor', 'said', 'the chief told her that all is well'),
      attribution('the chief', 'told', 'all is well'),
    ],
    relays: [
      {
        relayer: at('The mayor'),
        upstream: at('the chief'),
        cue: at('told'),
        content: null,
        kind: 'other',
        certainty: 'explicit',
      },
    ],
  };
  const document: Document = {
    article: articleOf(text),
    paragraphs: [{ span: [0, text.length], kind: 'prose', sentences: [0, 0] }],
    sentences: [],
    tokens: [],
    quotations: [],
  };

  it('marks source, cue and content, also one inside another', () => {
    const shown = renderText(annotatedBlocks(document, extraction), { colour: false, width: 100 });
    expect(shown).toContain('[The mayor]¹ ‹said›¹ {[the chief]² ‹told›² her that {all is well}²}¹.');
    expect(shown).toContain('The mayor has it from the chief (other, explicit): ‹told›');
  });
});
