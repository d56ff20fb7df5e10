// Nouns and names that sources are called by, as typed tables over data/lexicon/source-*.json.
import { readLexicon } from '../../lexicon.ts';
import type { SourceKind } from '../types.ts';

/** How a person relates to the words: a voice speaks for somebody, a head leads and speaks for an institution, an office speaks for itself. */
export type Role = 'voice' | 'head' | 'office' | 'rank' | 'reporter' | 'occupation' | 'general';

/** The noun that heads a source phrase. */
export interface HeadNoun {
  /** Lower case, singular where it is of people. */
  readonly noun: string;
  /** Number of words that it takes. */
  readonly length: number;
  readonly plural: boolean;
  /** Of a person; null: of a body, document or data. */
  readonly role: Role | null;
  /** The class of body; for a person the class that they head ("fire chief"). */
  readonly body: string | null;
}

const people = readLexicon('source-people');
const kinds = readLexicon('source-kinds');
const words = readLexicon('source-words');

const list = (from: ReadonlyMap<string, readonly string[]>, key: string): ReadonlySet<string> =>
  new Set(from.get(key));
/** Word → the key of its list; the first list that has it wins. */
function inverted(lists: ReadonlyMap<string, readonly string[]>, keys: Iterable<string> = lists.keys()) {
  const index = new Map<string, string>();
  for (const key of keys) for (const word of lists.get(key) ?? []) if (!index.has(word)) index.set(word, key);
  return index;
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['voices', 'voice'],
  ['offices', 'office'],
  ['heads', 'head'],
  ['ranks', 'rank'],
  ['reporters', 'reporter'],
  ['general', 'general'],
  ['occupations', 'occupation'],
]);
const roleOf = inverted(people, ROLES.keys());
const classOfNoun = inverted(readLexicon('source-classes'));
const classOfHead = inverted(readLexicon('source-heads'));
const classOfName = inverted(readLexicon('source-names'));
const singularOf = inverted(readLexicon('source-plurals'));
const fits = readLexicon('source-fits');
const kindOf = inverted(kinds, ['Agency', 'Outlet', 'Document', 'Data']);

const officialClasses = list(kinds, 'official');
const nationalClasses = list(kinds, 'national');
const unitClasses = list(kinds, 'unit');
const genericClasses = list(kinds, 'generic');
const feminine = list(people, 'feminine');
const masculine = list(people, 'masculine');
const LONGEST = 4;

export const OWN_OUTLET = list(words, 'own outlet');
export const CHANNELS = list(words, 'channels');
export const AUDIENCE = list(words, 'audience');
export const UTTERANCES = list(words, 'utterances');
export const EMPTY_WORDS = list(words, 'empty');
export const ANONYMOUS = list(words, 'anonymous');
export const FACILITIES = list(words, 'facilities');
export const COMPLEMENT_STARTS = list(words, 'complement');
/** Words before a noun that say it is known already. */
export const DEFINITE = list(words, 'definite');
export const DETERMINERS: ReadonlySet<string> = new Set([...DEFINITE, ...list(words, 'other determiners')]);
/** Before whom somebody speaks for: "of", "for". */
export const OWNER_LINKS = list(words, 'owner links');
export const ORDINALS = list(words, 'ordinals');
export const LEADING_VERBS = list(words, 'runs');
/** Words that are no name however they are written: function words, days, months. */
export const NO_NAMES = list(words, 'no names');
/** Adjectives and names that look like the adjective of a country and are none. */
export const NO_COUNTRIES = list(words, 'no countries');
/** Nouns for people that are as well surnames: in "Larry King" the last word is a name. */
export const SURNAMES = list(words, 'surnames');
export const OFFICES = list(people, 'offices');
export const NEWSROOMS = list(words, 'newsrooms');
/** What only a state has: "X’s troops". */
export const STATE_POSSESSIONS = list(words, 'state possessions');
export const PUBLIC_WORDS = list(words, 'public');
export const PROVIDED = list(words, 'providers');
/** Roles that companies have as well as people: "quarry owner Stenhall". */
export const FIRMS = list(people, 'firms');
/** Nouns that any company is called by: "the lender" is only one that lends. */
export const FIRM_NOUNS = list(words, 'firm nouns');
/** What an authority is called by that watches over others. */
export const OVERSEERS = list(words, 'overseers');
/** Who leads a company, and nothing else. */
export const COMPANY_HEADS = list(people, 'company heads');
export const TITLES = list(people, 'titles');
/** What somebody is to another one, and not what he does. */
export const RELATIONS = list(people, 'relations');

export const kindOfClass = (body: string | null): SourceKind | null =>
  body === null ? null : ((kindOf.get(body) as SourceKind | undefined) ?? null);
export const isOfficialClass = (body: string | null): boolean => body !== null && officialClasses.has(body);
export const isNationalClass = (body: string | null): boolean => body !== null && nationalClasses.has(body);
export const isUnitClass = (body: string | null): boolean => body !== null && unitClasses.has(body);
/** Too general to tell bodies apart: "the agency" may be a news agency, an intelligence agency or an office. */
export const isGenericClass = (body: string | null): boolean => body !== null && genericClasses.has(body);

/** The class that a word (or two or three) inside a proper name tells: "Radio" Kesten, Corvane Sports "Partners". */
export function classInName(name: readonly string[]): string | null {
  for (let length = Math.min(3, name.length); length > 0; length--) {
    for (const start of [name.length - length, 0]) {
      const found = classOfName.get(name.slice(start, start + length).join(' '));
      if (found !== undefined) return found;
    }
  }
  return null;
}

export function genderOf(noun: string): 'f' | 'm' | null {
  const last = noun.split(' ').at(-1) ?? noun;
  if (feminine.has(noun) || feminine.has(last)) return 'f';
  return masculine.has(noun) || masculine.has(last) ? 'm' : null;
}

const lastOf = (noun: string): string => noun.slice(noun.lastIndexOf(' ') + 1);
/** Last words of all nouns, to turn away most words at once. */
const LAST_WORDS = new Set([...classOfNoun.keys(), ...classOfHead.keys(), ...roleOf.keys()].map(lastOf));

/** The longest noun of the tables that ends the words (lower case). */
export function headNoun(phrase: readonly string[]): HeadNoun | null {
  const last = phrase.at(-1);
  if (last === undefined || ![last, ...singulars(last)].some((form) => LAST_WORDS.has(form))) return null;
  for (let length = Math.min(LONGEST, phrase.length); length > 0; length--) {
    const noun = phrase.slice(-length).join(' ');
    const body = classOfNoun.get(noun);
    if (body !== undefined) return { noun, length, plural: noun.endsWith('s'), role: null, body };
    for (const [form, plural] of [
      [noun, false] as const,
      ...singulars(noun).map((s) => [s, true] as const),
    ]) {
      const headed = classOfHead.get(form);
      const role = headed === undefined ? ROLES.get(roleOf.get(form) ?? '') : 'head';
      if (role !== undefined) return { noun: form, length, plural, role, body: headed ?? null };
      const singular = classOfNoun.get(form);
      if (plural && singular !== undefined) return { noun: form, length, plural, role: null, body: singular };
    }
  }
  return null;
}

function singulars(noun: string): readonly string[] {
  const irregular = singularOf.get(noun);
  if (irregular !== undefined) return [irregular];
  if (noun.endsWith('men')) return [`${noun.slice(0, -3)}man`];
  if (noun.endsWith('ies')) return [`${noun.slice(0, -3)}y`];
  if (noun.endsWith('es')) return [noun.slice(0, -1), noun.slice(0, -2)];
  return noun.endsWith('s') && !noun.endsWith('ss') ? [noun.slice(0, -1)] : [];
}

/** May one person be called both? "an employee" and "a waiter"; "a person" and anything. */
export function nounsFit(a: HeadNoun, b: HeadNoun): boolean {
  if (a.noun === b.noun || a.role === 'general' || b.role === 'general') return true;
  const covers = (wide: HeadNoun, narrow: HeadNoun) => {
    // "Shift leader" says more than "leader": what that may be called, it may not where the role is another.
    const narrower =
      fits.get(wide.noun) ?? (wide.role === narrow.role ? fits.get(lastOf(wide.noun)) : null) ?? [];
    return narrower.includes(narrow.noun) || narrower.includes(lastOf(narrow.noun));
  };
  return lastOf(a.noun) === lastOf(b.noun) || covers(a, b) || covers(b, a);
}
