// "Kuukauden toinen tiistai": days of a month that recur by their weekday.
import { addDays, dateParts, localDate, weekdayOf, type Weekday } from './dates.ts';
import { invariant } from './fault.ts';
import type { LocalDate } from './instants.ts';

/** Which of the month's such weekdays. There is no fifth: not every month has one. */
export type NthOfMonth = 1 | 2 | 3 | 4 | 'last';

/** Every month, or every second one counted from the month of the first day on or after `from`. */
export type MonthlyRule = {
  readonly nth: NthOfMonth;
  readonly weekday: Weekday;
  readonly everyMonths: 1 | 2;
  readonly from: LocalDate;
  /** The last day that may be one of them; null for no end. */
  readonly until: LocalDate | null;
};

const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;

/** The nth such weekday of a month; every month has it. */
export function nthWeekdayOfMonth(year: number, month: number, nth: NthOfMonth, weekday: Weekday): LocalDate {
  const first = firstOfMonth(year, month);
  const firstSuch = addDays(first, (weekday - weekdayOf(first) + DAYS_OF_WEEK) % DAYS_OF_WEEK);
  if (nth !== 'last') {
    return addDays(firstSuch, (nth - 1) * DAYS_OF_WEEK);
  }
  const fifth = addDays(firstSuch, 4 * DAYS_OF_WEEK);
  return dateParts(fifth).month === month ? fifth : addDays(fifth, -DAYS_OF_WEEK);
}

/** The first day of the rule, whatever its end: on or after `from`. */
export function firstDayOf({ nth, weekday, from }: Omit<MonthlyRule, 'until' | 'everyMonths'>): LocalDate {
  const { year, month } = dateParts(from);
  const inMonth = nthWeekdayOfMonth(year, month, nth, weekday);
  return inMonth >= from ? inMonth : dayInMonth(monthNumber(inMonth) + 1, nth, weekday);
}

/** The days of the rule from `start` to `end`, both included, earliest first. */
export function daysOfRule(rule: MonthlyRule, start: LocalDate, end: LocalDate): readonly LocalDate[] {
  const first = firstDayOf(rule);
  const last = rule.until !== null && rule.until < end ? rule.until : end;
  const days: LocalDate[] = [];
  const anchor = monthNumber(first);
  // The first month in question, on the rule's own beat.
  const ahead = Math.max(0, Math.floor((monthNumber(start) - anchor) / rule.everyMonths));
  for (let month = anchor + ahead * rule.everyMonths; ; month += rule.everyMonths) {
    const day = dayInMonth(month, rule.nth, rule.weekday);
    if (day > last) {
      return days;
    }
    if (day >= start) {
      days.push(day);
    }
  }
}

// Months counted through the years, so that December is followed by January.
function monthNumber(date: LocalDate): number {
  const { year, month } = dateParts(date);
  return year * MONTHS_OF_YEAR + month - 1;
}

function dayInMonth(number: number, nth: NthOfMonth, weekday: Weekday): LocalDate {
  return nthWeekdayOfMonth(Math.floor(number / MONTHS_OF_YEAR), (number % MONTHS_OF_YEAR) + 1, nth, weekday);
}

function firstOfMonth(year: number, month: number): LocalDate {
  const first = localDate(year, month, 1);
  invariant(first !== null, 'month-out-of-range');
  return first;
}
