// The country of which a noun phrase speaks.
import { countryAt, countryIn, looksLikeAdjective } from './countries.ts';
import { type HeadNoun, isNationalClass } from './lexicon.ts';
import type { Parts } from './phrase-parts.ts';
import { stem, type Word } from './words.ts';

/** The country of a body by who owns it, by its own words, or by what it is "of". */
export const countryOf = (
  { possessor, core, linked, before, noun }: Parts,
  field: readonly Word[],
): string | null =>
  countryOfWords(possessor, noun) ??
  countryIn(core.map((w) => w.text)) ??
  (noun !== null && linked.length > 0 && isNationalClass(noun.body) && field.length === 0
    ? (countryIn(linked.map((w) => w.text)) ?? capitalTail(linked))
    : null) ??
  unknownCountry(before);

function countryOfWords(possessor: readonly Word[], noun: HeadNoun | null): string | null {
  const spelled = possessor.map((w) => w.text);
  const known = countryIn(spelled);
  if (known !== null) return known;
  return noun !== null && isNationalClass(noun.body) ? capitalTail(possessor) : null;
}

/** A body that stands for a country belongs to whatever name owns it: "Keldavia’s general staff". */
const capitalTail = (words: readonly Word[]): string | null => {
  const name = words.filter((w) => w.capital);
  return name.length > 0 && name.length === words.length ? name.map((w) => w.text).join(' ') : null;
};

const unknownCountry = (before: readonly Word[]): string | null =>
  before.find((w) => looksLikeAdjective(w.text))?.text ?? null;

/** "South" of "South Korean". */
export const isCountryWord = (core: readonly Word[], word: string): boolean =>
  core.some((w, i) => {
    const found = w.capital ? countryAt(core.slice(i).map((x) => x.text)) : null;
    return found !== null && core.slice(i, i + found.length).some((x) => stem(x.lower) === word);
  });
