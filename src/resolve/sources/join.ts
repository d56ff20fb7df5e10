// Sources over articles: which local sources of two readings are one.
import type { Day } from '../../read/types.ts';
import { topicLikeness } from '../topic.ts';
import type { Link, Reading } from '../types.ts';
import {
  compareBelonging,
  compareBodies,
  compareNames,
  compareVoices,
  genericOutlet,
  outletClass,
} from './compare-bodies.ts';
import { compareGroups, comparePeople, compareUnnamed } from './compare-people.ts';
import { differentFirstNames } from './names.ts';
import { type Profile, type Side, sideOf } from './profile.ts';
import { longest, namedApart, shared, type Verdict } from './verdict.ts';

/** How alike the topics of two articles of one affair are at least. */
const AFFAIR_LIKENESS = 0.2;
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

export function toLink(s: Profile, t: Profile, { judgement, reason }: Verdict): Link {
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

const oneAffair = (a: Side, b: Side): boolean =>
  topicLikeness(a.reading, b.reading) >= AFFAIR_LIKENESS &&
  daysApart(a.reading.publishedOn, b.reading.publishedOn) <= AFFAIR_DAYS;

const daysApart = (a: Day | null, b: Day | null): number =>
  a === null || b === null ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** By kind: what a name, a voice, a description or the way of the news says of two sources. */
function compare(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (!kindsMeet(s, t)) return null;
  if (s.bare || t.bare)
    return compareBare(s, t, together) ?? (together ? compareBelonging(x, s, y, t) : null);
  if (s.person && t.person) {
    const named = comparePeople(s, t, together);
    if (named !== null || (s.names.length > 0 && t.names.length > 0)) return named;
    return compareUnnamed(x, s, y, t, together);
  }
  if (s.person || t.person || s.plural !== t.plural)
    return (
      compareVoices(s, t) ?? (together ? (genericOutlet(x, s, y, t) ?? compareBelonging(x, s, y, t)) : null)
    );
  if (s.plural) return together ? compareGroups(s, t) : null;
  if (isThing(s)) return together ? compareThings(x, s, y, t) : null;
  return compareNames(s, t, together) ?? compareVoices(s, t) ?? compareBodies(x, s, y, t, together);
}

const isThing = (p: Profile): boolean => p.source.kind === 'Document' || p.source.kind === 'Data';

function kindsMeet(s: Profile, t: Profile): boolean {
  const [a, b] = [s.source.kind, t.source.kind];
  if (isThing(s) || isThing(t)) return a === b;
  if (a === 'Outlet' || b === 'Outlet')
    return (
      a === b ||
      (a === 'Group' || b === 'Group'
        ? outletClass(s) && outletClass(t)
        : s.bare || t.bare || mayReport(s) || mayReport(t))
    );
  return true;
}

/** "The agency Atlas", "BPA": of what kind such a body is, its name alone does not tell. */
const mayReport = (p: Profile): boolean =>
  p.source.kind === 'Agency' &&
  p.names.length > 0 &&
  p.source.country === null &&
  [...p.classes].every((c) => c === 'agency');

/** A bare name goes with whoever has it, person or body; one of a single word only within an affair. */
function compareBare(s: Profile, t: Profile, together: boolean): Verdict | null {
  if (s.plural || t.plural || isThing(s) || isThing(t)) return null;
  if (s.person || t.person) return comparePeople(s, t, together);
  if (s.bare && t.bare && differentFirstNames(longest(s.names), longest(t.names)))
    return { judgement: 'rejected', reason: 'same surname, different first names' };
  const single = !longest(s.names).includes(' ') || !longest(t.names).includes(' ');
  return (single && !together ? null : compareNames(s, t, together)) ?? compareVoices(s, t);
}

/** Documents and data: the same noun, and another word in common or one outlet that goes by it. */
function compareThings(x: Side, s: Profile, y: Side, t: Profile): Verdict | null {
  const noun = s.nouns.find((n) => t.nouns.some((m) => m.noun === n.noun));
  if (noun === undefined || namedApart(s, t)) return null;
  if (shared(s.words, t.words) >= 2)
    return { judgement: 'probable', reason: `the same ${noun.noun} in one affair` };
  const through = (side: Side, p: Profile) => side.through.get(p.source.id) ?? [];
  const oneOutlet = through(x, s).some((a) => through(y, t).some((b) => compareNames(a, b, true) !== null));
  return oneOutlet
    ? { judgement: 'probable', reason: `the ${noun.noun} by which the same outlet goes in one affair` }
    : null;
}
