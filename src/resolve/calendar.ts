// Calendar arithmetic on `YYYY-MM-DD` days (proleptic Gregorian, no time zones).
import type { Day } from '../read/types.ts';

const MS = 86_400_000;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, days: number): Day =>
  new Date(utc(day) + days * MS).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay();

/** The Monday of the ISO week that holds the day. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** Latest day with this weekday on or before `day`. */
export const weekdayOnOrBefore = (day: Day, weekday: number): Day =>
  addDays(day, -((weekdayOf(day) - weekday + 7) % 7));

/** Earliest day with this weekday on or after `day`. */
export const weekdayOnOrAfter = (day: Day, weekday: number): Day =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** 1 … 12 */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** First day of a month; months beyond 1 … 12 run over into the neighbouring years. */
export function monthStart(year: number, month: number): Day {
  const index = year * 12 + (month - 1);
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}-01`;
}

export const monthEnd = (year: number, month: number): Day => addDays(monthStart(year, month + 1), -1);

/** Is it a day that exists, between the years 100 and 9899 (so that arithmetic stays within four digits)? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0100' || text >= '9900') return false;
  const time = utc(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
