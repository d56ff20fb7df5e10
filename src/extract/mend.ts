// Edges of found spans by the conventions of attribution: whole words, no heading, no closing stop.

import { lostSpaceIn } from '../text/glued.ts';
import { paragraphAt, sentenceAt, sentenceRange, tokenRange, tokensIn } from '../text/lookup.ts';
import { overlapLength, sliceSpan, unionSpans } from '../text/span.ts';
import type { Document, Span, Token } from '../text/types.ts';
import { completePhrases } from './phrases.ts';
import { quotationsIn } from './quotation.ts';
import { timeEnd } from './rules/adjunct.ts';
import { ADDRESSEE_VERBS, NOUN_CUES, SOURCE_PREPOSITIONS } from './rules/cues.ts';
import { matrixVerb } from './rules/matrix.ts';
import { isGenitive, isNominal, isPossessive, isTimeWord, isVerbal } from './rules/phrase.ts';
import { OBJECT_PRONOUNS } from './rules/words.ts';
import type { Tagged } from './tagger.ts';

/** The same attribution with clean edges; a span of which nothing is left is dropped. */
export function mend(document: Document, tagged: Tagged): Tagged {
  const inProse = (spans: readonly Span[]): Span[] =>
    unionSpans(spans).flatMap((span) => withoutHeadings(document, span));
  const each = (spans: readonly Span[], ...steps: readonly Step[]): Span[] =>
    steps
      .reduce((now, step) => now.map((span) => step(document, span)), inProse(spans))
      .filter(([from, to]) => to > from);
  const { source, cue, certainty } = tagged.source.length > 0 ? tagged : sourceInCue(document, tagged);
  const mended = completePhrases(document, {
    certainty,
    source: each(
      source,
      pastLostSpace,
      wholeWords,
      withoutDateline,
      withoutMarks,
      withoutBoth,
      withApposition,
      withoutLabel,
      withoutSymbols,
    ),
    cue: each(cue, wholeWords, withoutMarks),
    content: tellingPieces(
      document,
      besideCue(
        document,
        cue,
        each(
          tagged.content,
          wholeWords,
          pastStrayStop,
          withoutDateline,
          withoutLabel,
          withoutHearer(cue),
          withoutTime(cue),
          withinSentence(cue),
          beforePredicate(cue),
          withoutMarks,
          withoutSymbols,
        ),
      ),
    ),
  });
  return tagged.cue.length > 0 && saysNothing(document, mended.cue) ? { ...mended, content: [] } : mended;
}

/** A cue of which a heading took all, or that is a mere date ("today"). */
const saysNothing = (document: Document, cue: readonly Span[]): boolean =>
  cue.flatMap((span) => tokensIn(document, span)).every(isTimeWord);

/** What somebody says without quotation marks does not begin in a paragraph before the one that says who says it, nor in a sentence behind it. */
function besideCue(document: Document, cue: readonly Span[], content: readonly Span[]): readonly Span[] {
  const own = paragraphAt(document, cue[0]?.[0] ?? 0);
  if (own === null) return content;
  const home = sentenceAt(document, cue.at(-1)?.[0] ?? 0)?.span[1] ?? own.span[1];
  const beside = content.filter(
    (piece) =>
      (piece[1] > own.span[0] && (piece[0] < home || !opensSentence(document, piece))) ||
      quotationsIn(document, [piece]).length > 0,
  );
  return beside.length > 0 ? beside : content;
}

const opensSentence = (document: Document, [start]: Span): boolean =>
  sentenceAt(document, start)?.span[0] === start;

const EMPTY: ReadonlySet<string> = new Set(['DET', 'PRON', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'PUNCT']);

/** Beside a piece that tells something, one of mere function words is a leftover ("confirmed | this | Friday | the capture"). */
function tellingPieces(document: Document, pieces: readonly Span[]): readonly Span[] {
  const telling = pieces.filter((piece) => tokensIn(document, piece).some(({ pos }) => !EMPTY.has(pos)));
  return telling.length > 0 ? telling : pieces;
}

/** "according to the statement" taken for a cue as a whole: what follows the preposition is the source. */
function sourceInCue(document: Document, tagged: Tagged): Tagged {
  const [whole, ...others] = tagged.cue;
  if (whole === undefined || others.length > 0) return tagged;
  const tokens = tokensIn(document, whole);
  const preposition = SOURCE_PREPOSITIONS.find(
    (words) => words.length < tokens.length && words.every((word, k) => tokens[k]?.norm === word),
  );
  const last = tokens[(preposition?.length ?? 0) - 1];
  const first = tokens[preposition?.length ?? 0];
  if (preposition === undefined || last === undefined || first === undefined) return tagged;
  return {
    ...tagged,
    source: [[first.span[0], whole[1]]],
    cue: [[whole[0], last.span[1]]],
    certainty: { ...tagged.certainty, source: tagged.certainty.cue },
  };
}

type Step = (document: Document, span: Span) => Span;

/** The parts of a span that stand in prose. */
function withoutHeadings(document: Document, span: Span): Span[] {
  const own = paragraphAt(document, span[0]);
  if (own?.kind === 'prose' && span[1] <= own.span[1]) return [span];
  return document.paragraphs
    .filter((p) => overlapLength(p.span, span) > 0)
    .filter((p) => p.kind === 'prose')
    .map(({ span: [start, end] }): Span => [Math.max(start, span[0]), Math.min(end, span[1])]);
}

/** Edges at the ends of tokens; a word that lost the space before a function word is cut there ("soldier|after"). */
function wholeWords(document: Document, span: Span): Span {
  const tokens = tokensIn(document, span);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return [span[0], span[0]];
  const start = cutOf(document, first);
  const end = cutOf(document, last);
  return [
    start !== null && span[0] >= start ? start : first.span[0],
    end !== null && (first !== last || span[0] < end) ? end : last.span[1],
  ];
}

/** A name never runs over a function word that lost its space ("the capture of a soldier|after | local media" said). */
function pastLostSpace(document: Document, span: Span): Span {
  const tokens = tokensIn(document, span);
  const next = tokens[tokens.findLastIndex((token) => cutOf(document, token) !== null) + 1];
  return next === undefined ? span : [Math.max(span[0], next.span[0]), span[1]];
}

const JOINING: ReadonlySet<string> = new Set(['CCONJ', 'SCONJ', 'ADP']);

/** Content as far as the conjunction before `to`, where somebody else's clause begins ("… the capture | after the paper said"). */
export function clauseBefore(document: Document, [start]: Span, to: number): Span {
  const [from, behind] = tokenRange(document, [start, to]);
  const last = document.tokens[behind - 1];
  const before = document.tokens[behind - 2];
  if (last === undefined || behind - from < 2 || before === undefined) return [start, start];
  const joins = JOINING.has(last.pos);
  return withoutMarks(document, wholeWords(document, [start, joins ? before.span[1] : last.span[1]]));
}

/** Where a token that is two words would be cut, as an offset of the text. */
const cutOf = (document: Document, token: Token): number | null =>
  lostSpaceIn(document.article.text, token.span);

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
const KEPT_AT_START = /^["“”„‟«»'‘’‚‹›([$€£#@…]/;
const KEPT_AT_END = /["“”„‟«»'‘’‹›)\]%…?!]$/;

/** Without commas, stops, dashes and lone brackets at the ends; a span of nothing else stays as it is. */
function withoutMarks(document: Document, span: Span): Span {
  const { text } = document.article;
  const tokens = tokensIn(document, span);
  const slice = (token: Token): string => text.slice(token.span[0], token.span[1]);
  const whole = text.slice(span[0], span[1]);
  const isMark = (token: Token | undefined): token is Token => token?.pos === 'PUNCT';
  let from = 0;
  let to = tokens.length;
  for (let token = tokens[from]; isMark(token); token = tokens[++from]) {
    const opens = [...PAIRS].find(([, open]) => slice(token).startsWith(open))?.[0];
    if (KEPT_AT_START.test(slice(token)) && (opens === undefined || whole.includes(opens))) break;
  }
  for (let token = tokens[to - 1]; isMark(token); token = tokens[--to - 1]) {
    const closed = PAIRS.get(slice(token).slice(-1));
    const opensNext = tokens.length > 1 && beginsQuotation(document, token);
    if (!opensNext && KEPT_AT_END.test(slice(token)) && (closed === undefined || whole.includes(closed)))
      break;
  }
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || from >= to) return span;
  return [Math.max(span[0], first.span[0]), Math.min(span[1], last.span[1])];
}

/** A straight mark at the end of a span may be the one that opens what comes behind it. */
const beginsQuotation = (document: Document, { span }: Token): boolean =>
  quotationsIn(document, [span]).some((quotation) => quotation.span[0] === span[0]);

/** "The Post and the Courier, both citing …": the pronoun belongs to what they cite. */
function withoutBoth(document: Document, span: Span): Span {
  const tokens = tokensIn(document, span);
  const [before, comma, last] = tokens.slice(-3);
  const both = last?.norm === 'both' || last?.norm === 'each' || last?.norm === 'all';
  return both && comma?.norm === ',' && before !== undefined ? [span[0], before.span[1]] : span;
}

/** "PORT SALM, Nov 5 (Agency) —": where and by whom a report was filed, before its first sentence. */
const DATELINE = /^\p{Lu}[\p{Lu}\p{M} .'’-]+(?:,[^()\n]{1,40})?(?:\([^()\n]{1,30}\))?\s*[-–—]{1,2}\s+/u;

function withoutDateline(document: Document, span: Span): Span {
  const paragraph = paragraphAt(document, span[0]);
  if (paragraph === null) return span;
  const [start, end] = paragraph.span;
  const dateline =
    DATELINE.exec(document.article.text.slice(start, Math.min(end, start + 120)))?.[0].length ?? 0;
  const behind = start + dateline;
  return span[0] < behind ? [Math.min(behind, span[1]), span[1]] : span;
}

/** The mark of an item of a list, of question and answer or of a ticker, at the beginning of a paragraph: "2)", "•", "A:", "14:20 GMT". */
const LABEL =
  /^(?:[-*·•▪–—]|\(?\d{1,2}[.)]|[QA][:.]|\d{1,2}(?::\d{2}|[:.]\d{2} ?[ap]\.?m\.?)(?: [A-Z]{2,4}\b)?:?)\s+/;

function withoutLabel(document: Document, span: Span): Span {
  const paragraph = paragraphAt(document, span[0]);
  if (paragraph === null) return span;
  const [start] = paragraph.span;
  const label = LABEL.exec(document.article.text.slice(start, start + 24))?.[0].length ?? 0;
  return span[0] < start + label && start + label < span[1] ? [start + label, span[1]] : span;
}

const SYMBOLS =
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{So}•▪]|\u200d|\ufe0f)+$/u;

/** Without emoji, flags and bullets at the ends; empty where nothing else is in it. */
function withoutSymbols(document: Document, span: Span): Span {
  const { text } = document.article;
  const words = tokensIn(document, span).filter((token) => !SYMBOLS.test(sliceSpan(text, token.span)));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [span[0], span[0]];
  return [Math.max(span[0], first.span[0]), Math.min(span[1], last.span[1])];
}

/** "told them | which way to go": whom something was told is no part of it. */
const withoutHearer =
  (cue: readonly Span[]): Step =>
  (document, span) => {
    const [from, to] = tokenRange(document, span);
    const verb = document.tokens[from - 1];
    const [hearer, next] = [document.tokens[from], document.tokens[from + 1]];
    const told =
      ADDRESSEE_VERBS.has(verb?.lemma ?? '') &&
      cue.some(([, end]) => end === verb?.span[1]) &&
      OBJECT_PRONOUNS.has(hearer?.norm ?? '') &&
      !(hearer?.norm === 'her' && isNominal(next));
    return told && next !== undefined && to - from > 1 ? [next.span[0], span[1]] : span;
  };

/** When it was said stands between cue and content and belongs to neither ("confirmed this Friday the capture"). */
const withoutTime =
  (cue: readonly Span[]): Step =>
  (document, span) => {
    const [from, to] = tokenRange(document, span);
    if (!cue.some(([, end]) => tokenRange(document, [end - 1, end])[1] === from)) return span;
    const end = timeEnd(document.tokens, from, to);
    const next = document.tokens[end ?? to];
    if (end === null || end >= to || next === undefined || isGenitive(next) || isVerbal(next)) return span;
    return [next.span[0], span[1]];
  };

/** What is said ends with the sentence that says who says it, or with the last quotation behind it: the next sentence is the article's own. */
const withinSentence =
  (cue: readonly Span[]): Step =>
  (document, span) => {
    const sentence = document.sentences[tokensIn(document, span)[0]?.sentence ?? -1];
    const own = cue.some(([at]) => sentence !== undefined && at >= sentence.span[0] && at < sentence.span[1]);
    if (!own || sentence === undefined || span[1] <= sentence.span[1]) return span;
    const quoted = quotationsIn(document, [[sentence.span[1], span[1]]]).at(-1)?.span[1] ?? 0;
    const end = Math.max(quoted, sentence.span[1]);
    const ends = sentenceAt(document, end - 1)?.span[1] === end;
    return ends && end < span[1] ? [span[0], end] : span;
  };

/** "The agency’s claim that the gates were open | has not been confirmed": what is said of a claim is no part of it. */
const beforePredicate =
  (cue: readonly Span[]): Step =>
  (document, span) => {
    const { tokens } = document;
    const [noun] = cue.flatMap((each) => tokensIn(document, each)).slice(-1);
    if (noun?.pos !== 'NOUN' || NOUN_CUES.get(noun.lemma)?.class !== 'statement') return span;
    const [from, to] = tokenRange(document, span);
    const [floor, ceiling] = sentenceRange(document, noun.span[0]);
    const at = tokenRange(document, noun.span)[0];
    const first = tokens[from]?.norm === 'that' ? from + 1 : from;
    const subject = at < from && (tokens[first - 1]?.norm === 'that' || tokens[at + 1]?.norm === 'that');
    let owner = at - 1;
    while (tokens[owner]?.pos === 'ADJ') owner--;
    const owned = isGenitive(tokens[owner]) || isPossessive(tokens[owner]);
    if (!owned || !subject || tokens.slice(floor, at).some(isVerbal)) return span;
    const end = matrixVerb(tokens, first, Math.min(to, ceiling));
    return end === null ? span : [span[0], tokens[end - 1]?.span[1] ?? span[1]];
  };

/** A stop before a lower-case word ends no sentence: what ends there goes on to the end of the sentence. */
function pastStrayStop(document: Document, span: Span): Span {
  const [from, to] = tokenRange(document, span);
  const last = document.tokens[to - 1];
  const stop = last?.norm === '.' && to - from > 1 ? last : document.tokens[to];
  const next = document.tokens[stop === last ? to : to + 1];
  const sentence = document.sentences[stop?.sentence ?? -1];
  if (stop?.norm !== '.' || next === undefined || next.sentence !== stop.sentence || sentence === undefined)
    return span;
  const goesOn = /^\p{Ll}/u.test(document.article.text.slice(next.span[0], next.span[0] + 2));
  return goesOn ? [span[0], sentence.span[1]] : span;
}

const LONGEST_DESCRIPTION = 12;
const breaksPhrase = ({ pos }: Token): boolean =>
  pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || pos === 'PRON';

/** "The head of the service, Halla Brandt," is one noun phrase: a name takes in the description that opens its sentence. */
function withApposition(document: Document, span: Span): Span {
  const [from, to] = tokenRange(document, span);
  const name = document.tokens[from];
  const sentence = document.sentences[name?.sentence ?? -1];
  if (name?.pos !== 'PROPN' || sentence === undefined) return span;
  const opening = sentence.tokens[0];
  const described = document.tokens[opening]?.pos === 'DET' && document.tokens[from - 1]?.norm === ',';
  const closed = document.tokens[to]?.norm === ',' || document.tokens[to - 1]?.norm === ',';
  const phrase = document.tokens.slice(opening, from - 1);
  if (!described || !closed || phrase.length > LONGEST_DESCRIPTION || phrase.some(breaksPhrase)) return span;
  return [document.tokens[opening]?.span[0] ?? span[0], span[1]];
}
