// Finnish public holidays by rule, so that no year needs a table and nothing is downloaded.
import { addDays, localDate, weekdayOf, type Weekday } from './dates.ts';
import { invariant } from './fault.ts';
import type { LocalDate } from './instants.ts';

type PublicHoliday =
  | 'new-years-day'
  | 'epiphany'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'may-day'
  | 'ascension-day'
  | 'pentecost'
  | 'midsummer-day'
  | 'all-saints-day'
  | 'independence-day'
  | 'christmas-day'
  | 'st-stephens-day';

/** Juhannusaatto and jouluaatto: no public holidays, but offices are closed and the deadlines act 150/1930 skips them. */
type HolidayEve = 'midsummer-eve' | 'christmas-eve';

/** A public holiday by law, or an eve. */
export type HolidayCode = PublicHoliday | HolidayEve;

const SATURDAY: Weekday = 6;

// Church feasts by the church act, itsenäisyyspäivä by act 388/1937, vappu by act 272/1944.
const FIXED: readonly (readonly [HolidayCode, month: number, day: number])[] = [
  ['new-years-day', 1, 1],
  ['epiphany', 1, 6],
  ['may-day', 5, 1],
  ['independence-day', 12, 6],
  ['christmas-eve', 12, 24],
  ['christmas-day', 12, 25],
  ['st-stephens-day', 12, 26],
];

const DAYS_FROM_EASTER: readonly (readonly [HolidayCode, days: number])[] = [
  ['good-friday', -2],
  ['easter-sunday', 0],
  ['easter-monday', 1],
  ['ascension-day', 39],
  ['pentecost', 49],
];

const byYear = new Map<number, ReadonlyMap<LocalDate, HolidayCode>>();

/**
 * The public holidays and the two eves of a year, in the order of the calendar, by the rules in force since 1992. When
 * two fall on one day (vappu and helatorstai in 2008) the one with a fixed date is named.
 */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, HolidayCode> {
  const known = byYear.get(year);
  if (known) {
    return known;
  }
  const computed = computeHolidays(year);
  byYear.set(year, computed);
  return computed;
}

/** True for juhannusaatto and jouluaatto, which are not public holidays. */
export function isEve(code: HolidayCode): code is HolidayEve {
  return code === 'midsummer-eve' || code === 'christmas-eve';
}

function computeHolidays(year: number): ReadonlyMap<LocalDate, HolidayCode> {
  const easter = easterSunday(year);
  // Midsummer is the Saturday of 20.–26.6., All Saints' the Saturday of 31.10.–6.11.
  const midsummer = saturdayOnOrAfter(day(year, 6, 20));
  const found = new Map<LocalDate, HolidayCode>([
    ...DAYS_FROM_EASTER.map(([code, days]) => [addDays(easter, days), code] as const),
    [addDays(midsummer, -1), 'midsummer-eve'],
    [midsummer, 'midsummer-day'],
    [saturdayOnOrAfter(day(year, 10, 31)), 'all-saints-day'],
    ...FIXED.map(([code, month, dayOfMonth]) => [day(year, month, dayOfMonth), code] as const),
  ]);
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function saturdayOnOrAfter(date: LocalDate): LocalDate {
  return addDays(date, (SATURDAY - weekdayOf(date) + 7) % 7);
}

// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8); its letters are kept.
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const date = localDate(year, month, dayOfMonth);
  invariant(date !== null, 'holiday-rule-broken');
  return date;
}
