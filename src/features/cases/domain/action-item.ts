import type { ItemId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { ActionItem, Case } from './case.ts';
import { keptOrPromisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

/** `person` sees to it and is reminded; `who` names somebody else who does it, '' when the person does. */
export type ActionRequest = Pick<ActionItem, 'what' | 'who' | 'person' | 'date'>;

/** S0-35: adds what was agreed to be done, by whom and by when, or mends the action of an id. */
export function saveAction(c: Case, id: ItemId | null, request: ActionRequest, context: DecisionContext): Decision {
  const kept = c.actions.find((action) => action.id === id)?.date ?? null;
  const allowed = keptOrPromisedDate(request.date, kept, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  const actions =
    id === null
      ? added('actions', c.actions, { id: context.newItemId(), done: null, ...request })
      : replaced(c.actions, id, (action) => ({ ...action, ...request }));
  return actions.ok ? ok({ ...c, actions: actions.value }) : actions;
}
