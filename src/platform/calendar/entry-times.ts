// When an entry begins and ends, as moments: calendars of other programs know nothing of our wall clock.
import { addMs, toInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { CalendarEntry } from './calendar-entry.ts';

const MINUTE_MS = 60_000;

/** The beginning and the end of an entry that has a time; null for a whole day. */
export function timesOf(
  entry: Pick<CalendarEntry, 'date' | 'time' | 'minutes'>,
): { readonly start: Instant; readonly end: Instant } | null {
  if (entry.time === null) {
    return null;
  }
  const start = toInstant(entry.date, entry.time);
  return { start, end: addMs(start, entry.minutes * MINUTE_MS) };
}
