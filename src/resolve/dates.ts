// When something was said: time words and the article's date → an interval of days.
import { strict } from 'chrono-node/en';
import type { Day } from '../read/types.ts';
import {
  addDays,
  isDay,
  mondayOf,
  monthEnd,
  monthOf,
  monthStart,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
  yearOf,
} from './calendar.ts';
import type { Said } from './types.ts';

/** Which way a bare weekday, month or day without year looks from the article's date. */
export type Tense = 'past' | 'future';

type Interval = readonly [from: Day | null, to: Day | null, rule: string];
/** Time words (lower case, single spaces), the article's date, which way to look → an interval, or null: not mine. */
type Rule = (words: string, today: Day, tense: Tense) => Interval | null;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Their names, in lower case. */
export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const SHORT_WEEKDAYS = WEEKDAYS.map((name) => name.slice(0, 3));
/** "sat" and "sun" are words of their own. */
const WEEKDAY_ABBREVIATIONS = ['mon', 'tues?', 'wed', 'thu(?:rs)?', 'fri'];
const WEEKDAY = new RegExp(
  `\\b(?:(last|next|this|the following|the previous) )?(${WEEKDAYS.join('|')}|${WEEKDAY_ABBREVIATIONS.join('|')})s?\\b\\.?( last)?`,
  'g',
);
const MONTH = new RegExp(
  `\\b(?:(last|next|this) )?(?:(early|mid|late)[ -])?(${MONTHS.join('|')})\\b(?: (?:of )?(\\d{4}))?`,
);

/** A day named by its number, as ISO or as words; a missing year is the nearest one that the tense allows. */
const absolute: Rule = (words, today, tense) => {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(words)?.[0];
  if (iso !== undefined && isDay(iso)) return [iso, iso, 'calendar date'];
  if (!/\d/.test(words)) return null;
  const reference = new Date(`${today}T12:00:00Z`);
  const found = strict.parse(words, { instant: reference, timezone: 0 })[0]?.start;
  if (!found?.isCertain('day') || !found.isCertain('month')) return null;
  const on = (year: number) =>
    `${String(year).padStart(4, '0')}-${String(found.get('month')).padStart(2, '0')}-${String(found.get('day')).padStart(2, '0')}`;
  if (found.isCertain('year')) {
    const day = on(found.get('year') ?? yearOf(today));
    return isDay(day) ? [day, day, 'calendar date'] : null;
  }
  const years = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => on(yearOf(today) + step)).filter(isDay);
  const day =
    tense === 'past' ? years.findLast((each) => each <= today) : years.find((each) => each >= today);
  return day === undefined ? null : [day, day, `day without year, ${tense}: the nearest one`];
};

const nearDays: Rule = (words, today) => {
  const day = (offset: number, rule: string): Interval => [
    addDays(today, offset),
    addDays(today, offset),
    rule,
  ];
  if (/\b(day before yesterday)\b/.test(words)) return day(-2, 'two days before the article’s date');
  if (/\b(yesterday|last night|(?:a|one|the) day (?:ago|earlier|before)|the previous day)\b/.test(words))
    return day(-1, 'the day before the article’s date');
  if (
    /\b(today|tonight|this (?:morning|afternoon|evening|noon)|(?:earlier|later) in the day|hours? ago|minutes? ago)\b/.test(
      words,
    )
  )
    return day(0, 'the article’s date');
  if (/\btomorrow\b/.test(words)) return day(1, 'the day after the article’s date');
  const ago = new RegExp(`\\b(\\d{1,4}|${NUMBERS.join('|')}) days (?:ago|earlier|before)\\b`).exec(
    words,
  )?.[1];
  if (ago === undefined) return null;
  return day(
    -(/\d/.test(ago) ? Number(ago) : NUMBERS.indexOf(ago)),
    'days counted back from the article’s date',
  );
};

/** "this week", "earlier this month", "last year", "at the weekend". */
const periods: Rule = (words, today, tense) => {
  const weekend = /\b(?:(last|next|this) )?weekend\b/.exec(words);
  if (weekend !== null) {
    const ahead = weekend[1] === 'next' || (tense === 'future' && weekend[1] !== 'last');
    const sunday = weekdayOnOrAfter(today, 0);
    if (ahead) return [later(addDays(sunday, -1), today), sunday, 'the coming weekend'];
    const saturday = weekdayOnOrBefore(weekend[1] === 'last' ? addDays(mondayOf(today), -1) : today, 6);
    return [saturday, earlier(addDays(saturday, 1), today), 'the latest weekend'];
  }
  const found = /\b(?:(earlier|later|early|late) )?(this|last|next|the past|in the) (week|month|year)\b/.exec(
    words,
  );
  if (found === null || (found[2] === 'in the' && found[1] === undefined)) return null;
  const unit = found[3] as 'week' | 'month' | 'year';
  const which = found[2] === 'last' ? -1 : found[2] === 'next' ? 1 : 0;
  const [start, end] = period(unit, today, which);
  if (which !== 0) return [start, end, `${found[2]} ${unit}`];
  if (found[1] === 'earlier') {
    const eve = addDays(today, -1);
    return [start, later(start, eve), `earlier this ${unit}: from its first day to the day before`];
  }
  if (found[1] === 'later' || tense === 'future') return [today, end, `the rest of this ${unit}`];
  return [start, today, `this ${unit} up to the article’s date`];
};

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** First and last day of the week, month or year `step` periods away. */
function period(unit: 'week' | 'month' | 'year', today: Day, step: number): readonly [Day, Day] {
  if (unit === 'week') return [addDays(mondayOf(today), 7 * step), addDays(mondayOf(today), 7 * step + 6)];
  const year = yearOf(today);
  if (unit === 'year') return [monthStart(year + step, 1), monthEnd(year + step, 12)];
  return [monthStart(year, monthOf(today) + step), monthEnd(year, monthOf(today) + step)];
}

/** Past: the latest such day on or before the article's date ("last": before it). Future: the earliest on or after. */
const weekdays: Rule = (words, today, tense) => {
  const days = [...words.matchAll(WEEKDAY)].map((match): Day => {
    const weekday = SHORT_WEEKDAYS.indexOf((match[2] ?? '').slice(0, 3));
    if (match[1] === 'last' || match[1] === 'the previous' || match[3] !== undefined)
      return weekdayOnOrBefore(addDays(today, -1), weekday);
    if (match[1] === 'next' || match[1] === 'the following')
      return weekdayOnOrAfter(addDays(today, 1), weekday);
    return tense === 'past' ? weekdayOnOrBefore(today, weekday) : weekdayOnOrAfter(today, weekday);
  });
  const from = days.reduce(earlier, days[0] ?? '');
  const to = days.reduce(later, from);
  if (from === '') return null;
  if (/\bsince\b/.test(words)) return [from, today, 'since a weekday'];
  const rule =
    tense === 'past'
      ? 'latest such weekday on or before the article’s date'
      : 'earliest such weekday on or after the article’s date';
  return [from, to, days.length > 1 ? `${rule}; from the first to the last named` : rule];
};

/** "in June", "in late May 2024": past: the latest that has begun; future: the earliest that has not ended. */
const months: Rule = (words, today, tense) => {
  const found = MONTH.exec(words);
  if (found === null) return null;
  const month = MONTHS.indexOf(found[3] ?? '') + 1;
  const years = [1, 0, -1].map((step) => yearOf(today) + step);
  const year =
    found[4] !== undefined
      ? Number(found[4])
      : found[1] === 'last'
        ? years.find((each) => monthEnd(each, month) < today)
        : tense === 'past'
          ? years.find((each) => monthStart(each, month) <= today)
          : years.findLast((each) => monthEnd(each, month) >= today);
  if (year === undefined || year < 1 || year > 9998) return null;
  const start = monthStart(year, month);
  const part = found[2];
  const from = part === 'mid' ? addDays(start, 10) : part === 'late' ? addDays(start, 20) : start;
  const to =
    part === 'early' ? addDays(start, 9) : part === 'mid' ? addDays(start, 19) : monthEnd(year, month);
  const rule = found[4] !== undefined ? 'month and year' : `month without year, ${tense}: the nearest one`;
  return [from, tense === 'past' && from <= today ? earlier(today, to) : to, rule];
};

const years: Rule = (words, today, tense) => {
  const year = Number(/\b(?:in|of|during) (\d{4})\b/.exec(words)?.[1]);
  if (!(year >= 1 && year <= 9998)) return null;
  const end = monthEnd(year, 12);
  return [monthStart(year, 1), tense === 'past' && year === yearOf(today) ? today : end, 'year'];
};

const RULES: readonly Rule[] = [absolute, nearDays, periods, weekdays, months, years];

/**
 * The interval of days that time words give a speech act.
 * Words that date nothing ("so far", "at seven") leave it open up to the article's date.
 * @param time the words ("earlier this week"), or null where the text dates the saying by nothing
 * @param publishedOn the article's date; null: only words that are a date by themselves give one
 * @param tense of the cue
 */
export function resolveSaid(time: string | null, publishedOn: Day | null, tense: Tense = 'past'): Said {
  const words = (time ?? '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim()
    .slice(0, 200);
  const today = publishedOn !== null && isDay(publishedOn) ? publishedOn : null;
  if (today === null) {
    const absoluteOnly = words === '' || !/\d{4}/.test(words) ? null : dated(words);
    return absoluteOnly ?? { from: null, to: null, rule: 'article without date: open' };
  }
  for (const rule of words === '' ? [] : RULES) {
    const found = rule(words, today, tense);
    if (found !== null) return { from: found[0], to: found[1], rule: found[2] };
  }
  const rule = words === '' ? 'undated: up to the article’s date' : 'not a date: up to the article’s date';
  return { from: null, to: today, rule };
}

/** A date that needs no article: read from two far reference days alike. */
function dated(words: string): Said | null {
  const readings = (['0900-01-01', '2400-01-01'] as const).map((day) =>
    [absolute, months, years].map((rule) => rule(words, day, 'future')).find((found) => found !== null),
  );
  const [a, b] = readings;
  if (!a || !b || a[0] !== b[0] || a[1] !== b[1]) return null;
  return { from: a[0], to: a[1], rule: a[2] };
}
