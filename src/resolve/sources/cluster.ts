// A cluster: the places that stand for one voice, and what they say of it together.
import { countryStem, sameCountry } from './countries.ts';
import {
  FIRM_NOUNS,
  type HeadNoun,
  isGenericClass,
  isNationalClass,
  kindOfClass,
  OVERSEERS,
} from './lexicon.ts';
import { nameWords } from './names.ts';
import type { Phrase } from './phrase.ts';
import type { Place } from './places.ts';
import type { Gender } from './pronouns.ts';
import { stem } from './words.ts';

export type Sureness = 'certain' | 'probable';

export interface Member {
  readonly place: Place;
  readonly judgement: Sureness;
  readonly reason: string;
  /** The words are of somebody who speaks for it: their name is an alias, their noun tells nothing of it. */
  readonly voice: boolean;
}

/** Grows while an article is read; `mergedInto` leads on where two turned out to be one. */
export interface Cluster {
  readonly order: number;
  members: Member[];
  /** What its places call it, each wording once; pronouns left out. The next five follow from it. */
  told: { readonly phrase: Phrase; readonly voice: boolean }[];
  /** Proper names, those that no place gives (the outlet’s header) first. */
  readonly names: Set<string>;
  readonly nouns: HeadNoun[];
  /** Classes of body that its nouns and names tell. */
  readonly classes: Set<string>;
  /** Words before the head noun that tell it from its like: "defence", "interior". */
  readonly modifiers: Set<string>;
  /** Somebody in it is a person, by noun, name or gender. */
  person: boolean;
  /** Some place of it is a source’s, a relayer’s. */
  source: boolean;
  relayer: boolean;
  /** By a possessive beside its name. */
  gender: Gender;
  /** Offsets of its first and latest place. */
  firstAt: number;
  lastAt: number;
  /** The article’s own outlet. */
  own: boolean;
  country: string | null;
  /** The body that this person leads, to be joined with it if it speaks itself. */
  leads: Cluster | null;
  /** Clusters that the text says are others. */
  others: { cluster: Cluster; reason: string }[];
  mergedInto: Cluster | null;
}

export const newCluster = (order: number): Cluster => ({
  order,
  members: [],
  told: [],
  names: new Set(),
  nouns: [],
  classes: new Set(),
  modifiers: new Set(),
  person: false,
  source: false,
  relayer: false,
  gender: null,
  firstAt: Number.MAX_SAFE_INTEGER,
  lastAt: -1,
  own: false,
  country: null,
  leads: null,
  others: [],
  mergedInto: null,
});

export function root(cluster: Cluster): Cluster {
  let at = cluster;
  while (at.mergedInto !== null) at = at.mergedInto;
  return at;
}

/** Makes one of two; the members of `from` keep their places, their judgement is at most `judgement`. */
export function merge(
  into: Cluster,
  from: Cluster,
  judgement: Sureness,
  reason: string,
  voice = false,
): void {
  const [a, b] = [root(into), root(from)];
  if (a === b) return;
  for (const [i, member] of b.members.entries()) {
    const weaker = member.judgement === 'probable' ? 'probable' : judgement;
    const first = i === 0 ? reason : member.reason;
    addMember(a, { ...member, judgement: weaker, reason: first, voice: member.voice || voice });
  }
  for (const name of b.names) a.names.add(name);
  a.own ||= b.own;
  a.country ??= b.country;
  a.leads ??= b.leads;
  a.others.push(...b.others);
  b.members = [];
  b.told = [];
  b.mergedInto = a;
}

/** Wordings kept of one source: more tell nothing new. */
const WORDINGS = 40;

export function addMember(cluster: Cluster, member: Member): void {
  const { place, voice } = member;
  cluster.members.push(member);
  cluster.source ||= place.source;
  cluster.relayer ||= place.relayer;
  cluster.gender ??= place.gender;
  cluster.firstAt = Math.min(cluster.firstAt, place.span[0]);
  cluster.lastAt = Math.max(cluster.lastAt, place.span[0]);
  if (place.phrase.form === 'pronoun' || cluster.told.length >= WORDINGS) return;
  if (!cluster.told.some((t) => t.voice === voice && t.phrase.text === place.phrase.text))
    tell(cluster, place.phrase, voice);
}

function tell(cluster: Cluster, phrase: Phrase, voice: boolean): void {
  cluster.told.push({ phrase, voice });
  if (phrase.name !== null) cluster.names.add(phrase.name);
  cluster.person ||= voice || phrase.noun?.role != null || phrase.gender !== null;
  if (voice) return;
  if (phrase.noun !== null) cluster.nouns.push(phrase.noun);
  const body = phrase.noun?.role ? null : (phrase.nameClass ?? phrase.noun?.body ?? null);
  if (body !== null) cluster.classes.add(body);
  const named = phrase.name !== null && phrase.noun !== null;
  for (const word of named ? nameWords(phrase.name ?? '').map(stem) : phrase.modifiers)
    cluster.modifiers.add(word);
}

export const phrases = (cluster: Cluster): readonly Phrase[] => cluster.told.map((t) => t.phrase);
export const isSource = (cluster: Cluster): boolean => cluster.source;
export const namesOf = (cluster: Cluster): readonly string[] => [...cluster.names];
export const nounsOf = (cluster: Cluster): readonly HeadNoun[] => cluster.nouns;
export const classesOf = (cluster: Cluster): ReadonlySet<string> => cluster.classes;
export const hasPerson = (cluster: Cluster): boolean => cluster.person;

/** A body: an agency, an outlet. */
export const isBody = (cluster: Cluster): boolean =>
  cluster.own || [...classesOf(cluster)].some((body) => /^(?:Agency|Outlet)$/.test(kindOfClass(body) ?? ''));

/** Nothing tells whether its name is of a person or of a body. */
export const isUnknown = (cluster: Cluster): boolean =>
  !hasPerson(cluster) && classesOf(cluster).size === 0 && !cluster.own;

export const countryOf = (cluster: Cluster): string | null =>
  cluster.country ?? phrases(cluster).find((p) => p.country !== null)?.country ?? null;

export const isPlural = (cluster: Cluster): boolean =>
  phrases(cluster).some((p) => p.plural && p.noun?.role != null && p.name === null);

/** By noun or title; else by a possessive beside its name. */
export const genderOfCluster = (cluster: Cluster): 'f' | 'm' | null =>
  phrases(cluster).findLast((p) => p.gender !== null)?.gender ?? (isBody(cluster) ? null : cluster.gender);

export const countriesClash = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !sameCountry(a, b);

/** Classes of bodies that may be called a regulator. */
const OVERSEEING = new Set(['agency', 'commission', 'watchdog']);

/** How well a description with this class, noun and modifiers fits a body; 0: not at all. */
export function bodyFit(phrase: Phrase, cluster: Cluster): number {
  const noun = phrase.noun;
  if (noun === null || noun.role !== null || countriesClash(phrase.country, countryOf(cluster))) return 0;
  const nouns = nounsOf(cluster).filter((n) => n.role === null);
  const own = cluster.modifiers;
  const countryStems =
    countryOf(cluster) === null ? [] : [countryStem(countryOf(cluster) ?? '').toLowerCase()];
  const strange = phrase.modifiers.filter((m) => !own.has(m) && !countryStems.includes(m));
  const modified = phrase.modifiers.length > 0 && own.size > 0 && strange.length === phrase.modifiers.length;
  if (modified && !isGenericClass(noun.body)) return 0;
  const classes = classesOf(cluster);
  if (nouns.some((n) => n.noun === noun.noun)) return modified ? 0 : 4;
  if (noun.body !== null && classes.has(noun.body) && !isGenericClass(noun.body))
    return kindOfClass(noun.body) === 'Document'
      ? 0
      : noun.body === 'company' && !FIRM_NOUNS.has(noun.noun)
        ? 2
        : 3;
  if (OVERSEERS.has(noun.noun) && [...classes].some((body) => OVERSEEING.has(body))) return 2;
  if (noun.noun === 'side') {
    const state = [...classes].some(isNationalClass) || (classes.size === 0 && cluster.country !== null);
    return phrase.country !== null && countryOf(cluster) !== null && state ? 2 : 0;
  }
  // "the service" after "the fire service", "the agency" after "the spy agency".
  const last = [...nouns.map((n) => n.noun), ...namesOf(cluster).map((n) => n.toLowerCase())].map((n) =>
    n.split(' ').at(-1),
  );
  if (isGenericClass(noun.body) && !modified && last.includes(noun.noun)) return 3;
  if (noun.body === 'outlet' && classes.has('news agency')) return 1;
  return 0;
}
