// How an entry is said, in the list and in its details alike.
import { countyOf } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { formatDateTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { CalendarTexts } from '../texts.fi.ts';
import { VERBS } from '../verbs.ts';

const SHOWN_MAX = 240;
const MINUTES_PER_HOUR = 60;

/** Its title, which begins with the word of its kind. */
export function headingOf({ kind, title }: CalendarEntry, t: CalendarTexts): string {
  const isSaid = title.toLocaleLowerCase('fi').startsWith(kind.label.toLocaleLowerCase('fi'));
  return cut(isSaid ? title : t.entry.heading(kind.label, title));
}

/** `keskiviikkona 2.12.2026 klo 13.00` */
export function whenOf({ date, time }: CalendarEntry): string {
  return time === null ? formatWeekdayDate(date) : formatDateTime(date, time);
}

/** `Peruttu`, `Ei vielä varma`, or ''. */
export function stateOf({ status }: CalendarEntry, t: CalendarTexts): string {
  return status === 'confirmed' ? '' : t.entry[status];
}

/** `1 tunti 30 minuuttia`, or '' for a whole day. */
export function lengthOf({ time, minutes }: CalendarEntry, t: CalendarTexts): string {
  return time === null ? '' : t.entry.minutes(Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR);
}

export function countiesOf({ counties }: CalendarEntry, t: CalendarTexts): string {
  return counties.length === 0 ? t.entry.wholeCountry : cut(counties.map((code) => countyOf(code).nameFi).join(', '));
}

/** As much of people's words as a card shows of them. */
export function cut(text: string, max = SHOWN_MAX): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}

/** Whether the entry has an address that a browser may open. */
export function hasLink({ link, status }: CalendarEntry): boolean {
  return status !== 'cancelled' && URL.parse(link)?.protocol === 'https:';
}

export function addButton({ source, id }: CalendarEntry, t: CalendarTexts, look: Button['look'] = 'plain'): Button {
  return { label: t.buttons.add, verb: VERBS.add, data: { source, id }, look, sendsInputs: false };
}

export function detailsButton({ source, id }: CalendarEntry, t: CalendarTexts): Button {
  return { label: t.buttons.details, verb: VERBS.show, data: { source, id }, look: 'plain', sendsInputs: false };
}
