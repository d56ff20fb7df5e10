// Edges of found spans by the conventions of the text: no white space, no lead-in "that", no stray mark, no heading.
import { overlapLength, trimSpan, unionSpans } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Tagged } from './tagger.ts';

/** The same attribution with clean edges. */
export function mend(document: Document, tagged: Tagged): Tagged {
  const clean = (spans: readonly Span[]) =>
    unionSpans(spans)
      .flatMap((span) => withoutHeadings(document, span))
      .map((span) => trimSpan(document.article.text, span))
      .filter(([start, end]) => end > start);
  return { ...tagged, source: clean(tagged.source), cue: clean(tagged.cue), content: clean(tagged.content) };
}

/** The parts of a span that stand in prose. */
function withoutHeadings(document: Document, span: Span): Span[] {
  const parts = document.paragraphs.filter((p) => overlapLength(p.span, span) > 0);
  if (parts.length < 2) return [span];
  return parts
    .filter((p) => p.kind === 'prose')
    .map(({ span: [start, end] }): Span => [Math.max(start, span[0]), Math.min(end, span[1])]);
}
