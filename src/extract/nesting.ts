// Attributions that stand inside others: who said it first has it, the rest is their content.
import { sentencesIn } from '../text/lookup.ts';
import { overlapLength } from '../text/span.ts';
import type { Document, Sentence, Span } from '../text/types.ts';
import type { Found } from './labels.ts';
import { clauseBefore } from './mend.ts';

/** How much surer the inner of two nested attributions must be to be kept instead of the outer. */
const SURER = 1.2;

/** Attributions by the sentences that one of their parts stands in: who meets whom is then a matter of a sentence. */
export interface Places {
  /** Those whose part shares a code unit with one of the spans, each once, in the order they were given. */
  meeting(spans: readonly Span[]): readonly Found[];
}

export function placesOf(
  document: Document,
  found: readonly Found[],
  part: 'source' | 'cue' | 'content',
): Places {
  const bySentence = new Map<Sentence, Found[]>();
  const sentencesOf = (spans: readonly Span[]) =>
    new Set(spans.flatMap((span) => sentencesIn(document, span)));
  for (const one of found)
    for (const sentence of sentencesOf(one[part])) {
      const there = bySentence.get(sentence);
      if (there === undefined) bySentence.set(sentence, [one]);
      else there.push(one);
    }
  return {
    meeting(spans) {
      const near = new Set([...sentencesOf(spans)].flatMap((sentence) => bySentence.get(sentence) ?? []));
      return [...near].filter((one) => touches(one[part], spans));
    },
  };
}

const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => overlapLength(x, y) > 0));

/** Of two attributions of which one has its cue inside the other's content, the surer stays, in doubt the outer. */
export function withoutNested(document: Document, found: readonly Found[]): readonly Found[] {
  const cues = placesOf(document, found, 'cue');
  const dropped = new Set<Found>();
  for (const outer of found)
    for (const inner of cues.meeting(outer.content)) {
      if (inner === outer || dropped.has(inner) || dropped.has(outer)) continue;
      dropped.add(inner.confidence > outer.confidence * SURER ? outer : inner);
    }
  return found.filter((one) => !dropped.has(one));
}

/** Content that runs on into the source of the next clause's attribution ends before that clause. */
export function withoutNextClause(document: Document, found: readonly Found[]): readonly Found[] {
  const sources = placesOf(document, found, 'source');
  return found.map((one) => {
    const next = sources
      .meeting(one.content)
      .filter((other) => other !== one)
      .flatMap(({ source }) => source);
    const ends = (piece: Span): Span => {
      const [from] =
        next.filter(([start, end]) => start > piece[0] && start < piece[1] && end >= piece[1])[0] ?? [];
      return from === undefined ? piece : clauseBefore(document, piece, from);
    };
    const content =
      next.length === 0 ? one.content : one.content.map(ends).filter(([start, end]) => end > start);
    return content.length === 0 ? one : { ...one, content };
  });
}
