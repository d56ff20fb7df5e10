// What a comparison of two sources of two articles says, and what all comparisons need.
import type { Judgement } from '../types.ts';
import { sameCountry } from './countries.ts';
import { matchNames, type NameMatch } from './names.ts';
import type { Profile } from './profile.ts';

export interface Verdict {
  readonly judgement: Judgement;
  readonly reason: string;
}

export const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

/** Both have a country, and not the same. */
export const clash = (s: Profile, t: Profile): boolean =>
  s.source.country !== null && t.source.country !== null && !sameCountry(s.source.country, t.source.country);

/** The surest match between two lists of names. */
export function bestMatch(a: readonly string[], b: readonly string[]): NameMatch | null {
  let best: NameMatch | null = null;
  for (const x of a)
    for (const y of b) {
      const match = matchNames(x, y);
      if (match !== null && (best === null || (match.sure && !best.sure) || match.reason === 'same name'))
        best = match;
    }
  return best;
}
