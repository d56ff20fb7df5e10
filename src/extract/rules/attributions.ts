// Attributions by cue lexicon and frames, without a model.
import { coveringSpan } from '../../text/span.ts';
import type { Document, Span } from '../../text/types.ts';
import { adoptQuotations } from '../quotation.ts';
import { isData, isDocument } from '../relay/words.ts';
import type { Attribution } from '../types.ts';
import { accordingFrames } from './according.ts';
import { asFrames } from './as-clause.ts';
import { classify } from './classify.ts';
import { contentOf } from './content.ts';
import { VERB_CUES } from './cues.ts';
import { figureFrames } from './figures.ts';
import { nominalFrames } from './nominal.ts';
import { isComma, type Range } from './phrase.ts';
import { precisionOf } from './precision.ts';
import { withdrawalFrames } from './retractions.ts';
import type { AttributionSpans } from './types.ts';
import { type Page, pageOf, spanOf, type Unit } from './unit.ts';
import { upheldFrames } from './upheld.ts';
import { type VerbFrame, verbFrame } from './verb.ts';
import { wordSet } from './words.ts';

const OBSERVERS = wordSet('acts')('observers');

/** What a frame found, in token indices. */
export interface Found {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Lemma of the reporting word. */
  readonly lemma: string;
  /** Name of the frame: order and place of content. */
  readonly kind: string;
}

/** Attributions of a document by cue lexicon and frames alone, in text order. Linear in the number of tokens. */
export function extractByRules(document: Document): readonly Attribution[] {
  const page = pageOf(document);
  const found = page.units
    .flatMap((unit) => inUnit(page, unit))
    .map((one) => spansOf(page, one))
    .filter(({ confidence }) => confidence >= LEAST);
  const contents = adoptQuotations(document, found);
  return found
    .map((one, i) => classified(document, { ...one, content: contents[i] ?? one.content }))
    .sort((a, b) => firstOffset(a) - firstOffset(b));
}

function inUnit(page: Page, unit: Unit): Found[] {
  const taken = new Set<number>();
  const found: Found[] = [];
  const keep = (one: Found): void => {
    if (one.cue.some((range) => covers(taken, range))) return;
    for (const [from, to] of [...one.content, ...one.cue]) for (let i = from; i < to; i++) taken.add(i);
    found.push(one);
  };
  for (const one of [...accordingFrames(page, unit), ...asFrames(page, unit)]) keep(one);
  const frames = verbFrames(page, unit);
  const resolved = frames.map((frame, i) => resolveFrame(page, unit, frames, i, frame));
  // what stands at the end of its sentence governs all before it
  for (const one of resolved) if (one !== null && POSTPOSED.test(one.kind)) keep(one);
  for (const one of figureFrames(page, unit)) keep(one);
  for (const one of resolved) if (one !== null && !POSTPOSED.test(one.kind)) keep(one);
  for (const one of nominalFrames(page, unit)) keep(one);
  for (const one of [...withdrawalFrames(page, unit), ...upheldFrames(page, unit)]) keep(one);
  return found;
}

/** Frames whose content stands before the cue. */
const POSTPOSED = /(?:after|around)$/;

const covers = (taken: ReadonlySet<number>, [from, to]: Range): boolean => {
  for (let i = from; i < to; i++) if (taken.has(i)) return true;
  return false;
};

function verbFrames(page: Page, unit: Unit): VerbFrame[] {
  const frames: VerbFrame[] = [];
  for (let i = unit.tokens[0]; i < unit.tokens[1]; i++) {
    if ((page.quoted[i] ?? -1) >= 0) continue;
    const frame = verbFrame(page, unit, i);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

function resolveFrame(
  page: Page,
  unit: Unit,
  frames: readonly VerbFrame[],
  index: number,
  frame: VerbFrame,
): Found | null {
  const content = contentOf(page, unit, frames, index, frame);
  if (content === null) return null;
  const source = frame.subject ?? sharedSubject(frames, index);
  if (source === null) return null;
  return {
    source: [source],
    cue: [frame.group],
    content: content.ranges,
    lemma: frame.lemma,
    kind: `${frame.order} ${content.place}`,
  };
}

function sharedSubject(frames: readonly VerbFrame[], index: number): Range | null {
  for (let i = index - 1; i >= 0; i--) {
    const subject = frames[i]?.subject;
    if (subject != null) return subject;
  }
  return null;
}

/** What a reporter or outlet sees for itself is its report, however seldom the word reports. */
const OBSERVED = 0.85;

/** Reporting nouns with their source: what the counts rest on marks few of them, the annotation rules all. */
const NOMINAL = 0.7;

/** A figure that is put, changed or counted, a saying withdrawn or held to: as rare, and as plain. */
const FIGURE = 0.7;

/** What is less likely right than this is not worth its error. */
const LEAST = 0.3;

function confidenceOf(page: Page, { lemma, kind, source, cue }: Found): number {
  if (kind.startsWith('noun')) return NOMINAL;
  if (['figure', 'withdrawal', 'upheld', 'as clause'].includes(kind)) return FIGURE;
  if (hasLearned(page, lemma, source, cue)) return OBSERVED;
  const share = precisionOf(lemma, kind);
  if (VERB_CUES.get(lemma)?.class !== 'perception') return share;
  const shows =
    lemma === 'show' && kind !== 'subject-verb clause' && source.some((range) => isRecord(page, range));
  return shows || source.some((range) => isObserver(page, range)) ? Math.max(share, OBSERVED) : share;
}

/** "the Post has learned": the formula by which an outlet gives news as its own. */
const hasLearned = (page: Page, lemma: string, source: readonly Range[], cue: readonly Range[]): boolean =>
  lemma === 'learn' &&
  cue.some(([from, to]) => page.tokens.slice(from, to).some((token) => token.lemma === 'have')) &&
  source.some(([from, to]) => isObserver(page, [from, to]) || page.tokens[to - 1]?.pos === 'PROPN');

/** "Papers released by the ministry show that …": what a document or data say. */
const isRecord = (page: Page, range: Range): boolean => isDocument(page, range) || isData(page, range);

const isObserver = (page: Page, [from, to]: Range): boolean =>
  page.tokens.slice(from, to).some((token) => OBSERVERS.has(token.lemma) && token.pos !== 'PRON');

type Spans = AttributionSpans & Pick<Attribution, 'confidence' | 'by'>;

const spansOf = (page: Page, found: Found): Spans => ({
  source: found.source.map((range) => spanOf(page, withoutClock(page, range))),
  cue: found.cue.map((range) => spanOf(page, range)),
  content: found.content
    .map((range) => trimmed(page, range))
    .filter(([from, to]) => from < to)
    .map((range) => spanOf(page, range)),
  confidence: confidenceOf(page, found),
  by: found.kind,
});

/** "11:05 Radio Lund has learned": the time of a ticker's entry is nobody's name. */
const withoutClock = (page: Page, [from, to]: Range): Range =>
  /^\d{1,2}[:.]\d{2}$/.test(page.tokens[from]?.norm ?? '') && to - from > 1 ? [from + 1, to] : [from, to];

const classified = (document: Document, spans: Spans): Attribution => ({
  ...spans,
  ...classify(document, spans),
});

function trimmed(page: Page, [from, to]: Range): Range {
  let start = from;
  let end = to;
  const loose = (i: number): boolean => {
    const token = page.tokens[i];
    return (
      token !== undefined && (page.quoted[i] ?? -1) < 0 && (isComma(token) || /^[.;:–—-]$/.test(token.norm))
    );
  };
  while (start < end && loose(start)) start++;
  while (end > start && loose(end - 1)) end--;
  return [start, end];
}

const firstOffset = (attribution: Attribution): number =>
  (coveringSpan([...attribution.source, ...attribution.cue, ...attribution.content]) ?? ([0, 0] as Span))[0];
