import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateParts,
  daysBetween,
  isoWeek,
  localDate,
  parseLocalDate,
  parseLocalTime,
  weekdayOf,
} from '../../src/kernel/dates.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { day } from './literals.ts';

const DAY_MS = 86_400_000;

// Dates 2020–2050 as days since the epoch, so that JavaScript's own UTC arithmetic is the oracle.
const epochDay = fc.integer({ min: Date.UTC(2020, 0, 1) / DAY_MS, max: Date.UTC(2050, 11, 31) / DAY_MS });
const isoOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

describe('a calendar date', () => {
  it.each(['2027-01-05', '2028-02-29', '0001-01-01', '9999-12-31'])('is read from %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2027-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '0000-01-01',
    '2027-1-5',
    ' 2027-01-05',
    '2027-01-05T00:00',
    '2027-01-05\n',
    '٢٠٢٧-01-05',
    '',
    null,
    undefined,
    20270105,
  ])('is not read from %j', (value) => {
    expect(parseLocalDate(value)).toBeNull();
  });

  it('is refused when the day is not in the month', () => {
    expect([localDate(2027, 2, 28), localDate(2027, 2, 29), localDate(2027, 13, 1), localDate(2027, 1, 0)]).toEqual([
      '2027-02-28',
      null,
      null,
      null,
    ]);
  });

  it('gives its parts as numbers', () => {
    expect(dateParts(day('2027-01-05'))).toEqual({ year: 2027, month: 1, day: 5 });
  });
});

describe('a wall-clock time', () => {
  it.each(['00:00', '09:05', '23:59'])('is read from %s', (text) => {
    expect(parseLocalTime(text)).toBe(text);
  });

  it.each(['24:00', '9:05', '09:60', '09.05', '09:05:00', '09:05\n', '', 905, null])('is not read from %j', (value) => {
    expect(parseLocalTime(value)).toBeNull();
  });
});

describe('counting days', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2027-03-01'), -1)).toBe('2027-02-28');
    expect(daysBetween(day('2026-12-25'), day('2027-01-05'))).toBe(11);
    expect(daysBetween(day('2027-01-05'), day('2026-12-25'))).toBe(-11);
  });

  it('agrees with UTC arithmetic for every pair of days', () => {
    fc.assert(
      fc.property(epochDay, epochDay, (from, to) => {
        expect(addDays(day(isoOf(from)), to - from)).toBe(isoOf(to));
        expect(daysBetween(day(isoOf(from)), day(isoOf(to)))).toBe(to - from);
      }),
    );
  });

  it('stops rather than leave the years that compare as text', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(Fault);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(Fault);
  });
});

describe('counting months', () => {
  it('keeps the day number', () => {
    expect(addMonths(day('2026-11-21'), 6)).toBe('2027-05-21');
    expect(addMonths(day('2027-01-15'), -2)).toBe('2026-11-15');
  });

  it('takes the last day of a month that has no such day', () => {
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2027-12-31'), 2)).toBe('2028-02-29');
    expect(addMonths(day('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(day('2027-03-31'), -1)).toBe('2027-02-28');
  });

  it('never leaves the month it counts to', () => {
    fc.assert(
      fc.property(epochDay, fc.integer({ min: -60, max: 60 }), (from, months) => {
        const start = dateParts(day(isoOf(from)));
        const end = dateParts(addMonths(day(isoOf(from)), months));
        expect(end.year * 12 + end.month).toBe(start.year * 12 + start.month + months);
        const lastDay = new Date(Date.UTC(end.year, end.month, 0)).getUTCDate();
        expect(end.day).toBe(Math.min(start.day, lastDay));
      }),
    );
  });
});

describe('T-03: weeks', () => {
  it('start on Monday', () => {
    expect(['2027-01-04', '2027-01-05', '2027-01-10'].map((text) => weekdayOf(day(text)))).toEqual([1, 2, 7]);
  });

  it.each([
    ['2027-01-01', 2026, 53], // Friday
    ['2027-01-03', 2026, 53], // Sunday
    ['2027-01-04', 2027, 1], // Monday
    ['2024-12-30', 2025, 1], // Monday
    ['2026-11-21', 2026, 47],
  ])('%s is in week %i/%i', (date, year, week) => {
    expect(isoWeek(day(date))).toEqual({ year, week });
  });

  it('are numbered by their Thursday, every day', () => {
    fc.assert(
      fc.property(epochDay, (days) => {
        const weekday = (new Date(days * DAY_MS).getUTCDay() + 6) % 7;
        const thursday = new Date((days - weekday + 3) * DAY_MS);
        const year = thursday.getUTCFullYear();
        const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
        expect(weekdayOf(day(isoOf(days)))).toBe(weekday + 1);
        expect(isoWeek(day(isoOf(days)))).toEqual({ year, week });
      }),
    );
  });
});
