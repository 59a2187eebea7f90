import type { LocalDate } from '../../../kernel/instants.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { proposedTargetDate, withUrgency } from './target-date.ts';
import type { Urgency } from './vocabulary.ts';

type ScheduleRequest = {
  readonly urgency: Urgency;
  readonly targetDate: LocalDate;
  /** Lets the urgency propose the date again, whatever `targetDate` says. */
  readonly followUrgency: boolean;
};

/**
 * S0-06, S0-15, S0-29: sets the urgency and the target date. A date other than the present one is a person's choice from
 * then on and may not be in the past; the present one may have passed already and then follows the urgency as before.
 */
export function reschedule(c: Case, request: ScheduleRequest, { today }: Pick<DecisionContext, 'today'>): Decision {
  const { urgency, targetDate } = request;
  if (request.followUrgency) {
    const proposed = proposedTargetDate(urgency, today);
    return ok({ ...c, schedule: { urgency, targetDate: proposed, targetDateSource: 'proposed' } });
  }
  if (targetDate === c.schedule.targetDate) {
    return ok({ ...c, schedule: withUrgency(c.schedule, urgency, today) });
  }
  const allowed = promisedDate(targetDate, today, 'targetDate');
  return allowed.ok ? ok({ ...c, schedule: { urgency, targetDate, targetDateSource: 'chosen' } }) : allowed;
}
