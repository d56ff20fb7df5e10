// Whom an article credits with its text: in its dateline ("(Reuters) -") or in a line at its end ("With files from AP").
import { knownByName } from '../gazetteer.ts';
import { readLexicon } from '../lexicon.ts';
import type { Document } from '../text/types.ts';

const phrases = (key: string): string => {
  const list = readLexicon('trade-words').get(key) ?? [];
  return list.map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|');
};
const NAME = "(?:the\\s+)?(\\p{Lu}[\\p{L}\\p{N}’'.-]*(?:[ -]\\p{Lu}[\\p{L}\\p{N}’'.-]*){0,4})";
/** "with" and its like in either case; names as written. */
const either = (words: string): string =>
  words.replace(
    /(^|\|)([a-z])/g,
    (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
  );
const BEFORE = new RegExp(`(?:${either(phrases('credited before'))})\\s{0,3}${NAME}`, 'gu');
const AFTER = new RegExp(
  `(?:[Tt]he\\s+)?${NAME.replace('(?:the\\s+)?', '')}\\s+(?:${phrases('credited after')})`,
  'gu',
);
const DATELINE = /^[^\n(]{0,80}\(([^)\n]{2,40})\) ?[-–—]/;
/** Code units at the end of an article in which it says whose text it is. */
const FOOT = 500;

/** Names as they are written, without a sentence's end. O(1) in the length of the article. */
export function creditsOf({ article: { text, body } }: Document): readonly string[] {
  const [start, end] = body;
  const head = DATELINE.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
  const foot = text.slice(Math.max(start, end - FOOT), end);
  const named = [...foot.matchAll(BEFORE), ...foot.matchAll(AFTER)].map(([, name = '']) =>
    name.replace(/[.,]+$/, ''),
  );
  return [...new Set([...(head === undefined ? [] : [head]), ...named])];
}

/** Whether a credit is one of an outlet's names, or another name of the same body. */
export function isCredited(credits: readonly string[], names: readonly string[]): boolean {
  const own = new Set(names.map(canonical));
  return credits.some((credit) => own.has(canonical(credit)));
}

const canonical = (name: string): string =>
  (knownByName(name)?.name ?? name).replace(/^the\s+/i, '').toLowerCase();
