import type { PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, OtherOrganisations } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import { added, type Decision, type DecisionContext } from './decision.ts';

/** The task to contact the others; without a date there is none. */
export type ContactTask = { readonly date: LocalDate | null; readonly person: PersonId; readonly what: string };

/** Whether "yes" would be news, so that somebody has to promise to contact the others. */
export function needsContactTask(c: Case): boolean {
  return c.otherOrganisations?.concern !== 'yes';
}

/**
 * S0-19: whether the matter concerns other organisations. "Yes" needs their names and, the first time, a date by which
 * somebody contacts them; later a date makes one more such task. The other answers make no task.
 */
export function answerOthers(
  c: Case,
  answer: OtherOrganisations,
  task: ContactTask,
  context: DecisionContext,
): Decision {
  if (answer.concern !== 'yes') {
    return ok({ ...c, otherOrganisations: answer });
  }
  if (answer.names === '') {
    return refuse('names-missing', { field: 'names' });
  }
  const answered = { ...c, otherOrganisations: answer };
  if (task.date === null) {
    return needsContactTask(c) ? refuse('date-missing', { field: 'contactBy' }) : ok(answered);
  }
  const allowed = promisedDate(task.date, context.today, 'contactBy');
  if (!allowed.ok) {
    return allowed;
  }
  const { person, what, date } = task;
  const actions = added('actions', c.actions, { id: context.newItemId(), date, person, done: null, what, who: '' });
  return actions.ok ? ok({ ...answered, actions: actions.value }) : actions;
}
