import { addDays, parseLocalTime } from './dates.ts';
import { invariant } from './fault.ts';
import { localDateOf, localTimeOf } from './helsinki-time.ts';
import type { Instant, LocalDate, LocalTime } from './instants.ts';
import { isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from './working-days.ts';

/** A wall-clock moment in Finland. */
export type LocalMoment = { readonly date: LocalDate; readonly time: LocalTime };

const OFFICE_OPENS = clock('09:00');
const OFFICE_CLOSES = clock('18:00');

/** When to remind of `date`: at 9.00, `leadDays` days before, or on the previous working day when that is a day off (T-07). */
export function reminderTime(date: LocalDate, leadDays: number): LocalMoment {
  return { date: workingDayOnOrBefore(addDays(date, -leadDays)), time: OFFICE_OPENS };
}

/**
 * The moment itself, to the minute, when it falls on a working day from 9.00 until just before 18.00 in Finland; else
 * 9.00 of the same day, if that is still ahead on a working day, or of the next working day.
 */
export function nextAllowedMoment(instant: Instant): LocalMoment {
  const [date, time] = [localDateOf(instant), localTimeOf(instant)];
  if (!isWorkingDay(date) || time >= OFFICE_CLOSES) {
    return { date: workingDayOnOrAfter(addDays(date, 1)), time: OFFICE_OPENS };
  }
  return { date, time: time < OFFICE_OPENS ? OFFICE_OPENS : time };
}

function clock(text: string): LocalTime {
  const time = parseLocalTime(text);
  invariant(time !== null, 'not-a-time');
  return time;
}
