import { addDays, dateParts, weekdayOf } from './dates.ts';
import { invariant } from './fault.ts';
import { holidaysOf } from './holidays.ts';
import type { LocalDate } from './instants.ts';

const FRIDAY = 5;

// Christmas with its weekend is the longest run of days off, five days; a longer search means the rules are broken.
const LONGEST_BREAK_DAYS = 7;

/** Monday to Friday, and neither a public holiday, juhannusaatto nor jouluaatto. Uudenvuodenaatto is a working day. */
export function isWorkingDay(date: LocalDate): boolean {
  return weekdayOf(date) <= FRIDAY && !holidaysOf(dateParts(date).year).has(date);
}

/** The date itself when it is a working day, else the nearest working day before it. */
export function workingDayOnOrBefore(date: LocalDate): LocalDate {
  return nearestWorkingDay(date, -1);
}

/** The date itself when it is a working day, else the nearest working day after it. */
export function workingDayOnOrAfter(date: LocalDate): LocalDate {
  return nearestWorkingDay(date, 1);
}

/**
 * The `count`th working day after the date, or before it when negative. The date itself is never counted, whether it
 * is a working day or not; 0 gives the date unchanged.
 */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  invariant(Number.isInteger(count), 'working-days-not-whole');
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = nearestWorkingDay(addDays(day, step), step);
  }
  return day;
}

function nearestWorkingDay(date: LocalDate, step: 1 | -1): LocalDate {
  let day = date;
  for (let moved = 0; !isWorkingDay(day); moved += 1) {
    invariant(moved < LONGEST_BREAK_DAYS, 'no-working-day-near');
    day = addDays(day, step);
  }
  return day;
}
