// What the model, the layout and the rules found, as one list in which no attribution stands inside another.

import { tokenRange, tokensIn } from '../text/lookup.ts';
import { coveringSpan } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import { agreed, withoutShared } from './agree.ts';
import { evidence, probability } from './confidence.ts';
import { type Found, labelledSpeech } from './labels.ts';
import { mend } from './mend.ts';
import type { Calibration } from './model.ts';
import { type Places, placesOf, withoutNested, withoutNextClause } from './nesting.ts';
import { adoptQuotations, snapToQuotations } from './quotation.ts';
import { reframe } from './reframe.ts';
import { HANDING_ON, verbCue } from './rules/cues.ts';
import type { Tagged } from './tagger.ts';
import type { Attribution } from './types.ts';

/** How much surer a rule must be than the model to be heard instead: where they differ, the model is mostly right. */
const SURER = 1.4;
/** The same where the model hears a wish or a deed inside what the rule says is said (“She offered to go, the paper has learned”). */
const SURER_AROUND = 1.6;

/** The attributions of a document in text order. */
export function combine(
  document: Document,
  tagged: readonly Tagged[],
  byRule: readonly Attribution[],
  calibration: Calibration,
): readonly Found[] {
  const labelled = labelledSpeech(document);
  const ruled = byRule.filter(({ confidence }) => confidence >= calibration.leastByRule).map(asFound);
  const rules = rulesAt(document, byRule);
  const reported = placesOf(document, byRule.map(asFound), 'content');
  const modelled = surer(
    document,
    oncePerCue(
      tagged
        .flatMap((t) => reframe(document, t))
        .map((t) => agreed(document, fromModel(document, t, calibration, rules), rules, reported))
        .filter((found) => found.confidence >= calibration.least),
    ),
    ruled,
  );
  const spoken = [...outside(document, modelled, labelled), ...labelled].sort(byPlace);
  const contents = adoptQuotations(document, spoken);
  const whole = spoken
    .map((found, k) => ({ ...found, content: contents[k] ?? found.content }))
    .filter((found) => found.content.length > 0);
  const complete = withoutNextClause(document, withoutNested(document, withoutShared(document, whole)));
  return [...complete, ...additions(document, complete, ruled)].sort(byPlace);
}

/** A cue may have been read as its own and as part of what another brings: the surer reading stays. */
function oncePerCue(found: readonly Found[]): Found[] {
  const surest = new Map<string, Found>();
  for (const one of found) {
    const cue = JSON.stringify(one.cue);
    if (one.confidence > (surest.get(cue)?.confidence ?? -1)) surest.set(cue, one);
  }
  return [...surest.values()];
}

function fromModel(document: Document, tagged: Tagged, { weights }: Calibration, rules: Places): Found {
  const { found, grounds } = weighed(document, tagged, rules);
  return { ...found, confidence: probability(grounds, weights), by: 'model' };
}

/** What the model found, its edges clean, and what the confidence in it rests on. */
export function weighed(document: Document, tagged: Tagged, rules: Places) {
  const { certainty, ...mended } = mend(document, tagged);
  const found = { ...mended, content: snapToQuotations(document, mended) };
  return { found, grounds: evidence(document, { ...found, certainty }, rules) };
}

/** Those whose cue does not stand in speech that the layout assigns. */
function outside(document: Document, found: readonly Found[], labelled: readonly Found[]): Found[] {
  const [speech, labels] = [placesOf(document, labelled, 'content'), placesOf(document, labelled, 'cue')];
  return found.filter(({ cue }) => speech.meeting(cue).length + labels.meeting(cue).length === 0);
}

/** What the rules found, by the places of its cues. */
export const rulesAt = (document: Document, byRule: readonly Attribution[]): Places =>
  placesOf(document, byRule.map(asFound), 'cue');

const asFound = ({ source, cue, content, confidence, by }: Attribution): Found => ({
  source,
  cue,
  content,
  confidence,
  by,
});

/** What the model found, less what a rule that is surer reads otherwise: at the same cue, or as part of what is said there. */
function surer(document: Document, found: readonly Found[], ruled: readonly Found[]): readonly Found[] {
  const [cues, contents] = [placesOf(document, ruled, 'cue'), placesOf(document, ruled, 'content')];
  return found.filter(
    ({ source, cue, content, confidence }) =>
      !(isHandingOn(document, cue) && cues.meeting(content).length > 0) &&
      !cues.meeting(cue).some((rule) => rule.confidence > confidence * SURER) &&
      !contents.meeting(cue).some(({ by }) => by === 'as clause') &&
      (isSaying(document, cue) ||
        !contents
          .meeting(cue)
          .some((rule) => rule.confidence > confidence * (source.length > 0 ? SURER_AROUND : 1))),
  );
}

/** "Quoted by the agency, a miner said …": names who handed on what the miner said. */
function isHandingOn(document: Document, cue: readonly Span[]): boolean {
  return cue.some((span) => {
    const [from, to] = tokenRange(document, span);
    return document.tokens
      .slice(from, to)
      .some(({ lemma }, i) => HANDING_ON.has(lemma) && document.tokens[from + i + 1]?.norm === 'by');
  });
}

const isSaying = (document: Document, cue: readonly Span[]): boolean =>
  cue.flatMap((span) => tokensIn(document, span)).some((token) => verbCue(token)?.class === 'statement');

/** What only a rule found. */
function additions(document: Document, found: readonly Found[], ruled: readonly Found[]): Found[] {
  const [contents, cues] = [placesOf(document, found, 'content'), placesOf(document, found, 'cue')];
  return ruled.filter(({ cue, content }) => {
    const spans = [...cue, ...content];
    return contents.meeting(spans).length + cues.meeting(spans).length === 0;
  });
}

const byPlace = (a: Found, b: Found): number => place(a) - place(b);
const place = ({ source, cue, content }: Found): number =>
  coveringSpan([...source, ...cue, ...content])?.[0] ?? 0;
