/** An article with its attributions marked in place: [source], cue, {content}, each with the number of its attribution. */

import type { Attribution, Extraction } from '../extract/types.ts';
import type { Document, Span } from '../text/types.ts';
import { type Block, heading, list, paragraph, type Run, run } from './blocks.ts';
import { countWords } from './words.ts';

export function annotatedBlocks(document: Document, extraction: Extraction): readonly Block[] {
  const { article } = document;
  const marks = marksOf(extraction.attributions);
  return [
    heading(2, run(article.title ?? article.file)),
    paragraph(
      run(
        `${countWords(extraction.attributions.length, 'attribution')}, ${countWords(extraction.relays.length, 'relay')}. [source] cue {content}, numbered.`,
        'muted',
      ),
    ),
    ...document.paragraphs.map((p) => paragraph(...annotated(article.text, p.span, marks))),
    ...(extraction.relays.length === 0
      ? []
      : [
          list(
            extraction.relays.map((r) => [
              paragraph(
                run(article.text.slice(...r.relayer), 'strong'),
                run(' has it from '),
                run(article.text.slice(...r.upstream), 'strong'),
                run(` (${r.kind}, ${r.certainty}): `, 'muted'),
                run(article.text.slice(...r.cue), 'cue'),
              ),
            ]),
          ),
        ]),
  ];
}

type Role = 'source' | 'cue' | 'content';

interface Mark {
  readonly at: number;
  readonly span: Span;
  readonly opens: boolean;
  readonly role: Role;
  /** From 1. */
  readonly number: number;
}

/** Where marks open and close, in the order in which they are written: what opened last closes first. */
function marksOf(attributions: readonly Attribution[]): readonly Mark[] {
  const marks = attributions.flatMap((a, i) =>
    (['source', 'cue', 'content'] as const).flatMap((role) =>
      a[role].flatMap((span): Mark[] => [
        { at: span[0], span, opens: true, role, number: i + 1 },
        { at: span[1], span, opens: false, role, number: i + 1 },
      ]),
    ),
  );
  return marks.sort(
    (a, b) =>
      a.at - b.at ||
      Number(a.opens) - Number(b.opens) ||
      (a.opens ? b.span[1] - a.span[1] : b.span[0] - a.span[0]) ||
      a.number - b.number,
  );
}

const OPENING: Readonly<Record<Role, string>> = { source: '[', cue: '', content: '{' };
const CLOSING: Readonly<Record<Role, string>> = { source: ']', cue: '', content: '}' };

function annotated(text: string, [start, end]: Span, marks: readonly Mark[]): readonly Run[] {
  const runs: Run[] = [];
  const open = { source: 0, cue: 0, content: 0 };
  let at = start;
  for (const mark of marks.slice(firstFrom(marks, start))) {
    if (mark.at > end) break;
    if (mark.at > at)
      runs.push(run(text.slice(at, mark.at), open.cue > 0 ? 'cue' : open.source > 0 ? 'strong' : null));
    at = Math.max(at, mark.at);
    open[mark.role] += mark.opens ? 1 : -1;
    const sign = mark.opens ? OPENING[mark.role] : CLOSING[mark.role] + superscript(mark.number);
    if (sign !== '') runs.push(run(sign, 'muted'));
  }
  if (at < end) runs.push(run(text.slice(at, end)));
  return runs;
}

/** Index of the first mark at or after an offset. O(log n). */
function firstFrom(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const superscript = (n: number): string => String(n).replace(/\d/g, (d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(d)));
