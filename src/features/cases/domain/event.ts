// Agreeing a discussion event: when, where and how (S0-23, S0-30, S1-29).
import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { currentEvent, type Case, type DiscussionEvent, type Support } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import { added, type CaseRefusal, type Decision, type DecisionContext } from './decision.ts';
import { isHttpsLink } from '../../../kernel/https-links.ts';
import type { Attendance } from './vocabulary.ts';

type Agreement = Pick<DiscussionEvent, 'date' | 'time' | 'format' | 'place' | 'link' | 'federation'> & {
  readonly status: 'proposed' | 'agreed';
};

/** `linkLater`: the link of a remote meeting is not known yet, and everybody is to know that it comes. */
export type EventRequest = Agreement & { readonly linkLater?: boolean };

/** The event that is being prepared: neither held nor cancelled; null when there is none. */
export function eventInPreparation(c: Case): DiscussionEvent | null {
  const event = currentEvent(c);
  return event === null || event.status === 'held' ? null : event;
}

/** The last event when it was cancelled: what was prepared for it serves the next one. Null otherwise. */
export function cancelledBefore(c: Case): DiscussionEvent | null {
  const last = c.events.at(-1);
  return last?.status === 'cancelled' ? last : null;
}

/** The case with one event changed. */
export function withEvent(c: Case, changed: DiscussionEvent): Case {
  return { ...c, events: c.events.map((event) => (event.id === changed.id ? changed : event)) };
}

/** S0-30: how Tukiliitto takes part, as the support that was asked for tells. */
export function attendanceAsked(support: Support | null): Attendance {
  return support?.mode === 'onSite' || support?.mode === 'teams' ? support.mode : 'no';
}

/**
 * S0-23: agrees or proposes an event, the one in preparation or, after a held one, a new one. An agreed event has a date
 * and, by its format, a place or a link (S1-29); once it is agreed, nobody is asked for times any more. With an id, only that event is changed. A new event after a cancelled one takes over whom to
 * invite, not yet asked, and the arrangements.
 */
export function agreeEvent(
  c: Case,
  id: ItemId | null,
  { linkLater = false, ...request }: EventRequest,
  context: DecisionContext,
): Decision {
  const before = id === null ? eventInPreparation(c) : (c.events.find((event) => event.id === id) ?? null);
  if (id !== null && (before === null || before.status === 'cancelled')) {
    return refuse('item-gone');
  }
  if (before?.status === 'held') {
    return refuse('already-done');
  }
  const complete = checkedRequest(c, before?.date ?? null, { ...request, linkLater }, context.today);
  if (!complete.ok) {
    return complete;
  }
  if (before !== null) {
    return ok(withEvent(c, { ...before, ...request, times: timesAfter(before, request) }));
  }
  const events = added('events', c.events, { ...newEvent(c, context), ...request });
  return events.ok ? ok({ ...c, events: events.value }) : events;
}

/** Cancels the event in preparation; what was recorded of it stays, its reminders end. */
export function cancelEvent(c: Case): Decision {
  const event = eventInPreparation(c);
  return event === null ? refuse('no-event') : ok(withEvent(c, { ...event, status: 'cancelled' }));
}

function checkedRequest(
  c: Case,
  dateBefore: LocalDate | null,
  request: Required<EventRequest>,
  today: LocalDate,
): Result<null, CaseRefusal> {
  const { date, time, link, status } = request;
  if (link !== '' && !isHttpsLink(link)) {
    return refuse('link-not-https', { field: 'link' });
  }
  if (date === null) {
    return status === 'agreed' || time !== null ? refuse('date-missing', { field: 'date' }) : ok(null);
  }
  const missing = status === 'agreed' ? missingWhere(request) : null;
  if (missing !== null) {
    return missing;
  }
  // An event that nobody entered in time has to be agreed before it can be recorded as held.
  const isEnteredLate = status === 'agreed' && date < today && date >= c.opened.on;
  if (date === dateBefore || isEnteredLate) {
    return ok(null);
  }
  const allowed = promisedDate(date, today, 'date');
  return allowed.ok ? ok(null) : allowed;
}

// S1-18, S1-29: people come to a place; from afar they come by a link, which may follow later.
function missingWhere({ format, place, link, linkLater }: Required<EventRequest>): Result<null, CaseRefusal> | null {
  if (format !== 'remote' && place === '') {
    return refuse('event-needs-place', { field: 'place' });
  }
  return format !== 'onSite' && link === '' && !linkLater ? refuse('event-needs-link', { field: 'link' }) : null;
}

function timesAfter({ times }: DiscussionEvent, { status }: Agreement): DiscussionEvent['times'] {
  return times !== null && status === 'agreed' ? { ...times, state: 'settled' } : times;
}

function newEvent(c: Case, { newItemId }: DecisionContext): Omit<DiscussionEvent, keyof Agreement> {
  const id = newItemId();
  const cancelled = cancelledBefore(c);
  const invitees = cancelled?.invitees ?? [];
  const arrangements = cancelled?.arrangements ?? [];
  return {
    id,
    person: c.lead,
    type: cancelled?.type ?? null,
    times: null,
    invitees: invitees.map((invitee) => ({
      ...invitee,
      id: newItemId(),
      invited: false,
      answer: 'none',
      attended: false,
    })),
    arrangements: arrangements.map((arrangement) => ({ ...arrangement, id: newItemId(), done: null })),
    viewpoints: { usersAndClose: '', authority: '', lawAndCrpd: { references: [], text: '' } },
    openDiscussion: '',
    factors: [],
    commonDirection: '',
    options: [],
    milestones: [],
    sharedView: '',
    chosenOptions: [],
  };
}
