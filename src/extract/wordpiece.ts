/**
 * WordPiece of uncased BERT (Devlin et al. 2019): clean, lower-case, strip accents, split off punctuation and CJK
 * characters, then the longest piece of the vocabulary first. Every piece keeps its place in the text as read.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Span } from '../text/types.ts';

export interface Vocabulary {
  readonly idOf: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly start: number;
  readonly end: number;
}

/** Word pieces in text order: `ids[k]` stands for `text.slice(starts[k], ends[k])`, UTF-16 offsets. */
export interface Pieces {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A longer word is one unknown piece, which keeps the search linear. */
const LONGEST_WORD = 100;

/** One piece a line, its id is the line number. Throws when a special piece is missing. */
export function readVocabulary(lines: string): Vocabulary {
  const idOf = new Map<string, number>();
  for (const line of lines.split('\n')) if (line !== '') idOf.set(line.replace(/\r$/, ''), idOf.size);
  const special = (piece: string): number => {
    const id = idOf.get(piece);
    if (id === undefined)
      throw new Error(`readVocabulary: ${piece} is missing; is this a WordPiece vocabulary?`);
    return id;
  };
  return { idOf, unknown: special('[UNK]'), start: special('[CLS]'), end: special('[SEP]') };
}

/** A word as the model reads it, with the place in the text of each of its characters. */
interface Word {
  text: string;
  starts: number[];
  ends: number[];
}

/**
 * Cuts the text inside `span` into word pieces; `cuts` are offsets where a space was lost, so that a new word begins there.
 * Any string is accepted; linear time.
 */
export function wordPieces(
  text: string,
  span: Span,
  vocabulary: Vocabulary,
  cuts: ReadonlySet<number> = new Set(),
): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const word of words(text, span, cuts)) {
    for (const [from, to, id] of greedy(word.text, vocabulary)) {
      ids.push(id);
      starts.push(word.starts[from] ?? span[0]);
      ends.push(word.ends[to - 1] ?? span[1]);
    }
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Characters cut in one turn of the event loop: some 10 ms. */
const SLICE = 32_768;

/** The same for texts of any length: gives the event loop a turn after each slice. Slices end at a space, where no piece goes on. */
export async function wordPiecesInTurns(
  text: string,
  [start, end]: Span,
  vocabulary: Vocabulary,
  cuts?: ReadonlySet<number>,
): Promise<Pieces> {
  const slices: Pieces[] = [];
  const space = /[ \n]/g;
  for (let from = start; from < end; ) {
    space.lastIndex = from + SLICE;
    const to = Math.min(end, space.exec(text)?.index ?? end);
    slices.push(wordPieces(text, [from, to], vocabulary, cuts));
    from = to;
    await nextTurn();
  }
  const all = (key: keyof Pieces) => Int32Array.from(slices.flatMap((slice) => [...slice[key]]));
  return { ids: all('ids'), starts: all('starts'), ends: all('ends') };
}

/** Longest match first; a word with any part outside the vocabulary is unknown as a whole. */
function greedy(word: string, vocabulary: Vocabulary): [from: number, to: number, id: number][] {
  const whole: [number, number, number][] = [[0, word.length, vocabulary.unknown]];
  if (codePoints(word) > LONGEST_WORD) return whole;
  const found: [number, number, number][] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = vocabulary.idOf.get((from > 0 ? '##' : '') + word.slice(from, to));
      if (id !== undefined) break;
    }
    if (id === undefined) return whole;
    found.push([from, to, id]);
    from = to;
  }
  return found;
}

function codePoints(word: string): number {
  let count = 0;
  for (let i = 0; i < word.length; i++) if (!isTrailSurrogate(word.charCodeAt(i))) count++;
  return count;
}

const isTrailSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Words of the text in order; punctuation marks and CJK characters are words of their own. */
function* words(text: string, [start, end]: Span, cuts: ReadonlySet<number>): Generator<Word> {
  let word: Word = { text: '', starts: [], ends: [] };
  let closed = false;
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    const next = Math.min(end, at + (point > 0xffff ? 2 : 1));
    const kind = kindOf(point);
    const letters = kind === 'letter' || kind === 'alone' ? normal(point) : '';
    if (kind === 'space' || kind === 'alone' || cuts.has(at) || (closed && letters !== '')) {
      if (word.text !== '') yield word;
      word = { text: '', starts: [], ends: [] };
    }
    if (kind === 'letter' && letters === '') stretch(word, next);
    else append(word, letters, at, next);
    closed = kind === 'alone' || (closed && letters === '');
    at = next;
  }
  if (word.text !== '') yield word;
}

/** A combining mark is dropped from the word but belongs to the character before it. */
function stretch(word: Word, end: number): void {
  if (word.ends.length > 0) word.ends[word.ends.length - 1] = end;
}

function append(word: Word, text: string, start: number, end: number): void {
  word.text += text;
  for (let i = 0; i < text.length; i++) {
    word.starts.push(start);
    word.ends.push(end);
  }
}

const MARK = /\p{Mn}/gu;

/** Decomposed, without combining marks, in lower case. */
function normal(point: number): string {
  const character = String.fromCodePoint(point);
  if (point < 0x80) return character.toLowerCase();
  return character.normalize('NFD').replace(MARK, '').toLowerCase();
}

type Kind = 'letter' | 'space' | 'alone' | 'nothing';
const SPACE = /^[\p{Zs}\p{White_Space}]$/u;
const CONTROL = /^[\p{Cc}\p{Cf}\p{Co}\p{Cs}]$/u;
const PUNCTUATION = /^\p{P}$/u;

function kindOf(point: number): Kind {
  if (point < 0x80) return ASCII[point] ?? 'nothing';
  if (point === 0xfffd) return 'nothing';
  const character = String.fromCodePoint(point);
  if (SPACE.test(character)) return 'space';
  if (CONTROL.test(character)) return 'nothing';
  return isCjk(point) || PUNCTUATION.test(character) ? 'alone' : 'letter';
}

/** ASCII has no need of Unicode tables; all its signs count as punctuation, letters or not (`$`, `+`, `^`). */
const ASCII: readonly Kind[] = Array.from({ length: 0x80 }, (_, point): Kind => {
  if (point === 0x09 || point === 0x0a || point === 0x0d || point === 0x20) return 'space';
  if (point < 0x20 || point === 0x7f) return 'nothing';
  return /[A-Za-z0-9]/.test(String.fromCharCode(point)) ? 'letter' : 'alone';
});

/** The blocks of CJK ideographs (no kana, no Hangul), as BERT lists them. */
const CJK: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];
const isCjk = (point: number): boolean => CJK.some(([first, last]) => point >= first && point <= last);
