// Noun phrases by part of speech: where one ends or begins at a token, with what hangs on it.
import type { Token } from '../../text/types.ts';
import { NOUN_LINKS, POSSESSIVES, PRONOUNS, TIMES } from './words.ts';

type Tokens = readonly Token[];

/** `[from, to)` in token indices. */
export type Range = readonly [from: number, to: number];

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'X', 'SYM']);
const MODIFIER = new Set(['ADJ', 'DET', ...NOMINAL]);

export const isNominal = (token: Token | undefined): boolean => token !== undefined && NOMINAL.has(token.pos);
export const isPersonal = (token: Token | undefined): boolean =>
  token !== undefined && PRONOUNS.has(token.norm) && token.pos !== 'ADP' && token.pos !== 'SCONJ';
export const isPossessive = (token: Token | undefined): boolean =>
  token !== undefined && POSSESSIVES.has(token.norm);
export const isTimeWord = (token: Token | undefined): boolean =>
  token !== undefined && (TIMES.has(token.norm) || TIMES.has(token.lemma));
export const isGenitive = (token: Token | undefined): boolean =>
  token !== undefined && (token.norm === "'s" || token.norm === "'");
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—]+$/.test(token.norm);
export const isComma = (token: Token | undefined): boolean => token?.norm === ',';
export const isVerbal = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
export const opensParenthesis = (token: Token | undefined): boolean =>
  token?.norm === '(' || token?.norm === '[';
export const closesParenthesis = (token: Token | undefined): boolean =>
  token?.norm === ')' || token?.norm === ']';

/** Whether a noun phrase can begin with the token. */
export const beginsPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  (MODIFIER.has(token.pos) || isPossessive(token) || isPersonal(token)) &&
  !isGenitive(token);

/**
 * First token of the noun phrase whose last token is `last`, not before `floor`; null where none ends there.
 * Prepositional phrases, genitives, parentheses and "and" between nouns belong to it; commas do not.
 */
export function phraseEndingAt(tokens: Tokens, last: number, floor: number): number | null {
  let i = last;
  const end = tokens[last];
  if (end === undefined) return null;
  if (isPersonal(end) && !isNominal(end)) return personalStart(tokens, last, floor);
  let start = -1;
  while (i >= floor) {
    const token = tokens[i];
    if (token === undefined) break;
    if (closesParenthesis(token)) {
      let open = i;
      while (open > floor && i - open < 12 && !opensParenthesis(tokens[open])) open--;
      if (!opensParenthesis(tokens[open])) break;
      i = open - 1;
      continue;
    }
    // an adjective before a possessive is no part of its phrase (“accepted it, informed his aide”)
    if (token.pos === 'ADJ' && start === i + 1 && isPossessive(tokens[start])) break;
    if (start === i + 1 && endsTime(tokens, i)) break;
    if (MODIFIER.has(token.pos) || isPossessive(token) || isGenitive(token)) {
      start = i;
      i--;
      continue;
    }
    if (token.pos === 'PART' && token.norm === "'") {
      i--;
      continue;
    }
    const before = tokens[i - 1];
    if (start < 0) break;
    if (NOUN_LINKS.has(token.norm) && i > floor && (isNominal(before) || closesParenthesis(before))) {
      i--;
      continue;
    }
    if (
      (token.norm === 'and' || token.norm === '&') &&
      i > floor &&
      isNominal(before) &&
      joinsNames(tokens, i, start)
    ) {
      i--;
      continue;
    }
    if (token.norm === '&' || (token.norm === '.' && i < last)) {
      i--;
      continue;
    }
    if (token.pos === 'VERB' && i > floor && participleModifies(tokens, i)) {
      start = i;
      i--;
      continue;
    }
    if (
      token.pos === 'ADV' &&
      i > floor &&
      tokens[i + 1]?.pos === 'ADJ' &&
      (tokens[i - 1]?.pos === 'DET' || isGenitive(tokens[i - 1]))
    ) {
      start = i;
      i--;
      continue;
    }
    break;
  }
  if (start < 0 || !hasHead(tokens, start, last)) return null;
  return start;
}

/** "Late on Tuesday | Orvane announced", "On 12 April | Sable said": the day or month of a time told before the subject. */
export const endsTime = (tokens: Tokens, i: number): boolean => {
  const before = tokens[i - 1];
  return (
    isTimeWord(tokens[i]) &&
    tokens[i]?.pos === 'PROPN' &&
    (tokens[i + 1]?.pos === 'PROPN' || tokens[i + 1]?.pos === 'DET') &&
    before !== undefined &&
    (/^(?:on|in|last|this|since|until|by)$/.test(before.norm) || /^\d{1,2}$/.test(before.norm))
  );
};

/** "and" joins two parts of one name or two short phrases, not two clauses. */
function joinsNames(tokens: Tokens, and: number, right: number): boolean {
  const next = tokens[and + 1];
  return (
    next !== undefined &&
    right === and + 1 &&
    (isNominal(next) || next.pos === 'DET' || next.pos === 'ADJ' || isPossessive(next))
  );
}

const participleModifies = (tokens: Tokens, i: number): boolean => {
  const before = tokens[i - 1];
  const token = tokens[i];
  return (
    token !== undefined &&
    /(?:ing|ed)$/.test(token.norm) &&
    before !== undefined &&
    (before.pos === 'DET' || isPossessive(before) || isGenitive(before))
  );
};

function personalStart(tokens: Tokens, last: number, floor: number): number {
  // "one of them", "both of whom"
  if (last - 2 >= floor && tokens[last - 1]?.norm === 'of' && beginsPhrase(tokens[last - 2])) return last - 2;
  return last;
}

const hasHead = (tokens: Tokens, from: number, last: number): boolean => {
  for (let i = from; i <= last; i++) {
    const token = tokens[i];
    if (isNominal(token) || isPersonal(token) || (token?.pos === 'DET' && i === last) || token?.pos === 'ADJ')
      return true;
  }
  return false;
};

/** In tokens: what is longer is a list or no phrase. */
const LONGEST_PHRASE = 80;

/** Past the last token of the noun phrase that begins at `first`, not beyond `ceiling`; null where none begins there. */
export function phraseStartingAt(tokens: Tokens, first: number, limit: number): number | null {
  const ceiling = Math.min(limit, first + LONGEST_PHRASE);
  const begin = tokens[first];
  if (begin === undefined || first >= ceiling || !beginsPhrase(begin)) return null;
  if (isPersonal(begin) && begin.pos !== 'DET') {
    if (tokens[first + 1]?.norm === 'of') return phraseStartingAt(tokens, first + 2, ceiling);
    return first + 1;
  }
  let i = first;
  let head = false;
  while (i < ceiling) {
    const token = tokens[i];
    if (token === undefined) break;
    if (NOMINAL.has(token.pos) || isGenitive(token)) {
      if (isTimeWord(token) && head && !isGenitive(token) && token.pos !== 'NOUN') break;
      head ||= !isGenitive(token);
      i++;
      continue;
    }
    if (
      token.pos === 'ADJ' ||
      (token.pos === 'DET' && (i === first || !isNominal(tokens[i - 1]))) ||
      isPossessive(token)
    ) {
      if (isPossessive(token) && head && isNominal(tokens[i - 1])) break;
      i++;
      continue;
    }
    const next = tokens[i + 1];
    if (
      NOUN_LINKS.has(token.norm) &&
      head &&
      beginsPhrase(next) &&
      !isTimeWord(next) &&
      !(next?.pos === 'DET' && isTimeWord(tokens[i + 2])) &&
      token.norm !== 'to'
    ) {
      i++;
      continue;
    }
    if (
      (token.norm === 'and' || token.norm === '&') &&
      head &&
      beginsPhrase(next) &&
      !isPersonal(next) &&
      !clauseFollows(tokens, i + 1, ceiling)
    ) {
      i++;
      continue;
    }
    if (opensParenthesis(token) && head) {
      let close = i;
      while (close < ceiling && close - i < 12 && !closesParenthesis(tokens[close])) close++;
      if (!closesParenthesis(tokens[close])) break;
      i = close + 1;
      continue;
    }
    if (token.pos === 'VERB' && !head && /(?:ing|ed|en)$/.test(token.norm) && i > first) {
      i++;
      continue;
    }
    if (token.pos === 'ADV' && !head) {
      i++;
      continue;
    }
    break;
  }
  while (i > first && (NOUN_LINKS.has(tokens[i - 1]?.norm ?? '') || tokens[i - 1]?.norm === 'and')) i--;
  return head && i > first ? i : null;
}

/** Whether a finite verb follows the phrase at `first` before any comma. */
function clauseFollows(tokens: Tokens, first: number, ceiling: number): boolean {
  let i = first;
  while (
    i < ceiling &&
    (MODIFIER.has(tokens[i]?.pos ?? '') || isGenitive(tokens[i]) || NOUN_LINKS.has(tokens[i]?.norm ?? ''))
  )
    i++;
  return isVerbal(tokens[i]) && !/ing$/.test(tokens[i]?.norm ?? '');
}

/**
 * The same phrase with what commas set off behind it: apposition ("Halla Brandt, the fire chief,") or a relative clause.
 * Stops at the next finite clause that is not relative.
 */
export function withApposition(tokens: Tokens, end: number, ceiling: number): number {
  let at = end;
  // restrictive relative clause: "an officer who asked not to be named"
  if (tokens[at]?.norm === 'who') at = clauseEnd(tokens, at + 1, ceiling);
  for (let guard = 0; guard < 3; guard++) {
    if (!isComma(tokens[at])) return at;
    const next = tokens[at + 1];
    if (next === undefined) return at;
    if (next.norm === 'who' || next.norm === 'whose') {
      at = clauseEnd(tokens, at + 2, ceiling);
      continue;
    }
    if (!beginsPhrase(next) || isPersonal(next) || isTimeWord(next) || isPossessive(next)) return at;
    const phrase = phraseStartingAt(tokens, at + 1, ceiling);
    if (phrase === null) return at;
    const after = tokens[phrase];
    const closed = phrase >= ceiling || after === undefined || /^[,.;:?!)"“”—–-]+$/.test(after.norm);
    const relative =
      after?.norm === 'who' ||
      after?.norm === 'at' ||
      after?.norm === 'that' ||
      /ing$/.test(after?.norm ?? '');
    if (closed) at = phrase;
    else if (relative) at = clauseEnd(tokens, phrase, ceiling);
    else return at;
  }
  return at;
}

/** The next comma, stop, quotation mark or dash from `from` on. */
function clauseEnd(tokens: Tokens, from: number, ceiling: number): number {
  let i = from;
  while (i < ceiling && !/^[,.;:?!"“”()]$/.test(tokens[i]?.norm ?? '') && !isDash(tokens[i])) i++;
  return i;
}

/** What a relative clause behind a comma begins with. */
export const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['who', 'whose', 'which']);
