import type { ItemId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, PlannedParticipant } from './case.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

/** S0-17: somebody who could take part in the discussion, by role and organisation. With an id, mends that one. */
export function planParticipant(
  c: Case,
  id: ItemId | null,
  request: Omit<PlannedParticipant, 'id'>,
  { newItemId }: Pick<DecisionContext, 'newItemId'>,
): Decision {
  const planned =
    id === null
      ? added('plannedParticipants', c.plannedParticipants, { id: newItemId(), ...request })
      : replaced(c.plannedParticipants, id, (participant) => ({ ...participant, ...request }));
  return planned.ok ? ok({ ...c, plannedParticipants: planned.value }) : planned;
}
