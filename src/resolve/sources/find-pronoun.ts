// Pronouns: the best of those spoken of lately. Gender is a preference, since translations err in it.
import {
  type Cluster,
  classesOf,
  genderOfCluster,
  hasPerson,
  isBody,
  isPlural,
  isSource,
  isUnknown,
  namesOf,
  nounsOf,
  root,
} from './cluster.ts';
import { countryAt } from './countries.ts';
import { FIRMS, kindOfClass } from './lexicon.ts';
import type { Place } from './places.ts';
import { type Pronoun, pronounOf } from './pronouns.ts';
import { backwards, type Found, type Scene } from './scene.ts';

/** How far back a pronoun looks, in paragraphs: sources carry over several, others hardly. */
const REACH = { source: 4, other: 1 };
const RELATIVE = new Set(['who', 'which', 'that']);

/**
 * Whom a pronoun stands for: what agrees in kind and number scores by being a source, by nearness, by gender.
 * @param owns it is a possessive before somebody who speaks for the owner ("her spokesman")
 */
export function findPronoun(scene: Scene, place: Place, owns = false): Found | null {
  const word = place.phrase.text.split(/[\s,]/)[0]?.toLowerCase() ?? '';
  const pronoun = pronounOf(word);
  if (pronoun === null) return null;
  const relative = RELATIVE.has(word);
  let best: { cluster: Cluster; score: number } | null = null;
  for (const [age, { cluster, place: before }] of backwards(scene)) {
    const at = root(cluster);
    const introduces = isIntroduction(scene, before, place);
    if (!agrees(pronoun, at, before, place, introduces)) continue;
    const near = (relative || introduces) && before.sentence === place.sentence ? 10 : 0;
    const score =
      closeness(at, before, place) +
      (owns ? ownership(at, before, place) : 0) +
      near +
      match(pronoun, at) -
      age * 0.05;
    if (score > 0 && (best === null || score > best.score)) best = { cluster: at, score };
  }
  return (
    best && { cluster: best.cluster, sure: false, reason: `whom “${word}” fits best of those spoken of last` }
  );
}

/** Can it stand for this at all: within reach, person or body. */
function agrees(
  pronoun: Pronoun,
  cluster: Cluster,
  before: Place,
  place: Place,
  introduces: boolean,
): boolean {
  const distance = place.paragraph - before.paragraph;
  if (distance > (before.source ? REACH.source : REACH.other) || before.span[0] >= place.span[0])
    return false;
  if (before.quoted && before.sentence !== place.sentence) return false;
  if (place.closing && !introduces && before.sentence === place.sentence && isToldOf(before, place))
    return false;
  if (pronoun.gender === 'n')
    return (
      (isBody(cluster) || isUnknown(cluster) || mayBeFirm(cluster) || isThing(cluster)) &&
      !before.phrase.plural
    );
  if (pronoun.gender === null) return true;
  if (isPlural(cluster) || cluster.own || isCountryName(cluster)) return false;
  if (isThing(cluster) || (cluster.relayer && isUnknown(cluster))) return false;
  return hasPerson(cluster) || !isBody(cluster) || speaksBefore(before, place);
}

/** “That was what Lene Moe remembered: “…,” she said”: named right before the quotation behind which the pronoun stands. */
const isIntroduction = (scene: Scene, before: Place, place: Place): boolean =>
  place.closing &&
  before.sentence === place.sentence &&
  !before.quoted &&
  /^[^"“”«»]*:\s*["“«][^"“”«»]*["”»]\s*$/u.test(scene.text.slice(before.span[1], place.span[0]));

/**
 * Named in what is said, or by what belongs to who says it: "Its station had recorded it, it said"; or its subject, where
 * "he" or "she" says it: "The mayor had received a letter, she said".
 */
const isToldOf = (before: Place, place: Place): boolean =>
  (!before.source && before.phrase.name !== null) ||
  (before.subject && place.phrase.gender !== null) ||
  /^(?:its|his|her|their) /i.test(before.phrase.text);

/** A document or data set that speaks: "the memo says … It recommends". */
const isThing = (cluster: Cluster): boolean =>
  isSource(cluster) &&
  classesOf(cluster).size > 0 &&
  [...classesOf(cluster)].every((body) => /^(?:Document|Data)$/.test(kindOfClass(body) ?? ''));

/** "Quarry owner Stenhall said … it said": a name of one word with a role that companies have as well. */
const mayBeFirm = (cluster: Cluster): boolean =>
  namesOf(cluster).length > 0 &&
  namesOf(cluster).every((name) => !name.includes(' ')) &&
  nounsOf(cluster).every(({ noun }) => FIRMS.has(noun.split(' ').at(-1) ?? ''));

/** A name of a place is nobody: "Chile", "Chile’s western border". */
const isCountryName = (cluster: Cluster): boolean =>
  isUnknown(cluster) && namesOf(cluster).some((name) => countryAt(name.split(' ')) !== null);

/** Translations let an outlet or a ministry go on as "he" within the sentence in which it speaks. */
const speaksBefore = (before: Place, place: Place): boolean =>
  before.source && place.source && before.sentence === place.sentence;

/** What a sentence is about goes on in it and in the next one. By distance in sentences. */
const SUBJECT: readonly number[] = [3.8, 1.6];

function closeness(cluster: Cluster, before: Place, place: Place): number {
  const sentences = Math.min(6, place.sentence - before.sentence);
  const paragraphs = place.paragraph - before.paragraph;
  const background =
    !before.source && isUnknown(cluster) && namesOf(cluster).every((n) => !n.includes(' ')) ? -1.5 : 0;
  return (
    4 +
    (before.source ? 2.5 : 0) +
    (before.subject ? (SUBJECT[sentences] ?? 0.8) + (isNewTopic(cluster, before, place) ? 1 : 0) : 0) +
    background -
    0.4 * sentences -
    0.6 * paragraphs
  );
}

/** A person by whose full name this paragraph began, or a source by whose name the sentence before does. */
const isNewTopic = (cluster: Cluster, before: Place, place: Place): boolean =>
  !before.source &&
  before.paragraph === place.paragraph &&
  (((hasPerson(cluster) || isUnknown(cluster)) && (before.phrase.name ?? '').includes(' ')) ||
    (place.sentence - before.sentence === 1 &&
      (before.phrase.name === null ? isIntroduced(cluster, before) : isSource(cluster))));

/** "A worker who was on shift gave another account. …, he said": somebody new, of whom the sentence before was. */
const isIntroduced = (cluster: Cluster, before: Place): boolean =>
  hasPerson(cluster) && before.phrase.form === 'indefinite' && !isPlural(cluster);

function match(pronoun: Pronoun, cluster: Cluster): number {
  const gender = genderOfCluster(cluster);
  const known = gender !== null && pronoun.gender !== null && pronoun.gender !== 'n';
  const lifeless =
    pronoun.gender !== 'n' && pronoun.gender !== null && !hasPerson(cluster) && isBody(cluster) ? -3 : 0;
  const number = pronoun.plural === isPlural(cluster) ? 0.5 : pronoun.plural && !isBody(cluster) ? -1.5 : 0;
  return number + lifeless + (known ? (gender === pronoun.gender ? 1.5 : -2) : 0);
}

/** Spokespeople and chairs belong to bodies and to named people, mostly in office, mostly of the same sentence, else to what its paragraph is about. */
function ownership(cluster: Cluster, before: Place, place: Place): number {
  const named = isBody(cluster) || namesOf(cluster).length > 0;
  const office = nounsOf(cluster).some((n) => n.role === 'office' || n.role === 'head');
  const topic = before.paragraph === place.paragraph ? 1.5 : 0;
  return (named ? 0 : -3) + (office ? 1.5 : 0) + (before.sentence === place.sentence ? 4 : topic);
}
