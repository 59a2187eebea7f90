import type { ItemId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, InformTask } from './case.ts';
import { keptOrPromisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';

type InformTaskRequest = Pick<InformTask, 'audience' | 'what' | 'person' | 'date'>;

/** S0-56: adds a task to inform somebody, or changes the one with the id. The person of the task is reminded of it. */
export function saveInformTask(
  c: Case,
  id: ItemId | null,
  request: InformTaskRequest,
  context: DecisionContext,
): Decision {
  const before = c.informTasks.find((task) => task.id === id)?.date ?? null;
  const allowed = keptOrPromisedDate(request.date, before, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  const informTasks =
    id === null
      ? added('informTasks', c.informTasks, { id: context.newItemId(), done: null, ...request })
      : replaced(c.informTasks, id, (task) => ({ ...task, ...request }));
  return informTasks.ok ? ok({ ...c, informTasks: informTasks.value }) : informTasks;
}
