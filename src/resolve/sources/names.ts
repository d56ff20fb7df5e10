// Do two proper names name one? Full and short forms, surnames, acronyms.

export interface NameMatch {
  readonly sure: boolean;
  readonly reason: string;
}

const PARTICLES = new Set([
  'the',
  'of',
  'for',
  'and',
  'de',
  'da',
  'do',
  'del',
  'von',
  'van',
  'der',
  'di',
  'du',
  'la',
  'le',
]);

/** Names whose words are kept: the same few are compared again and again. */
const MOST_KEPT = 20_000;
const wordsKept = new Map<string, readonly string[]>();

/** The words that count in comparing names, lower case. */
export function nameWords(name: string): readonly string[] {
  const known = wordsKept.get(name);
  if (known !== undefined) return known;
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word));
  if (wordsKept.size >= MOST_KEPT) wordsKept.clear();
  wordsKept.set(name, words);
  return words;
}

export const initials = (name: string): string =>
  nameWords(name)
    .map((word) => word[0])
    .join('');

const isAcronym = (name: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(name);

/** Whether one name can stand for the other; null: they do not name one. */
export function matchNames(a: string, b: string): NameMatch | null {
  const x = nameWords(a);
  const y = nameWords(b);
  if (x.length === 0 || y.length === 0) return null;
  if (x.join(' ') === y.join(' ')) return { sure: true, reason: 'same name' };
  const [short, long, shortName, longName] = x.length < y.length ? [x, y, a, b] : [y, x, b, a];
  if (short.length === 1 && isAcronym(shortName) && long.length > 1)
    return initials(longName) === short[0]
      ? { sure: true, reason: 'acronym of the full name' }
      : endsOf(short, long);
  if (short.length === long.length)
    // Translations turn names round: "Mission Lanter", "Lanter Mission".
    return short.length > 1 && [...short].sort().join(' ') === [...long].sort().join(' ')
      ? { sure: true, reason: 'the same words of a name in another order' }
      : null;
  return endsOf(short, long);
}

function endsOf(short: readonly string[], long: readonly string[]): NameMatch | null {
  if (short.every((word, i) => word === long[long.length - short.length + i]))
    return { sure: true, reason: 'last part of the full name' };
  if (short.every((word, i) => word === long[i]))
    return { sure: false, reason: 'first part of the full name' };
  return null;
}

/**
 * Whether a name can stand for one of the names of somebody. A single word that begins both it and another of those names
 * from which it differs tells nothing: "Orvane" of "Orvane stock exchange" and "Orvane Post" is the name of a place.
 */
export function matchNameOf(name: string, known: string, names: readonly string[]): NameMatch | null {
  const begins = (full: string) => !known.includes(' ') && full.startsWith(`${known} `);
  const lent = begins(name) && names.some((other) => begins(other) && matchNames(name, other) === null);
  return lent ? null : matchNames(name, known);
}

/** Two people of one surname with different first names. */
export function differentFirstNames(a: string, b: string): boolean {
  const x = nameWords(a);
  const y = nameWords(b);
  if (x.length < 2 || y.length < 2 || x.at(-1) !== y.at(-1)) return false;
  const [first = '', other = ''] = [x[0], y[0]];
  return (
    first !== other &&
    !(first.length === 1 && other.startsWith(first)) &&
    !(other.length === 1 && first.startsWith(other))
  );
}

/** Words under which a name is looked up: its first, its last, its initials. */
export function nameKeys(name: string): readonly string[] {
  const words = nameWords(name);
  const keys = [words[0], words.at(-1), words.length > 1 ? initials(name) : undefined];
  return [...new Set(keys.filter((key) => key !== undefined))];
}
