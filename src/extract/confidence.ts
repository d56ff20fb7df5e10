// How likely an attribution of the model is right: logistic regression on what the network and the lexicon say of it.

import { tokensIn } from '../text/lookup.ts';
import { overlapLength } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Found } from './labels.ts';
import type { Places } from './nesting.ts';
import { quotationsIn } from './quotation.ts';
import { NOUN_CUES, verbCue } from './rules/cues.ts';
import type { Tagged } from './tagger.ts';

/** What the regression looks at, by name; weights of these names stand in the model's description. */
export function evidence(
  document: Document,
  { source, cue, content, certainty }: Tagged,
  ruled: Places,
): Record<string, number> {
  const words = cue.flatMap((span) => tokensIn(document, span));
  const classes = new Set(
    words.map((token) => (verbCue(token) ?? NOUN_CUES.get(token.lemma))?.class ?? 'none'),
  );
  return {
    bias: 1,
    cue: Math.log(Math.max(certainty.cue, 1e-3)),
    content: content.length > 0 ? Math.log(Math.max(certainty.content, 1e-3)) : 0,
    source: source.length > 0 ? Math.log(Math.max(certainty.source, 1e-3)) : 0,
    noSource: source.length > 0 ? 0 : 1,
    noContent: content.length > 0 ? 0 : 1,
    statement: classes.has('statement') ? 1 : 0,
    otherCue: classes.has('statement') || !(classes.size > 1 || !classes.has('none')) ? 0 : 1,
    cueWords: Math.log(Math.max(1, words.length)),
    quoted: quotedShare(document, content),
    pieces: Math.max(0, content.length - 1),
    ...agreement(ruled.meeting(cue), { source, content }),
  };
}

/** Whether a rule that sees the same cue gives it the same source and content, or others. */
function agreement(rules: readonly Found[], { source, content }: Pick<Tagged, 'source' | 'content'>) {
  const same = rules.some((rule) => alike(rule.source, source) && alike(rule.content, content));
  return { agreed: same ? 1 : 0, opposed: rules.length > 0 && !same ? 1 : 0 };
}

/** At least half of what the two cover is covered by both. */
export function alike(a: readonly Span[], b: readonly Span[]): boolean {
  const length = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const both = a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + overlapLength(x, y), 0), 0);
  return both * 2 >= length(a) + length(b) - both;
}

/** 0..1 */
export const probability = (found: Record<string, number>, weights: ReadonlyMap<string, number>): number =>
  1 /
  (1 +
    Math.exp(
      -Object.entries(found).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0),
    ));

function quotedShare(document: Document, content: readonly Span[]): number {
  const length = content.reduce((sum, [from, to]) => sum + to - from, 0);
  if (length === 0) return 0;
  const quoted = content.reduce(
    (sum, piece) =>
      sum + quotationsIn(document, [piece]).reduce((inner, q) => inner + overlapLength(q.span, piece), 0),
    0,
  );
  return quoted / length;
}
