// How near something is: late things first, then today, this week, next week, later, and what has no day.
import { addDays, weekdayOf } from '../../../kernel/dates.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';

export const NEARNESS = ['late', 'today', 'week', 'nextWeek', 'later', 'undated'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** An open case in which nobody has changed anything for so many days waits for somebody to ask. */
export const SILENT_DAYS = 14;

const SUNDAY = 7;
const DAYS_OF_WEEK = 7;

/** The Sunday of the week of a day (T-03). */
export function endOfWeek(today: LocalDate): LocalDate {
  return addDays(today, SUNDAY - weekdayOf(today));
}

/** Where a date belongs on a day. */
export function nearnessOf(date: LocalDate | null, today: LocalDate): Nearness {
  if (date === null) {
    return 'undated';
  }
  if (date <= today) {
    return date < today ? 'late' : 'today';
  }
  const weekEnds = endOfWeek(today);
  if (date <= weekEnds) {
    return 'week';
  }
  return date <= addDays(weekEnds, DAYS_OF_WEEK) ? 'nextWeek' : 'later';
}

/** Compares by day and time; whole days first, what has no day last. */
export function byMoment(
  a: { readonly date: LocalDate | null; readonly time: LocalTime | null },
  b: { readonly date: LocalDate | null; readonly time: LocalTime | null },
): number {
  const [first, second] = [a, b].map(({ date, time }) => `${date ?? '9999'} ${time ?? ''}`);
  return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
}

/** Whether nothing has been changed for too long. */
export function isSilent(changedOn: LocalDate | null, today: LocalDate): boolean {
  return changedOn !== null && changedOn <= addDays(today, -SILENT_DAYS);
}
