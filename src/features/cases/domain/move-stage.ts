import { ok, refuse } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { mayAdvance, stageBefore } from './process.ts';
import type { Stage } from './vocabulary.ts';

function entered(c: Case, stage: Stage, backReason: string, context: DecisionContext): Case {
  const entry = { stage, on: context.today, by: context.by, backReason };
  return { ...c, stage, stageHistory: [...c.stageHistory, entry] };
}

/** S0-60: one stage forward, when its required steps are done. */
export function advance(c: Case, context: DecisionContext): Decision {
  const allowed = mayAdvance(c);
  return allowed.ok ? ok(entered(c, allowed.value, '', context)) : allowed;
}

/** S0-60: one stage back, with a reason; nothing that was recorded is lost. */
export function goBack(c: Case, reason: string, context: DecisionContext): Decision {
  if (c.status.kind !== 'open') {
    return refuse(c.status.kind === 'closed' ? 'case-closed' : 'case-on-hold');
  }
  const to = stageBefore(c.stage);
  if (to === null) {
    return refuse('first-stage');
  }
  return reason === '' ? refuse('reason-missing', { field: 'reason' }) : ok(entered(c, to, reason, context));
}
