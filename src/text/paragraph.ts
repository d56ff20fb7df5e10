// Where paragraphs stand: at blank lines, and at single newlines where the text puts one paragraph on a line and does not wrap its lines.
import { SENTENCE_END } from './sentence.ts';
import { trimSpan } from './span.ts';
import type { Span } from './types.ts';

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/g;
/** The longest line that people wrap text at. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;

/** Paragraphs of `[start, end)` in order, trimmed, none empty. O(length). */
export function splitParagraphs(text: string, body: Span): Span[] {
  const blocks = splitBlocks(text, body);
  const width = wrapWidth(text, blocks);
  return blocks.flatMap((lines) => joinLines(text, lines, width));
}

/** Runs of lines between blank ones; each line trimmed. */
function splitBlocks(text: string, [start, end]: Span): Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  const close = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const raw of lineSpans(text, [start, end])) {
    const line = trimSpan(text, raw);
    if (line[0] === line[1]) close();
    else block.push(line);
  }
  close();
  return blocks;
}

/** Lines without their ends. */
export function* lineSpans(text: string, [start, end]: Span): Generator<Span> {
  LINE_END.lastIndex = start;
  let from = start;
  const breaks = new RegExp(LINE_END);
  breaks.lastIndex = start;
  for (let match = breaks.exec(text); match !== null && match.index < end; match = breaks.exec(text)) {
    yield [from, match.index];
    from = Math.min(breaks.lastIndex, end);
  }
  if (from < end) yield [from, end];
}

/**
 * The width that a text is wrapped at, or null: a wrapped line is full, that is, the first word of the next one would not have fitted.
 */
function wrapWidth(text: string, blocks: readonly (readonly Span[])[]): number | null {
  let width = 0;
  for (const lines of blocks)
    for (const [start, end] of lines) if (end - start <= WIDEST_WRAP) width = Math.max(width, end - start);
  if (width < NARROWEST_WRAP) return null;
  let full = 0;
  let all = 0;
  let wide = 0;
  for (const lines of blocks) {
    for (const [i, line] of lines.entries()) {
      if (line[1] - line[0] > WIDEST_WRAP) wide++;
      const next = lines[i + 1];
      if (next === undefined) continue;
      all++;
      if (isFull(text, line, next, width)) full++;
    }
  }
  return all > 0 && full >= 0.7 * all && wide <= 0.05 * all ? width : null;
}

const isFull = (text: string, line: Span, next: Span, width: number): boolean =>
  line[1] - line[0] + 1 + firstWordLength(text, next) > width;

function firstWordLength(text: string, [start, end]: Span): number {
  let at = start;
  while (at < end && at - start < WIDEST_WRAP && !/\s/.test(text.charAt(at))) at++;
  return at - start;
}

/** The lines of one block as paragraphs. */
function joinLines(text: string, lines: readonly Span[], width: number | null): Span[] {
  const paragraphs: [number, number][] = [];
  let previous: Span | null = null;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last !== undefined && previous !== null && goesOn(text, previous, line, width)) last[1] = line[1];
    else paragraphs.push([line[0], line[1]]);
    previous = line;
  }
  return paragraphs;
}

/** Whether a line runs on into the next: it is full, or it breaks in mid sentence. */
function goesOn(text: string, line: Span, next: Span, width: number | null): boolean {
  const tail = text.slice(Math.max(line[0], line[1] - 16), line[1]);
  const ended = SENTENCE_END.test(tail) || /[:;]$/.test(tail);
  if (width !== null) return isFull(text, line, next, width) || !ended;
  return !ended && /\p{Ll}/u.test(text.charAt(next[0]));
}
