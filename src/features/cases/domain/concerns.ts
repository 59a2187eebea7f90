// Whom a case waits for: so that each person's own page opens the few cases that it needs.
import type { PersonId } from '../../../kernel/ids.ts';
import type { Case } from './case.ts';
import { openItems } from './dated-items.ts';
import { openTimePoll } from './event-times.ts';
import { isSupportAnswered } from './support.ts';

/** Its lead, who answers for something dated, and who is asked for times and has not answered; nobody once it is closed. */
export function concernedPeople(c: Case): readonly PersonId[] {
  return c.status.kind === 'closed'
    ? []
    : [...new Set([c.lead, ...openItems(c).map(({ person }) => person), ...unanswered(c)])];
}

/** Who is asked which times suit them and has not said; nobody while the case rests. */
export function unanswered(c: Case): readonly PersonId[] {
  const poll = c.status.kind === 'open' ? openTimePoll(c) : null;
  return poll === null ? [] : poll.asked.filter((asked) => !poll.answers.some(({ person }) => person === asked));
}

/** Whether the support that was asked for waits for Tukiliitto to say something: an answer, or a time for a visit. */
export function waitsForSupport({ status, support }: Case): boolean {
  if (status.kind !== 'open' || support === null || support.mode === 'notNeeded' || isSupportAnswered(support)) {
    return false;
  }
  return support.mode !== 'onSite' || support.timeOptions.length > 0;
}
