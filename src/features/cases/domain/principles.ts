import { ok, refuse } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import type { Decision, DecisionContext } from './decision.ts';

/** S0-16: the principles of the model have been gone through today. The first time is what counts. */
export function reviewPrinciples(c: Case, { by, today }: Pick<DecisionContext, 'by' | 'today'>): Decision {
  return c.principles === null ? ok({ ...c, principles: { on: today, by } }) : refuse('already-done');
}
