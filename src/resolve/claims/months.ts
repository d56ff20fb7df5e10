// The months that a passage names: in which month something happens is part of what is claimed.
import type { Token } from '../../text/types.ts';
import { MONTHS } from '../dates.ts';
import type { ClaimFeatures } from '../types.ts';
import { wordSet } from './words.ts';

const BEFORE_MONTHS = wordSet('before months');
const DAY_OR_YEAR = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$|^(?:19|20)\d\d$/;

/** "in November", "1 January", "March 3": by their names; not "they may march". */
export const monthsOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap(({ norm }, i) => {
    if (!MONTHS.includes(norm)) return [];
    const [before, after] = [tokens[i - 1]?.norm ?? '', tokens[i + 1]?.norm ?? ''];
    return BEFORE_MONTHS.has(before) || DAY_OR_YEAR.test(before) || DAY_OR_YEAR.test(after) ? [norm] : [];
  });

/** Both name months, and no common one: what is to close in January is not closed in November. */
export const areMonthsApart = (
  { months: a = [] }: ClaimFeatures,
  { months: b = [] }: ClaimFeatures,
): boolean => a.length > 0 && b.length > 0 && !a.some((month) => b.includes(month));
