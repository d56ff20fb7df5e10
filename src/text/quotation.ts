// Passages between quotation marks. Where the marks of a paragraph do not balance, the mark that fits nothing is given up, never more.
import { compareSpans } from './span.ts';
import type { Quotation, Span } from './types.ts';

type Role = 'open' | 'close' | 'either';

/** Marks that belong together. */
type Family = 'curly' | 'angled' | 'straight' | 'doubled' | 'single';

interface Mark {
  readonly span: Span;
  readonly family: Family;
  readonly role: Role;
  readonly doubtful: boolean;
}

interface Pair {
  readonly open: Mark;
  readonly close: Mark;
}

interface Marked {
  readonly pairs: readonly Pair[];
  /** The last mark that opens and is not closed. */
  readonly unclosed: Mark | null;
  /** Of the mark that the paragraph opens with. */
  readonly opensAtStart: Family | null;
}

const DOUBLE = /[“”„‟«»"]|''|``/g;
const SINGLE = /[‘’‚'‹›]/g;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const OPENS_BEHIND = /[\s([{–—\-/‘']/;
const CLOSES_BEFORE = /[\s)\]}–—\-.,;:!?…’']/;

/** Quotations of all paragraphs (`[start, end)`, in text order) in order, none within another. O(length). */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const marked = paragraphs.map((span) => pairMarks(marksOf(text, span), span[0]));
  return marked.flatMap(({ pairs, unclosed }, paragraph) => {
    const quotations: Quotation[] = pairs.map(({ open, close }) => ({
      span: [open.span[0], close.span[1]],
      inner: [open.span[1], close.span[0]],
      paragraph,
      continued: false,
    }));
    // It runs on into the next paragraph where that one opens anew.
    const end = paragraphs[paragraph]?.[1] ?? 0;
    if (unclosed !== null && marked[paragraph + 1]?.opensAtStart === unclosed.family)
      quotations.push({
        span: [unclosed.span[0], end],
        inner: [unclosed.span[1], end],
        paragraph,
        continued: true,
      });
    return outermost(quotations);
  });
}

/** Double marks; single ones only where the paragraph has no double ones. */
function marksOf(text: string, paragraph: Span): Mark[] {
  const double = findMarks(text, paragraph, DOUBLE).map(
    (span): Mark => ({
      span,
      family: familyOf(text.charAt(span[0])),
      role: doubleRole(text, span, paragraph),
      doubtful: false,
    }),
  );
  if (double.length > 0) return double;
  return findMarks(text, paragraph, SINGLE).flatMap((span): Mark[] => {
    const role = singleRole(text, span, paragraph);
    return role === null ? [] : [{ span, family: 'single', role, doubtful: isDoubtful(text, span) }];
  });
}

const findMarks = (text: string, [start, end]: Span, pattern: RegExp): Span[] =>
  [...text.slice(start, end).matchAll(pattern)].map((match) => {
    const at = start + match.index;
    return [at, at + match[0].length];
  });

function familyOf(mark: string): Family {
  if (mark === '"') return 'straight';
  if (mark === '«' || mark === '»') return 'angled';
  return mark === "'" || mark === '`' ? 'doubled' : 'curly';
}

/** The characters beside a mark; white space beyond the paragraph. */
const neighbours = (text: string, mark: Span, paragraph: Span): { before: string; after: string } => ({
  before: mark[0] > paragraph[0] ? text.charAt(mark[0] - 1) : ' ',
  after: mark[1] < paragraph[1] ? text.charAt(mark[1]) : ' ',
});

/** By the space around it; where that does not tell, by its form. So a mark turned the wrong way still counts, and „…“ and »…« work. */
function doubleRole(text: string, mark: Span, paragraph: Span): Role {
  const { before, after } = neighbours(text, mark, paragraph);
  const opens = OPENS_BEHIND.test(before);
  const closes = CLOSES_BEFORE.test(after);
  if (opens !== closes) return opens ? 'open' : 'close';
  switch (text.charAt(mark[0])) {
    case '“':
    case '„':
    case '‟':
    case '«':
    case '`':
      return 'open';
    case '”':
    case '»':
      return mark[0] === paragraph[0] ? 'open' : 'close';
    default:
      return mark[0] === paragraph[0] ? 'open' : 'either';
  }
}

/** Null for an apostrophe: within a word, or before a word whose beginning it stands for (’em). */
function singleRole(text: string, mark: Span, paragraph: Span): Role | null {
  const { before, after } = neighbours(text, mark, paragraph);
  const letterAfter = WORD_CHARACTER.test(after);
  if (letterAfter && WORD_CHARACTER.test(before)) return null;
  const form = text.charAt(mark[0]);
  if (form === '‘' || form === '‹' || form === '‚') return 'open';
  if (form === '›') return 'close';
  if (OPENS_BEHIND.test(before)) return form === "'" && letterAfter ? 'open' : null;
  return 'close';
}

/** Whether a single mark behind an s may as well be the apostrophe of a plural ("the workers’ union"). */
const isDoubtful = (text: string, span: Span): boolean =>
  /^s['’]\s/.test(text.slice(span[0] - 1, span[0] + 2));

/**
 * Pairs each closing mark with the last open one of its family, else (straight beside curly) with the last open one; an opening mark that
 * another follows unclosed is given up, and a doubtful closing mark where a sure one follows. O(marks).
 */
function pairMarks(marks: readonly Mark[], start: number): Marked {
  const pairs: Pair[] = [];
  // At most one a family, in the order of opening.
  const open = new Map<Family, Mark>();
  marks.forEach((mark, i) => {
    const before = open.get(mark.family);
    if (mark.role === 'open' || (mark.role === 'either' && before === undefined)) {
      open.delete(mark.family);
      open.set(mark.family, mark);
      return;
    }
    const opening = before ?? [...open.values()].at(-1);
    if (opening === undefined || (mark.doubtful && marks[i + 1]?.role === 'close')) return;
    pairs.push({ open: opening, close: mark });
    open.delete(opening.family);
  });
  const first = marks[0];
  const opensAtStart = first?.span[0] === start && first.role === 'open' ? first.family : null;
  return { pairs, unclosed: [...open.values()].at(-1) ?? null, opensAtStart };
}

/** Sorted; of two that overlap the one that begins first stays. */
function outermost(quotations: readonly Quotation[]): Quotation[] {
  const kept: Quotation[] = [];
  for (const quotation of [...quotations].sort((a, b) => compareSpans(a.span, b.span)))
    if (quotation.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(quotation);
  return kept;
}
