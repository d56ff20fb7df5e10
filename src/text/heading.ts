// Headings: lines that hold no statement, such as subheadings, bylines and datelines that stand alone.
import { SENTENCE_END } from './sentence.ts';
import type { TaggedToken } from './tagger.ts';
import type { RawToken } from './token.ts';
import type { Span } from './types.ts';

const LONGEST_HEADING = 14;

/** Whether a paragraph is a short line without the end of a sentence, a byline or a lone dateline. O(its tokens). */
export function isHeading(
  text: string,
  span: Span,
  tokens: readonly RawToken[],
  tags: readonly TaggedToken[],
): boolean {
  const last = tokens.at(-1);
  if (last === undefined || tokens.length > LONGEST_HEADING) return false;
  const line = text.slice(span[0], span[1]);
  if (/[\n\r]/.test(line)) return false;
  const verbless = !tags.some((tag) => tag.pos === 'VERB' || tag.pos === 'AUX');
  // "ORVANE, 6.40 p.m.": the stop belongs to the word.
  if (last.shape === 'word' && last.span[1] - last.span[0] > 1 && line.endsWith('.')) return verbless;
  if (SENTENCE_END.test(line)) return verbless && isByline(text, tokens);
  // What goes on, what is an item of a list, and what quotes and goes on is no heading.
  return !/[:;,]$|^[•·*\-–—▪]|["”»],?\s/.test(line);
}

/** "By" and names, with a stop all the same. */
const isByline = (text: string, tokens: readonly RawToken[]): boolean =>
  tokens.length > 2 &&
  tokens.every(({ span: [start, end], shape }, i) => {
    const word = text.slice(start, end);
    return i === 0
      ? word.toLowerCase() === 'by'
      : shape !== 'word' || word === 'and' || /^\p{Lu}/u.test(word);
  });
