// Time limits of appeals by the act on computing deadlines, laki säädettyjen määräaikain laskemisesta 150/1930.
import { addDays, addMonths } from './dates.ts';
import type { LocalDate } from './instants.ts';
import { addWorkingDays, workingDayOnOrAfter } from './working-days.ts';

export type DeadlineLength = { readonly days: number } | { readonly months: number };

/** `raw` is where the count ends, `effective` the last day on which the act can still be done. */
type DeadlineEnd = { readonly raw: LocalDate; readonly effective: LocalDate };

/**
 * When a limit of `length` ends for who got notice on `notice`. The day of notice is not counted (2 §); months end on
 * the same day number or the month's last day (3 §). An end on a Saturday, Sunday, public holiday, vappu, itsenäisyyspäivä,
 * jouluaatto or juhannusaatto moves to the next working day (5 §).
 */
export function deadlineEnd(notice: LocalDate, length: DeadlineLength): DeadlineEnd {
  const raw = 'days' in length ? addDays(notice, length.days) : addMonths(notice, length.months);
  // The days of 5 § are exactly the days that are not our working days.
  return { raw, effective: workingDayOnOrAfter(raw) };
}

// A late appeal is not examined, so there must be time to write it and to get it signed.
const MARGINS = [10, 5, 1] as const;

/** The days to remind of a deadline: 10, 5 and 1 working days before it, the earliest first. */
export function workingMargins(
  deadline: LocalDate,
): readonly { readonly workingDays: (typeof MARGINS)[number]; readonly date: LocalDate }[] {
  return MARGINS.map((workingDays) => ({ workingDays, date: addWorkingDays(deadline, -workingDays) }));
}
