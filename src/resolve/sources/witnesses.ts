// Two who tell one thing, of whom at least one has no name: whoever counts them as two roots counts on their being two.
import { sameBy } from '../identity.ts';
import type { Link, Reading } from '../types.ts';
import { toLink } from './join.ts';
import { nounsFit, type Role } from './lexicon.ts';
import { type Profile, sideOf } from './profile.ts';
import { clash, type Verdict } from './verdict.ts';

/** Who speaks in these roles speaks for a body or by an office, and is told by it. */
const BY_OFFICE: ReadonlySet<Role | null> = new Set<Role | null>(['voice', 'head', 'office', 'reporter']);

const VERDICT: Verdict = {
  judgement: 'possible',
  reason: 'they tell one thing, and nothing in the texts tells them apart',
};

/**
 * Open identities between people, or groups without a name, of two articles of one affair who assert the same claim. Only a claim in common opens the
 * question: most people of an affair could be one another. `sources`, `claims`: what is joined between the two articles.
 * O(pairs of joined claims × those who assert them).
 */
export function openWitnesses(
  a: Reading,
  b: Reading,
  sources: readonly Link[],
  claims: readonly Link[],
): readonly Link[] {
  const [x, y] = [sideOf(a), sideOf(b)];
  const decided = new Set(sources.map((link) => `${link.a} ${link.b}`));
  const same = sameBy(claims, 'claim');
  const [before, after] = [assertedBy(a), assertedBy(b)];
  return x.profiles.filter(isWitness).flatMap((s) =>
    y.profiles
      .filter((t) => isWitness(t) && mayBeOne(s, t))
      .filter((t) =>
        (before.get(s.source.id) ?? []).some((p) => (after.get(t.source.id) ?? []).some((q) => same(p, q))),
      )
      .map((t) => toLink(s, t, VERDICT))
      .filter((link) => !decided.has(`${link.a} ${link.b}`)),
  );
}

/** Who speaks of what he knows himself, or they: a person, a group without a name. A mere name may be of anybody, also of who speaks for others. */
const isWitness = ({ source, nouns }: Profile): boolean =>
  (source.kind === 'Person' || (source.kind === 'Group' && !source.named)) &&
  !source.official &&
  nouns.length > 0 &&
  !nouns.some(({ role }) => BY_OFFICE.has(role));

/** One has no name, and where both are called something, it goes together. */
const mayBeOne = (s: Profile, t: Profile): boolean =>
  s.plural === t.plural &&
  (s.names.length === 0 || t.names.length === 0) &&
  !clash(s, t) &&
  s.nouns.some((n) => t.nouns.some((m) => nounsFit(n, m)));

/** Source → the claims that it asserts. */
function assertedBy({ statements }: Reading): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>();
  for (const { source, claims: said } of statements) {
    if (source === null) continue;
    const asserted = said.filter(({ stance }) => stance !== 'denies').map(({ id }) => id);
    claims.set(source, [...(claims.get(source) ?? []), ...asserted]);
  }
  return claims;
}
