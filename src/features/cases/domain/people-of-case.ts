import type { PersonId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { LIST_CAPS, type Case } from './case.ts';
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
 * Gives the case to another person, who becomes its lead. What the former lead was to be reminded of goes to the new one;
 * promises of others stay theirs. The former lead stays a participant unless they leave.
 */
export function handOver(c: Case, to: PersonId, leave: boolean): Decision {
  if (to === c.lead) {
    return refuse('already-in-case', { field: 'to' });
  }
  const joined = withParticipant(c, to);
  if (!joined.ok) {
    return joined;
  }
  const from = c.lead;
  const moved = <Item extends { readonly person: PersonId }>(item: Item): Item =>
    item.person === from ? { ...item, person: to } : item;
  const { value } = joined;
  return ok({
    ...value,
    lead: to,
    participants: leave ? value.participants.filter((person) => person !== from) : value.participants,
    actions: value.actions.map(moved),
    informTasks: value.informTasks.map(moved),
    followUps: value.followUps.map(moved),
    events: value.events.map((event) => ({ ...moved(event), milestones: event.milestones.map(moved) })),
    nextMeeting:
      value.nextMeeting?.kind === 'agreed'
        ? { ...value.nextMeeting, meeting: moved(value.nextMeeting.meeting) }
        : value.nextMeeting,
    evaluation: {
      ...value.evaluation,
      agreed: value.evaluation.agreed === null ? null : moved(value.evaluation.agreed),
    },
    status: value.status.kind === 'onHold' ? { ...value.status, until: moved(value.status.until) } : value.status,
  });
}
