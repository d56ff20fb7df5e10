// From clusters to what an article says of its sources.
import { compareSpans } from '../../text/span.ts';
import { localId } from '../ids.ts';
import type { Link, LocalSource, SourceKind } from '../types.ts';
import {
  type Cluster,
  classesOf,
  countriesClash,
  countryOf,
  isBody,
  isPlural,
  isUnknown,
  namesOf,
  nounsOf,
  phrases,
  root,
} from './cluster.ts';
import { isOfficialClass, kindOfClass, nounsFit, PUBLIC_WORDS } from './lexicon.ts';
import { differentFirstNames, matchNames, nameWords } from './names.ts';
import type { Place } from './places.ts';
import { stem } from './words.ts';

const ALIASES = 12;
const DESCRIPTORS = 16;

/** The ids of an article’s sources. */
export type Ids = ReadonlyMap<Cluster, string>;

/** The id of a source’s place. */
export const placeId = (article: string, place: Place): string =>
  localId('m', article, place.span, place.phrase.name ?? '');

/** The smallest of its places names the source; the own outlet without a place is named by the article. */
export function sourceId(article: string, cluster: Cluster): string {
  const ids = cluster.members.filter((m) => m.place.source).map((m) => placeId(article, m.place));
  return ids.sort()[0] ?? localId('m', article, 'outlet');
}

export function toLocalSource(article: string, cluster: Cluster, ids: Ids): LocalSource {
  const kind = kindOf(cluster);
  const name = canonicalName(cluster, kind);
  const called = [
    ...namesOf(cluster),
    ...phrases(cluster)
      .filter(describes)
      .map((p) => p.text.replace(/\s+/g, ' ')),
  ];
  const known = new Set(namesOf(cluster).flatMap(nameWords).map(stem));
  const led = cluster.leads === null ? [] : phrases(root(cluster.leads));
  const words = [...phrases(cluster), ...led].flatMap((p) => p.words).filter((w) => !known.has(w));
  return {
    id: ids.get(cluster) ?? '',
    kind,
    name,
    aliases: [...new Set(called)].filter((alias) => alias !== name).slice(0, ALIASES),
    named: isNamed(cluster, kind),
    official: isOfficial(cluster, kind),
    country: countryOf(cluster),
    mentions: cluster.members
      .filter((m) => m.place.source)
      .sort((a, b) => compareSpans(a.place.span, b.place.span))
      .map((m) => ({
        id: placeId(article, m.place),
        span: m.place.span,
        judgement: m.judgement,
        reason: m.reason,
      })),
    descriptors: [...new Set(words)].sort().slice(0, DESCRIPTORS),
  };
}

const describes = (p: { form: string }): boolean =>
  p.form === 'name' || p.form === 'definite' || p.form === 'indefinite';

export function kindOf(cluster: Cluster): SourceKind {
  if (cluster.own) return 'Outlet';
  const kinds = [...classesOf(cluster)].map(kindOfClass).filter((kind) => kind !== null);
  const outlet = [...classesOf(cluster)].some((c) => c === 'outlet' || c === 'news agency');
  const only = phrases(cluster).every((p) => p.plural && p.name === null);
  if (outlet) return only && namesOf(cluster).length === 0 ? 'Group' : 'Outlet';
  const relays = cluster.relayer && namesOf(cluster).length > 0 && !isHeOrShe(cluster);
  if (
    relays &&
    [...classesOf(cluster)].every((c) => c === 'agency') &&
    !phrases(cluster).some((p) => p.noun?.role != null)
  )
    return 'Outlet';
  const [kind] = kinds;
  if (kind !== undefined) return kind;
  if (isPlural(cluster)) return 'Group';
  if (isLed(cluster)) return 'Agency';
  const acronym = namesOf(cluster).some((n) => /^\p{Lu}{2,8}$/u.test(n));
  return isUnknown(cluster) && (cluster.country !== null || acronym) ? 'Agency' : 'Person';
}

/** Gone on with as "he" or "she", by a name of more than one word: a person, whatever it passes on. */
const isHeOrShe = (cluster: Cluster): boolean =>
  namesOf(cluster).some((name) => name.includes(' ')) &&
  cluster.members.some(({ place: { phrase } }) => phrase.form === 'pronoun' && phrase.gender !== null);

/** "Kellmar’s chief executive": what has a head, and is nobody itself, is a body. */
const isLed = (cluster: Cluster): boolean =>
  nounsOf(cluster).length === 0 &&
  cluster.gender === null &&
  cluster.told.some((t) => t.voice && t.phrase.noun?.role === 'head');

/** The fullest proper name that is not of a mere voice; without any, the fullest description. */
function canonicalName(cluster: Cluster, kind: SourceKind): string {
  const [title] = cluster.names;
  if (cluster.own && title !== undefined) return title;
  const own = cluster.told.filter((t) => !t.voice).map((t) => t.phrase);
  const fullest = (texts: readonly string[]) =>
    texts.reduce((a, b) => (b.length > a.length ? b : a), texts[0] ?? '');
  const bodies = kind === 'Person' ? own : own.filter((p) => p.noun?.role == null);
  const name = fullest(bodies.flatMap((p) => p.name ?? []));
  if (name !== '') return name;
  const descriptions = (bodies.length > 0 ? bodies : phrases(cluster)).filter(describes).map((p) => p.text);
  const plain = fullest(descriptions.map(withoutRelative));
  const described = plain.replace(/^(?:the|an?) /i, '').includes(' ') ? plain : fullest(descriptions);
  if (described === '')
    return namesOf(cluster)[0] ?? phrases(cluster)[0]?.text ?? 'the outlet of this article';
  return described
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an) /i, '')
    .replace(/['’]s$/, '');
}

/** "the woman | , who left in November": what is told beside tells no more who it is. */
const withoutRelative = (text: string): string => text.replace(/, (?:who|whose|whom|which)\b.*$/su, '');

function isNamed(cluster: Cluster, kind: SourceKind): boolean {
  if (namesOf(cluster).length > 0) return true;
  if (kind === 'Person' || kind === 'Group') return false;
  return phrases(cluster).some(
    (p) => p.form === 'definite' || (p.plural && isOfficialClass(p.noun?.body ?? null)),
  );
}

/** A public authority, or somebody who speaks for it on the record. */
function isOfficial(cluster: Cluster, kind: SourceKind): boolean {
  if (kind === 'Outlet' || kind === 'Document' || kind === 'Data' || !isNamed(cluster, kind)) return false;
  const authority = (body: string | null, words: readonly string[]) =>
    isOfficialClass(body) &&
    (body !== 'agency' || words.some((w) => [...PUBLIC_WORDS].some((p) => stem(p) === w)));
  const bodies = phrases(cluster).filter((p) => p.noun?.role == null);
  if (bodies.some((p) => authority(p.nameClass ?? p.noun?.body ?? null, p.words))) return true;
  if (kind === 'Agency' && classesOf(cluster).size === 0 && cluster.country !== null) return true;
  if (kind !== 'Person' || namesOf(cluster).length === 0) return false;
  return phrases(cluster).some(
    (p) =>
      p.noun?.role === 'office' ||
      (p.noun?.role === 'head' &&
        authority(p.noun.body ?? p.owner?.nameClass ?? p.owner?.noun?.body ?? null, p.words)) ||
      (p.noun?.role === 'rank' && authority(p.owner?.nameClass ?? null, p.words)),
  );
}

/** Open and rejected identities between the sources of one article. */
export function linksBetween(sources: readonly Cluster[], ids: Ids): readonly Link[] {
  const links = new Map<string, Link>();
  const put = (a: Cluster, b: Cluster, judgement: 'possible' | 'rejected', reason: string) => {
    const [x = '', y = ''] = [ids.get(a) ?? '', ids.get(b) ?? ''].sort();
    if (x === y || links.get(`${x} ${y}`)?.judgement === 'rejected') return;
    const open = judgement === 'possible';
    links.set(`${x} ${y}`, {
      kind: 'source',
      a: x,
      b: y,
      judgement,
      reason,
      opens: open ? 'identity' : null,
      question: open ? `Are ${quote(a)} and ${quote(b)} one?` : null,
    });
  };
  for (const cluster of sources)
    for (const other of cluster.others)
      if (ids.has(root(other.cluster))) put(cluster, root(other.cluster), 'rejected', other.reason);
  const people = sources.filter((c) => !isBody(c) && !isPlural(c)).slice(0, 200);
  for (const [i, a] of people.entries())
    for (const b of people.slice(i + 1)) {
      const name = (c: Cluster) => namesOf(c).reduce((x, y) => (y.length > x.length ? y : x), '');
      if (differentFirstNames(name(a), name(b)) && matchNames(name(a), name(b)) === null)
        put(a, b, 'rejected', 'same surname, different first names');
      else if (mayBeOne(a, b))
        put(
          a,
          b,
          'possible',
          'at least one is unnamed, their descriptions fit one person, and the text does not tell them apart',
        );
    }
  return [...links.values()];
}

/** At least one unnamed, descriptions of special nouns that fit one person. */
function mayBeOne(a: Cluster, b: Cluster): boolean {
  if (namesOf(a).length > 0 && namesOf(b).length > 0) return false;
  if (countriesClash(countryOf(a), countryOf(b))) return false;
  const special = (c: Cluster) => nounsOf(c).filter((n) => n.role !== null && n.role !== 'general');
  return special(a).some((x) => special(b).some((y) => nounsFit(x, y)));
}

const quote = (cluster: Cluster): string => `“${namesOf(cluster)[0] ?? phrases(cluster)[0]?.text ?? ''}”`;
