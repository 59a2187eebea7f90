// What a person has chosen about their own reminders (B-15), and the hours that follow from it.
import { addDays, parseLocalTime } from '../../../kernel/dates.ts';
import { invariant } from '../../../kernel/fault.ts';
import { localDateOf, localTimeOf, toInstant } from '../../../kernel/helsinki-time.ts';
import type { Instant, LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { isWorkingDay, workingDayOnOrAfter } from '../../../kernel/working-days.ts';
import { DEFAULT_LEADS, type Lead, type LeadDays } from './leads.ts';

export type Preferences = {
  readonly on: boolean;
  /** How many days before, the earliest first; never empty while `on`. */
  readonly leads: readonly LeadDays[];
  readonly where: 'thread' | 'private';
  /** Nothing before or after these, on any day; `from` is when the reminders of a morning come. */
  readonly from: LocalTime;
  readonly until: LocalTime;
};

/** What holds for whoever has chosen nothing (T-07). */
export const DEFAULTS: Preferences = {
  on: true,
  leads: DEFAULT_LEADS,
  where: 'thread',
  from: clock('09:00'),
  until: clock('18:00'),
};

/** The hours that can be chosen; outside of the first and the last nobody is reminded at all. */
export const EARLIEST_HOURS: readonly LocalTime[] = ['09:00', '10:00', '12:00', '14:00'].map(clock);
export const LATEST_HOURS: readonly LocalTime[] = ['12:00', '14:00', '16:00', '18:00'].map(clock);

/** Whether this person wants to hear at that lead. What is late is no lead time of theirs to choose, only on or off. */
export function wants({ on, leads }: Preferences, lead: Lead): boolean {
  return on && (lead === 'late' || leads.includes(lead));
}

/** The moment itself when the person may be written to then, else the next moment when they may. */
export function nextOwnMoment({ from, until }: Preferences, now: Instant): Instant {
  const [date, time] = [localDateOf(now), localTimeOf(now)];
  if (!isWorkingDay(date) || time >= until) {
    return toInstant(workingDayOnOrAfter(addDays(date, 1)), from);
  }
  return time < from ? toInstant(date, from) : now;
}

/** The next working day after a date. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  return workingDayOnOrAfter(addDays(date, 1));
}

function clock(text: string): LocalTime {
  const time = parseLocalTime(text);
  invariant(time !== null, 'not-a-time');
  return time;
}
