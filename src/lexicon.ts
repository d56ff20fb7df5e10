// Words that describe the language, read from data/lexicon.
import { readFileSync } from 'node:fs';

/**
 * The word lists of `data/lexicon/NAME.json`, by their key (`source` and `licence` left out).
 * Throws where the file is missing or holds anything but lists of strings: a broken installation.
 */
export function readLexicon(name: string): ReadonlyMap<string, readonly string[]> {
  const file = new URL(`../data/lexicon/${name}.json`, import.meta.url);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof json !== 'object' || json === null) throw new Error(`${file.pathname} is no JSON object`);
  const lists = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(json)) {
    if (key === 'source' || key === 'licence') continue;
    if (!isWords(value)) throw new Error(`${file.pathname}: "${key}" is no list of strings`);
    lists.set(key, value);
  }
  return lists;
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');
