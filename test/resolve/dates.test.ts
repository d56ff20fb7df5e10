import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSaid } from '../../src/resolve/dates.ts';

/** Every day of some years with its weekday, counted one by one from a known Saturday; no library, no arithmetic shared. */
const NAMES = ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const calendar = (() => {
  const days: { day: string; weekday: (typeof NAMES)[number] }[] = [];
  for (let year = 2000; year < 2032; year++) {
    const leap = year % 4 === 0;
    [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
      for (let day = 1; day <= length; day++) {
        const text = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        days.push({ day: text, weekday: NAMES[days.length % 7]! });
      }
    });
  }
  return days;
})();
const index = fc.integer({ min: 800, max: calendar.length - 800 });
const weekday = fc.constantFrom(...NAMES);
const at = (i: number) => calendar[i]!.day;
const backTo = (i: number, name: string) => {
  let j = i;
  while (calendar[j]!.weekday !== name) j--;
  return j;
};
const onTo = (i: number, name: string) => {
  let j = i;
  while (calendar[j]!.weekday !== name) j++;
  return j;
};
const said = (time: string | null, published: string | null, tense: 'past' | 'future' = 'past') => {
  const { from, to } = resolveSaid(time, published, tense);
  return [from, to];
};

describe('weekdays', () => {
  it('with a past cue are the latest such day on or before the article’s date', () => {
    fc.assert(
      fc.property(
        index,
        weekday,
        fc.constantFrom('on ', 'late on ', 'this ', 'early on ', ''),
        (i, name, before) => {
          const day = at(backTo(i, name));
          expect(said(`${before}${name}`, at(i))).toEqual([day, day]);
        },
      ),
    );
  });
  it('with "last" lie before the article’s date', () => {
    fc.assert(
      fc.property(index, weekday, (i, name) => {
        const day = at(backTo(i - 1, name));
        expect(said(`last ${name}`, at(i))).toEqual([day, day]);
      }),
    );
  });
  it('with a future cue are the earliest such day on or after', () => {
    fc.assert(
      fc.property(index, weekday, (i, name) => {
        const day = at(onTo(i, name));
        expect(said(`on ${name}`, at(i), 'future')).toEqual([day, day]);
      }),
    );
  });
});

describe('weeks', () => {
  it('"earlier this week" is Monday to the day before', () => {
    fc.assert(
      fc.property(index, (i) => {
        const monday = backTo(i, 'Monday');
        expect(said('earlier this week', at(i))).toEqual([at(monday), at(Math.max(monday, i - 1))]);
      }),
    );
  });
  it('"last week" is the whole week before, "next week" the whole week after', () => {
    fc.assert(
      fc.property(index, (i) => {
        const monday = backTo(i, 'Monday');
        expect(said('last week', at(i))).toEqual([at(monday - 7), at(monday - 1)]);
        expect(said('next week', at(i))).toEqual([at(monday + 7), at(monday + 13)]);
      }),
    );
  });
  it('"at the weekend" is the latest one that has begun', () => {
    fc.assert(
      fc.property(index, (i) => {
        const saturday = backTo(i, 'Saturday');
        expect(said('at the weekend', at(i))).toEqual([at(saturday), at(Math.min(saturday + 1, i))]);
      }),
    );
  });
});

describe('days', () => {
  it('count from the article’s date', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: 2, max: 60 }), (i, n) => {
        expect(said('yesterday', at(i))).toEqual([at(i - 1), at(i - 1)]);
        expect(said('earlier today', at(i))).toEqual([at(i), at(i)]);
        expect(said('tomorrow', at(i), 'future')).toEqual([at(i + 1), at(i + 1)]);
        expect(said(`${n} days ago`, at(i))).toEqual([at(i - n), at(i - n)]);
      }),
    );
  });
  it('without a year are the nearest that the tense allows', () => {
    const words = (day: string) =>
      `${Number(day.slice(8))} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][Number(day.slice(5, 7)) - 1]}`;
    fc.assert(
      fc.property(index, fc.integer({ min: 0, max: 360 }), (i, n) => {
        if (at(i - n).endsWith('02-29') || at(i + n).endsWith('02-29')) return;
        expect(said(words(at(i - n)), at(i))).toEqual([at(i - n), at(i - n)]);
        expect(said(`on ${words(at(i + n))}`, at(i), 'future')).toEqual([at(i + n), at(i + n)]);
      }),
    );
  });
  it('written out need no article’s date', () => {
    expect(said('on September 16, 2025', null)).toEqual(['2025-09-16', '2025-09-16']);
    expect(said('2024-12-27', null)).toEqual(['2024-12-27', '2024-12-27']);
    expect(said('in June 2024', null)).toEqual(['2024-06-01', '2024-06-30']);
  });
});

describe('months', () => {
  it('with a past cue are the latest that has begun, cut at the article’s date', () => {
    expect(said('in June', '2025-10-20')).toEqual(['2025-06-01', '2025-06-30']);
    expect(said('in June', '2025-06-10')).toEqual(['2025-06-01', '2025-06-10']);
    expect(said('in November', '2025-10-20')).toEqual(['2024-11-01', '2024-11-30']);
    expect(said('earlier this month', '2025-06-10')).toEqual(['2025-06-01', '2025-06-09']);
  });
  it('with a future cue are the earliest that has not ended', () => {
    expect(said('in June', '2025-10-20', 'future')).toEqual(['2026-06-01', '2026-06-30']);
    expect(said('in November', '2025-10-20', 'future')).toEqual(['2025-11-01', '2025-11-30']);
  });
});

describe('what dates nothing', () => {
  it('is open up to the article’s date', () => {
    for (const time of [null, '', 'so far', 'at seven', 'on 2024-02-30', 'when he sat down']) {
      expect(said(time, '2024-12-27')).toEqual([null, '2024-12-27']);
    }
  });
  it('is open on both sides where the article has no date', () => {
    for (const time of [null, 'so far', 'on Monday', 'in June', 'yesterday'])
      expect(said(time, null)).toEqual([null, null]);
  });
  it('never throws, orders its ends and gives days that exist', () => {
    const piece = fc.constantFrom(
      'last ',
      'this ',
      'in ',
      'June ',
      '2024 ',
      'Friday ',
      '31 ',
      'February ',
      'days ago',
      'weekend',
    );
    const words = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 5 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        words,
        fc.option(index),
        fc.constantFrom('past' as const, 'future' as const),
        (time, i, tense) => {
          const { from, to, rule } = resolveSaid(time, i === null ? null : at(i), tense);
          expect(rule).not.toBe('');
          for (const day of [from, to])
            if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
          if (from !== null && to !== null) expect(from <= to).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
