// Passages between quotation marks. Where the marks of a paragraph do not balance, the mark that fits nothing is given up, never more.
import type { Quotation, Span } from './types.ts';

type Role = 'open' | 'close' | 'either';

interface Mark {
  readonly at: number;
  readonly role: Role;
}

const DOUBLE = /[“”„‟«»"]/g;
const SINGLE = /[‘’‚'‹›]/g;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Quotations of all paragraphs in order, none within another. `paragraphs` are `[start, end)` in text order. O(length). */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const quotations: Quotation[] = [];
  const open: number[] = [];
  const opensWith: boolean[] = [];
  paragraphs.forEach((span, paragraph) => {
    const marks = marksOf(text, span);
    const { pairs, unclosed } = pairMarks(marks);
    opensWith.push(marks[0]?.at === span[0] && marks[0].role !== 'close');
    open.push(unclosed ?? -1);
    for (const [from, to] of pairs)
      quotations.push({ span: [from, to + 1], inner: [from + 1, to], paragraph, continued: false });
  });
  const continuing: Quotation[] = [];
  paragraphs.forEach((span, paragraph) => {
    const from = open[paragraph] ?? -1;
    if (from >= 0 && opensWith[paragraph + 1] === true)
      continuing.push({ span: [from, span[1]], inner: [from + 1, span[1]], paragraph, continued: true });
  });
  return [...quotations, ...continuing].sort((a, b) => a.span[0] - b.span[0]);
}

/** Double marks; single ones only where the paragraph has no double ones. */
function marksOf(text: string, span: Span): Mark[] {
  const double = [...matches(text, span, DOUBLE)].map((at) => ({ at, role: doubleRole(text, at, span) }));
  if (double.length > 0) return double;
  return [...matches(text, span, SINGLE)].flatMap((at): Mark[] => {
    const role = singleRole(text, at, span);
    return role === null ? [] : [{ at, role }];
  });
}

function* matches(text: string, [start, end]: Span, pattern: RegExp): Generator<number> {
  const search = new RegExp(pattern);
  search.lastIndex = start;
  for (let match = search.exec(text); match !== null && match.index < end; match = search.exec(text))
    yield match.index;
}

const neighbours = (text: string, at: number, [start, end]: Span): { before: string; after: string } => ({
  before: at > start ? text.charAt(at - 1) : ' ',
  after: at + 1 < end ? text.charAt(at + 1) : ' ',
});

function doubleRole(text: string, at: number, span: Span): Role {
  const mark = text.charAt(at);
  if (mark === '“' || mark === '«' || mark === '„' || mark === '‟') return 'open';
  if (mark === '”' || mark === '»') return 'close';
  const { before, after } = neighbours(text, at, span);
  const opens = /[\s([{–—\-/‘']/.test(before);
  const closes = /[\s)\]}–—\-.,;:!?’']/.test(after);
  if (opens === closes) return 'either';
  return opens ? 'open' : 'close';
}

/** A single mark within a word or before a lost letter is an apostrophe: null. */
function singleRole(text: string, at: number, span: Span): Role | null {
  const { before, after } = neighbours(text, at, span);
  const mark = text.charAt(at);
  const letterBefore = WORD_CHARACTER.test(before);
  const letterAfter = WORD_CHARACTER.test(after);
  if (letterBefore && letterAfter) return null;
  if (mark === '‘' || mark === '‹' || mark === '‚') return 'open';
  if (mark === '›') return 'close';
  if (letterAfter && /[\s([{–—]/.test(before)) return mark === "'" ? 'open' : null;
  return /\s/.test(before) ? null : 'close';
}

/** Pairs each closing mark with the opening one, outermost pairs only; an opening mark that another follows before any closing is given up. */
function pairMarks(marks: readonly Mark[]): { pairs: [number, number][]; unclosed: number | null } {
  const pairs: [number, number][] = [];
  let open: number | null = null;
  for (const { at, role } of marks) {
    if (role === 'open' || (role === 'either' && open === null)) open = at;
    else if (open !== null) {
      pairs.push([open, at]);
      open = null;
    }
  }
  return { pairs, unclosed: open };
}
