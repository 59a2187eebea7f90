import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { isEvaluated } from './evaluation.ts';
import { OUTCOMES, STAGES, type Cooperation, type Outcome, type Stage } from './vocabulary.ts';

export type ClosingRequest = {
  readonly outcome: Outcome;
  readonly summary: string;
  readonly noEvaluationReason: string;
  readonly cooperation: Cooperation | null;
};

type ClosingRule = {
  readonly stages: readonly Stage[];
  /** S0-58: without an evaluation by both sides, a stated reason is needed. */
  readonly needsEvaluation: boolean;
};

const AFTER_CONTACT: readonly Stage[] = ['authorityContact', 'discussion', 'followUp'];

// A matter may be settled by the first letter, so "resolved" does not wait for the last stage.
const CLOSING: Readonly<Record<Outcome, ClosingRule>> = {
  resolved: { stages: AFTER_CONTACT, needsEvaluation: true },
  partly: { stages: AFTER_CONTACT, needsEvaluation: false },
  unresolved: { stages: AFTER_CONTACT, needsEvaluation: false },
  transferred: { stages: STAGES, needsEvaluation: false },
  withdrawn: { stages: STAGES, needsEvaluation: false },
};

/** The outcomes that a case in this stage can be closed with, in the order of the vocabulary. */
export function outcomesFor(stage: Stage): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => CLOSING[outcome].stages.includes(stage));
}

/** Closes a case with an outcome and a word on how it went. What was promised is silenced by the closing itself. */
export function closeCase(c: Case, request: ClosingRequest, context: DecisionContext): Decision {
  if (c.status.kind === 'closed') {
    return refuse('case-closed');
  }
  const rule = CLOSING[request.outcome];
  if (!rule.stages.includes(c.stage)) {
    return refuse('outcome-not-in-this-stage', { field: 'outcome' });
  }
  if (request.summary === '') {
    return refuse('reason-missing', { field: 'summary' });
  }
  if (rule.needsEvaluation && !isEvaluated(c) && request.noEvaluationReason === '') {
    return refuse('evaluation-missing', { field: 'noEvaluationReason' });
  }
  return ok({
    ...c,
    status: {
      kind: 'closed',
      outcome: request.outcome,
      summary: request.summary,
      noEvaluationReason: isEvaluated(c) ? '' : request.noEvaluationReason,
      cooperation: request.cooperation,
      on: context.today,
      by: context.by,
    },
  });
}

/** Opens a closed case again where it was left; what was promised for the future is promised again. */
export function reopenCase(c: Case): Decision {
  return c.status.kind === 'closed' ? ok({ ...c, status: { kind: 'open' } }) : refuse('case-not-closed');
}

/** Pauses a case with a reason until a date; that date alone is reminded of meanwhile. */
export function holdCase(c: Case, reason: string, until: LocalDate, context: DecisionContext): Decision {
  if (c.status.kind !== 'open') {
    return refuse(c.status.kind === 'closed' ? 'case-closed' : 'case-on-hold');
  }
  if (reason === '') {
    return refuse('reason-missing', { field: 'reason' });
  }
  const allowed = promisedDate(until, context.today, 'until');
  if (!allowed.ok) {
    return allowed;
  }
  const end = { id: context.newItemId(), date: until, person: c.lead, done: null };
  return ok({ ...c, status: { kind: 'onHold', reason, until: end } });
}

/** Ends a pause. */
export function resumeCase(c: Case): Decision {
  return c.status.kind === 'onHold' ? ok({ ...c, status: { kind: 'open' } }) : refuse('case-not-on-hold');
}
