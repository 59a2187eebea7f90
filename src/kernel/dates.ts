// Calendar dates. Only this file and helsinki-time.ts touch Temporal's types; everybody else sees text that compares.
import { Temporal } from 'temporal-polyfill';
import { invariant } from './fault.ts';
import type { LocalDate, LocalTime } from './instants.ts';

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The date when `value` is exactly `YYYY-MM-DD` and exists in the calendar; null otherwise. */
export function parseLocalDate(value: unknown): LocalDate | null {
  if (typeof value !== 'string' || !isLocalDate(value)) {
    return null;
  }
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8)].map(Number);
  return localDate(year ?? 0, month ?? 0, day ?? 0);
}

/** The time when `value` is exactly `HH:MM` between 00:00 and 23:59; null otherwise. */
export function parseLocalTime(value: unknown): LocalTime | null {
  return typeof value === 'string' && isLocalTime(value) ? value : null;
}

/** The date of these numbers, or null when there is no such day. Years go from 1 to 9999. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const inRange = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  if (!inRange || day > new Temporal.PlainYearMonth(year, month).daysInMonth) {
    return null;
  }
  return fromPlain(new Temporal.PlainDate(year, month, day));
}

/** The date `days` calendar days later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromPlain(Temporal.PlainDate.from(date).add({ days }));
}

/** The same day number `months` later (earlier when negative), or the last day of that month when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return fromPlain(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }));
}

/** How many days `to` is after `from`; negative when it is before, 0 on the same day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The weekday, Monday first (T-03). */
export function weekdayOf(date: LocalDate): Weekday {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1];
  invariant(weekday !== undefined, 'no-weekday');
  return weekday;
}

/** The ISO week with the year it belongs to: 1.1.2027 is in week 53 of 2026 (T-03). */
export function isoWeek(date: LocalDate): { readonly year: number; readonly week: number } {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  invariant(yearOfWeek !== undefined && weekOfYear !== undefined, 'no-iso-week');
  return { year: yearOfWeek, week: weekOfYear };
}

/** The year, month and day as numbers. */
export function dateParts(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function fromPlain(date: Temporal.PlainDate): LocalDate {
  // Years before 1 and after 9999 would be written otherwise and would not compare as text.
  const text = date.toString();
  invariant(date.year >= 1 && isLocalDate(text), 'date-out-of-range');
  return text;
}

function isLocalDate(text: string): text is LocalDate {
  return ISO_DATE.test(text);
}

function isLocalTime(text: string): text is LocalTime {
  return ISO_TIME.test(text);
}
