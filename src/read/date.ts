// Publication dates: ISO 8601 and the common English forms, as a calendar day.
import type { Day } from './types.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?';
const TIME = '(?:[,\\s].{0,60})?';
const ISO = /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?:[T\sZ+].{0,60})?$/;
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})${TIME}$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}$`,
  'i',
);

/** The day that a date names, in its own time zone; null where it names none, an impossible one, or an ambiguous one (3/4/2025). */
export function parseDay(value: string): Day | null {
  const date = value.trim();
  const iso = ISO.exec(date);
  if (iso !== null) return toDay(iso[1], iso[3], iso[4]);
  const dayFirst = DAY_FIRST.exec(date);
  if (dayFirst !== null) return toDay(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(date);
  if (monthFirst !== null) return toDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

const monthNumber = (name = ''): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

function toDay(year = '', month = '', day = ''): Day | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
