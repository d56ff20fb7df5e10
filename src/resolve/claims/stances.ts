// Who says a claim of an article, and who denies it.
import type { Same } from '../identity.ts';
import type { Reading } from '../types.ts';
import type { Setting } from './compare.ts';

/** One statement's stance towards a claim. */
export interface Stance {
  readonly source: string | null;
  readonly denies: boolean;
}

/** What who says two claims tells of them. */
export function settingOf(before: readonly Stance[], after: readonly Stance[], same: Same): Setting {
  return {
    sameVoice: before.some((p) =>
      after.some((q) => p.source !== null && q.source !== null && same(p.source, q.source)),
    ),
    denied: before.every((p) => p.denies) !== after.every((q) => q.denies),
    bothDenied: before.some((p) => p.denies) && after.some((q) => q.denies),
  };
}

/** Who says each claim, and whether as a denial. */
export function stancesIn(reading: Reading): ReadonlyMap<string, readonly Stance[]> {
  const stances = new Map<string, Stance[]>();
  for (const { source, claims } of reading.statements)
    for (const { id, stance } of claims) {
      const one = { source, denies: stance === 'denies' };
      const list = stances.get(id);
      if (list === undefined) stances.set(id, [one]);
      else list.push(one);
    }
  return stances;
}

/** Somebody denies it, and nobody says it. */
export const isOnlyDenied = (stances: readonly Stance[]): boolean =>
  stances.length > 0 && stances.every(({ denies }) => denies);
