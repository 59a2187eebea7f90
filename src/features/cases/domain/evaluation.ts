// S0-58: the model is evaluated by the association or group and by Tukiliitto. S0-59: what others can learn is shared.
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, EvaluationAnswer } from './case.ts';
import { keptOrPromisedDate } from './dates-allowed.ts';
import type { Decision, DecisionContext } from './decision.ts';
import type { EvaluationSide } from './vocabulary.ts';

/** Whether both sides have answered. */
export function isEvaluated({ evaluation }: Case): boolean {
  return evaluation.owner !== null && evaluation.federation !== null;
}

/** Agrees or moves the day of the evaluation; refused once it is done. The lead is reminded of it. */
export function agreeEvaluation(c: Case, date: LocalDate, context: DecisionContext): Decision {
  const { agreed } = c.evaluation;
  if (agreed !== null && agreed.done !== null) {
    return refuse('already-done');
  }
  const allowed = keptOrPromisedDate(date, agreed?.date ?? null, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  const promise = agreed ?? { id: context.newItemId(), person: c.lead, done: null };
  return ok({ ...c, evaluation: { ...c.evaluation, agreed: { ...promise, date } } });
}

/** Records or mends one side's answer. The answer that makes both sides complete settles the agreed day as well. */
export function evaluateModel(
  c: Case,
  side: EvaluationSide,
  answer: Pick<EvaluationAnswer, 'worked' | 'improve' | 'useAgain'>,
  context: DecisionContext,
): Decision {
  const { by, today: on } = context;
  const answered = { ...c, evaluation: { ...c.evaluation, [side]: { ...answer, by, on } } };
  const { agreed } = c.evaluation;
  if (agreed === null || agreed.done !== null || !isEvaluated(answered)) {
    return ok(answered);
  }
  return ok({ ...answered, evaluation: { ...answered.evaluation, agreed: { ...agreed, done: { on, by } } } });
}

/** Writes what others can learn, for an advisor to read; refused once it has been shared. */
export function writeLesson(c: Case, text: string): Decision {
  const { lesson } = c.evaluation;
  return lesson !== null && lesson.shared !== null
    ? refuse('already-shared')
    : ok({ ...c, evaluation: { ...c.evaluation, lesson: { text, shared: null } } });
}

/** Shares the lesson as the reviewer leaves it; only once. */
export function shareLesson(c: Case, text: string, { today: on, by }: DecisionContext): Decision {
  const { lesson } = c.evaluation;
  if (lesson === null) {
    return refuse('lesson-missing');
  }
  return lesson.shared === null
    ? ok({ ...c, evaluation: { ...c.evaluation, lesson: { text, shared: { on, by } } } })
    : refuse('already-shared');
}
