import type { LocalDate } from '../../../kernel/instants.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { reschedule } from './schedule.ts';

/**
 * Sets the target date to one that a person has chosen, so that it no longer follows the urgency (S0-52). The date that it
 * already is is refused, so that nobody believes it was moved.
 */
export function chooseTargetDate(c: Case, targetDate: LocalDate, context: DecisionContext): Decision {
  const { urgency } = c.schedule;
  return targetDate === c.schedule.targetDate
    ? refuse('date-unchanged', { field: 'targetDate' })
    : reschedule(c, { urgency, targetDate, followUrgency: false }, context);
}
