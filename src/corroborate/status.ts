import type { Status } from './types.ts';

/** What decides the status of a claim. */
export interface StatusFacts {
  /** A supporting statement was withdrawn. */
  readonly withdrawn: boolean;
  /** Some sourced supporting statement stands. */
  readonly supported: boolean;
  /** Some supporting statement that stands is CT+. */
  readonly certain: boolean;
  /** κ of support, smallest and largest. */
  readonly support: readonly [number, number];
  /** κ⁻, largest. */
  readonly denialMax: number;
}

/** The status; the first that fits. */
export function statusOf({ withdrawn, supported, certain, support, denialMax }: StatusFacts): Status {
  const [, most] = support;
  if (withdrawn && most === 0) return 'retracted';
  if (supported && most === 0) return 'circular';
  if (most > 0 && denialMax > 0) return 'disputed';
  if (most === 0 && denialMax > 0) return 'denied';
  if (!supported) return 'unsourced';
  if (!certain) return 'hedged';
  return byCount(support);
}

const byCount = ([least, most]: readonly [number, number]): Status =>
  least >= 2 ? 'corroborated' : least < most && most >= 2 ? 'independence-open' : 'single-source';

/** The status of a claim whose bounds of support became narrower, all else being as it was. */
export function statusWithin(status: Status, support: readonly [number, number]): Status {
  const counts = status === 'corroborated' || status === 'independence-open' || status === 'single-source';
  if (!counts) return status;
  return support[1] === 0 ? 'circular' : byCount(support);
}

/**
 * Credibility of information, 1 (confirmed by other sources) … 6 (cannot be judged), after NATO STANAG 2511:
 * a suggestion from structure alone. It never says anything of a source's reliability.
 */
export function credibilityOf(status: Status, supportMin: number, denialMax: number): number {
  if (status === 'disputed') return denialMax < supportMin ? 3 : 4;
  return CREDIBILITY[status];
}

const CREDIBILITY: Readonly<Record<Exclude<Status, 'disputed'>, number>> = {
  corroborated: 1,
  'independence-open': 2,
  'single-source': 3,
  denied: 5,
  circular: 6,
  unsourced: 6,
  hedged: 6,
  retracted: 6,
};
