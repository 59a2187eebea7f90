// Whom to invite to the event, agreed with the other side (S0-24).
import type { ItemId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, Invitee, PlannedParticipant } from './case.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';
import { eventInPreparation, withEvent } from './event.ts';

export type InviteeRequest = Omit<Invitee, 'id' | 'attended'>;

/** The invitee of an id, in whichever event; null when it is gone. */
export function findInvitee(c: Case, id: ItemId): Invitee | null {
  return c.events.flatMap((event) => event.invitees).find((invitee) => invitee.id === id) ?? null;
}

/** The participants planned in stage 1, while nobody has been taken from them or added to the event in preparation. */
export function plannedToInvite(c: Case): readonly PlannedParticipant[] {
  return eventInPreparation(c)?.invitees.length === 0 ? c.plannedParticipants : [];
}

/** S0-24: one more to invite to the event in preparation. With an id, mends that one in whichever event it is. */
export function invite(c: Case, id: ItemId | null, request: InviteeRequest, context: DecisionContext): Decision {
  return id === null ? inviteAll(c, [request], context) : mendInvitee(c, id, request);
}

/** S0-17, S0-24: takes over planned participants by their ids and adds one more when given. Nobody at all is refused. */
export function invitePlanned(
  c: Case,
  planned: readonly ItemId[],
  another: Pick<Invitee, 'role' | 'organisation' | 'name'> | null,
  context: DecisionContext,
): Decision {
  const fromPlan = c.plannedParticipants
    .filter((participant) => planned.includes(participant.id))
    .map(({ role, organisation }) => ({ role, organisation, name: '' }));
  const wanted = another === null ? fromPlan : [...fromPlan, another];
  return wanted.length === 0
    ? refuse('choice-missing', { field: 'planned' })
    : inviteAll(
        c,
        wanted.map((who) => ({ ...who, ...PROPOSED_BY_US })),
        context,
      );
}

const PROPOSED_BY_US = {
  proposedBy: 'owner',
  agreedByOwner: true,
  agreedByAuthority: false,
  invited: false,
  answer: 'none',
} as const;

function inviteAll(c: Case, requests: readonly InviteeRequest[], { newItemId }: DecisionContext): Decision {
  const event = eventInPreparation(c);
  if (event === null) {
    return refuse('no-event');
  }
  let { invitees } = event;
  for (const request of requests) {
    const more = added('invitees', invitees, { id: newItemId(), attended: false, ...request });
    if (!more.ok) {
      return more;
    }
    invitees = more.value;
  }
  return ok(withEvent(c, { ...event, invitees }));
}

function mendInvitee(c: Case, id: ItemId, request: InviteeRequest): Decision {
  const event = c.events.find(({ invitees }) => invitees.some((invitee) => invitee.id === id));
  if (event === undefined) {
    return refuse('item-gone');
  }
  const invitees = replaced(event.invitees, id, (invitee) => ({ ...invitee, ...request }));
  return invitees.ok ? ok(withEvent(c, { ...event, invitees: invitees.value })) : invitees;
}
