// Descriptions: "the official", "the company", "the South Korean side".
import {
  bodyFit,
  type Cluster,
  classesOf,
  countriesClash,
  countryOf,
  genderOfCluster,
  isPlural,
  isSource,
  isUnknown,
  namesOf,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { FIRM_NOUNS, headNoun, nounsFit } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Place } from './places.ts';
import { backwards, type Found, lastWhere, type Scene, WINDOW } from './scene.ts';

const OWNS = /^(?:its|his|her|their|our|my|your) /i;

/** "the official", "the South Korean side", "the company": whom the text has spoken of, that it fits best. */
export function findDescription(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  const noun = phrase.noun;
  if (/^the latter$/i.test(phrase.text)) {
    const last = lastWhere(scene, place, isSource);
    return last && { cluster: last, sure: false, reason: 'the last of whom the text has spoken' };
  }
  // "Its station": what somebody has is not what the text has called so.
  if (noun === null || (noun.role === null && OWNS.test(phrase.text))) return null;
  if (noun.noun === 'source' && /^the same\b/i.test(phrase.text)) {
    const last = lastWhere(scene, place, isSource);
    return last && { cluster: last, sure: true, reason: 'the text says “the same source”' };
  }
  let best: { cluster: Cluster; fit: number; rank: number } | null = null;
  for (const [age, { cluster, place: before }] of backwards(scene)) {
    const at = root(cluster);
    const fit = noun.role === null ? unnamedBodyFit(scene, place, at, before) : personFit(place, at, before);
    if (noun.role === 'general' && place.source && !isSource(at)) continue;
    if (speaksOfAnother(place, before) || (phrase.modifiers.length > 0 && isSomebodys(at))) continue;
    const rank = fit + prominence(place, before) - age / (4 * WINDOW) + (isSource(at) ? 0.3 : 0);
    if (fit >= (place.source ? 1 : 3) && (best === null || rank > best.rank))
      best = { cluster: at, fit, rank };
  }
  if (best === null) return justNamed(scene, place);
  return {
    cluster: best.cluster,
    sure: best.fit >= 3,
    reason: `${phrase.country === null ? '' : 'same country, '}the ${noun.noun} that the text has spoken of`,
  };
}

/** "Her office" is not "the post office". */
const isSomebodys = (cluster: Cluster): boolean =>
  namesOf(cluster).length === 0 && phrases(cluster).every((p) => OWNS.test(p.text));

/** "The broker said that the company …": who speaks would have said "it". */
const speaksOfAnother = (place: Place, before: Place): boolean =>
  !place.source && before.source && before.sentence === place.sentence;

/** The company that the text was speaking of, for one who leads a company and is not said to lead which. */
export function findFirm(scene: Scene, place: Place): Cluster | null {
  const firm = { ...place.phrase, form: 'definite', name: null, noun: headNoun(['company']) } as const;
  const company = findDescription(scene, {
    ...place,
    phrase: { ...firm, text: 'the company', modifiers: [] },
  });
  if (company?.sure) return company.cluster;
  const speaks = lastWhere(scene, place, (c) => isSource(c) && isRunAsFirm(c));
  return speaks ?? company?.cluster ?? lastWhere(scene, place, isRunAsFirm);
}

/** A named body that has a managing director as companies do: a group of hospitals, a club. */
const isRunAsFirm = (cluster: Cluster): boolean =>
  !cluster.own && namesOf(cluster).length > 0 && [...classesOf(cluster)].some((c) => RUN_AS_FIRMS.has(c));
const RUN_AS_FIRMS = new Set(['hospital', 'club', 'university']);

/** Of two that fit, the one that the sentences before were about. */
const prominence = (place: Place, before: Place): number =>
  (before.source ? 0.4 : 0) +
  (before.subject ? 0.4 : 0) -
  0.15 * Math.min(4, place.sentence - before.sentence);

/** Also a name of which only its use tells that it is a body’s: "the company" for the X of "the X plant". */
function unnamedBodyFit(scene: Scene, place: Place, cluster: Cluster, before: Place): number {
  const { phrase } = place;
  if (cluster.own && phrase.noun?.body !== 'outlet') return 0;
  const fit = bodyFit(phrase, cluster);
  if (fit > 0) return fit;
  const body = phrase.noun?.body;
  const unknown =
    isUnknown(cluster) && !countriesClash(phrase.country, countryOf(cluster)) && namesOf(cluster).length > 0;
  if (!unknown) return 0;
  if (body === 'company' && namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? '')))
    return 3;
  const firm = FIRM_NOUNS.has(phrase.noun?.noun ?? '') || phrase.noun?.noun === 'bank';
  if (body === 'company' && firm && phrase.owner === null && before.employer) return 3;
  if (body === 'company' && firm && phrase.owner === null && mayBeCompany(cluster))
    return near(place, before) && before.subject ? 2.8 : 1;
  const acronym = namesOf(cluster).some((n) => /^\p{Lu}{2,6}$/u.test(n));
  const bare = phrase.country === null && phrase.modifiers.length === 0 && phrase.owner === null;
  const general =
    body === 'agency' || phrase.noun?.noun === 'organization' || phrase.noun?.noun === 'organisation';
  return (general && acronym && bare) || (body === 'outlet' && cluster.relayer) ? 2 : 0;
}

/** In the sentence before, or earlier in the same one. */
const near = (place: Place, before: Place): boolean => place.sentence - before.sentence <= 1;

/** A name of which nothing says that it is a person’s: no "his" or "her" beside it, no surname of it alone. */
const mayBeCompany = (cluster: Cluster): boolean =>
  cluster.gender === null &&
  !namesOf(cluster).some((short) => namesOf(cluster).some((full) => full.endsWith(` ${short}`)));

function personFit(place: Place, cluster: Cluster, before: Place): number {
  const { phrase } = place;
  const noun = phrase.noun;
  if (
    noun === null ||
    phrase.plural !== isPlural(cluster) ||
    countriesClash(phrase.country, countryOf(cluster))
  )
    return 0;
  const [own, other] = [phrase.gender, genderOfCluster(cluster)];
  if (noun.role === 'general' && own !== null && other !== null && own !== other) return 0;
  const nouns = nounsOf(cluster).filter((n) => n.role !== null);
  if (noun.role === 'rank' && phrases(cluster).some((p) => hasRank(p, noun.noun))) return 4;
  if (nouns.length === 0)
    return isSomebody(cluster) && noun.role === 'general' && near(place, before) ? 1.5 : 0;
  const ordinal = phrases(cluster).some((p) => p.ordinal);
  const goesOn = before.source && near(place, before);
  if (phrase.ordinal !== ordinal && (phrase.ordinal || (noun.role === 'general' && !goesOn))) return 0;
  if (nouns.some((n) => n.noun === noun.noun && n.body === noun.body)) return 4;
  const last = noun.noun.split(' ').at(-1);
  const shorter = (n: { noun: string }) =>
    n.noun.split(' ').at(-1) === last && (noun.role !== 'office' || n.noun.endsWith(` ${noun.noun}`));
  if (nouns.some(shorter)) return 3;
  const named = namesOf(cluster).length > 0;
  // "A former shift leader", "the man": what is said of him in particular tells who he may be.
  const special = nouns.filter((n) => n.role !== 'general');
  return !named && (special.length > 0 ? special : nouns).some((n) => nounsFit(n, noun)) ? 1.5 : 0;
}

/** "The colonel" after "its spokesman, Colonel Ehrin". */
const hasRank = (named: Phrase, rank: string): boolean =>
  named.name !== null && named.text.toLowerCase().includes(`${rank} ${named.name.toLowerCase()}`);

/** "one of them", "a ticket seller": a person of whom nothing else is said, or nothing that is known of persons alone. */
const isSomebody = (cluster: Cluster): boolean =>
  namesOf(cluster).length === 0 && phrases(cluster).some((p) => /^(?:one of|another|an?)\b/i.test(p.text));

/** "The outgoing chairman of …" right after a person of whom only the name was given. */
function justNamed(scene: Scene, place: Place): Found | null {
  const { phrase } = place;
  if (phrase.noun === null || phrase.noun.role === null || phrase.plural || phrase.noun.role === 'general')
    return null;
  const last = scene.recent.findLast((r) => r.place.source);
  const cluster = last === undefined ? null : root(last.cluster);
  if (!last || !cluster || !isUnknown(cluster) || place.paragraph - last.place.paragraph > 1) return null;
  const named =
    namesOf(cluster).some((n) => n.includes(' ')) &&
    !namesOf(cluster).some((n) => scene.bodyNames.has(n.split(' ')[0] ?? ''));
  return named ? { cluster, sure: false, reason: 'a title for the person just named' } : null;
}
