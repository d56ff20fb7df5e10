// The months and days that a passage names: when something happens is part of what is claimed.
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

const DAY = /^([12]?\d|3[01])(?:st|nd|rd|th)?$/;

/** "9 April", "9 of April", "April 9th": days by their numbers, as "9 april". */
export const daysOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap(({ norm }, i) => {
    if (!MONTHS.includes(norm)) return [];
    const before = tokens[tokens[i - 1]?.norm === 'of' ? i - 2 : i - 1];
    const day = DAY.exec(before?.norm ?? '') ?? DAY.exec(tokens[i + 1]?.norm ?? '');
    return day === null ? [] : [`${day[1]} ${norm}`];
  });

/** How two claims stand to each other by the days that they name. */
export function compareDays(
  { days: a = [] }: ClaimFeatures,
  { days: b = [] }: ClaimFeatures,
): 'same' | 'different' | 'none' {
  if (a.length === 0 || b.length === 0) return 'none';
  return a.some((day) => b.includes(day)) ? 'same' : 'different';
}
