// Are two bodies of two articles one? By name, by who speaks for them, by what they are.
import { sameCountry } from './countries.ts';
import { FIRM_NOUNS, isGenericClass, kindOfClass } from './lexicon.ts';
import { matchNames } from './names.ts';
import type { Profile, Side } from './profile.ts';
import { bestMatch, clash, longest, namedApart, shared, type Verdict } from './verdict.ts';
import { stem } from './words.ts';

export const outletClass = (p: Profile): boolean =>
  p.classes.has('outlet') || p.classes.has('news agency') || p.source.kind === 'Outlet';

/** Bodies by their proper names: surely by their full ones, by short ones only within an affair. */
export function compareNames(s: Profile, t: Profile, together: boolean): Verdict | null {
  const [own, other] = [ownNames(s, t), ownNames(t, s)];
  const match = bestMatch(own, other);
  if (match === null || clash(s, t) || classesApart(s, t)) return null;
  const full = matchNames(longest(own), longest(other))?.reason;
  if (full === 'same name' || full === 'acronym of the full name')
    return { judgement: 'certain', reason: full };
  return together ? { judgement: 'probable', reason: match.reason } : null;
}

/** A body may go by the name of a person whose it is ("the Holm campaign", "Holm"): beside a person only its full name counts. */
const ownNames = (own: Profile, other: Profile): readonly string[] =>
  own.source.kind === 'Agency' && other.source.kind === 'Person'
    ? own.names.filter((name) => name === own.source.name)
    : own.names;

/** Both say what they are, and it is not of one kind. */
function classesApart(s: Profile, t: Profile): boolean {
  const kinds = (p: Profile) => new Set([...p.classes].filter((c) => !isGenericClass(c)).map(kindOfClass));
  const [a, b] = [kinds(s), kinds(t)];
  return a.size > 0 && b.size > 0 && ![...a].some((kind) => b.has(kind));
}

/** The same person speaks for both, or the person of one speaks for the other. */
export function compareVoices(s: Profile, t: Profile): Verdict | null {
  const [a, b] = [s, t].map((p) =>
    [...p.voices, ...(p.person || p.bare ? p.names : [])].filter((name) => name.includes(' ')),
  );
  const both = (a ?? []).find((name) =>
    (b ?? []).some((other) => matchNames(name, other)?.reason === 'same name'),
  );
  return both === undefined || clash(s, t)
    ? null
    : { judgement: 'certain', reason: 'the same person speaks for both' };
}

/**
 * "Mirel Osk of the rescue service", "its director, Lia Verro", and the only such body of the other article: who leads a
 * body, or is named with it, speaks for it.
 */
export function compareBelonging(x: Side, s: Profile, y: Side, t: Profile): Verdict | null {
  const [person, body, side] = s.source.kind === 'Agency' ? [t, s, x] : [s, t, y];
  if (body.source.kind !== 'Agency' || person.source.kind !== 'Person' || clash(s, t)) return null;
  const belongs = (p: Profile) => p.source.kind === 'Agency' && isOfBody(person, p);
  return belongs(body) && side.profiles.filter(belongs).length === 1
    ? { judgement: 'probable', reason: 'speaks for the only such body in one affair' }
    : null;
}

function isOfBody(person: Profile, body: Profile): boolean {
  if (person.bodies.length === 0 || isGenericBody(body)) return false;
  const noun = body.nouns.some(
    (n) =>
      n.role === null && person.bodies.some((words) => n.noun.split(' ').every((w) => words.has(stem(w)))),
  );
  const strange = [...body.modifiers].filter((word) => !person.bodies.some((words) => words.has(word)));
  return noun && strange.length <= 1;
}

/** "The authority", "the company": of no kind; "the maritime authority" is of one. */
const isGenericBody = ({ classes, modifiers }: Profile): boolean =>
  classes.size === 0 ||
  [...classes].every((c) => (isGenericClass(c) && modifiers.size === 0) || c === 'company' || c === 'party');

/** Bodies by what they are: "the defence ministry" of one country; "the league" of one affair. */
export function compareBodies(x: Side, s: Profile, y: Side, t: Profile, together: boolean): Verdict | null {
  if (s.source.kind === 'Outlet' || t.source.kind === 'Outlet' || clash(s, t)) return null;
  const state = together ? (stateBody(s, t, y) ?? stateBody(t, s, x)) : null;
  if (state !== null) return state;
  if (together && (onlyCompany(x, s, y, t) || onlyCompany(y, t, x, s)))
    return { judgement: 'probable', reason: 'the only company of which either article tells' };
  if (!s.source.named || !t.source.named || !sameBody(s, t) || !onlyOne(x, s, y, t)) return null;
  const country = s.source.country !== null && t.source.country !== null;
  if (country && s.national && t.national)
    return { judgement: 'certain', reason: 'same country and same kind of body' };
  return together ? { judgement: 'probable', reason: 'the same kind of body in one affair' } : null;
}

/** "The shipping company" here, and there a company by its name: an affair is mostly of one. */
function onlyCompany(x: Side, called: Profile, y: Side, named: Profile): boolean {
  const isCompany = (p: Profile) => p.classes.has('company') && !p.plural;
  const of = (side: Side) => side.profiles.filter((p) => isCompany(p) || (p.bare && p.voices.length > 0));
  const definite = [called.source.name, ...called.source.aliases].some((text) => /^the /i.test(text));
  return (
    called.names.length === 0 &&
    definite &&
    named.names.length > 0 &&
    isCompany(called) &&
    isCompany(named) &&
    of(x).length === 1 &&
    of(y).length === 1
  );
}

/** No other body of either article is of the kind as well. */
const onlyOne = (x: Side, s: Profile, y: Side, t: Profile): boolean =>
  y.profiles.filter((p) => sameBody(s, p) || isOfBody(p, s)).length === 1 &&
  x.profiles.filter((p) => sameBody(p, t) || isOfBody(p, t)).length === 1;

function sameBody(s: Profile, t: Profile): boolean {
  const noun = s.nouns.some((n) => n.role === null && t.nouns.some((m) => m.noun === n.noun));
  const common = [...s.classes].filter((c) => t.classes.has(c));
  if (namedApart(s, t) || compoundsApart(s, t) || (!noun && !common.some((c) => !isGenericClass(c))))
    return false;
  const kindOnly = common.includes('company') && !sameTrade(s, t);
  if (kindOnly || common.includes('outlet') || common.includes('party')) return false;
  const [fewer, more] = s.modifiers.size <= t.modifiers.size ? [s, t] : [t, s];
  const strange = [...fewer.modifiers].filter((m) => !more.modifiers.has(m));
  // "his ministry" is any, beside "the foreign ministry of X".
  const oneCountry = (s.source.country === null) === (t.source.country === null);
  if (!oneCountry && fewer.modifiers.size === 0 && more.modifiers.size > 0) return false;
  if (common.every(isGenericClass))
    return noun && strange.length === 0 && s.modifiers.size > 0 === t.modifiers.size > 0;
  return noun ? strange.length < Math.max(1, fewer.modifiers.size) : strange.length === 0;
}

/** "The building authority" and "the statistics office": compounds that have no word in common. */
const compoundsApart = (s: Profile, t: Profile): boolean => {
  const compounds = (p: Profile) =>
    p.nouns.filter((n) => n.role === null && n.noun.includes(' ')).map((n) => n.noun.split(' '));
  const [a, b] = [compounds(s), compounds(t)];
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => x.some((word) => y.includes(word))));
};

/** "The dairy" here and there: a company that goes by what it does, and by no name. */
const sameTrade = (s: Profile, t: Profile): boolean =>
  s.names.length === 0 &&
  t.names.length === 0 &&
  s.nouns.some((n) => !FIRM_NOUNS.has(n.noun) && t.nouns.some((m) => m.noun === n.noun));

/** A country’s name as a source stands for the only body of the other article that can speak for it. */
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
export const isCountry = (p: Profile): boolean =>
  p.source.kind === 'Agency' &&
  p.classes.size === 0 &&
  p.source.country !== null &&
  p.names.every((n) => sameCountry(n, p.source.country ?? ''));

/** "News agencies" and the only news agency of the other article that reports the same. */
export function genericOutlet(x: Side, s: Profile, y: Side, t: Profile): Verdict | null {
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
