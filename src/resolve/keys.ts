// Blocking: which articles are worth comparing. Names tell affairs apart, words alone do not: of ten thousand articles a
// thousand tell of somebody's death.
import { isKnownWord } from '../text/tagger.ts';
import { nameStem } from './claims/words.ts';
import { countryIn } from './sources/countries.ts';
import type { ClaimFeatures, LocalClaim, LocalSource, Reading } from './types.ts';

/** Words with a capital, one behind the other. */
const NAME =
  /\p{Lu}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*(?:[^\S\r\n]\p{Lu}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*)*/gu;

const known = new WeakMap<Reading, readonly string[]>();
const knownSets = new WeakMap<Reading, ReadonlySet<string>>();

/**
 * Words under which a reading is looked up; two readings without a common one are not compared. A common key is a name of more
 * than one word; the last word of a name, or all of it, where it is no English word and no country; any other name together
 * with what happened to it; copied words. Outlets' names are none, for they stand in articles of every affair
 * (`buildGraph` makes outlets of one name one). Sorted.
 */
export function blockingKeys(reading: Reading): readonly string[] {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const outlets = new Set(reading.sources.filter(isOutlet).flatMap(textsOf).flatMap(wordsOf));
  const own = (name: readonly string[]) => name.some((word) => !outlets.has(word));
  const spoken = reading.sources.filter((s) => !isOutlet(s)).flatMap(textsOf);
  const keys = new Set([
    ...[...spoken, ...reading.claims.map((claim) => claim.text)]
      .flatMap(namesIn)
      .filter(own)
      .flatMap(nameKeys),
    ...reading.claims.flatMap(happeningKeys),
    ...copiedKeys(reading),
  ]);
  const sorted = [...keys].sort();
  known.set(reading, sorted);
  return sorted;
}

/** Keys of copied words begin so: each alone may be a phrase that everybody uses. */
export const COPIED = 'r:';
/** Keys of copied words that two readings must have in common, where they have no other. */
export const ENOUGH_COPIED = 3;

/** Whether two readings are worth comparing: they share a name, a name with a happening, or a good part of their words. */
export const shareKey = (a: Reading, b: Reading): boolean =>
  shareName(a, b) || copiedInCommon(a, b) >= ENOUGH_COPIED;

/** Whether they have a name, or a name with a happening, in common. */
export function shareName(a: Reading, b: Reading): boolean {
  const keys = keySetOf(a);
  return blockingKeys(b).some((key) => !key.startsWith(COPIED) && keys.has(key));
}

function copiedInCommon(a: Reading, b: Reading): number {
  const keys = keySetOf(a);
  return blockingKeys(b).filter((key) => key.startsWith(COPIED) && keys.has(key)).length;
}

function keySetOf(reading: Reading): ReadonlySet<string> {
  const before = knownSets.get(reading);
  if (before !== undefined) return before;
  const keys = new Set(blockingKeys(reading));
  knownSets.set(reading, keys);
  return keys;
}

/** Neighbouring fingerprints, two by two: fewer in common are chance, and so is a common phrase. */
const copiedKeys = ({ prints }: Reading): readonly string[] =>
  prints.slice(1).map(({ hash }, i) => `${COPIED}${prints[i]?.hash.slice(0, 6)}${hash.slice(0, 6)}`);

const isOutlet = (source: LocalSource): boolean => source.kind === 'Outlet';
const textsOf = ({ name, aliases }: LocalSource): readonly string[] => [name, ...aliases];
const namesIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(NAME)].map(([name]) => wordsOf(name));
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[’']s?$/, ''))
    .filter((word) => word !== '' && word !== 'the');

function nameKeys(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const full = words.length > 1 ? [`n:${words.join(' ')}`] : [];
  return isDistinct(last) ? [...full, `n:${nameStem(last)}`] : full;
}

const isDistinct = (word: string): boolean =>
  !isKnownWord(word) && countryIn([word.charAt(0).toUpperCase() + word.slice(1)]) === null;

/** The names in a claim that are no keys alone, each with each happening. A common word that only begins the claim is no name. */
function happeningKeys(claim: LocalClaim): readonly string[] {
  const [first = ''] = /^\p{L}+/u.exec(claim.text) ?? [];
  const begins = isKnownWord(first.toLowerCase()) && countryIn([first]) === null ? first.toLowerCase() : null;
  const alone = namesIn(claim.text).flatMap(([word, ...more], i) =>
    word !== undefined && more.length === 0 && !isDistinct(word) && (i > 0 || word !== begins)
      ? [`@${nameStem(word)}`]
      : [],
  );
  return wordingsOf(claim).flatMap(({ heads, entities, circumstances }) =>
    alone
      .filter((name) => entities.includes(name) || circumstances.includes(name))
      .flatMap((name) => heads.map((head) => `c:${name} ${head}`)),
  );
}

const wordingsOf = (claim: LocalClaim): readonly ClaimFeatures[] => [claim.features, ...claim.wordings];
