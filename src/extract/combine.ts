// What the model, the layout and the rules found, as one list in which no attribution stands inside another.
import { coveringSpan, overlapLength } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import { type Found, labelledSpeech } from './labels.ts';
import { mend } from './mend.ts';
import { adoptQuotations, snapToQuotations } from './quotation.ts';
import type { Tagged } from './tagger.ts';
import type { Attribution } from './types.ts';

/** Below this the model is wrong more often than right. */
const DOUBTFUL = 0.4;
/** How much surer the inner of two nested attributions must be to be kept instead of the outer. */
const INNER = 1.2;

/** The attributions of a document in text order. */
export function combine(
  document: Document,
  tagged: readonly Tagged[],
  byRule: readonly Attribution[],
): readonly Found[] {
  const labelled = labelledSpeech(document);
  const modelled = tagged.map((t) => fromModel(document, t)).filter((found) => found.confidence >= DOUBTFUL);
  const spoken = [...outside(modelled, labelled), ...labelled].sort(byPlace);
  const contents = adoptQuotations(document, spoken);
  const complete = spoken
    .map((found, k) => ({ ...found, content: contents[k] ?? found.content }))
    .filter((found) => found.content.length > 0);
  return [...withoutNested(complete), ...additions(complete, byRule)].sort(byPlace);
}

function fromModel(document: Document, tagged: Tagged): Found {
  const { certainty, ...spans } = mend(document, tagged);
  const known = [
    certainty.cue,
    ...(spans.content.length > 0 ? [certainty.content] : []),
    ...(spans.source.length > 0 ? [certainty.source] : []),
  ];
  return {
    ...spans,
    content: snapToQuotations(document, spans),
    confidence: known.reduce((product, p) => product * p, 1),
    by: 'model',
  };
}

/** Those whose cue does not stand in speech that the layout assigns. */
const outside = (found: readonly Found[], labelled: readonly Found[]): Found[] =>
  found.filter(
    ({ cue }) => !labelled.some((l) => [...l.content, ...l.cue].some((piece) => touches(cue, [piece]))),
  );

/** Of two attributions of which one has its cue inside the other's content, the surer stays, in doubt the outer. */
function withoutNested(found: readonly Found[]): Found[] {
  const dropped = new Set<Found>();
  for (const outer of found)
    for (const inner of found) {
      if (inner === outer || dropped.has(inner) || dropped.has(outer)) continue;
      if (!touches(inner.cue, outer.content)) continue;
      dropped.add(inner.confidence > outer.confidence * INNER ? outer : inner);
    }
  return found.filter((f) => !dropped.has(f));
}

/** What a rule found where nobody else found anything. */
function additions(found: readonly Found[], byRule: readonly Attribution[]): Found[] {
  const free = ({ cue, content }: Found): boolean =>
    !found.some((f) => touches(f.content, content) || touches(f.cue, cue) || touches(f.content, cue));
  return byRule
    .filter(free)
    .map(({ source, cue, content, confidence, by }) => ({ source, cue, content, confidence, by }));
}

const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => overlapLength(x, y) > 0));

const byPlace = (a: Found, b: Found): number => place(a) - place(b);
const place = ({ source, cue, content }: Found): number =>
  coveringSpan([...source, ...cue, ...content])?.[0] ?? 0;
