// The dated things of a case as calendars know them.
import { parseCaseId, parseItemId, type CaseId, type ItemId, type PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import { calendarItems, findCalendarItem, isMeeting, type CalendarItem } from '../domain/calendar-items.ts';
import type { Case } from '../domain/case.ts';
import type { DatedKind } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';

export const SOURCE = 'cases';

// Nobody agrees a length in a case; a discussion takes longer than a meeting of those who know each other.
const HOURS: Readonly<Partial<Record<DatedKind, number>>> = { event: 2 };
const MINUTES_PER_HOUR = 60;

/** A case as it was read, with the moment of its last change. */
export type StoredCase = { readonly c: Case; readonly changedAt: Instant };

/** What a button sends to name a dated item of a case in calendars; the target date goes by the case's own id. */
export function calendarIdOf(caseId: CaseId, item: ItemId): string {
  return `${caseId}.${item}`;
}

/** The case and the item of such an id; null when it is none. */
export function parseCalendarId(id: string): { readonly caseId: CaseId; readonly item: ItemId } | null {
  const [first, second, ...more] = id.split('.');
  const [caseId, item] = [parseCaseId(first), parseItemId(second)];
  return caseId === null || item === null || more.length > 0 ? null : { caseId, item };
}

/** What of a case that person finds in calendars; `mine`: only what they take part in or answer for. */
export function entriesOf(stored: StoredCase, person: PersonId, mine: boolean, t: CaseTexts): readonly CalendarEntry[] {
  const { c } = stored;
  const isIn = c.lead === person || c.participants.includes(person);
  return calendarItems(c)
    .filter((item) => item.person === person || (isMeeting(item.kind) && (isIn || !mine)))
    .map((item) => toEntry(stored, item, t));
}

/** One dated item of a case, whoever answers for it; null when it is gone or done. */
export function entryOf(stored: StoredCase, item: ItemId, t: CaseTexts): CalendarEntry | null {
  const found = findCalendarItem(stored.c, item);
  return found === null ? null : toEntry(stored, found, t);
}

function toEntry({ c, changedAt }: StoredCase, item: CalendarItem, t: CaseTexts): CalendarEntry {
  const words = t.calendar;
  const label = t.datedKinds[item.kind];
  const hours = HOURS[item.kind] ?? 1;
  const lines = [
    words.about(c.number, c.basics.title),
    item.time === null ? '' : words.guessedLength(hours),
    item.state === 'confirmed' ? '' : words[item.state],
  ];
  return {
    source: SOURCE,
    id: calendarIdOf(c.id, item.id),
    // Every change of the case counts: too high harms nobody, too low and a change would not be noticed.
    sequence: c.rev,
    status: item.state,
    kind: { code: item.kind, label },
    title: words.title(label, item.what === '' ? c.basics.title : item.what),
    description: lines.filter((line) => line !== '').join('\n'),
    date: item.date,
    time: item.time,
    minutes: item.time === null ? 0 : hours * MINUTES_PER_HOUR,
    place: item.place,
    link: item.link,
    caseNumber: c.number,
    counties: [c.basics.targetBody.county],
    audience: audienceOf(c, item),
    changedAt,
  };
}

function audienceOf(c: Case, { kind }: CalendarItem): CalendarEntry['audience'] {
  if (!isMeeting(kind)) {
    return 'person';
  }
  return c.home.access === 'team' ? 'team' : { channelId: c.home.channelId };
}
