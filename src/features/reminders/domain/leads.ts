// How early people can be reminded, and when that is.
import { addDays } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { reminderTime, type LocalMoment } from '../../../kernel/reminder-times.ts';
import { addWorkingDays } from '../../../kernel/working-days.ts';

/** Days before, the earliest first. Every one of them is promised, so that nobody's choice changes a promise. */
export const OFFERED_LEADS = [14, 7, 3, 1, 0] as const;
export type LeadDays = (typeof OFFERED_LEADS)[number];

/** T-07: who has chosen nothing is reminded so many days before. */
export const DEFAULT_LEADS: readonly LeadDays[] = [7, 1];

/** What a trigger is for: a lead time, or that the day has passed. */
export type Lead = LeadDays | 'late';

/** Working days after a date that nobody has marked done until the advisor hears of it. */
const LATE_WORKING_DAYS = 3;

/** Null for anything that is not offered. */
export function parseLead(text: string | undefined): Lead | null {
  return text === 'late' ? 'late' : (OFFERED_LEADS.find((days) => String(days) === text) ?? null);
}

/** When a thing of that date is looked at for that lead: at 9.00 of a working day (T-07). */
export function triggerTime(date: LocalDate, lead: Lead): LocalMoment {
  return lead === 'late' ? reminderTime(addWorkingDays(date, LATE_WORKING_DAYS), 0) : reminderTime(date, lead);
}

/** The last day on which a reminder for that date is still worth saying; after it the lists of late dates are the place. */
export function worthSayingUntil(date: LocalDate, lead: Lead): LocalDate {
  return addDays(date, lead === 'late' ? 28 : 14);
}
