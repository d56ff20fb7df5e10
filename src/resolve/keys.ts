// Blocking: which articles are worth comparing. Names tell affairs apart, words alone do not: of ten thousand articles a
// thousand tell of somebody's death.
import { readLexicon } from '../lexicon.ts';
import { isKnownForm } from '../text/glued.ts';
import { isKnownWord } from '../text/tagger.ts';
import { nameStem } from './claims/words.ts';
import { countryIn } from './sources/countries.ts';
import type { ClaimFeatures, LocalClaim, LocalSource, Reading } from './types.ts';

/** Words with a capital, one behind the other. */
const NAME =
  /\p{Lu}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*(?:[^\S\r\n]\p{Lu}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*)*/gu;

/** Words that a sentence may begin with before a name: "In Ukraine". */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([...readLexicon('function-words').values()].flat());

const known = new WeakMap<Reading, readonly string[]>();
const knownSets = new WeakMap<Reading, ReadonlySet<string>>();

/**
 * Words under which a reading is looked up; two readings without a common one are not compared. A common key is a name of more
 * than one word; the last word of a name, or all of it, where it is no English word and no country; any other name, and a word
 * that has its capital perhaps only because it begins a claim ("Norovirus"), together with what happened to it; any two of the
 * names that the whole article is about; copied words.
 * Outlets' names are none, for they stand in articles of every affair (`buildGraph` makes outlets of one name one). Sorted.
 */
export function blockingKeys(reading: Reading): readonly string[] {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const outlets = new Set(reading.sources.filter(isOutlet).flatMap(textsOf).flatMap(wordsOf));
  const own = ({ words }: Name) => words.some((word) => !outlets.has(word));
  const spoken = reading.sources
    .filter((source) => !isOutlet(source))
    .flatMap((source) => namesOf(source).filter((name) => source.named || !name.opens));
  const told = reading.claims.flatMap((claim) => namesIn(claim.text));
  const sure = new Set([...spoken, ...told.filter((name) => !name.opens)].flatMap(({ words }) => words));
  const isSure = ({ words, opens }: Name) => !opens || words.some((word) => sure.has(word));
  const keys = new Set([
    ...[...spoken, ...told.filter(isSure)].filter(own).flatMap(({ words }) => nameKeys(words)),
    ...reading.claims.flatMap((claim) => happeningKeys(claim, isSure)),
    ...topicKeys(reading, outlets),
    ...copiedKeys(reading),
  ]);
  const sorted = [...keys].sort();
  known.set(reading, sorted);
  return sorted;
}

/** Keys of copied words begin so: each alone may be a phrase that everybody uses. */
export const COPIED = 'r:';
/**
 * Keys of copied words that two readings must have in common, where they have no other; and their share of those of the one that has
 * fewer. With less, too little of either stands in the other for joining them: of very many articles many share a sentence.
 */
export const ENOUGH_COPIED = 3;
export const SHARE_COPIED = 0.1;

/** Whether two readings are worth comparing: they share a name, a name with a happening, or a good part of their words. */
export const shareKey = (a: Reading, b: Reading): boolean => shareName(a, b) || shareCopied(a, b);

/** Whether they have a name, or a name with a happening, in common. */
export const shareName = (a: Reading, b: Reading): boolean =>
  shareSome(a, b, (key) => !key.startsWith(COPIED));

/** Whether they have a name in common that tells affairs apart without what happened to it. */
export const shareOwnName = (a: Reading, b: Reading): boolean =>
  shareSome(a, b, (key) => key.startsWith(OWN_NAME));

function shareSome(a: Reading, b: Reading, which: (key: string) => boolean): boolean {
  const keys = keySetOf(a);
  return blockingKeys(b).some((key) => which(key) && keys.has(key));
}

function shareCopied(a: Reading, b: Reading): boolean {
  const keys = keySetOf(a);
  const common = copiedIn(blockingKeys(b).filter((key) => keys.has(key)));
  const fewer = Math.min(copiedIn(blockingKeys(a)), copiedIn(blockingKeys(b)));
  return common >= Math.max(ENOUGH_COPIED, SHARE_COPIED * fewer);
}

/** How many keys are of copied words. */
export const copiedIn = (keys: readonly string[]): number =>
  keys.reduce((count, key) => count + Number(key.startsWith(COPIED)), 0);

function keySetOf(reading: Reading): ReadonlySet<string> {
  const before = knownSets.get(reading);
  if (before !== undefined) return before;
  const keys = new Set(blockingKeys(reading));
  knownSets.set(reading, keys);
  return keys;
}

/** Neighbouring fingerprints, two by two, with a name in them: fewer in common are chance, and so is a common phrase. */
const copiedKeys = ({ prints }: Reading): readonly string[] =>
  prints.slice(1).flatMap((print, i) => {
    const before = prints[i];
    return before !== undefined && (before.named || print.named)
      ? [`${COPIED}${before.hash.slice(0, 6)}${print.hash.slice(0, 6)}`]
      : [];
  });

const isOutlet = (source: LocalSource): boolean => source.kind === 'Outlet';
const textsOf = ({ name, aliases }: LocalSource): readonly string[] => [name, ...aliases];
const namesOf = (source: LocalSource): readonly Name[] => textsOf(source).flatMap(namesIn);

/** Words of a name, lower-cased. `opens`: it is one word that begins its text, where any word has a capital. */
interface Name {
  readonly words: readonly string[];
  readonly opens: boolean;
}

function namesIn(text: string): readonly Name[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const all = match[0].toLowerCase().split(/\s+/);
    const led = match.index === 0 && FUNCTION_WORDS.has(all[0] ?? '');
    const words = wordsOf(all.slice(led ? 1 : 0).join(' '));
    return words.length === 0 ? [] : [{ words, opens: match.index === 0 && !led && words.length === 1 }];
  });
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[’']s?$/, ''))
    .filter((word) => word !== '' && word !== 'the');

/** Keys of names that need nothing beside them begin so. */
const OWN_NAME = 'n:';

function nameKeys(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  if (last === undefined) return [];
  const full = words.length > 1 ? [`${OWN_NAME}${words.join(' ')}`] : [];
  return isDistinct(last) ? [...full, `${OWN_NAME}${nameStem(last)}`] : full;
}

/** Weight from which on a name is much of what an article is about, and how many of these are looked at. */
const TELLING = 0.2;
const MOST_TELLING = 10;

/** Any two of the names that an article is about, wherever in it they stand; not those of who reports. */
function topicKeys({ topic }: Reading, outlets: ReadonlySet<string>): readonly string[] {
  const reporters = new Set([...outlets].map((word) => `@${nameStem(word)}`));
  const names = topic
    .filter(([word, weight]) => word.startsWith('@') && weight >= TELLING && !reporters.has(word))
    .slice(0, MOST_TELLING)
    .map(([word]) => word)
    .sort();
  return names.flatMap((name, i) => names.slice(i + 1).map((other) => `${OWN_NAME}${name} ${other}`));
}

const isDistinct = (word: string): boolean => !isKnownWord(word) && !isCountry(word);
const isCountry = (word: string): boolean =>
  countryIn([word.charAt(0).toUpperCase() + word.slice(1)]) !== null;

/** The names in a claim that are no keys alone, each with each happening. */
function happeningKeys(claim: LocalClaim, isSure: (name: Name) => boolean): readonly string[] {
  const alone = namesIn(claim.text).flatMap((name) => {
    const [word, ...more] = name.words;
    if (word === undefined || more.length > 0) return [];
    const common = name.opens && isKnownForm(word) && !isCountry(word);
    return common || (isDistinct(word) && isSure(name)) ? [] : [`@${nameStem(word)}`];
  });
  return wordingsOf(claim).flatMap(({ heads, entities, circumstances }) =>
    alone
      .filter((name) => entities.includes(name) || circumstances.includes(name))
      .flatMap((name) => heads.map((head) => `c:${name} ${head}`)),
  );
}

const wordingsOf = (claim: LocalClaim): readonly ClaimFeatures[] => [claim.features, ...claim.wordings];
