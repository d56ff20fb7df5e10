// Are two people of two articles one? By name and role; the unnamed only where the way the news took makes it plain.
import { nameStem } from '../claims/words.ts';
import { genderOf, nounsFit } from './lexicon.ts';
import { differentFirstNames, matchNames, nameWords } from './names.ts';
import type { Profile, Side } from './profile.ts';
import { bestMatch, clash, longest, shared, type Verdict } from './verdict.ts';

/** Two people with names: full names, surname and full name; roles that do not go together keep them apart. */
export function comparePeople(s: Profile, t: Profile, together: boolean): Verdict | null {
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

/** At least one has no name. Never one unless the way the news took makes it plain. */
export function compareUnnamed(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (clash(s, t) || !describeOne(s, t) || speaksOf(x, s, t) || speaksOf(y, t, s)) return null;
  if (gendersApart(s, t) || occupationsApart(s, t)) return null;
  const outlet = x.outlet !== null && y.outlet !== null && bestMatch(x.outlet.names, y.outlet.names) !== null;
  if (outlet && alike(s, t))
    return { judgement: 'probable', reason: 'the same outlet describes its source by the same words' };
  const office = together && (onlyHolder(s, y, t) || onlyHolder(t, x, s));
  if (office) return { judgement: 'probable', reason: 'the only holder of the office in one affair' };
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

/** "Officials" here and "officials" there: never one for sure, and no two roots for sure either. */
export function compareGroups(s: Profile, t: Profile): Verdict | null {
  const general = [...s.nouns, ...t.nouns].some((n) => n.role === 'general');
  const named = s.names.length > 0 || t.names.length > 0;
  if (named || general || clash(s, t) || !describeOne(s, t)) return null;
  return {
    judgement: 'possible',
    reason: 'their descriptions fit one group, and nothing in the texts tells them apart',
  };
}

/** "the transport minister" and "transport minister X": an office has one holder at a time. */
function onlyHolder(office: Profile, side: Side, holder: Profile): boolean {
  if (office.names.length > 0 || holder.names.length === 0) return false;
  const called = [office.source.name, ...office.source.aliases];
  if (
    !called.some((text) => /^the /i.test(text)) ||
    called.some((text) => /\b(?:former|ex|deputy)\b/i.test(text))
  )
    return false;
  const fits = (p: Profile) =>
    p.nouns.some(
      (n) => n.role === 'office' && office.nouns.some((m) => m.role === 'office' && m.noun === n.noun),
    ) && [...office.modifiers].every((word) => p.words.has(word) || p.modifiers.has(word));
  return fits(holder) && side.profiles.filter(fits).length === 1;
}

const describeOne = (s: Profile, t: Profile): boolean =>
  s.nouns.some((n) => n.role !== null && t.nouns.some((m) => m.role !== null && nounsFit(n, m)));

/** "The woman" here and "the man" there. */
function gendersApart(s: Profile, t: Profile): boolean {
  const genders = (p: Profile) => new Set(p.nouns.flatMap(({ noun }) => genderOf(noun) ?? []));
  const [a, b] = [genders(s), genders(t)];
  return a.size > 0 && b.size > 0 && shared(a, b) === 0;
}

/** Both are called by what they do, and it is not one thing: an accountant and a lawyer. */
function occupationsApart(s: Profile, t: Profile): boolean {
  const of = (p: Profile) => p.nouns.some(({ role }) => role !== null && role !== 'general');
  return of(s) && of(t) && !special(s, t);
}

/** Nobody speaks of himself by name: what the unnamed one says names the other. */
function speaksOf(side: Side, unnamed: Profile, other: Profile): boolean {
  const surname = nameWords(longest(other.names)).at(-1);
  if (unnamed.names.length > 0 || surname === undefined) return false;
  const { statements, claims } = side.reading;
  const said = new Set(
    statements.filter((st) => st.source === unnamed.source.id).flatMap((st) => st.claims.map((c) => c.id)),
  );
  const name = `@${nameStem(surname)}`;
  return claims.some((claim) => said.has(claim.id) && claim.features.entities.includes(name));
}

const alike = (s: Profile, t: Profile): boolean =>
  s.names.length === 0 &&
  t.names.length === 0 &&
  shared(s.words, t.words) >= Math.max(1, Math.min(s.words.size, t.words.size));

/** Both articles have them through one outlet (as its own source or by quoting it), and no other of either fits; also "a man" by two more words. */
function onlyOneThrough(x: Side, s: Profile, y: Side, t: Profile): boolean {
  const outlets = (side: Side, p: Profile): readonly Profile[] => [
    ...(side.through.get(p.source.id) ?? []),
    ...(side.outlet !== null && !side.through.has(p.source.id) ? [side.outlet] : []),
  ];
  const meet = outlets(x, s).some((a) =>
    outlets(y, t).some((b) => (a !== x.outlet || b !== y.outlet) && bestMatch(a.names, b.names) !== null),
  );
  if (!meet) return false;
  // Where both are called by one noun, others of a noun that only fits are no rivals.
  const named = s.nouns.some((n) => n.role !== 'general' && t.nouns.some((m) => m.noun === n.noun));
  const rival = (q: Profile, other: Profile) =>
    special(q, other) && (!named || q.nouns.some((n) => other.nouns.some((m) => m.noun === n.noun)));
  const alone = (side: Side, p: Profile, other: Profile) =>
    side.profiles.filter((q) => q.person && q !== p && rival(q, other)).length === 0;
  const described = special(s, t) || shared(s.words, t.words) >= 2;
  return described && alone(x, s, t) && alone(y, t, s);
}

const special = (s: Profile, t: Profile): boolean =>
  s.nouns.some(
    (n) =>
      n.role !== null &&
      n.role !== 'general' &&
      t.nouns.some((m) => m.role !== null && m.role !== 'general' && nounsFit(n, m)),
  );
