// One place after the other: does it stand for somebody the article has named before?
import {
  bodyFit,
  type Cluster,
  countriesClash,
  countryOf,
  genderOfCluster,
  hasPerson,
  isBody,
  isPlural,
  isSource,
  isUnknown,
  type Member,
  merge,
  namesOf,
  newCluster,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { type HeadNoun, isNationalClass, NEWSROOMS, nounsFit, ORDINALS } from './lexicon.ts';
import { differentFirstNames, matchNames, nameKeys } from './names.ts';
import { type Phrase, pronounOf } from './phrase.ts';
import type { Place } from './places.ts';

/** How far back a description or pronoun looks, in places: keeps the whole linear. */
const WINDOW = 60;

/** What is known so far of an article’s sources. */
export interface Scene {
  readonly text: string;
  readonly clusters: Cluster[];
  /** Clusters by the words of their names. */
  readonly byName: Map<string, Cluster[]>;
  /** Clusters in the order in which they were last spoken of; at most `WINDOW`. */
  readonly recent: { readonly cluster: Cluster; readonly place: Place }[];
  readonly own: Cluster;
  /** Names that the text uses as a body’s: "the X plant". */
  readonly bodyNames: ReadonlySet<string>;
}

interface Found {
  readonly cluster: Cluster;
  readonly sure: boolean;
  readonly reason: string;
  readonly voice?: boolean;
}

/** Finds or makes the cluster of a place and adds the place to it; null where it is no source at all (a channel). */
export function addPlace(scene: Scene, place: Place): Cluster | null {
  if (place.phrase.form === 'channel') return null;
  const found = find(scene, place);
  const cluster = root(found?.cluster ?? create(scene));
  const member: Member = {
    place,
    judgement: found === null || found.sure ? 'certain' : 'probable',
    reason: found?.reason ?? 'first mention',
    voice: found?.voice ?? false,
  };
  cluster.members.push(member);
  remember(scene, cluster, place);
  if (found === null || !found.voice) leadership(scene, cluster, place);
  if (place.phrase.ordinal && found === null) apart(scene, cluster, place);
  return cluster;
}

function create(scene: Scene): Cluster {
  const cluster = newCluster(scene.clusters.length);
  scene.clusters.push(cluster);
  return cluster;
}

function remember(scene: Scene, cluster: Cluster, place: Place): void {
  scene.recent.push({ cluster, place });
  if (scene.recent.length > WINDOW) scene.recent.shift();
  if (place.phrase.name !== null) indexName(scene, cluster, place.phrase.name);
}

export function indexName(scene: Scene, cluster: Cluster, name: string): void {
  for (const key of nameKeys(name)) {
    const known = scene.byName.get(key) ?? [];
    if (!known.includes(cluster)) scene.byName.set(key, [...known, cluster].slice(-WINDOW));
  }
}

function find(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  if (phrase.form === 'own') return { cluster: scene.own, sure: true, reason: 'words for the outlet itself' };
  if (phrase.form === 'pronoun') return findPronoun(scene, place, phrase.text);
  if (phrase.form === 'utterance') return findUtterance(scene, place);
  const speaker = findVoice(scene, place);
  if (speaker !== null) return speaker;
  if (phrase.name !== null) return findName(scene, place);
  return phrase.form === 'definite' ? findDescription(scene, place) : null;
}

/** Spokespeople, reporters: the voice of whom they speak for (rule R5). */
function findVoice(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const role = phrase.noun?.role;
  if (role !== 'voice' && role !== 'reporter') return null;
  if (phrase.plural && role === 'reporter' && phrase.owner === null) return null;
  const noun = phrase.noun?.noun ?? 'spokesperson';
  if (phrase.owner !== null) {
    const owner = ownerCluster(scene, place, phrase.owner);
    return owner && { cluster: owner, sure: true, reason: `the ${noun} speaks for it`, voice: true };
  }
  if (phrase.name !== null) return findName(scene, place);
  const body = lastWhere(scene, place, (c) => isSource(c) && (isBody(c) || hasPerson(c)));
  return (
    body && { cluster: body, sure: false, reason: `the ${noun} of whom the text spoke last`, voice: true }
  );
}

/** The cluster of a possessor or "of …" inside a phrase; made where it is new. */
function ownerCluster(scene: Scene, place: Place, owner: Phrase): Cluster | null {
  const possessive = pronounOf(owner.text);
  const definite =
    owner.name === null && owner.form === 'indefinite' ? { ...owner, form: 'definite' as const } : owner;
  const inner: Place = { ...place, span: owner.span, phrase: definite, source: false, relayer: false };
  if (possessive !== null) return findPronoun(scene, inner, owner.text, true)?.cluster ?? null;
  if (owner.name === null && owner.noun === null) return null;
  return addPlace(scene, inner);
}

function findName(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const name = phrase.name ?? '';
  const candidates = [
    ...new Set(
      nameKeys(name)
        .flatMap((key) => scene.byName.get(key) ?? [])
        .map(root),
    ),
  ];
  let best: (Found & { readonly rank: number }) | null = null;
  for (const cluster of candidates) {
    const names = namesOf(cluster);
    if (!bodyLike(scene, phrase) && names.some((known) => differentFirstNames(name, known))) continue;
    for (const known of names) {
      const match = matchNames(name, known);
      const partial = match !== null && match.reason !== 'same name' && !hasPerson(cluster);
      if (partial && !partsMeet(scene, place, name, known, cluster)) continue;
      if (match === null || !kindsAgree(scene, phrase, cluster, known)) continue;
      const rank =
        (match.reason === 'same name' ? 4 : match.sure ? 2 : 1) +
        (isSource(cluster) ? 0.5 : 0) +
        lastSeen(cluster) / 1e9;
      const single = !name.includes(' ') && known.includes(' ') && hasPerson(cluster);
      const reason = single && match.sure ? 'surname after full name' : match.reason;
      const voice = cluster.members.some((m) => m.voice && m.place.phrase.name === known);
      if (best === null || rank > best.rank) best = { cluster, sure: match.sure, reason, rank, voice };
    }
  }
  if (best !== null) return best;
  if (phrase.noun === null) return null;
  return phrase.noun.role === null ? describedBefore(scene, place) : titleHolder(scene, place);
}

/** A single word is a part of a body’s name only where it is itself a source or used as a body: towns lend their names. */
function partsMeet(scene: Scene, place: Place, name: string, known: string, cluster: Cluster): boolean {
  const [short, spoken] = name.length < known.length ? [name, place.source] : [known, isSource(cluster)];
  return short.includes(' ') || spoken || scene.bodyNames.has(short) || /^\p{Lu}{2,8}$/u.test(short);
}

/** "Petra Valko, the minister …" after an unnamed "the minister": the same person now named. */
function titleHolder(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const holder = lastWhere(
    scene,
    place,
    (c) =>
      namesOf(c).length === 0 &&
      !isPlural(c) &&
      (phrase.noun?.role === 'head' || phrase.noun?.role === 'office') &&
      nounsOf(c).some((n) => n.noun === phrase.noun?.noun && n.body === phrase.noun.body) &&
      phrases(c).some((p) => p.form === 'definite'),
  );
  return holder && { cluster: holder, sure: false, reason: 'the name of the holder of the title' };
}

/** "South Korea’s National Intelligence Service" after "the South Korean spy agency": the same body now named. */
function describedBefore(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const body = lastWhere(
    scene,
    place,
    (c) =>
      namesOf(c).length === 0 &&
      isBody(c) &&
      phrases(c).some((p) => p.form === 'definite') &&
      !phrases(c).some((p) => p.form === 'indefinite') &&
      bodyFit(phrase, c) >= 3,
  );
  const country = phrase.country !== null && body !== null && countryOf(body) !== null;
  return (
    body && {
      cluster: body,
      sure: country,
      reason: `${country ? 'same country and ' : ''}the same kind of body, now named`,
    }
  );
}

const isPersonRole = (phrase: Phrase): boolean => phrase.noun !== null && phrase.noun.role !== null;
const lastSeen = (cluster: Cluster): number => cluster.members.at(-1)?.place.span[0] ?? 0;

function kindsAgree(scene: Scene, phrase: Phrase, cluster: Cluster, known: string): boolean {
  const name = phrase.name ?? '';
  if (
    cluster.own &&
    NEWSROOMS.has(known.split(' ').at(-1) ?? '') &&
    matchNames(name, known)?.reason !== 'same name'
  )
    return false;
  if (!name.includes(' ') && occupationsClash(phrase, cluster)) return false;
  if (isPersonRole(phrase))
    return !isBody(cluster) || cluster.members.some((m) => m.voice && m.place.phrase.name !== null);
  if (bodyLike(scene, phrase)) return isBody(cluster) || isUnknown(cluster);
  const voice = cluster.members.some((m) => m.place.phrase.name === known && m.voice);
  const person = hasPerson(cluster) && !isBody(cluster);
  const first = matchNames(name, known)?.reason === 'first part of the full name';
  return voice || !(person && first && name.includes(' '));
}

/** "The lawyer Brandal" is not the vice-minister of that surname. */
function occupationsClash(phrase: Phrase, cluster: Cluster): boolean {
  const special = (noun: HeadNoun) => noun.role === 'occupation' || noun.role === 'office';
  const noun = phrase.noun;
  const nouns = nounsOf(cluster).filter((n) => n.role !== null);
  return (
    noun !== null && special(noun) && nouns.length > 0 && nouns.every((n) => special(n) && !nounsFit(n, noun))
  );
}

const bodyLike = (scene: Scene, phrase: Phrase): boolean =>
  phrase.nameClass !== null || (phrase.name !== null && scene.bodyNames.has(phrase.name.split(' ')[0] ?? ''));

/** "the official", "the South Korean side", "the company": whom the text has spoken of, that it fits best. */
function findDescription(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const noun = phrase.noun;
  if (noun === null) return null;
  if (noun.noun === 'source' && /^the same\b/i.test(phrase.text)) {
    const last = lastWhere(scene, place, isSource);
    return last && { cluster: last, sure: true, reason: 'the text says “the same source”' };
  }
  let best: { cluster: Cluster; fit: number } | null = null;
  for (const [age, { cluster }] of [...scene.recent].reverse().entries()) {
    const at = root(cluster);
    const fit = noun.role === null ? unnamedBodyFit(scene, phrase, at) : personFit(phrase, at);
    if (noun.role === 'general' && place.source && !isSource(at)) continue;
    const rank = fit - age / (4 * WINDOW) + (isSource(at) ? 0.3 : 0);
    if (fit >= (place.source ? 1 : 3) && (best === null || rank > best.fit))
      best = { cluster: at, fit: rank };
  }
  if (best === null) return justNamed(scene, place);
  return {
    cluster: best.cluster,
    sure: best.fit >= 2.5,
    reason: `${phrase.country === null ? '' : 'same country, '}the ${noun.noun} that the text has spoken of`,
  };
}

/** Also a name of which only its use tells that it is a body’s: "the company" for the X of "the X plant". */
function unnamedBodyFit(scene: Scene, phrase: Phrase, cluster: Cluster): number {
  if (cluster.own && phrase.noun?.body !== 'outlet') return 0;
  const fit = bodyFit(phrase, cluster);
  if (fit > 0) return fit;
  const body = phrase.noun?.body;
  const unknown =
    isUnknown(cluster) && !countriesClash(phrase.country, countryOf(cluster)) && namesOf(cluster).length > 0;
  if (!unknown) return 0;
  if (body === 'company' && namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? '')))
    return 3;
  const relayer = cluster.members.some((m) => m.place.relayer);
  const acronym = namesOf(cluster).some((n) => /^\p{Lu}{2,6}$/u.test(n));
  return (body === 'agency' && acronym) || (body === 'outlet' && relayer) ? 2 : 0;
}

function personFit(phrase: Phrase, cluster: Cluster): number {
  const noun = phrase.noun;
  if (
    noun === null ||
    phrase.plural !== isPlural(cluster) ||
    countriesClash(phrase.country, countryOf(cluster))
  )
    return 0;
  const nouns = nounsOf(cluster).filter((n) => n.role !== null);
  if (nouns.length === 0) return 0;
  const ordinal = phrases(cluster).some((p) => p.ordinal);
  if (phrase.ordinal !== ordinal && (phrase.ordinal || noun.role === 'general')) return 0;
  if (nouns.some((n) => n.noun === noun.noun && n.body === noun.body)) return 4;
  const last = noun.noun.split(' ').at(-1);
  const shorter = (n: { noun: string }) =>
    n.noun.split(' ').at(-1) === last && (noun.role !== 'office' || n.noun.endsWith(` ${noun.noun}`));
  if (nouns.some(shorter)) return 3;
  const named = namesOf(cluster).length > 0;
  return !named && nouns.some((n) => nounsFit(n, noun)) ? 1.5 : 0;
}

/** "The outgoing chairman of …" right after a person of whom only the name was given. */
function justNamed(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  if (phrase.noun === null || phrase.noun.role === null || phrase.plural || phrase.noun.role === 'general')
    return null;
  const last = [...scene.recent].reverse().find((r) => r.place.source);
  const cluster = last === undefined ? null : root(last.cluster);
  if (!last || !cluster || !isUnknown(cluster) || place.paragraph - last.place.paragraph > 1) return null;
  const named =
    namesOf(cluster).some((n) => n.includes(' ')) &&
    !namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? ''));
  return named ? { cluster, sure: false, reason: 'a title for the person just named' } : null;
}

/** "the statement": whoever spoke last as a body. */
function findUtterance(scene: Scene, place: Place): Found | null {
  const owner = place.phrase.owner === null ? null : ownerCluster(scene, place, place.phrase.owner);
  const cluster = owner ?? lastWhere(scene, place, isSource);
  return cluster && { cluster, sure: owner !== null, reason: 'whoever made the statement', voice: true };
}

/** He, she, it, they: the best of who was spoken of lately; gender is a preference, since translations err in it. */
function findPronoun(scene: Scene, place: Place, word: string, owns = false): Found | null {
  const pronoun = pronounOf(word.split(/[\s,]/)[0] ?? '');
  if (pronoun === null) return null;
  let best: { cluster: Cluster; score: number } | null = null;
  for (const [age, { cluster, place: before }] of [...scene.recent].reverse().entries()) {
    const at = root(cluster);
    const score =
      pronounScore(pronoun, at, before, place) + (owns ? ownerScore(at, before, place) : 0) - age * 0.4;
    if (score > 0 && (best === null || score > best.score)) best = { cluster: at, score };
  }
  return (
    best && {
      cluster: best.cluster,
      sure: false,
      reason: `whom "${word.toLowerCase()}" fits best of those spoken of last`,
    }
  );
}

/** Spokespeople and chairs belong to bodies and to named people, mostly in office, mostly of the same sentence. */
function ownerScore(cluster: Cluster, before: Place, place: Place): number {
  const named = isBody(cluster) || namesOf(cluster).length > 0;
  const office = nounsOf(cluster).some((n) => n.role === 'office' || n.role === 'head');
  return (named ? 0 : -3) + (office ? 1.5 : 0) + (before.sentence === place.sentence ? 4 : 0);
}

function pronounScore(
  pronoun: { plural: boolean; gender: 'f' | 'm' | 'n' | null },
  cluster: Cluster,
  before: Place,
  place: Place,
): number {
  const distance = place.paragraph - before.paragraph;
  if (distance > 2 || before.span[0] >= place.span[0]) return 0;
  if (before.quoted && before.sentence !== place.sentence) return 0;
  const body = isBody(cluster) && !hasPerson(cluster);
  if (pronoun.gender === 'n' && !isBody(cluster) && !isUnknown(cluster)) return 0;
  if ((pronoun.gender === 'm' || pronoun.gender === 'f') && (body || isPlural(cluster) || cluster.own))
    return 0;
  if (pronoun.gender === 'n' && before.phrase.plural) return 0;
  const gender = genderOfCluster(cluster);
  const clash =
    gender !== null && pronoun.gender !== 'n' && pronoun.gender !== null && gender !== pronoun.gender;
  const number = pronoun.plural === isPlural(cluster) ? 0.5 : pronoun.plural && !isBody(cluster) ? -1.5 : 0;
  return (
    3 +
    (before.source ? 2.5 : 0) +
    (distance === 0 ? 1.5 : 0) +
    (gender === pronoun.gender ? 1.5 : 0) -
    (clash ? 2 : 0) +
    number -
    distance
  );
}

function lastWhere(scene: Scene, place: Place, wanted: (cluster: Cluster) => boolean): Cluster | null {
  for (const { cluster, place: before } of [...scene.recent].reverse())
    if (before.span[0] < place.span[0] && wanted(root(cluster))) return root(cluster);
  return null;
}

/** Who leads a body speaks for it where the body itself is a source (rule R5); office-holders speak for themselves. */
function leadership(scene: Scene, cluster: Cluster, place: Place): void {
  const { noun, owner } = place.phrase;
  if (
    noun === null ||
    owner === null ||
    (noun.role !== 'head' && noun.role !== 'rank' && noun.role !== 'office')
  )
    return;
  const body = ownerCluster(scene, place, owner);
  const civil =
    body !== null &&
    [...phrases(body)].some((p) =>
      /^(?:company|club|union|league|association|university|hospital|outlet)$/.test(p.nameClass ?? ''),
    );
  if (body === null || body === cluster || (noun.role === 'office' && !civil)) return;
  if (isBody(body) && isSource(body)) merge(body, cluster, 'certain', `the ${noun.noun} speaks for it`, true);
  else root(cluster).leads = body;
}

/** "A second person", "another official": none of the unnamed people before. */
function apart(scene: Scene, cluster: Cluster, place: Place): void {
  const ordinal = place.phrase.text.split(' ').find((w) => ORDINALS.has(w.toLowerCase())) ?? 'another';
  for (const { cluster: before } of scene.recent) {
    const other = root(before);
    const noun = place.phrase.noun;
    const alike = noun !== null && nounsOf(other).some((n) => n.role !== null && nounsFit(n, noun));
    if (other !== cluster && alike && isSource(other) && !isPlural(other) && namesOf(other).length === 0)
      cluster.others.push({ cluster: other, reason: `the text says "${ordinal}"` });
  }
}

/** Is it a body that can speak for its country? */
export const isNational = (cluster: Cluster): boolean =>
  phrases(cluster).some((p) => isNationalClass(p.nameClass ?? p.noun?.body ?? null) && p.noun?.role === null);

/** Names that stand before a plain noun as a body’s do: "the Norrik plant", "Norrik shares"; not those of known people. */
export function namesUsedAsBodies(text: string, facilities: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(
    /(\p{Lu}[\p{L}\p{N}]{2,40})(?: \p{Lu}[\p{L}]{1,40}){0,2}(?:['’]s)? (\p{Ll}[\p{L}]{1,40})(?: (\p{Ll}[\p{L}]{1,40}))?/gu,
  ))
    if (facilities.has(match[2] ?? '') || facilities.has(match[3] ?? '')) names.add(match[1] ?? '');
  return names;
}
