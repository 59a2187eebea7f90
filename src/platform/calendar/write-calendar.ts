// Entries as an iCalendar file (RFC 5545).
//
// No METHOD: an iTIP method needs an ORGANIZER to answer to (RFC 5546), and nobody organises anything through our files.
// No RRULE, not even for a series: its sessions are moved and skipped one by one, so each is an event of its own with a
// UID of its own, and every calendar program follows a change without understanding exceptions of a rule. No VTIMEZONE:
// times are UTC, computed here with the rules of Finland.
import { ICalCalendar, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../kernel/dates.ts';
import { cleanText } from '../cards/escape-markup.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { timesOf } from './entry-times.ts';

const PRODUCT = { company: 'Kehitysvammaisten Tukiliitto', product: 'Ratkaisupolku', language: 'FI' } as const;
// How often programs may ask again, as far as they heed it.
const REFRESH_SECONDS = 3_600;
const SUMMARY_MAX = 200;
const TEXT_MAX = 4_000;

const STATUSES = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarEntry['status'], ICalEventStatus>;

/** What is the same in every file for an entry, also after it was moved or cancelled. */
export function uidOf({ source, id }: Pick<CalendarEntry, 'source' | 'id'>): string {
  return `${source}-${id}@ratkaisupolku`;
}

/** The text of an .ics file called `name`; the same entries give the same text to the letter. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = new ICalCalendar({ name, prodId: PRODUCT, ttl: REFRESH_SECONDS });
  for (const entry of entries) {
    calendar.createEvent(toEvent(entry));
  }
  // The last line ends like every other one.
  return `${calendar.toString()}\r\n`;
}

function toEvent(entry: CalendarEntry) {
  const times = timesOf(entry);
  const link = safeLink(entry.link);
  const isFree = times === null || entry.status === 'cancelled';
  return {
    id: uidOf(entry),
    sequence: entry.sequence,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    status: STATUSES[entry.status],
    // A day without a time is something to remember and not a day that is taken.
    transparency: isFree ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: isFree ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    summary: textOf(entry.title, SUMMARY_MAX).replaceAll(/\s+/g, ' '),
    description: textOf([entry.description, entry.link].filter((part) => part !== '').join('\n'), TEXT_MAX),
    location: textOf(entry.place === '' ? entry.link : entry.place, TEXT_MAX).replaceAll(/\s+/g, ' '),
    ...(link === null ? {} : { url: link }),
    ...(times === null
      ? { allDay: true, start: entry.date, end: addDays(entry.date, 1) }
      : { start: times.start, end: times.end }),
  };
}

function textOf(text: string, max: number): string {
  return cleanText(text).slice(0, max).toWellFormed().trim();
}

// An address is no TEXT: nothing in it may be escaped with a backslash, so what the writer would escape is encoded.
function safeLink(link: string): string | null {
  const url = URL.parse(link);
  return url?.protocol === 'https:' ? url.href.replaceAll(',', '%2C').replaceAll(';', '%3B') : null;
}
