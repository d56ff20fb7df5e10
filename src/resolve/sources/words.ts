// A noun phrase as words: case kept, possessives marked, cut at commas and brackets.

export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Offsets into the phrase, which may hold invisible characters that `text` is without. */
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** "Norrik’s", "the auditors’": written without the ending in `text`. */
  readonly possessive: boolean;
}

const PIECE = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}.'’&-]*|(?<=\p{L} )&(?= \p{Lu})|[,;:()[\]–—]/gu;
const LONGEST_PHRASE = 600;

/** The words of a phrase, one list for every part between commas, brackets and dashes. */
export function splitPhrase(phrase: string): readonly (readonly Word[])[] {
  const segments: Word[][] = [[]];
  for (const match of phrase.slice(0, LONGEST_PHRASE).matchAll(PIECE)) {
    if (/^[,;:()[\]–—]/.test(match[0])) segments.push([]);
    else segments.at(-1)?.push(toWord(match[0], match.index));
  }
  return segments.filter((segment) => segment.length > 0);
}

function toWord(raw: string, start: number): Word {
  // "Halm & Sons" is one name
  if (raw === '&') return { text: raw, lower: raw, start, end: start + 1, capital: true, possessive: false };
  // "Mr.", "soldiers.", but "U.S."
  const trimmed = raw.replace(/['’&-]+$/u, '').replace(/^([^.]*)\.+$/u, '$1');
  const plural = /s['’]$/.test(raw);
  const singular = /['’]s$/i.test(trimmed);
  const text = (singular ? trimmed.slice(0, -2) : trimmed).replace(/\p{Cf}/gu, '');
  return {
    text,
    lower: text.toLowerCase(),
    start,
    end: start + trimmed.length,
    capital: /^(?:\p{Lu}|\d)/u.test(text),
    possessive: plural || singular,
  };
}

/** A rough stem, for comparing descriptions: "auditors", "audit" and "audits" meet. */
export const stem = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/['’]s?$/, '')
        .replace(/ies$/, 'y')
        .replace(/(?:ors|or|ers|er|s)$/, '');
