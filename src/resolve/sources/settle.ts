// What only the whole article tells: heads and their bodies, surnames never introduced, generic outlets, countries.
import { wordSet } from '../../extract/rules/words.ts';
import {
  type Cluster,
  classesOf,
  countriesClash,
  countryOf,
  hasPerson,
  isBody,
  isPlural,
  isSource,
  isUnknown,
  merge,
  namesOf,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { countryStem } from './countries.ts';
import { type Deeds, deedsOf, doTheSame } from './deeds.ts';
import { isGenericClass, isNationalClass, isOfficialClass } from './lexicon.ts';
import type { Place } from './places.ts';
import { isNational, type Scene } from './scene.ts';

/** Joins what the order of reading kept apart. Candidates are sought only for the few that a rule is about. */
export function settle(scene: Scene, deeds: Deeds = []): readonly Cluster[] {
  const all = scene.clusters;
  const each = (join: (cluster: Cluster) => void) => {
    for (const cluster of all) if (isLive(cluster) && isSource(cluster)) join(cluster);
  };
  each(joinLeader);
  each((cluster) => joinHeadOfClass(cluster, all));
  each((cluster) => joinHeadOfFirm(cluster, all));
  each((cluster) => joinSurname(scene, cluster, all));
  each((cluster) => joinFullName(scene, cluster, all));
  each((cluster) => joinIntroduced(scene, cluster, all));
  each((cluster) => joinOffice(cluster, all));
  each((cluster) => joinGenericOutlet(cluster, all));
  each((cluster) => joinDescribedBody(cluster, all, deeds));
  each((cluster) => joinCountry(cluster, all));
  return all.filter(isLive);
}

const isLive = (cluster: Cluster): boolean => cluster.mergedInto === null && cluster.members.length > 0;

/** A leader speaks for the body where the body itself is a source. */
function joinLeader(cluster: Cluster): void {
  const body = cluster.leads === null ? null : root(cluster.leads);
  if (body !== null && body !== cluster && isBody(body) && isSource(body))
    merge(body, cluster, 'certain', 'its head speaks for it', true);
}

/** "prosecutor X", "fire chief Y": the noun names the body, if one such is a source. */
function joinHeadOfClass(cluster: Cluster, all: readonly Cluster[]): void {
  const body = nounsOf(cluster).find((n) => n.role === 'head' && n.body !== null)?.body;
  if (body === undefined || body === null || (isPlural(cluster) && namesOf(cluster).length === 0)) return;
  const bodies = others(
    cluster,
    all,
    (c) => classesOf(c).has(body) && !countriesClash(countryOf(c), countryOf(cluster)),
  );
  const [only, ...more] = bodies;
  if (only !== undefined && more.length === 0)
    merge(only, cluster, 'certain', 'its head speaks for it', true);
}

/** "managing partner X", said of no company: of the company that the text spoke of last. */
function joinHeadOfFirm(cluster: Cluster, all: readonly Cluster[]): void {
  const led = phrases(cluster).some(
    (p) => p.noun?.role === 'head' && p.noun.body === null && p.owner === null && p.name !== null,
  );
  if (!led || cluster.leads !== null || isBody(cluster)) return;
  const behind = (c: Cluster) =>
    c.members.reduce(
      (at, { place: { span } }) => (span[0] < cluster.firstAt ? Math.max(at, span[0]) : at),
      -1,
    );
  const firms = others(cluster, all, (c) => classesOf(c).has('company') && c.firstAt < cluster.firstAt);
  const nearest = firms.reduce<Cluster | null>((a, b) => (a === null || behind(b) > behind(a) ? b : a), null);
  if (nearest !== null)
    joinOnly(cluster, [nearest], 'the head of the company that the text spoke of last', true);
}

/** A bare surname presupposes an introduction: the one description of a person that got no name. */
function joinSurname(scene: Scene, cluster: Cluster, all: readonly Cluster[]): void {
  const names = namesOf(cluster);
  const bare = isUnknown(cluster) && names.length === 1 && !(names[0] ?? ' ').includes(' ');
  if (!bare || scene.bodyNames.has(names[0] ?? '') || cluster.relayer) return;
  const untitled = others(
    cluster,
    all,
    (c) =>
      c.firstAt < cluster.firstAt &&
      namesOf(c).length === 0 &&
      !isPlural(c) &&
      nounsOf(c).some((n) => n.role === 'head' || n.role === 'office'),
  );
  joinOnly(cluster, untitled, 'the surname of the only person introduced without a name');
}

/**
 * "According to the governor … Signe Hollar said": a full name of which the text says nothing is of whom it has just
 * described without a name.
 */
function joinFullName(scene: Scene, cluster: Cluster, all: readonly Cluster[]): void {
  const full = namesOf(cluster).find((name) => name.includes(' '));
  if (full === undefined || !isUnknown(cluster) || cluster.relayer || isDescribed(scene, cluster)) return;
  const place = cluster.members.find((m) => m.place.span[0] === cluster.firstAt)?.place;
  const described = others(
    cluster,
    all,
    (c) =>
      namesOf(c).length === 0 &&
      !isPlural(c) &&
      !countriesClash(countryOf(c), countryOf(cluster)) &&
      nounsOf(c).some((n) => n.role === 'head' || n.role === 'office') &&
      c.members.some(({ place: before }) => {
        const distance = (place?.sentence ?? 0) - before.sentence;
        const near = before.paragraph === place?.paragraph && distance > 0 && distance <= 2;
        return near && before.phrase.form === 'definite';
      }),
  );
  joinOnly(cluster, described, 'the full name of who was just described without a name');
}

/** How far behind a person introduced without a name the name may come, in paragraphs. */
const INTRODUCED = 1;

/**
 * "A former engineer of the company told the Wire …. Petter Rane, who left in November, said …": a full name, given as if
 * known, of which nothing says what the person is, is of the only person whom the text has just introduced without a name.
 */
function joinIntroduced(scene: Scene, cluster: Cluster, all: readonly Cluster[]): void {
  const full = namesOf(cluster).find((name) => name.includes(' '));
  const known = nounsOf(cluster).length > 0 || classesOf(cluster).size > 0 || cluster.relayer;
  if (full === undefined || known || cluster.own || isRole(scene, cluster)) return;
  const place = firstPlace(cluster);
  if (place === undefined || !place.source || !place.subject) return;
  const introduced = others(
    cluster,
    all,
    (c) =>
      namesOf(c).length === 0 &&
      !isPlural(c) &&
      !isBody(c) &&
      nounsOf(c).some((n) => n.role !== null) &&
      !isAnonymous(c) &&
      c.firstAt < cluster.firstAt &&
      place.paragraph - (firstPlace(c)?.paragraph ?? -2) <= INTRODUCED &&
      firstPlace(c)?.phrase.form === 'indefinite',
  );
  joinOnly(cluster, introduced, 'the name of the only person who was just introduced without one');
}

const firstPlace = (cluster: Cluster): Place | undefined =>
  cluster.members.find(({ place }) => place.span[0] === cluster.firstAt)?.place;

/** "Lene Moe, 34, a nurse,": what stands between commas behind the name tells what the person is. */
const isRole = (scene: Scene, cluster: Cluster): boolean =>
  namesOf(cluster).some((name) => scene.bodyNames.has(name.split(' ')[0] ?? '')) ||
  phrases(cluster).some((p) => /,(?! who(?:se)?\b)/.test(p.text));

/** Whose name is not given on purpose. */
const isAnonymous = (cluster: Cluster): boolean =>
  phrases(cluster).some((p) => p.text.split(/[^\p{L}]+/u).some((word) => NAMING.has(word.toLowerCase())));
const NAMING = wordSet('acts')('naming');

/** Something that the text says of it beside its name tells whether it is somebody or a body. */
const isDescribed = (scene: Scene, cluster: Cluster): boolean =>
  namesOf(cluster).some((name) => scene.bodyNames.has(name.split(' ')[0] ?? '')) ||
  phrases(cluster).some((p) => p.text.includes(','));

/** "The governor’s office" speaks for the governor. */
function joinOffice(cluster: Cluster, all: readonly Cluster[]): void {
  const holder = phrases(cluster).find(
    (p) => p.noun?.noun === 'office' && p.owner?.noun?.role != null,
  )?.owner;
  const noun = holder?.noun;
  if (noun == null || holder?.plural === true) return;
  const holders = others(cluster, all, (c) =>
    nounsOf(c).some((n) => n.role === noun.role && n.noun === noun.noun),
  );
  const [only, ...more] = holders;
  if (only !== undefined && more.length === 0)
    merge(only, cluster, 'probable', 'the office speaks for its holder', true);
}

/** Joins it with the only candidate, if there is just one. */
function joinOnly(cluster: Cluster, candidates: readonly Cluster[], reason: string, voice = false): void {
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) merge(only, cluster, 'probable', reason, voice);
}

/** The other sources of which this holds. */
const others = (
  cluster: Cluster,
  all: readonly Cluster[],
  fits: (other: Cluster) => boolean,
): readonly Cluster[] => all.filter((c) => c !== cluster && isLive(c) && isSource(c) && fits(c));

function joinGenericOutlet(cluster: Cluster, all: readonly Cluster[]): void {
  if (!genericOutlet(cluster)) return;
  const named = others(cluster, all, (c) => namedOutlet(c, cluster));
  joinOnly(cluster, named, 'the only outlet of that kind and country in the article');
}

/**
 * "The Chilean spy agency confirmed the arrest" and "Chile’s Federal Bureau": a description of an authority, and the one
 * named authority of that country in the article, which may be of that kind and does the same thing.
 */
function joinDescribedBody(cluster: Cluster, all: readonly Cluster[], deeds: Deeds): void {
  if (namesOf(cluster).length > 0 || !isAuthority(cluster)) return;
  const fitting = others(cluster, all, (c) => isAuthority(c) && kindsMeet(cluster, c));
  const named = fitting.filter((c) => namesOf(c).length > 0);
  const [only] = named;
  if (only === undefined || named.length > 1 || !doTheSame(deedsOf(deeds, cluster), deedsOf(deeds, only)))
    return;
  joinOnly(
    cluster,
    named,
    'the only named authority of that country in the article, and it does the same thing',
  );
}

/** A body with a country that acts for the public. */
const isAuthority = (cluster: Cluster): boolean =>
  countryOf(cluster) !== null &&
  !hasPerson(cluster) &&
  !nounsOf(cluster).some((n) => n.noun === 'side' || n.noun === 'government') &&
  classesOf(cluster).size > 0 &&
  [...classesOf(cluster)].every(isOfficialClass);

/** Of one country, and of one class as far as both tell. */
function kindsMeet(a: Cluster, b: Cluster): boolean {
  const special = (c: Cluster) => [...classesOf(c)].filter((body) => !isGenericClass(body));
  const [x, y] = [special(a), special(b)];
  return (
    !countriesClash(countryOf(a), countryOf(b)) &&
    (x.length === 0 || y.length === 0 || x.some((body) => y.includes(body)))
  );
}

function joinCountry(cluster: Cluster, all: readonly Cluster[]): void {
  if (!countryOnly(cluster) && !isSide(cluster)) return;
  const bodies = others(cluster, all, (c) => bodyOfCountry(c, cluster));
  joinOnly(cluster, bodies, 'the country’s name stands for its only body that speaks here');
}

/** "local Ukrainian media": outlets without a name. */
const genericOutlet = (cluster: Cluster): boolean =>
  !cluster.own && namesOf(cluster).length === 0 && countryOf(cluster) !== null && isOutlet(cluster);

const isOutlet = (cluster: Cluster): boolean =>
  classesOf(cluster).has('outlet') || classesOf(cluster).has('news agency');

const namedOutlet = (cluster: Cluster, generic: Cluster): boolean =>
  isOutlet(cluster) &&
  !cluster.own &&
  namesOf(cluster).length > 0 &&
  countryOf(cluster) !== null &&
  !countriesClash(countryOf(cluster), countryOf(generic));

/** A source that is a country’s name alone. */
const countryOnly = (cluster: Cluster): boolean =>
  cluster.country !== null &&
  isUnknown(cluster) &&
  namesOf(cluster).every((n) => countryStem(n) === countryStem(cluster.country ?? ''));

/** "the Chilean side" */
const isSide = (cluster: Cluster): boolean =>
  namesOf(cluster).length === 0 &&
  countryOf(cluster) !== null &&
  nounsOf(cluster).some((n) => n.noun === 'side');

const bodyOfCountry = (cluster: Cluster, country: Cluster): boolean =>
  isBody(cluster) &&
  (isNational(cluster) || isAuthority(cluster)) &&
  countryOf(cluster) !== null &&
  !countriesClash(countryOf(cluster), countryOf(country));

/** A unit and the one force above it. */
export function wholeOf(cluster: Cluster, sources: readonly Cluster[]): Cluster | null {
  if (!classesOf(cluster).has('unit')) return null;
  const above = sources.filter(
    (c) => c !== cluster && classesOf(c).has('military') && !countriesClash(countryOf(c), countryOf(cluster)),
  );
  return above.length === 1 ? (above[0] ?? null) : null;
}

/** Where a national body’s country is not said, it is the outlet’s own. */
export function inheritCountry(cluster: Cluster, own: string | null): void {
  const national = phrases(cluster).some((p) => p.noun?.role === null && isNationalClass(p.noun.body));
  if (cluster.country === null && countryOf(cluster) === null && national && !hasPersonOnly(cluster))
    cluster.country = own;
}

const hasPersonOnly = (cluster: Cluster): boolean => hasPerson(cluster) && !isBody(cluster);
