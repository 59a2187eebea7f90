// The dated things of a case as calendars know them.
import { parseCaseId, parseItemId, type CaseId, type ItemId, type PersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import { calendarItems, findCalendarItem, isMeeting, type EntryItem } from '../domain/calendar-items.ts';
import type { Case } from '../domain/case.ts';
import type { DatedKind } from '../domain/vocabulary.ts';
import type { CaseSummary } from '../summary-row.ts';
import type { CaseTexts } from '../texts.fi.ts';

export const SOURCE = 'cases';

// Nobody agrees a length in a case; a discussion takes longer than a meeting of those who know each other.
const HOURS: Readonly<Partial<Record<DatedKind, number>>> = { event: 2 };
const MINUTES_PER_HOUR = 60;

/** What entries tell of a case beside its item. */
type AboutCase = Pick<CaseSummary, 'id' | 'number' | 'title' | 'county' | 'home'> & {
  readonly rev: number;
  readonly changedAt: Instant;
};

/** A case with what calendars list of it, whether its summary or the case itself was read. */
export type DatedCase = AboutCase &
  Pick<CaseSummary, 'lead' | 'participants'> & { readonly items: readonly EntryItem[] };

/** A case as it was read, with the moment of its last change. */
export type StoredCase = { readonly c: Case; readonly changedAt: Instant };

/** A case that was opened, as calendars know it. */
export function datedCase(stored: StoredCase): DatedCase {
  const { lead, participants } = stored.c;
  return { ...aboutCase(stored), lead, participants, items: calendarItems(stored.c) };
}

function aboutCase({ c, changedAt }: StoredCase): AboutCase {
  const { id, number, rev, home, basics } = c;
  return { id, number, rev, home, title: basics.title, county: basics.targetBody.county, changedAt };
}

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
export function entriesOf(dated: DatedCase, person: PersonId, mine: boolean, t: CaseTexts): readonly CalendarEntry[] {
  const { items, lead, participants } = dated;
  const isIn = lead === person || participants.includes(person);
  return items
    .filter((item) => item.person === person || (isMeeting(item.kind) && (isIn || !mine)))
    .map((item) => toEntry(dated, item, t));
}

/** One dated item of a case, whoever answers for it; null when it is gone or done. */
export function entryOf(stored: StoredCase, item: ItemId, t: CaseTexts): CalendarEntry | null {
  const found = findCalendarItem(stored.c, item);
  return found === null ? null : toEntry(aboutCase(stored), found, t);
}

function toEntry(about: AboutCase, item: EntryItem, t: CaseTexts): CalendarEntry {
  const words = t.calendar;
  const label = t.datedKinds[item.kind];
  const hours = HOURS[item.kind] ?? 1;
  const lines = [
    words.about(about.number, about.title),
    item.time === null ? '' : words.guessedLength(hours),
    item.state === 'confirmed' ? '' : words[item.state],
  ];
  return {
    source: SOURCE,
    id: calendarIdOf(about.id, item.id),
    // Every change of the case counts: too high harms nobody, too low and a change would not be noticed.
    sequence: about.rev,
    status: item.state,
    kind: { code: item.kind, label },
    title: words.title(label, item.what === '' ? about.title : item.what),
    description: lines.filter((line) => line !== '').join('\n'),
    date: item.date,
    time: item.time,
    minutes: item.time === null ? 0 : hours * MINUTES_PER_HOUR,
    place: item.place,
    link: item.link,
    caseNumber: about.number,
    counties: [about.county],
    audience: audienceOf(about, item),
    changedAt: about.changedAt,
  };
}

function audienceOf({ home }: AboutCase, { kind }: EntryItem): CalendarEntry['audience'] {
  if (!isMeeting(kind)) {
    return 'person';
  }
  return home.access === 'team' ? 'team' : { channelId: home.channelId };
}
