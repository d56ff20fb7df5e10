// What a comparison of two sources of two articles says, and what all comparisons need.
import type { Judgement } from '../types.ts';
import { sameCountry } from './countries.ts';
import { matchNames, type NameMatch } from './names.ts';
import type { Profile } from './profile.ts';

export interface Verdict {
  readonly judgement: Judgement;
  readonly reason: string;
}

export const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number =>
  [...a].filter((word) => b.has(word)).length;

/** Both have a country, and not the same. */
export const clash = (s: Profile, t: Profile): boolean =>
  s.source.country !== null && t.source.country !== null && !sameCountry(s.source.country, t.source.country);

/**
 * The surest match between the names of two sources; null where none match, and where the full names of both are known and
 * do not go together ("New York Post" is no "Washington Post", though both are called "the Post").
 */
export function bestMatch(a: readonly string[], b: readonly string[]): NameMatch | null {
  const [full, other] = [longest(a), longest(b)];
  const apart = full.includes(' ') && other.includes(' ') && matchNames(full, other) === null;
  let best: NameMatch | null = null;
  for (const x of a)
    for (const y of b) {
      const match = matchNames(x, y);
      if (match === null || (apart && !(match.reason === 'same name' && x.includes(' ')))) continue;
      if (best === null || (match.sure && !best.sure) || match.reason === 'same name') best = match;
    }
  return best;
}

export const longest = (names: readonly string[]): string =>
  names.reduce((a, b) => (b.length > a.length ? b : a), '');

/** Both have proper names of their own, and none goes with one of the other. */
export const namedApart = (s: Profile, t: Profile): boolean =>
  s.names.length > 0 && t.names.length > 0 && bestMatch(s.names, t.names) === null;
