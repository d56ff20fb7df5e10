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
  if (tokens.length > LONGEST_HEADING) return false;
  const line = text.slice(span[0], span[1]);
  if (/[\n\r]/.test(line)) return false;
  const verbless = !tags.some((tag) => tag.pos === 'VERB' || tag.pos === 'AUX');
  if (/^by\s+\p{L}/iu.test(line) && verbless) return true;
  const last = tokens.at(-1);
  if (last === undefined) return false;
  // "6.40 p.m.": the stop belongs to the word.
  const ending = text.slice(last.span[0], last.span[1]);
  if (ending.length > 1 && ending.endsWith('.') && last.shape === 'word')
    return verbless && /^\p{Lu}{3}/u.test(line);
  if (SENTENCE_END.test(line) || /[:;,]$/.test(line)) return false;
  if (/^[•·*\-–—▪]|["”»],?\s/.test(line)) return false;
  return true;
}
