import type { PersonId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent, Done } from './case.ts';
import { LIST_CAPS } from './list-caps.ts';
import type { Decision } from './decision.ts';

function withParticipant(c: Case, person: PersonId): Decision {
  if (c.participants.includes(person)) {
    return ok(c);
  }
  const max = LIST_CAPS.participants;
  return c.participants.length < max
    ? ok({ ...c, participants: [...c.participants, person] })
    : refuse('list-full', { args: { max } });
}

/** One press makes a member who sees the case a participant of it. */
export function joinCase(c: Case, person: PersonId): Decision {
  return c.participants.includes(person) ? refuse('already-in-case') : withParticipant(c, person);
}

/**
 * Gives the case to another person, who becomes its lead. What the former lead was still to be reminded of goes to the
 * new one; promises of others stay theirs. The former lead stays a participant unless they leave.
 */
export function handOver(c: Case, to: PersonId, leave: boolean): Decision {
  const from = c.lead;
  if (to === from) {
    return refuse('already-in-case', { field: 'to' });
  }
  const staying = leave ? c.participants.filter((person) => person !== from) : c.participants;
  const joined = withParticipant({ ...c, participants: staying }, to);
  return joined.ok ? ok(withPromisesMoved({ ...joined.value, lead: to }, from, to)) : joined;
}

function withPromisesMoved(c: Case, from: PersonId, to: PersonId): Case {
  const moved = <Item extends { readonly person: PersonId; readonly done: Done }>(item: Item): Item =>
    item.person === from && item.done === null ? { ...item, person: to } : item;
  const movedEvent = (event: DiscussionEvent): DiscussionEvent => ({
    ...event,
    person: event.person === from && event.status !== 'held' ? to : event.person,
    milestones: event.milestones.map(moved),
  });
  const { evaluation, nextMeeting, status, support } = c;
  return {
    ...c,
    actions: c.actions.map(moved),
    informTasks: c.informTasks.map(moved),
    followUps: c.followUps.map(moved),
    events: c.events.map(movedEvent),
    nextMeeting: nextMeeting?.kind === 'agreed' ? { ...nextMeeting, meeting: moved(nextMeeting.meeting) } : nextMeeting,
    evaluation: { ...evaluation, agreed: evaluation.agreed === null ? null : moved(evaluation.agreed) },
    support:
      support?.choice?.kind === 'picked'
        ? { ...support, choice: { ...support.choice, visit: moved(support.choice.visit) } }
        : support,
    status: status.kind === 'onHold' ? { ...status, until: moved(status.until) } : status,
  };
}
