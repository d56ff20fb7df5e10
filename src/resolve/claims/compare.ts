// How much two propositions say the same, by the words, names and amounts that they share.
import type { ClaimFeatures, Quantity } from '../types.ts';
import { areMonthsApart } from './months.ts';
import { compatible } from './quantities.ts';
import { conceptOf, EVENT_CONCEPTS, wordSet } from './words.ts';

/** How rare a word is in the texts that are compared: 1 for one that stands in one claim, towards 0.3 for one in all. */
export type Rarity = (key: string) => number;

export interface Likeness {
  /** 0..1: Dice's coefficient of the weighted words. */
  readonly dice: number;
  /** 0..1: how much of the shorter one stands in the longer one. */
  readonly cover: number;
  /** Weight of the fuller one of the two. */
  readonly fuller: number;
  /** Weight of what both have. */
  readonly shared: number;
  /** Weight of the words and names that both have. */
  readonly words: number;
  /** Both tell the same happening (a verb or a noun of event). */
  readonly head: boolean;
  /** Comparable amounts: the same, the same but for some, different, only one of the two counts, or none to compare. */
  readonly amounts: 'same' | 'partly' | 'different' | 'one-sided' | 'none';
  /** Both say who acts (or to whom it is done), and it is not the same. */
  readonly others: boolean;
}

const NAME_WEIGHT = 0.5;
const PERSON_WEIGHT = 0.4;
const CIRCUMSTANCE_WEIGHT = 0.3;
const AMOUNT_WEIGHT = 1;
const PERSONS = wordSet('person nouns');
/** Verbs of a deed that is not done yet. */
const INTENDED = new Set([...wordSet('intended deeds')].map((verb) => conceptOf(verb, 'VERB')));

type Weights = ReadonlyMap<string, number>;

/** The weighted words of each proposition, computed once for each set of texts that is compared. */
const known = new WeakMap<Rarity, WeakMap<ClaimFeatures, Weights>>();

function weightsOf(features: ClaimFeatures, rarity: Rarity): Weights {
  const cache = known.get(rarity) ?? new WeakMap<ClaimFeatures, Weights>();
  known.set(rarity, cache);
  const before = cache.get(features);
  if (before !== undefined) return before;
  const weights: Weights = new Map([
    ...features.circumstances.map((key) => [key, rarity(key) * CIRCUMSTANCE_WEIGHT] as const),
    ...features.content.map((key) => [key, rarity(key) * (PERSONS.has(key) ? PERSON_WEIGHT : 1)] as const),
    ...features.entities.map((key) => [key, rarity(key) * NAME_WEIGHT] as const),
  ]);
  cache.set(features, weights);
  return weights;
}

/** Rarity from how many of a set of claims hold each word. */
export function rarityIn(claims: readonly ClaimFeatures[]): Rarity {
  const count = new Map<string, number>();
  for (const claim of claims)
    for (const key of [...claim.content, ...claim.entities, ...claim.circumstances])
      count.set(key, (count.get(key) ?? 0) + 1);
  const all = Math.max(claims.length - 1, 4);
  return (key) => 1 - 0.7 * Math.min(1, ((count.get(key) ?? 1) - 1) / all);
}

/** Symmetric. O(words of both). */
export function likeness(a: ClaimFeatures, b: ClaimFeatures, rarity: Rarity): Likeness {
  const [left, right] = [weightsOf(a, rarity), weightsOf(b, rarity)];
  let shared = 0;
  let [total, other] = [sum(left.values()), sum(right.values())];
  for (const [key, weight] of left) {
    const there = right.get(key);
    if (there === undefined) continue;
    // A word told as the core by one and beside it by the other counts in full on both sides.
    shared += Math.max(weight, there);
    total += Math.max(0, there - weight);
    other += Math.max(0, weight - there);
  }
  const words = shared;
  const amounts = compareAmounts(a, b);
  if (amounts === 'same' || amounts === 'different') {
    total += AMOUNT_WEIGHT;
    other += AMOUNT_WEIGHT;
    if (amounts === 'same') shared += AMOUNT_WEIGHT;
  }
  const least = Math.min(total, other);
  const happening = a.heads.some((key) => b.heads.includes(key));
  const silent = a.heads.length === 0 || b.heads.length === 0;
  const dice = total + other === 0 ? 0 : (2 * shared) / (total + other);
  return {
    dice,
    cover: least === 0 ? 0 : shared / least,
    fuller: Math.max(total, other),
    shared,
    words,
    // One amount of one thing is not yet one happening: planes that landed, planes that were counted.
    head: happening || (amounts === 'same' && (silent || dice >= 0.55)),
    amounts,
    others:
      happening && a.passive === b.passive && !isDeed(a, b) && !isDeed(b, a) && apart(a.subject, b.subject),
  };
}

function compareAmounts(a: ClaimFeatures, b: ClaimFeatures): Likeness['amounts'] {
  const pairs = a.quantities.flatMap((x) => b.quantities.map((y) => [x, y] as const));
  const comparable = pairs.filter(([x, y]) => x.unit === y.unit || x.unit === '' || y.unit === '');
  if (comparable.length === 0) return counts(a) === counts(b) ? 'none' : 'one-sided';
  if (!comparable.some(([x, y]) => compatible(x, y))) return 'different';
  // "of the 46, nineteen have gone home" is not what "46 were hurt" says.
  const over = (x: Quantity, all: readonly Quantity[]) =>
    x.unit !== '' && all.some((y) => y.unit === x.unit) && !all.some((y) => compatible(x, y));
  return a.quantities.some((x) => over(x, b.quantities)) || b.quantities.some((y) => over(y, a.quantities))
    ? 'partly'
    : 'same';
}

/** It tells how many were hit, or how often it happened. */
const counts = (features: ClaimFeatures): boolean =>
  features.quantities.some(({ unit }) => unit === '' || unit === 'person' || features.heads.includes(unit));

/** "an explosion occurred", "the sale": that it happened, and no more. */
const isBareEvent = ({ content, entities, circumstances }: ClaimFeatures): boolean =>
  content.length > 0 &&
  content.every((key) => EVENT_CONCEPTS.has(key)) &&
  entities.length === 0 &&
  !circumstances.some((key) => key.startsWith('#'));

/** No two different names. */
function namesMeet(a: ClaimFeatures, b: ClaimFeatures): boolean {
  const names = ({ entities, circumstances }: ClaimFeatures) =>
    [...entities, ...circumstances].filter((key) => key.startsWith('@'));
  const [left, right] = [names(a), names(b)];
  return left.length === 0 || right.length === 0 || left.some((name) => right.includes(name));
}

/** "Four died when the ferry hit the pier": the happening that one tells is told by the other beside its own. */
const inPassing = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  b.heads.length > 0 && a.heads.some((key) => b.circumstances.includes(key) && !b.heads.includes(key));

/** The happening that one tells is somewhere among the words of the other. */
const mentions = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  a.heads.some((key) => b.content.includes(key) || b.circumstances.includes(key));

/** "two explosions": not what "an explosion" says. */
export const countsEvents = (features: ClaimFeatures): boolean =>
  features.quantities.some(({ unit }) => features.heads.includes(unit));

/** "The exchange took place": who is the subject is the deed itself, of which the other one tells with a verb. */
const isDeed = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  a.subject.some((key) => b.heads.includes(key));

/** One by name and one by what he is ("Maurer", "the chief executive") may be the same. */
const apart = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [a.filter((key) => !PERSONS.has(key)), b.filter((key) => !PERSONS.has(key))];
  const isName = (key: string) => key.startsWith('@');
  return (
    left.length > 0 &&
    right.length > 0 &&
    !left.some((key) => right.includes(key)) &&
    left.some(isName) === right.some(isName)
  );
};

/** "A attacked B" and "B attacked A": who acts in the one is acted upon in the other. */
export function turned(a: ClaimFeatures, b: ClaimFeatures): boolean {
  const words = ({ content, entities, circumstances }: ClaimFeatures) => [
    ...content,
    ...entities,
    ...circumstances,
  ];
  return a.subject.some((key) => words(b).includes(key)) || b.subject.some((key) => words(a).includes(key));
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Both count people hit, or have more in common than the happening and what is counted ("crowns were paid"). */
function countsAlike(a: ClaimFeatures, b: ClaimFeatures): boolean {
  const units = new Set([...a.quantities, ...b.quantities].map(({ unit }) => unit));
  const others = [...a.content, ...a.entities].filter((key) => !a.heads.includes(key) && !units.has(key));
  return (
    units.has('person') ||
    units.has('') ||
    others.some((key) => b.content.includes(key) || b.entities.includes(key))
  );
}

/** Of words in common, where two propositions have an amount in common: any two things may be fourteen. */
const LEAST_WORDS = 0.25;

/** One word that tells no happening, and no amount: "the train came too fast" for its nouns and verbs. */
const tellsLittle = ({ heads, content, entities, circumstances, quantities }: ClaimFeatures): boolean =>
  heads.length === 0 &&
  quantities.length === 0 &&
  content.length + entities.length + circumstances.length <= 1;

/** One of them has a single word, which is none of what happens in the other one: "a decision" is of what somebody decides. */
export const onlyNames = (short: ClaimFeatures, long: ClaimFeatures): boolean =>
  tellsLittle(short) && !tellsLittle(long) && !short.content.some((word) => long.heads.includes(word));

/** "has offered to stand down" is not "has stood down". */
export const isOnlyIntended = ({ heads }: ClaimFeatures): boolean => heads.some((head) => INTENDED.has(head));

/** How one proposition stands to another. */
export type Verdict = 'same' | 'contradicts' | 'value' | 'none';

/** What is known of two propositions beside their words. */
export interface Setting {
  /** One source tells both: it tells its own story again in other words more often than a new one. */
  readonly sameVoice?: boolean;
  /** One of them is denied and the other asserted: a denial speaks of what somebody says. */
  readonly denied?: boolean;
  /** Both are denied by somebody: an affair has few claims that anybody denies. */
  readonly bothDenied?: boolean;
}

/** Whether two propositions, given how alike they are, are one, contradict each other, give different amounts of one thing, or nothing of it. */
export function judge(
  a: ClaimFeatures,
  b: ClaimFeatures,
  like: Likeness,
  { sameVoice = false, denied = false }: Setting = {},
): Verdict {
  if (like.shared < 0.7 || (like.others && (like.dice < 0.8 || turned(a, b)))) return 'none';
  if (like.amounts === 'partly' || (like.amounts === 'same' && like.words < LEAST_WORDS && !sameVoice))
    return 'none';
  if (onlyNames(a, b) || onlyNames(b, a) || isOnlyIntended(a) !== isOnlyIntended(b)) return 'none';
  if (areMonthsApart(a, b)) return 'none';
  if (like.amounts === 'different')
    return like.head && like.cover >= 0.45 && a.prospective === b.prospective && countsAlike(a, b)
      ? 'value'
      : 'none';
  const close =
    (like.head && like.amounts === 'none' && isBareEvent(a) && isBareEvent(b) && namesMeet(a, b)) ||
    like.dice >= 0.55 ||
    (like.cover >= 0.75 && like.dice >= 0.4 && like.shared >= 1.2) ||
    (like.head && like.cover >= 0.6 && like.dice >= 0.4 && like.shared >= 1.5) ||
    (sameVoice && like.head && like.cover >= 0.5 && like.dice >= 0.4) ||
    (denied &&
      like.head &&
      like.cover >= 0.7 &&
      like.dice >= 0.4 &&
      like.fuller >= 2 &&
      a.passive === b.passive);
  const silent = a.heads.length === 0 || b.heads.length === 0;
  const head =
    like.head ||
    (like.dice >= 0.65 && !inPassing(a, b) && !inPassing(b, a)) ||
    (silent &&
      (like.dice >= 0.57 ||
        (like.cover >= 0.8 && (mentions(a, b) || mentions(b, a))) ||
        a.heads.length === b.heads.length));
  if (
    !close ||
    !head ||
    (like.amounts === 'one-sided' && (like.dice < 0.7 || countsEvents(a) || countsEvents(b)))
  )
    return 'none';
  if (a.negated !== b.negated)
    return (like.head || (silent && a.heads.length === b.heads.length)) &&
      (like.dice >= 0.75 || (like.dice >= 0.6 && like.words >= 1.5))
      ? 'contradicts'
      : 'none';
  return a.prospective === b.prospective ? 'same' : 'none';
}

/** Whether one voice tells the same in both. */
export const tellsSame = (a: ClaimFeatures, b: ClaimFeatures, rarity: Rarity): boolean =>
  judge(a, b, likeness(a, b, rarity), { sameVoice: true }) === 'same';
