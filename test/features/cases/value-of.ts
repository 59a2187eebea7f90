import type { Case, DiscussionEvent } from '../../../src/features/cases/domain/case.ts';
import type { Decision } from '../../../src/features/cases/domain/decision.ts';

/** The case that a decision gives; a refusal fails the test with its code. */
export function valueOf(decision: Decision): Case {
  if (!decision.ok) {
    throw new Error(`the decision is refused: ${decision.refusal.code}`);
  }
  return decision.value;
}

/** The last event of the case that a decision gives. */
export function eventOf(decision: Decision): DiscussionEvent {
  const event = valueOf(decision).events.at(-1);
  if (event === undefined) {
    throw new Error('the case has no event');
  }
  return event;
}
