// Sources over articles: which local sources of two readings are one.
import type { Day } from '../../read/types.ts';
import type { Judgement, Link, Reading } from '../types.ts';
import { countryStem, sameCountry } from './countries.ts';
import { isGenericClass, kindOfClass, nounsFit } from './lexicon.ts';
import { differentFirstNames, matchNames, type NameMatch, nameKeys } from './names.ts';
import { type Profile, type Side, sideOf } from './profile.ts';

interface Verdict {
  readonly judgement: Judgement;
  readonly reason: string;
}

/** Words of names, of sources or in claims, that make two articles speak of one affair. */
const SHARED_CAST = 2;
/** Articles of one affair appear within this many days. */
const AFFAIR_DAYS = 14;

/**
 * Identities between the sources of two articles; symmetric: `joinSources(a, b)` gives what `joinSources(b, a)` gives.
 * A `possible` link says only that two descriptions fit: whether it opens a question depends on a shared claim.
 * O(sources of a × sources of b).
 */
export function joinSources(a: Reading, b: Reading): readonly Link[] {
  if (a.article === b.article) return [];
  const [x, y] = a.article < b.article ? [sideOf(a), sideOf(b)] : [sideOf(b), sideOf(a)];
  const together = oneAffair(x, y);
  const links: Link[] = [];
  for (const s of x.profiles)
    for (const t of y.profiles) {
      const verdict = compare(x, s, y, t, together);
      if (verdict !== null) links.push(toLink(s, t, verdict));
    }
  return links;
}

/**
 * Blocking keys: two readings without a common key have no named source in common. Unnamed and merely described ones
 * ("the league", "an official") are compared where something else, a claim or a name, brings the readings together.
 */
export function sourceKeys(reading: Reading): readonly string[] {
  const keys = sideOf(reading).profiles.flatMap((p) => [
    ...[...p.names, ...p.voices].flatMap((name) => nameKeys(name).map((key) => `name:${key}`)),
    ...(p.national && p.source.country !== null ? [`state:${countryStem(p.source.country)}`] : []),
    ...(isCountry(p) ? [`state:${countryStem(p.source.country ?? '')}`] : []),
  ]);
  return [...new Set(keys)].sort();
}

function toLink(s: Profile, t: Profile, { judgement, reason }: Verdict): Link {
  const [first, second] = s.source.id < t.source.id ? [s, t] : [t, s];
  const open = judgement === 'possible';
  return {
    kind: 'source',
    a: first.source.id,
    b: second.source.id,
    judgement,
    reason,
    opens: open ? 'identity' : null,
    question: open ? `Are “${first.source.name}” and “${second.source.name}” one?` : null,
  };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

const oneAffair = (a: Side, b: Side): boolean =>
  shared(a.cast, b.cast) >= SHARED_CAST &&
  daysApart(a.reading.publishedOn, b.reading.publishedOn) <= AFFAIR_DAYS;

const daysApart = (a: Day | null, b: Day | null): number =>
  a === null || b === null ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

function compare(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (!kindsMeet(s, t)) return null;
  if (s.bare || t.bare) return compareBare(s, t, together);
  if (s.person && t.person) {
    const named = comparePeople(s, t, together);
    if (named !== null || (s.names.length > 0 && t.names.length > 0)) return named;
    return compareUnnamed(x, s, y, t, together);
  }
  if (s.person || t.person || s.plural !== t.plural)
    return compareVoices(s, t) ?? (together ? genericOutlet(x, s, y, t) : null);
  if (s.plural) return null;
  if (isThing(s)) return together ? compareThings(s, t) : null;
  return compareNames(s, t, together) ?? compareVoices(s, t) ?? compareBodies(x, s, y, t, together);
}

const isThing = (p: Profile): boolean => p.source.kind === 'Document' || p.source.kind === 'Data';

function kindsMeet(s: Profile, t: Profile): boolean {
  const [a, b] = [s.source.kind, t.source.kind];
  if (isThing(s) || isThing(t)) return a === b;
  if (a === 'Outlet' || b === 'Outlet')
    return a === b || (a === 'Group' || b === 'Group' ? outletClass(s) && outletClass(t) : s.bare || t.bare);
  return true;
}

const outletClass = (p: Profile): boolean =>
  p.classes.has('outlet') || p.classes.has('news agency') || p.source.kind === 'Outlet';
function bestMatch(a: readonly string[], b: readonly string[]): NameMatch | null {
  let best: NameMatch | null = null;
  for (const x of a)
    for (const y of b) {
      const match = matchNames(x, y);
      if (match !== null && (best === null || (match.sure && !best.sure) || match.reason === 'same name'))
        best = match;
    }
  return best;
}

/** Two people with names: full names, surname and full name; roles that do not go together keep them apart. */
function comparePeople(s: Profile, t: Profile, together: boolean): Verdict | null {
  const [a, b] = [longest(s.names), longest(t.names)];
  if (a === '' || b === '') return null;
  if (differentFirstNames(a, b))
    return { judgement: 'rejected', reason: 'same surname, different first names' };
  const match = matchNames(a, b);
  if (match === null) return null;
  const apart = rolesApart(s, t);
  const full = match.reason === 'same name' && a.includes(' ');
  if (apart && (!full || s.toldApart || t.toldApart))
    return { judgement: 'rejected', reason: 'same name, different roles' };
  if (full) return { judgement: 'certain', reason: 'same full name' };
  if (!together && shared(s.fields, t.fields) === 0) return null;
  return { judgement: 'probable', reason: `${match.reason}, roles agree` };
}

/** A bare name goes with whoever has it, person or body. */
function compareBare(s: Profile, t: Profile, together: boolean): Verdict | null {
  if (s.plural || t.plural || isThing(s) || isThing(t)) return null;
  if (s.person || t.person) return comparePeople(s, t, together);
  if (s.bare && t.bare && differentFirstNames(longest(s.names), longest(t.names)))
    return { judgement: 'rejected', reason: 'same surname, different first names' };
  return compareNames(s, t, together) ?? compareVoices(s, t);
}

const longest = (names: readonly string[]): string =>
  names.reduce((a, b) => (b.length > a.length ? b : a), '');

function rolesApart(s: Profile, t: Profile): boolean {
  if (
    s.fields.size === 0 ||
    t.fields.size === 0 ||
    shared(s.fields, t.fields) > 0 ||
    shared(s.words, t.words) > 0
  )
    return false;
  const head = (p: Profile) =>
    p.nouns.some((n) => n.role === 'head' || n.role === 'voice' || n.role === 'rank');
  return (
    !(head(s) && head(t)) &&
    !s.nouns.some((n) => n.role !== 'general' && t.nouns.some((m) => m.role !== 'general' && nounsFit(n, m)))
  );
}

/** Bodies by their proper names. */
function compareNames(s: Profile, t: Profile, together: boolean): Verdict | null {
  const match = bestMatch(s.names, t.names);
  if (match === null || clash(s, t) || classesApart(s, t)) return null;
  if (match.reason === 'same name' || match.reason === 'acronym of the full name')
    return { judgement: 'certain', reason: match.reason };
  return together || s.source.kind === 'Outlet' ? { judgement: 'probable', reason: match.reason } : null;
}

const clash = (s: Profile, t: Profile): boolean =>
  s.source.country !== null && t.source.country !== null && !sameCountry(s.source.country, t.source.country);

/** Both say what they are, and it is not of one kind. */
function classesApart(s: Profile, t: Profile): boolean {
  const kinds = (p: Profile) => new Set([...p.classes].filter((c) => !isGenericClass(c)).map(kindOfClass));
  const [a, b] = [kinds(s), kinds(t)];
  return a.size > 0 && b.size > 0 && ![...a].some((kind) => b.has(kind));
}

/** The same person speaks for both, or the person of one speaks for the other (rule R5). */
function compareVoices(s: Profile, t: Profile): Verdict | null {
  const [a, b] = [
    [...s.voices, ...(s.person ? s.names : [])],
    [...t.voices, ...(t.person ? t.names : [])],
  ].map((names) => names.filter((n) => n.includes(' ')));
  const both = (a ?? []).find((name) =>
    (b ?? []).some((other) => matchNames(name, other)?.reason === 'same name'),
  );
  return both === undefined || clash(s, t)
    ? null
    : { judgement: 'certain', reason: 'the same person speaks for both' };
}

/** Bodies by what they are: "the defence ministry" of one country; "the league" of one affair. */
function compareBodies(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (s.source.kind === 'Outlet' || t.source.kind === 'Outlet' || clash(s, t)) return null;
  const state = stateBody(s, t, y) ?? stateBody(t, s, x);
  if (state !== null) return state;
  if (!s.source.named || !t.source.named || !sameBody(s, t)) return null;
  const country = s.source.country !== null && t.source.country !== null;
  if (country && s.national && t.national)
    return { judgement: 'certain', reason: 'same country and same kind of body' };
  return together ? { judgement: 'probable', reason: 'the same kind of body in one affair' } : null;
}

function sameBody(s: Profile, t: Profile): boolean {
  const noun = s.nouns.some((n) => n.role === null && t.nouns.some((m) => m.noun === n.noun));
  const common = [...s.classes].filter((c) => t.classes.has(c));
  if (!noun && !common.some((c) => !isGenericClass(c))) return false;
  if (common.includes('company') || common.includes('outlet') || common.includes('party')) return false;
  const [fewer, more] = s.modifiers.size <= t.modifiers.size ? [s, t] : [t, s];
  const strange = [...fewer.modifiers].filter((m) => !more.modifiers.has(m));
  if (common.every(isGenericClass))
    return noun && strange.length === 0 && s.modifiers.size > 0 === t.modifiers.size > 0;
  return noun ? strange.length < Math.max(1, fewer.modifiers.size) : strange.length === 0;
}

/** A country’s name as a source stands for the only body of the other article that can speak for it (rule R5). */
function stateBody(country: Profile, body: Profile, side: Side): Verdict | null {
  const name = country.source.country;
  if (!isCountry(country) || isCountry(body) || name === null) return null;
  const bodies = side.profiles.filter(
    (p) =>
      p.national &&
      p.source.named &&
      p.source.mentions.length > 0 &&
      p.source.country !== null &&
      sameCountry(name, p.source.country),
  );
  return bodies.length === 1 && bodies[0] === body
    ? {
        judgement: 'probable',
        reason: 'the country’s name stands for its only body that speaks in the other article',
      }
    : null;
}

/** A source that is called by a country’s name alone. */
const isCountry = (p: Profile): boolean =>
  p.source.kind === 'Agency' &&
  p.classes.size === 0 &&
  p.source.country !== null &&
  p.names.every((n) => sameCountry(n, p.source.country ?? ''));

/** "News agencies" and the only news agency of the other article that reports the same. */
function genericOutlet(x: Side, s: Profile, y: Side, t: Profile): Verdict | null {
  const [generic, named, side, other] = s.plural ? [s, t, y, x] : [t, s, x, y];
  if (
    !generic.plural ||
    named.source.kind !== 'Outlet' ||
    named.names.length === 0 ||
    named.source.mentions.length === 0
  )
    return null;
  const agency = generic.classes.has('news agency');
  if (generic.names.length > 0 || (agency && !named.classes.has('news agency')) || !outletClass(generic))
    return null;
  const same = reportsOverlap(side, named, other, generic);
  const rivals = side.profiles.filter(
    (p) =>
      p !== named &&
      p.source.kind === 'Outlet' &&
      p.source.mentions.length > 0 &&
      reportsOverlap(side, p, other, generic),
  );
  return same && rivals.length === 0
    ? { judgement: 'probable', reason: 'the only one of that kind with the same report' }
    : null;
}

/** Do two sources state something in common words? */
function reportsOverlap(x: Side, s: Profile, y: Side, t: Profile): boolean {
  const words = (side: Side, p: Profile) => {
    const stated = new Set(
      side.reading.statements
        .filter((st) => st.source === p.source.id)
        .flatMap((st) => st.claims.map((c) => c.id)),
    );
    return new Set(
      side.reading.claims
        .filter((c) => stated.has(c.id))
        .flatMap((c) => c.text.toLowerCase().match(/[\p{L}]{5,}/gu) ?? []),
    );
  };
  return shared(words(x, s), words(y, t)) >= 2;
}

/** At least one has no name. Never one unless the way the news took makes it plain. */
function compareUnnamed(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (clash(s, t) || !describeOne(s, t)) return null;
  const outlet = x.outlet !== null && y.outlet !== null && bestMatch(x.outlet.names, y.outlet.names) !== null;
  if (outlet && alike(s, t))
    return { judgement: 'probable', reason: 'the same outlet describes its source by the same words' };
  const way = onlyOneThrough(x, s, y, t);
  if (way)
    return {
      judgement: 'probable',
      reason: 'the only one who fits among those whom the same outlet has quoted',
    };
  const general =
    [s, t].some((p) => p.names.length > 0) && [...s.nouns, ...t.nouns].some((n) => n.role === 'general');
  if (!together || general) return null;
  return {
    judgement: 'possible',
    reason: 'their descriptions fit one person, and nothing in the texts tells them apart',
  };
}

const describeOne = (s: Profile, t: Profile): boolean =>
  s.nouns.some((n) => n.role !== null && t.nouns.some((m) => m.role !== null && nounsFit(n, m)));

const alike = (s: Profile, t: Profile): boolean =>
  s.names.length === 0 &&
  t.names.length === 0 &&
  shared(s.words, t.words) >= Math.max(1, Math.min(s.words.size, t.words.size));

/** Both articles have them through one outlet (as its own source or by quoting it), and no other of either fits. */
function onlyOneThrough(x: Side, s: Profile, y: Side, t: Profile): boolean {
  const outlets = (side: Side, p: Profile): readonly Profile[] => [
    ...(side.through.get(p.source.id) ?? []),
    ...(side.outlet !== null && !side.through.has(p.source.id) ? [side.outlet] : []),
  ];
  const meet = outlets(x, s).some((a) =>
    outlets(y, t).some((b) => (a !== x.outlet || b !== y.outlet) && bestMatch(a.names, b.names) !== null),
  );
  if (!meet) return false;
  const alone = (side: Side, p: Profile, other: Profile) =>
    side.profiles.filter((q) => q.person && q !== p && special(q, other)).length === 0;
  return special(s, t) && alone(x, s, t) && alone(y, t, s);
}

const special = (s: Profile, t: Profile): boolean =>
  s.nouns.some(
    (n) =>
      n.role !== null &&
      n.role !== 'general' &&
      t.nouns.some((m) => m.role !== null && m.role !== 'general' && nounsFit(n, m)),
  );

/** Documents and data: the same noun and another word in common. */
function compareThings(s: Profile, t: Profile): Verdict | null {
  const noun = s.nouns.find((n) => t.nouns.some((m) => m.noun === n.noun));
  return noun !== undefined && shared(s.words, t.words) >= 2
    ? { judgement: 'probable', reason: `the same ${noun.noun} in one affair` }
    : null;
}
