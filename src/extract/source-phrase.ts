// Who speaks, as a whole noun phrase and no more: where a tagger takes a time, a preposition or a part of the phrase for it.
import { paragraphAt, sentenceRange, tokenRange, tokensIn } from '../text/lookup.ts';
import { containsSpan } from '../text/span.ts';
import type { Document, Span, Token } from '../text/types.ts';
import { timeEnd } from './rules/adjunct.ts';
import { ANONYMITY } from './rules/cues.ts';
import {
  isComma,
  isGenitive,
  isNominal,
  isPossessive,
  isTimeWord,
  isVerbal,
  phraseEndingAt,
  phraseStartingAt,
  RELATIVE_PRONOUNS,
} from './rules/phrase.ts';
import { spanOf } from './rules/unit.ts';
import type { Tagged } from './tagger.ts';

/** The attribution with the source that its sentence has. */
export function sourcePhrase(document: Document, tagged: Tagged): Tagged {
  const spoken = withoutTerms(
    document,
    withoutTime(document, withoutItsPart(document, notATime(document, tagged))),
  );
  return outOfPreposition(document, withRelative(document, byWhom(document, spoken)));
}

/** "In the northern region, Ada Lund, head of the service, warned": the phrase behind the preposition is no subject. */
function outOfPreposition(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const source = tagged.source.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    const preposition = tokens[from - 1];
    const before = tagged.cue.every(([start]) => start >= span[1]);
    if (preposition?.pos !== 'ADP' || !before || paragraphAt(document, span[0]) === null) return span;
    const [floor] = sentenceRange(document, span[0]);
    const opens = from - 1 === floor || !isVerbal(tokens[from - 2]);
    const comma = from + tokens.slice(from, to - 1).findIndex(isComma);
    const name = tokens[comma + 1];
    if (!opens || comma <= from || name?.pos !== 'PROPN') return span;
    const phrase = phraseStartingAt(tokens, comma + 1, to);
    const described = phrase !== null && phrase < to && isComma(tokens[phrase]);
    return described ? [name.span[0], span[1]] : span;
  });
  return { ...tagged, source };
}

/** "The dealer, which until Thursday had denied it, …": a day is nobody; the relative pronoun before it stands for who speaks. */
function notATime(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const [span, ...others] = tagged.source;
  if (span === undefined || others.length > 0) return tagged;
  const [from, to] = tokenRange(document, span);
  const day = isDate(tokens.slice(from, to)) && tokens[from - 1]?.pos === 'ADP';
  if (!day) return tagged;
  const pronoun = from - 2;
  if (!isRelative(tokens[pronoun])) return { ...tagged, source: [] };
  const [floor] = sentenceRange(document, span[0]);
  const last = isComma(tokens[pronoun - 1]) ? pronoun - 2 : pronoun - 1;
  const head = phraseEndingAt(tokens, last, floor);
  return { ...tagged, source: head === null ? [] : [spanOf(document, [head, last + 1])] };
}

const BEFORE_DAYS = new Set(['late', 'early', 'earlier', 'on']);

/** "Late on Tuesday the dealer announced", "On | Tuesday the dealer": when it was said is no part of who said it. */
function withoutTime(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const source = tagged.source.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    const late = BEFORE_DAYS.has(tokens[from]?.norm ?? '');
    const day = isTimeWord(tokens[from]) && tokens[from + 1]?.pos === 'DET' && from + 2 < to;
    const end = late ? timeEnd(tokens, from + 1, to) : day ? from + 1 : null;
    const next = tokens[end ?? to];
    return end === null || end >= to || next === undefined || isGenitive(tokens[end])
      ? span
      : [next.span[0], span[1]];
  });
  return { ...tagged, source };
}

/** "The firm, for its part, said": which side says it is no part of who says it. */
const withoutItsPart = (document: Document, tagged: Tagged): Tagged =>
  endingBefore(
    document,
    tagged,
    (phrase, i) => phrase[i]?.norm === 'for' && isPossessive(phrase[i + 1]) && phrase[i + 2]?.norm === 'part',
  );

/** "The official, who spoke on condition of anonymity, said": on what terms is no part of who. */
const withoutTerms = (document: Document, tagged: Tagged): Tagged =>
  endingBefore(
    document,
    tagged,
    (phrase, i) =>
      phrase[i]?.norm === 'who' &&
      isComma(phrase[i - 1]) &&
      phrase[i + 1]?.lemma === SPEAKING &&
      phrase.slice(i).some(({ norm }) => ANONYMITY.has(norm)),
  );

/** Each source up to where in its phrase something else begins, and the comma before that. */
function endingBefore(
  document: Document,
  tagged: Tagged,
  begins: (phrase: readonly Token[], i: number) => boolean,
): Tagged {
  const source = tagged.source.map((span): Span => {
    const phrase = tokensIn(document, span);
    const at = phrase.findIndex((_, i) => begins(phrase, i));
    const last = phrase[isComma(phrase[at - 1]) ? at - 2 : at - 1];
    return at < 1 || last === undefined ? span : [span[0], last.span[1]];
  });
  return { ...tagged, source };
}

const SPEAKING = 'speak';

/** "Monday", "the end of May", not "The New York Times": no noun but of time, or of a part of it. */
const isDate = (phrase: readonly Token[]): boolean =>
  phrase.some(isTimeWord) &&
  phrase.every((token, i) => !isNominal(token) || isTimeWord(token) || phrase[i + 1]?.norm === 'of');

const isRelative = (token: Token | undefined): boolean => token?.norm === 'which' || token?.norm === 'who';

/** "a search of the register by the Post | shows": who made it is part of what shows it. */
function byWhom(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const source = tagged.source.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    const follows = tagged.cue.some(([start]) => tokenRange(document, [start, start + 1])[0] === to);
    const by = tokens[from - 1]?.pos === 'DET' ? from - 2 : from - 1;
    if (tokens[by]?.norm !== 'by' || tokens[by - 1]?.pos === 'VERB' || !follows) return span;
    const head = phraseEndingAt(tokens, by - 1, sentenceRange(document, span[0])[0]);
    return head === null ? span : [tokens[head]?.span[0] ?? span[0], span[1]];
  });
  const content = tagged.content.filter((piece) => !source.some((span) => containsSpan(span, piece)));
  return { ...tagged, source, content: content.length > 0 ? content : tagged.content };
}

/** In tokens. */
const LONGEST_RELATIVE = 30;

/** "said the woman, who left in May and asked not to be named": why nobody is named belongs to who is not. */
function withRelative(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const source = tagged.source.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    if (to - from > 1 && isRelative(tokens[to - 1])) return upToCue(document, span, tagged.cue);
    if (isRelative(tokens[to])) {
      const whole = upToCue(document, span, tagged.cue);
      return tokensIn(document, whole).some(({ norm }) => ANONYMITY.has(norm)) ? whole : span;
    }
    const end = relativeClauseEnd(document, span, tagged.cue);
    const unnamed =
      end !== null &&
      tokens[to + 2]?.lemma !== SPEAKING &&
      tokens.slice(to + 2, end).some(({ norm }) => ANONYMITY.has(norm));
    return unnamed ? [span[0], tokens[end - 1]?.span[1] ?? span[1]] : span;
  });
  return { ...tagged, source };
}

/**
 * Index behind the last token of a relative clause that a comma parts from the phrase ("the woman|, who left in May|,"); null
 * where none follows, or the cue stands in it.
 */
export function relativeClauseEnd(document: Document, span: Span, cue: readonly Span[]): number | null {
  const { tokens } = document;
  const [, to] = tokenRange(document, span);
  if (!isComma(tokens[to]) || !RELATIVE_PRONOUNS.has(tokens[to + 1]?.norm ?? '')) return null;
  const [, ceiling] = sentenceRange(document, span[0]);
  for (let i = to + 2; i < ceiling && i - to < LONGEST_RELATIVE; i++) {
    const token = tokens[i];
    if (token === undefined || /^["“”„«»;:()]$/.test(token.norm)) return null;
    if (cue.some(([start]) => start >= token.span[0] && start < token.span[1])) return null;
    if (/^[,.!?–—]$/.test(token.norm)) return i;
  }
  return null;
}

/** "A nurse who | asked not to be named | said": a phrase cut beside its relative pronoun goes on to the verb of saying. */
function upToCue(document: Document, span: Span, cue: readonly Span[]): Span {
  const start = cue.find(([from]) => from >= span[1])?.[0];
  const between = start === undefined ? [] : tokensIn(document, [span[1], start]);
  const last = between.at(-1);
  const plain = between.length < LONGEST_RELATIVE && !between.some(({ norm }) => /^["“”„«».;:]$/.test(norm));
  if (last === undefined || !plain) return span;
  return [span[0], (isComma(last) ? (between.at(-2) ?? last) : last).span[1]];
}
