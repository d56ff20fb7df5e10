// Spans that break off in the midst of a phrase: a tagger in doubt stops anywhere, a phrase ends where its words end.
import { tokenRange } from '../text/lookup.ts';
import type { Document, Span, Token } from '../text/types.ts';
import {
  endsTime,
  isComma,
  isGenitive,
  isNominal,
  isPossessive,
  isTimeWord,
  isVerbal,
} from './rules/phrase.ts';
import type { Tagged } from './tagger.ts';

/** The same attribution with every edge at the edge of a phrase; of cue and content that share one, the content has it. */
export function completePhrases(document: Document, tagged: Tagged): Tagged {
  const { source, cue, content } = quotedAsSaying(document, tagged);
  const opened = content.map((span) => withOpening(document, span, cue));
  const shared = opened.filter(([start], k) => start < (content[k]?.[0] ?? 0)).map(([start]) => start);
  return {
    ...tagged,
    source: source.map((span) => withWholeName(document, span, cue)),
    cue: cue.map((span) =>
      withoutBrokenPhrase(document, endingBefore(document, span, shared), [...source, ...opened]),
    ),
    content: opened.map((span) => withEnding(document, span, [...source, ...cue])),
  };
}

/** "was quoted as | saying …": the participle belongs to the cue. */
function quotedAsSaying(document: Document, tagged: Tagged): Tagged {
  const { tokens } = document;
  const cue = tagged.cue.map((span): Span => {
    const [, to] = tokenRange(document, span);
    const saying = tokens[to];
    return tokens[to - 1]?.norm === 'as' && saying?.norm === 'saying' ? [span[0], saying.span[1]] : span;
  });
  const content = tagged.content.map((span): Span => {
    const [from, to] = tokenRange(document, span);
    const taken = cue.some(([, end]) => end === tokens[from]?.span[1]) && to - from > 1;
    return taken ? [tokens[from + 1]?.span[0] ?? span[0], span[1]] : span;
  });
  return { ...tagged, cue, content };
}

/** The span up to the first of the offsets that lies inside it. */
function endingBefore(document: Document, span: Span, offsets: readonly number[]): Span {
  const inside = offsets.find((offset) => offset > span[0] && offset < span[1]);
  if (inside === undefined) return span;
  const [, to] = tokenRange(document, [span[0], inside]);
  return [span[0], document.tokens[to - 1]?.span[1] ?? inside];
}

/** A word that opens a noun phrase and cannot end one. */
const opensPhrase = (token: Token | undefined): boolean =>
  token?.pos === 'DET' || isPossessive(token) || (token?.pos === 'ADJ' && !/(?:ed|ing)$/.test(token.norm));

const isMark = (token: Token | undefined): boolean => token?.pos === 'PUNCT';

/** What begins in the cue's last words: "called Friday's | decision", "sent a | letter"; and the "that" of a reported clause. */
function withOpening(document: Document, content: Span, cue: readonly Span[]): Span {
  const { tokens } = document;
  const [from] = tokenRange(document, content);
  const before = tokens[from - 1];
  if (before === undefined) return content;
  if (before.norm === 'that' && cue.some(([, end]) => end <= before.span[0]))
    return [before.span[0], content[1]];
  const own = cue.map((span) => tokenRange(document, span)).find(([, end]) => end === from);
  let start = from;
  // "said | Wednesday's statement was correct"
  if (own !== undefined && isGenitive(tokens[from]) && isTimeWord(tokens[from - 1])) start--;
  if (own !== undefined && isNominal(tokens[start]))
    while (start - 1 > own[0] && opensPhrase(tokens[start - 1])) start--;
  // "is not so sure | the mill …": an adjective behind a copula or adverb opens nothing
  if (tokens[start]?.pos === 'ADJ' && /^(?:AUX|ADV)$/.test(tokens[start - 1]?.pos ?? '')) start = from;
  return [Math.min(content[0], tokens[start]?.span[0] ?? content[0]), content[1]];
}

/** "said at a | rally", "said Friday | afternoon", "responded to Mr. | Lund": where the rest of a phrase is not in the cue, none of it is. */
function withoutBrokenPhrase(document: Document, cue: Span, others: readonly Span[]): Span {
  const { tokens } = document;
  const [from, to] = tokenRange(document, cue);
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (last === undefined || next === undefined || isMark(next) || next.sentence !== last.sentence) return cue;
  if (others.some(([start]) => start >= last.span[1] && start <= next.span[0])) return cue;
  let end = to;
  if (isNominal(next)) while (end - 1 > from && isNominal(tokens[end - 1])) end--;
  while (end - 1 > from && (opensPhrase(tokens[end - 1]) || tokens[end - 1]?.pos === 'NUM')) end--;
  if (end - 1 > from && tokens[end - 1]?.pos === 'ADP' && (end < to || next.pos !== 'ADP')) end--;
  const says = tokens.slice(from, end).some((token) => isVerbal(token) || token.pos === 'NOUN');
  return says && end < to ? [cue[0], tokens[end - 1]?.span[1] ?? cue[1]] : cue;
}

const joins = (token: Token | undefined): boolean =>
  token?.pos === 'CCONJ' || token?.pos === 'SCONJ' || token?.pos === 'ADP';
const RELATIVE = /^(?:which|who|whom|whose)$/;

/** A conjunction, preposition or relative at the end begins what is left out; an article or auxiliary lacks its rest. */
function withEnding(document: Document, content: Span, others: readonly Span[]): Span {
  const { tokens } = document;
  const [from, to] = tokenRange(document, content);
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (last === undefined || next === undefined || isMark(next) || next.sentence !== last.sentence)
    return content;
  let end = to;
  // "that the doors were open | has not been confirmed": before a verb, an adjective ends a clause
  const opens = opensPhrase(last) && !(last.pos === 'ADJ' && isVerbal(next));
  const lacksRest = opens || last.pos === 'AUX' || isGenitive(last) || last.norm === 'of';
  if (to - from > 1 && lacksRest && !joins(next)) {
    const limit = Math.min(...others.map(([start]) => start).filter((start) => start >= content[1]));
    const ceiling = document.sentences[next.sentence]?.tokens[1] ?? to;
    const goesOn = (k: number): boolean =>
      k < ceiling && (tokens[k]?.span[1] ?? limit) < limit && !isMark(tokens[k]);
    while (goesOn(end) && !(tokens[end]?.pos === 'CCONJ' && isVerbal(tokens[end + 1]))) end++;
  } else {
    // before another preposition it is a verb's particle ("backing down | on Tuesday")
    const dangles = (token: Token | undefined): boolean =>
      (joins(token) && !(token?.pos === 'ADP' && end === to && next.pos === 'ADP')) ||
      RELATIVE.test(token?.norm ?? '') ||
      (end < to && isComma(token));
    while (end - 1 > from && dangles(tokens[end - 1])) end--;
  }
  return end === to ? content : [content[0], tokens[end - 1]?.span[1] ?? content[1]];
}

/** A name is whole, and with it the name before its apposition ("Halla Brandt, | her deputy,"). */
function withWholeName(document: Document, source: Span, cue: readonly Span[]): Span {
  const { tokens } = document;
  let [from, to] = tokenRange(document, source);
  const outside = (k: number): boolean =>
    !cue.some(([start, end]) => start < (tokens[k]?.span[1] ?? 0) && end > (tokens[k]?.span[0] ?? 0));
  const named = (k: number): boolean => tokens[k]?.pos === 'PROPN' && outside(k);
  while (named(to - 1) && named(to)) to++;
  // "the newspaper | Sundposten": a name right behind the noun that says what it is of
  if (opensPhrase(tokens[from]) && tokens[to - 1]?.pos === 'NOUN' && named(to) && !isTimeWord(tokens[to]))
    while (named(to)) to++;
  const floor = document.sentences[tokens[from]?.sentence ?? -1]?.tokens[0] ?? from;
  // "Everything Lund said": a capital that only the beginning of the sentence gives makes no name
  const begins = (k: number): boolean => k > floor || !/(?:thing|one|body)$/.test(tokens[k]?.norm ?? '');
  while (
    named(from) &&
    named(from - 1) &&
    from - 1 >= floor &&
    begins(from - 1) &&
    !endsTime(tokens, from - 1)
  )
    from--;
  const described = opensPhrase(tokens[from]) || isGenitive(tokens[from + 1]);
  if (described && isComma(tokens[from - 1]) && isComma(tokens[to])) {
    let name = from - 1;
    while (named(name - 1) && name - 1 >= floor) name--;
    if (name < from - 1 && (name === floor || tokens[name - 1]?.pos !== 'ADP')) from = name;
  }
  if (isVerbal(tokens[from - 1]) && opensPhrase(tokens[from])) to = pastNameBehind(tokens, to);
  return [
    Math.min(source[0], tokens[from]?.span[0] ?? source[0]),
    Math.max(source[1], tokens[to - 1]?.span[1] ?? source[1]),
  ];
}

/** "said its head of research, Dr Ona Ferr.": past the name that closes what stands behind its verb; `to` where none does. */
function pastNameBehind(tokens: readonly Token[], to: number): number {
  if (!isComma(tokens[to]) || isTimeWord(tokens[to + 1])) return to;
  let end = to + 1;
  while (tokens[end]?.pos === 'PROPN') end++;
  return end > to + 2 && isMark(tokens[end]) ? end : to;
}
