// Proper names: whom of those named before a name stands for.
import {
  bodyFit,
  type Cluster,
  countryOf,
  hasPerson,
  isBody,
  isPlural,
  isSource,
  isUnknown,
  namesOf,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { type HeadNoun, NEWSROOMS, nounsFit } from './lexicon.ts';
import { differentFirstNames, matchNameOf, matchNames, nameKeys, nameWords } from './names.ts';
import type { Phrase } from './phrase.ts';
import type { Place } from './places.ts';
import { type Found, lastWhere, type Scene } from './scene.ts';

/** Whom the name of a place stands for; null: somebody new. */
export function findName(scene: Scene, place: Place): Found | null {
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
      const match = matchNameOf(name, known, names);
      const partial = match !== null && match.reason !== 'same name' && !hasPerson(cluster);
      if (partial && !partsMeet(scene, place, name, known, cluster)) continue;
      if (match === null || !kindsAgree(scene, phrase, cluster, known)) continue;
      const rank =
        (match.reason === 'same name' ? 4 : match.sure ? 2 : 1) +
        (isSource(cluster) ? 0.5 : 0) +
        cluster.lastAt / 1e9;
      const single = !name.includes(' ') && known.includes(' ') && hasPerson(cluster);
      const reason = single && match.sure ? 'surname after full name' : match.reason;
      const voice = cluster.told.some((t) => t.voice && t.phrase.name === known);
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

/** "Fire chief Ana Ruiz" after an unnamed "the fire chief", "the bartender, Leo Marsh" after "a bartender": now named. */
function titleHolder(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const holder = lastWhere(
    scene,
    place,
    (c) =>
      namesOf(c).length === 0 &&
      !isPlural(c) &&
      (phrase.noun?.role === 'head' || phrase.noun?.role === 'office' || /^the /i.test(phrase.text)) &&
      nounsOf(c).some((n) => n.noun === phrase.noun?.noun && n.body === phrase.noun.body) &&
      (phrases(c).some((p) => p.form === 'definite') || /^the /i.test(phrase.text)),
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
      !phrases(c).some((p) => /^(?:an?|some|several|one|another) /i.test(p.text)) &&
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

/** A fuller name comes after a short one only for the same office: "Michelle Obama" is not the "President Obama" before. */
function fullerName(phrase: Phrase, cluster: Cluster, known: string): boolean {
  const longer = nameWords(phrase.name ?? '').length > nameWords(known).length;
  const nouns = nounsOf(cluster).filter((n) => n.role !== null);
  if (!longer || nouns.length === 0 || cluster.own) return true;
  const noun = phrase.noun;
  return noun !== null && nouns.some((n) => nounsFit(n, noun));
}

function kindsAgree(scene: Scene, phrase: Phrase, cluster: Cluster, known: string): boolean {
  const titled = phrases(cluster).findLast((p) => p.gender !== null)?.gender ?? phrase.gender;
  if (!(phrase.name ?? '').includes(' ') && titled !== phrase.gender && phrase.gender !== null) return false;
  if (!isBody(cluster) && !fullerName(phrase, cluster, known)) return false;
  const name = phrase.name ?? '';
  if (
    cluster.own &&
    NEWSROOMS.has(known.split(' ').at(-1) ?? '') &&
    matchNames(name, known)?.reason !== 'same name'
  )
    return false;
  if (!name.includes(' ') && occupationsClash(phrase, cluster)) return false;
  if (isPersonRole(phrase))
    return !isBody(cluster) || cluster.told.some((t) => t.voice && t.phrase.name !== null);
  if (bodyLike(scene, phrase)) return isBody(cluster) || isUnknown(cluster);
  const voice = cluster.told.some((t) => t.voice && t.phrase.name === known);
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
