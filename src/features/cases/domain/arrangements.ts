// The practical arrangements of an event: the actor's and the authority's, never Tukiliitto's (S0-25).
import type { ItemId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Arrangement, Case } from './case.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';
import { eventInPreparation, withEvent } from './event.ts';
import type { Party } from './vocabulary.ts';

/** The arrangement of an id, in whichever event; null when it is gone. */
export function findArrangement(c: Case, id: ItemId): Arrangement | null {
  return c.events.flatMap((event) => event.arrangements).find((arrangement) => arrangement.id === id) ?? null;
}

/** S0-25: adds arrangements to the event in preparation, all for the same party. None at all is refused. */
export function addArrangements(
  c: Case,
  what: readonly string[],
  assignee: Party,
  { newItemId }: DecisionContext,
): Decision {
  const event = eventInPreparation(c);
  if (event === null) {
    return refuse('no-event');
  }
  if (what.length === 0) {
    return refuse('choice-missing', { field: 'what' });
  }
  let { arrangements } = event;
  for (const each of what) {
    const more = added('arrangements', arrangements, { id: newItemId(), what: each, assignee, done: null });
    if (!more.ok) {
      return more;
    }
    arrangements = more.value;
  }
  return ok(withEvent(c, { ...event, arrangements }));
}

type MendRequest = Pick<Arrangement, 'what' | 'assignee'> & { readonly isDone: boolean };

/** Mends an arrangement or ticks it off; who ticked it first, and when, stays. */
export function mendArrangement(
  c: Case,
  id: ItemId,
  { what, assignee, isDone }: MendRequest,
  { by, today }: DecisionContext,
): Decision {
  const event = c.events.find(({ arrangements }) => arrangements.some((arrangement) => arrangement.id === id));
  if (event === undefined) {
    return refuse('item-gone');
  }
  const arrangements = replaced(event.arrangements, id, (before) => ({
    ...before,
    what,
    assignee,
    done: isDone ? (before.done ?? { on: today, by }) : null,
  }));
  return arrangements.ok ? ok(withEvent(c, { ...event, arrangements: arrangements.value })) : arrangements;
}
