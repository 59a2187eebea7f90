// A month as a grid of weeks, Monday first (T-03). Dates alone: no clock change can move a day.
import { addDays, dateParts, isoWeek, localDate, weekdayOf } from '../../../kernel/dates.ts';
import { invariant } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';

export type CalendarMonth = { readonly year: number; readonly month: number };

export type CalendarWeek = { readonly number: number; readonly days: readonly LocalDate[] };

const MONTH = /^(\d{4})-(\d{2})$/;
const MONTHS_OF_YEAR = 12;
const DAYS_OF_WEEK = 7;
// The app has nothing dated outside, and the rules of the holidays hold inside.
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The month of `2026-12`; null when the text is none, or lies outside of the years that the calendar shows. */
export function parseMonth(text: string): CalendarMonth | null {
  const found = MONTH.exec(text);
  const [year, month] = [Number(found?.[1]), Number(found?.[2])];
  const isShown = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= MONTHS_OF_YEAR;
  return found !== null && isShown ? { year, month } : null;
}

/** The month that a date lies in. */
export function monthOf(date: LocalDate): CalendarMonth {
  const { year, month } = dateParts(date);
  return { year, month };
}

/** `2026-12` */
export function monthCode({ year, month }: CalendarMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The month so many months later, earlier when negative; null outside of the years that the calendar shows. */
export function monthAway({ year, month }: CalendarMonth, months: number): CalendarMonth | null {
  const number = year * MONTHS_OF_YEAR + (month - 1) + months;
  const away = { year: Math.floor(number / MONTHS_OF_YEAR), month: (number % MONTHS_OF_YEAR) + 1 };
  return parseMonth(monthCode(away));
}

/** The weeks that a month touches, each with all of its seven days and its ISO number. */
export function weeksOf({ year, month }: CalendarMonth): readonly CalendarWeek[] {
  const first = localDate(year, month, 1);
  invariant(first !== null, 'month-out-of-range');
  const weeks: CalendarWeek[] = [];
  let monday = addDays(first, 1 - weekdayOf(first));
  while (monday <= first || isIn(monday, { year, month })) {
    const start = monday;
    const days = Array.from({ length: DAYS_OF_WEEK }, (_day, index) => addDays(start, index));
    weeks.push({ number: isoWeek(monday).week, days });
    monday = addDays(monday, DAYS_OF_WEEK);
  }
  return weeks;
}

/** Whether a date lies in the month. */
export function isIn(date: LocalDate, { year, month }: CalendarMonth): boolean {
  const parts = dateParts(date);
  return parts.year === year && parts.month === month;
}
