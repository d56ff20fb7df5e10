// Where two readings of one passage differ, what each is right about.
import { sentenceAt, sentencesIn, tokensIn } from '../text/lookup.ts';
import { containsSpan, overlapLength, spanLength } from '../text/span.ts';
import type { Document, Span } from '../text/types.ts';
import type { Found } from './labels.ts';
import { type Places, placesOf } from './nesting.ts';
import { isVerbal } from './rules/phrase.ts';

/** How sure a rule must be to end the content of another attribution. */
const SURE = 0.6;

/**
 * The attribution where `rules`, by their cues, read it better:
 * "…, said its head of research, Dr Lund.": a piece of content that a rule at the same cue reads as part of the source,
 * is; "…, the Echo understands": what a rule reads as somebody's report of all before it ends what the tagger heard;
 * "…, the union said, …, the Echo understands": what stands right before that is the Echo's and not the union's.
 */
export function agreed(document: Document, found: Found, rules: Places, reported: Places): Found {
  return withoutReport(document, withoutReported(withWholeSource(document, found, rules), reported), rules);
}

/** Without further pieces that a rule hears somebody else say, who is named behind them; `reported`: rules by their contents. */
function withoutReported(found: Found, reported: Places): Found {
  const [first, ...others] = found.content;
  if (first === undefined || others.length === 0) return found;
  const isReported = (piece: Span) =>
    reported
      .meeting([piece])
      .some(
        ({ by, confidence, content, cue, source }) =>
          by === 'subject-verb clause after' &&
          confidence >= SURE &&
          content.some((span) => containsSpan(span, piece)) &&
          [...source, ...cue].every(([start]) => start >= piece[1]) &&
          !found.cue.some((own) => cue.some((span) => containsSpan(span, own))),
      );
  return { ...found, content: [first, ...others.filter((piece) => !isReported(piece))] };
}

function withWholeSource(document: Document, found: Found, rules: Places): Found {
  for (const { source: ruled } of rules.meeting(found.cue)) {
    const [whole, ...others] = ruled;
    if (whole === undefined || others.length > 0 || tokensIn(document, whole).some(isVerbal)) continue;
    const inside = (span: Span) => containsSpan(whole, span);
    if (!found.source.every(inside) || !found.content.some(inside)) continue;
    const content = found.content.filter((span) => !inside(span));
    if (content.length > 0) return { ...found, source: [whole], content };
  }
  return found;
}

function withoutReport(document: Document, found: Found, rules: Places): Found {
  const content = found.content.map((span): Span => {
    const report = rules
      .meeting([span])
      .find(
        ({ by, confidence, source, cue }) =>
          by === 'subject-verb clause after' &&
          confidence >= SURE &&
          [...source, ...cue].every((piece) => containsSpan(span, piece)) &&
          cue.some(([, end]) => end === span[1]),
      );
    const start = report?.source[0]?.[0];
    if (start === undefined) return span;
    const kept = tokensIn(document, [span[0], start])
      .filter(({ pos }) => pos !== 'PUNCT')
      .at(-1);
    return kept === undefined ? span : [span[0], kept.span[1]];
  });
  return { ...found, content };
}

/** A piece of content in another sentence than its cue, that somebody is heard to say beside it, is his alone. */
export function withoutShared(document: Document, found: readonly Found[]): readonly Found[] {
  const contents = placesOf(document, found, 'content');
  return found.map((one) => {
    const home = new Set(one.cue.map(([start]) => sentenceAt(document, start)));
    const others = (piece: Span) =>
      contents.meeting([piece]).some((other) => other !== one && says(document, other, piece));
    const content = one.content.filter(
      (piece) => sentencesIn(document, piece).some((sentence) => home.has(sentence)) || !others(piece),
    );
    return content.length === one.content.length || content.length === 0 ? one : { ...one, content };
  });
}

/** It covers most of the piece, and its cue stands within a sentence of it. */
function says(document: Document, { cue, content }: Found, piece: Span): boolean {
  const covered = content.reduce((sum, span) => sum + overlapLength(span, piece), 0);
  if (covered * 5 < spanLength(piece) * 4) return false;
  const near = sentencesIn(document, [Math.max(0, piece[0] - 2), piece[1] + 2]);
  return cue.some(([start]) => near.some((sentence) => sentence === sentenceAt(document, start)));
}
