// What of a case belongs into calendars: its meetings, for everybody who sees the case, and each person's own promises.
import type { ItemId } from '../../../kernel/ids.ts';
import type { Case, DiscussionEvent, Status } from './case.ts';
import { datedItems, findItem, type DatedItem } from './dated-items.ts';
import { DATED_KINDS, type DatedKind, type EventStatus } from './vocabulary.ts';

export const CALENDAR_STATES = ['confirmed', 'tentative', 'cancelled'] as const;

export type CalendarItem = DatedItem & {
  readonly state: (typeof CALENDAR_STATES)[number];
  readonly place: string;
  /** https address of the remote meeting, or ''. */
  readonly link: string;
};

/** What of an item is told in a calendar. */
export type EntryItem = Pick<
  CalendarItem,
  'kind' | 'id' | 'date' | 'time' | 'what' | 'person' | 'state' | 'place' | 'link'
>;

// What several people come together for; the others are one person's to do.
const MEETINGS: ReadonlySet<DatedKind> = new Set(['event', 'nextMeeting', 'supportVisit']);
// Reminded of, but nothing that anybody has to be somewhere for or hand in on the day.
const NO_DATES_OF_OWN: ReadonlySet<DatedKind> = new Set(['pauseEnd', 'targetDate']);

/** What calendars list of cases. */
export const CALENDAR_KINDS: readonly DatedKind[] = DATED_KINDS.filter((kind) => !NO_DATES_OF_OWN.has(kind));

/** Whether an item of this kind is a meeting that everybody who sees the case may know of. */
export function isMeeting(kind: DatedKind): boolean {
  return MEETINGS.has(kind);
}

/** The meetings of a case, held and cancelled ones included, and what somebody has promised and not done yet. */
export function calendarItems(c: Case): readonly CalendarItem[] {
  const items = datedItems(c).filter(({ kind }) => kind !== 'event' && !NO_DATES_OF_OWN.has(kind));
  return [...c.events.flatMap((event) => eventItem(c, event)), ...items.flatMap((item) => otherItem(c, item))];
}

/** Any dated item of a case as a calendar item, also one that lists leave out; null when it is gone or done. */
export function findCalendarItem(c: Case, id: ItemId): CalendarItem | null {
  const listed = calendarItems(c).find((item) => item.id === id);
  if (listed !== undefined) {
    return listed;
  }
  const item = findItem(c, id);
  return item === null ? null : (otherItem(c, item)[0] ?? null);
}

const EVENT_STATES = {
  proposed: 'tentative',
  agreed: 'confirmed',
  held: 'confirmed',
  cancelled: 'cancelled',
} as const satisfies Record<EventStatus, CalendarItem['state']>;

function eventItem(c: Case, event: DiscussionEvent): readonly CalendarItem[] {
  const { id, date, time, place, link, person, status } = event;
  if (date === null) {
    return [];
  }
  const done = status === 'held' ? { on: date, by: person } : null;
  const item: DatedItem = { kind: 'event', id, date, time, what: '', where: '', person, done, remind: true };
  return [{ ...item, place, link, state: stateIn(c.status, item, EVENT_STATES[status]) }];
}

function otherItem(c: Case, item: DatedItem): readonly CalendarItem[] {
  if (!isMeeting(item.kind)) {
    return isStillToDo(c.status, item) ? [{ ...item, place: '', link: '', state: 'confirmed' }] : [];
  }
  const meeting = item.kind === 'nextMeeting' && c.nextMeeting?.kind === 'agreed' ? c.nextMeeting.meeting : null;
  const [place, link] = [meeting?.place ?? '', meeting?.link ?? ''];
  return [{ ...item, place, link, state: stateIn(c.status, item, 'confirmed') }];
}

// What was held stays in people's calendars; what was ticked off, or waits for the end of a pause, is nothing to come to.
function isStillToDo(status: Status, { kind, done }: DatedItem): boolean {
  return done === null && (status.kind === 'open' || (status.kind === 'onHold' && kind === 'pauseEnd'));
}

// Closing a case calls off what was still ahead; a pause leaves it open whether it takes place.
function stateIn(status: Status, { date, done }: DatedItem, own: CalendarItem['state']): CalendarItem['state'] {
  if (own === 'cancelled' || done !== null || status.kind === 'open') {
    return own;
  }
  if (status.kind === 'onHold') {
    return 'tentative';
  }
  return date > status.on ? 'cancelled' : own;
}
