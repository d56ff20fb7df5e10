// Which country a word is of: name, adjective, capital; by table, and by form for countries that no table knows.
import { readLexicon } from '../../lexicon.ts';
import { NO_COUNTRIES } from './lexicon.ts';

const adjectives = readLexicon('country-adjectives');
const capitals = readLexicon('country-capitals');
const names = readLexicon('country-names');
/** Longest entry in words. */
const LONGEST = 4;

const byWord = new Map<string, string>();
for (const [country, words] of [...capitals, ...names, ...adjectives])
  for (const word of words) byWord.set(word, country);
for (const country of adjectives.keys()) byWord.set(country, country);

const adjectiveWords = new Set([...adjectives.values()].flat());
const nameWords = new Set([...adjectives.keys(), ...[...names.values()].flat()]);
const capitalWords = new Set([...capitals.values()].flat());

/** First words of all entries, to turn away most words at once. */
const FIRST_WORDS = new Set([...byWord.keys()].map((word) => word.split(' ')[0] ?? ''));

export type CountryForm = 'adjective' | 'name' | 'capital';

/** A country at the beginning of the words (case as written), and how many words it takes. */
export function countryAt(
  words: readonly string[],
): { country: string; length: number; form: CountryForm } | null {
  if (!FIRST_WORDS.has(words[0] ?? '')) return null;
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const word = words.slice(0, length).join(' ');
    const country = byWord.get(word);
    if (country === undefined) continue;
    const form = nameWords.has(word) ? 'name' : adjectiveWords.has(word) ? 'adjective' : 'capital';
    return { country, length, form: capitalWords.has(word) && form !== 'name' ? 'capital' : form };
  }
  return null;
}

/** The first country that the words name, in any form. */
export function countryIn(words: readonly string[]): string | null {
  for (let i = 0; i < words.length; i++) {
    if (!FIRST_WORDS.has(words[i] ?? '')) continue;
    const found = countryAt(words.slice(i, i + LONGEST));
    if (found !== null) return found.country;
  }
  return null;
}

/** What a country and its people share: "tassari" of Tassaria and Tassarian. */
export function countryStem(word: string): string {
  const known = byWord.get(word);
  if (known !== undefined) return known;
  return word
    .toLowerCase()
    .replace(/(?:ish|ese|an|n|i|er)$/, '')
    .replace(/[aeiou]+$/, '');
}

/** "Tassaria" and "Tassarian", "South Korea" and "South Korean": one country, by table or by form. */
export const sameCountry = (a: string, b: string): boolean => a === b || countryStem(a) === countryStem(b);

/** Could a capitalised word that no table knows be the adjective of a country? */
export const looksLikeAdjective = (word: string): boolean =>
  /^\p{Lu}\p{L}{2,}(?:ian|ean|an|ish|ese)$/u.test(word) && !NO_COUNTRIES.has(word.toLowerCase());
