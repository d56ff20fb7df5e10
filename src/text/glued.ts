// Words that lost the space between them ("soldierafter", "tothe"), told by the vocabulary alone.

import { readLexicon } from '../lexicon.ts';
import { isKnownWord } from './tagger.ts';
import type { Span } from './types.ts';

const lexicon = readLexicon('function-words');
const ENDINGS = lexicon.get('after a word') ?? [];
const BEGINNINGS = lexicon.get('before a word') ?? [];
const FUNCTION_WORDS: ReadonlySet<string> = new Set([...ENDINGS, ...(lexicon.get('short') ?? [])]);
const SHORTEST_WORD = 4;
const LONGEST_WORD = 40;

/**
 * Where the space is missing in a lower-case word, counted from its start; null where nothing says that one is. A word is glued where the
 * vocabulary does not have it and it is a known word and a function word in a row, or two function words. O(length) look-ups.
 */
export function gluedAt(word: string): number | null {
  if (!/^[a-z]{4,}$/.test(word) || word.length > LONGEST_WORD || isKnownForm(word)) return null;
  const cut = [...Array(word.length).keys()].find(
    (at) => FUNCTION_WORDS.has(word.slice(0, at)) && FUNCTION_WORDS.has(word.slice(at)),
  );
  if (cut !== undefined) return cut;
  const ending = ENDINGS.find((part) => word.endsWith(part) && isWhole(word.slice(0, -part.length)));
  if (ending !== undefined) return word.length - ending.length;
  const beginning = BEGINNINGS.find((part) => word.startsWith(part) && isWhole(word.slice(part.length)));
  return beginning?.length ?? null;
}

/** The same for a token of a text: where its second word begins, as an offset of the text. */
export function lostSpaceIn(text: string, [start, end]: Span): number | null {
  const at = gluedAt(text.slice(start, end));
  return at === null ? null : start + at;
}

const isWhole = (word: string): boolean => word.length >= SHORTEST_WORD && isKnownForm(word);

const ENDING_FORMS: readonly (readonly [ending: RegExp, restored: readonly string[]])[] = [
  [/s$/, ['']],
  [/es$/, ['']],
  [/ies$/, ['y']],
  [/ed$/, ['', 'e']],
  [/ied$/, ['y']],
  [/ing$/, ['', 'e']],
  [/ers?$/, ['', 'e']],
  [/ly$/, ['']],
];

/** In the vocabulary as it stands or without a common ending; the vocabulary holds base forms. */
export const isKnownForm = (word: string): boolean =>
  isKnownWord(word) ||
  ENDING_FORMS.some(([ending, restored]) => {
    const stem = word.replace(ending, '');
    return stem.length >= 3 && stem !== word && restored.some((last) => isKnownWord(stem + last));
  });
