import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent, Invitee, PlannedParticipant } from './case.ts';
import { pastDate } from './dates-allowed.ts';
import { added, type CaseRefusal, type Decision, type DecisionContext } from './decision.ts';
import { withEvent } from './event.ts';
import { eventToRecord, refuseWithoutEvent } from './recorded-event.ts';
import type { EventType } from './vocabulary.ts';

/** Sets who can resolve the matter (S0-37, S0-50), for the event of `id` or the current one. */
export function setEventType(c: Case, id: ItemId | null, type: EventType): Decision {
  const event = eventToRecord(c, id);
  return event === null ? refuseWithoutEvent(id) : ok(withEvent(c, { ...event, type }));
}

/** Somebody who may have been there: an invitee, or a participant planned in stage 1 whom nobody put on the list. */
export type PossibleAttendee = Pick<Invitee, 'id' | 'role' | 'organisation' | 'name'>;

/** Whom to ask about: the invitees, then those planned in stage 1 who are not among them by role and organisation. */
export function possibleAttendees(c: Case, event: DiscussionEvent): readonly PossibleAttendee[] {
  return [...event.invitees, ...notInvited(c, event).map((planned) => ({ ...planned, name: '' }))];
}

function notInvited(c: Case, event: DiscussionEvent): readonly PlannedParticipant[] {
  return c.plannedParticipants.filter(
    (planned) =>
      !event.invitees.some(({ role, organisation }) => role === planned.role && organisation === planned.organisation),
  );
}

/** Who was there, as far as is known: those recorded, and before that those who have said that they come. */
export function knownAttendees(event: DiscussionEvent): readonly ItemId[] {
  return event.invitees
    .filter(({ attended, answer }) => (event.status === 'held' ? attended : answer === 'coming'))
    .map(({ id }) => id);
}

export type EventRecord = {
  readonly on: LocalDate;
  /** Ids of possible attendees; others are passed over. */
  readonly attended: readonly ItemId[];
  /** Somebody who came without being on the list. */
  readonly extra: Pick<Invitee, 'role' | 'organisation'> | null;
  readonly openDiscussion: string;
};

/**
 * S0-26, S0-54: the event was held on a day not later than today, by those who attended, with the notes of the open
 * discussion (S0-31). It can be recorded again: what was recorded is then mended.
 */
export function recordEvent(c: Case, id: ItemId | null, record: EventRecord, context: DecisionContext): Decision {
  const event = eventToRecord(c, id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  if (!pastDate(record.on, context.today, 'on').ok) {
    return refuse('event-not-today-yet', { field: 'on' });
  }
  const invitees = withAttendees(c, event, record, context);
  if (!invitees.ok) {
    return invitees;
  }
  const { on: date, openDiscussion } = record;
  return ok(withEvent(c, { ...event, status: 'held', date, openDiscussion, invitees: invitees.value }));
}

function withAttendees(
  c: Case,
  event: DiscussionEvent,
  { attended, extra }: EventRecord,
  context: DecisionContext,
): Result<readonly Invitee[], CaseRefusal> {
  const present = new Set(attended);
  const invited = event.invitees.map((invitee) => ({ ...invitee, attended: present.has(invitee.id) }));
  const others = [
    ...notInvited(c, event).filter((planned) => present.has(planned.id)),
    ...(extra === null ? [] : [extra]),
  ];
  return others.reduce<Result<readonly Invitee[], CaseRefusal>>(
    (list, { role, organisation }) =>
      list.ok ? added('invitees', list.value, uninvited(role, organisation, context.newItemId())) : list,
    ok(invited),
  );
}

// Came without an invitation: nobody had agreed on it, and now it does not matter.
function uninvited(role: Invitee['role'], organisation: string, id: ItemId): Invitee {
  return {
    id,
    role,
    organisation,
    name: '',
    proposedBy: 'owner',
    agreedByOwner: false,
    agreedByAuthority: false,
    invited: false,
    answer: 'none',
    attended: true,
  };
}
