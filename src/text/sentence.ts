// Where sentences end: at a stop that is no part of an abbreviation and is not followed by lower case.
import { mayEnd, neverEnds, type RawToken, REPORTING_VERBS, SENTENCE_STARTERS } from './token.ts';

/** How a text ends that ends a sentence. */
export const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]{0,8}$/u;

const STOP = /^(?:\.+|[!?]+|…|[。！？؟۔।])$/u;
const CLOSER = /^(?:["”’»'“)\]]|'')$/u;
const OPENER = /^(?:["“„«‘'([–—-]|''|``)$/u;

/**
 * Cuts the tokens of one paragraph into sentences: first and past-last token of each, in order, every token in one. O(tokens).
 */
export function splitSentences(text: string, tokens: readonly RawToken[]): [number, number][] {
  const raw = (i: number): string => {
    const token = tokens[i];
    return token === undefined ? '' : text.slice(token.span[0], token.span[1]);
  };
  const touches = (i: number): boolean => tokens[i - 1]?.span[1] === tokens[i]?.span[0];

  const sentences: [number, number][] = [];
  let start = 0;
  for (let i = 0; i < tokens.length; i++) {
    const word = raw(i);
    const stop = STOP.test(word);
    if (!stop && !(word.length > 1 && word.endsWith('.'))) continue;
    let end = i + 1;
    while (end < tokens.length && isCloser(raw(end), touches(end), touches(end + 1))) end++;
    if (end === tokens.length) break;
    let next = end;
    while (next < tokens.length && OPENER.test(raw(next))) next++;
    const spaced = !touches(end);
    const ends = stop
      ? endsAtStop(word, raw(next), spaced, raw(i - 1))
      : endsAtAbbreviation(word, raw(next), next > end, raw(i - 1));
    if (!ends || (end > i + 1 && next === end && isReported(raw, end))) continue;
    sentences.push([start, end]);
    start = end;
    i = end - 1;
  }
  if (start < tokens.length) sentences.push([start, tokens.length]);
  return sentences;
}

/** Whether the few words from here take up the speaker of the quotation that closed: “Why?” Smith asked. */
function isReported(raw: (i: number) => string, from: number): boolean {
  for (let i = from; i < from + 6; i++) {
    const word = raw(i);
    if (REPORTING_VERBS.has(word)) return true;
    if (!/^\p{L}/u.test(word)) return false;
  }
  return false;
}

/** A mark closes when it touches what stands before it; a straight one only where it does not touch what follows too. */
const isCloser = (mark: string, touchesBefore: boolean, touchesAfter: boolean): boolean =>
  CLOSER.test(mark) && touchesBefore && (!/^(?:["'“]|'')$/.test(mark) || !touchesAfter);

const startsLower = (word: string): boolean => /^\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word);

function endsAtStop(stop: string, next: string, spaced: boolean, previous: string): boolean {
  if (/^[。！？؟۔।]$/u.test(stop)) return true;
  if (next === '' || startsLower(next)) return false;
  if (/^[,;:.!?…%]$/.test(next)) return false;
  // A space is lost: only between a word and a capital ("leaders.The"), not in "a.B" or ".5".
  if (!spaced) return /^\p{Lu}/u.test(next) && /\p{Ll}{2}$/u.test(previous);
  if (/^(?:\.{2,}|…)$/.test(stop)) return next !== 'I';
  return true;
}

function endsAtAbbreviation(word: string, next: string, opened: boolean, previous: string): boolean {
  const name = word.slice(0, -1);
  if (neverEnds(name) || startsLower(next)) return false;
  // An initial: "J. Smith"; but "plan B. The".
  if (/^\p{Lu}$/u.test(name)) return startsLower(previous) && isStarter(next);
  if (/^\d/.test(next) && !mayEnd(name)) return false;
  return isStarter(next) || opened;
}

const isStarter = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && SENTENCE_STARTERS.has(word.toLowerCase());
