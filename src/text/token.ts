// Where the words stand: raw tokens with exact offsets. Words keep their inner hyphens, lose their clitics ("do" "n't", "Korea" "'s"),
// and end where digits begin or end, so that a space lost beside a number costs nothing.
import { readLexicon } from '../lexicon.ts';
import type { Span } from './types.ts';

export type TokenShape = 'word' | 'number' | 'punctuation' | 'symbol' | 'address';

export interface RawToken {
  readonly span: Span;
  readonly shape: TokenShape;
  /** It goes on without a space or mark from the token before: a clitic. */
  readonly clitic: boolean;
}

const lexicon = readLexicon('abbreviations');
const words = (key: string): readonly string[] => lexicon.get(key) ?? [];

const NEVER_FINAL = new Set(words('never final'));
const BEFORE_NUMBER = new Set(words('before number'));
const MAYBE_FINAL = new Set(words('maybe final'));
/** Words that, capitalised, begin a sentence rather than a name. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(words('sentence starters'));
/** Verbs that take up the speaker right behind a quotation ("Why?" Smith asked). */
export const REPORTING_VERBS: ReadonlySet<string> = new Set(words('reporting after a quotation'));

// Quantifiers over text that the next token would scan again are bounded, so the whole stays linear.
const LETTER = '[\\p{L}\\p{M}]';
const WORD_PART = `(?:${LETTER}|(?:(?!\\ufeff)\\p{Cf}){1,8}(?=${LETTER}))`;
const PATTERNS: readonly (readonly [TokenShape, string])[] = [
  ['address', 'https?://[^\\s<>"“”«»]{1,2000}'],
  ['address', 'www\\.[^\\s<>"“”«»]{1,2000}'],
  ['address', '[\\p{L}\\p{N}._+-]{1,64}@[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}){1,8}'],
  ['address', '[@#][\\p{L}\\p{N}_]{1,140}'],
  [
    'address',
    `[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}){0,4}\\.(?:${words('domains').join('|')})(?![\\p{L}\\p{N}])`,
  ],
  ['number', '\\d+(?:[.,:/-]\\d+)*(?:(?:st|nd|rd|th|s)(?!\\p{L}))?'],
  [
    'word',
    '(?:\\p{L}\\.|\\p{Lu}\\p{Ll}\\.(?=\\p{Lu})){2,}(?:-(?:\\p{L}\\.){2,}|\\p{L}(?!\\p{L}))?|\\p{Lu}\\p{Ll}\\.\\p{Lu}\\.',
  ],
  ['word', `\\p{Lu}(?:${WORD_PART}|\\p{N})*(?:[-‐‑'’&](?=[\\p{L}\\p{N}])(?:${WORD_PART}|\\p{N})+)*`],
  ['word', `\\p{L}${WORD_PART}*(?:[-‐‑'’](?=[\\p{L}\\p{N}])(?:${WORD_PART}|\\p{N})+)*`],
  ['number', '\\p{N}+'],
  ['punctuation', "\\.{2,}|-{2,}|[!?]{2,}|'{2}|`{2}|(?![%‰#@&*/\\\\§†‡•])\\p{P}"],
  ['symbol', '\\P{Cf}\\p{M}*'],
];
const TOKEN = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'uy');
const SPACE = /[\s\p{Cf}\p{Cc}]+/uy;
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m)|(?<=^can)not)$/iu;
// Most tokens are plain words before a space or comma; they need none of the rest.
const PLAIN = /[A-Za-z]+(?=[ ,])(?<!cannot)/iy;
const TRAILING_MARKS = /[.,;:!?)\]'’*]+$/u;

/** Cuts `[start, end)` of a text into tokens, in order, none overlapping, none with white space. O(length). */
export function tokenise(text: string, [start, end]: Span): RawToken[] {
  // Patterns may look beyond the end, never match beyond it.
  const scope = end === text.length ? text : text.slice(0, end);
  const tokens: RawToken[] = [];
  // A pattern would step back from the middle of a surrogate pair.
  let at = (text.codePointAt(start - 1) ?? 0) > 0xffff ? start + 1 : start;
  while (at < end) {
    SPACE.lastIndex = at;
    if (SPACE.test(scope)) {
      at = SPACE.lastIndex;
      continue;
    }
    PLAIN.lastIndex = at;
    if (PLAIN.test(scope)) {
      tokens.push({ span: [at, PLAIN.lastIndex], shape: 'word', clitic: false });
      at = PLAIN.lastIndex;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(scope);
    if (match === null) {
      at += 1;
      continue;
    }
    const shape = PATTERNS[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0] ?? 'symbol';
    at = pushToken(tokens, scope, at, match[0], shape);
  }
  return tokens;
}

/** Adds the match as one token or two (clitic); returns where it ends. */
function pushToken(tokens: RawToken[], text: string, at: number, match: string, shape: TokenShape): number {
  const raw = shape === 'address' ? match.replace(TRAILING_MARKS, '') || match.charAt(0) : match;
  const end = at + raw.length;
  const clitic = shape === 'word' && raw.length < 64 ? CLITIC.exec(raw) : null;
  if (clitic !== null && clitic.index > 0) {
    tokens.push({ span: [at, at + clitic.index], shape, clitic: false });
    tokens.push({ span: [at + clitic.index, end], shape, clitic: true });
    return end;
  }
  const stopped = shape === 'word' && text.charAt(end) === '.' && takesStop(text, raw, end) ? end + 1 : end;
  tokens.push({ span: [at, stopped], shape, clitic: false });
  return stopped;
}

/** Whether the stop behind a word belongs to it: an abbreviation, or an initial before a name. */
function takesStop(text: string, word: string, end: number): boolean {
  if (word.length > 10 || text.charAt(end + 1) === '.') return false;
  if (neverEnds(word) || mayEnd(word)) return true;
  const next = text.slice(end, end + 4);
  if (BEFORE_NUMBER.has(word.length > 1 ? word.toLowerCase() : word)) return /^\.\s?\d/.test(next);
  return word !== 'I' && /^\p{Lu}$/u.test(word) && /^\.\s?\p{Lu}/u.test(next);
}

/** Whether no sentence ends at this abbreviation (given without its last stop). */
export const neverEnds = (word: string): boolean => isListed(NEVER_FINAL, word);

/** Whether a sentence may end at this abbreviation (given without its last stop). */
export const mayEnd = (word: string): boolean => isListed(MAYBE_FINAL, word);

/** As it is written, or capitalised where the list has it small, or all in capitals; the part behind a hyphen counts ("D-Calif"). */
function isListed(list: ReadonlySet<string>, word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  if (list.has(last) || list.has(last.toLowerCase())) return true;
  return (
    last.length > 1 && last === last.toUpperCase() && list.has(last.charAt(0) + last.slice(1).toLowerCase())
  );
}
