// What the model, the layout and the rules found, as one list in which no attribution stands inside another.
import { coveringSpan } from '../text/span.ts';
import type { Document } from '../text/types.ts';
import { evidence, probability } from './confidence.ts';
import { type Found, labelledSpeech } from './labels.ts';
import { mend } from './mend.ts';
import type { Calibration } from './model.ts';
import { placesOf, withoutNested } from './nesting.ts';
import { adoptQuotations, snapToQuotations } from './quotation.ts';
import type { Tagged } from './tagger.ts';
import type { Attribution } from './types.ts';

/** The attributions of a document in text order. */
export function combine(
  document: Document,
  tagged: readonly Tagged[],
  byRule: readonly Attribution[],
  calibration: Calibration,
): readonly Found[] {
  const labelled = labelledSpeech(document);
  const modelled = tagged
    .map((t) => fromModel(document, t, calibration))
    .filter((found) => found.confidence >= calibration.least);
  const spoken = [...outside(document, modelled, labelled), ...labelled].sort(byPlace);
  const contents = adoptQuotations(document, spoken);
  const complete = withoutNested(
    document,
    spoken
      .map((found, k) => ({ ...found, content: contents[k] ?? found.content }))
      .filter((found) => found.content.length > 0),
  );
  return [...complete, ...additions(document, complete, byRule, calibration)].sort(byPlace);
}

function fromModel(document: Document, tagged: Tagged, { weights }: Calibration): Found {
  const { certainty, ...mended } = mend(document, tagged);
  const spans = { ...mended, content: snapToQuotations(document, mended) };
  return {
    ...spans,
    confidence: probability(evidence(document, { ...spans, certainty }), weights),
    by: 'model',
  };
}

/** Those whose cue does not stand in speech that the layout assigns. */
function outside(document: Document, found: readonly Found[], labelled: readonly Found[]): Found[] {
  const [speech, labels] = [placesOf(document, labelled, 'content'), placesOf(document, labelled, 'cue')];
  return found.filter(({ cue }) => speech.meeting(cue).length + labels.meeting(cue).length === 0);
}

/** What a rule is sure of where nobody else found anything. */
function additions(
  document: Document,
  found: readonly Found[],
  byRule: readonly Attribution[],
  { leastByRule }: Calibration,
): Found[] {
  const [contents, cues] = [placesOf(document, found, 'content'), placesOf(document, found, 'cue')];
  return byRule
    .filter(({ confidence }) => confidence >= leastByRule)
    .filter(
      ({ cue, content }) =>
        contents.meeting([...cue, ...content]).length + cues.meeting([...cue, ...content]).length === 0,
    )
    .map(({ source, cue, content, confidence, by }) => ({ source, cue, content, confidence, by }));
}

const byPlace = (a: Found, b: Found): number => place(a) - place(b);
const place = ({ source, cue, content }: Found): number =>
  coveringSpan([...source, ...cue, ...content])?.[0] ?? 0;
