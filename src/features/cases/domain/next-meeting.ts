import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case, NextMeeting } from './case.ts';
import { keptOrPromisedDate } from './dates-allowed.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { isHttpsLink } from '../../../kernel/https-links.ts';

/** One form with a choice: a meeting, or the reason why there is none. */
export type NextMeetingRequest = {
  readonly kind: NextMeeting['kind'];
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
  readonly place: string;
  readonly link: string;
  readonly reason: string;
};

/** The next meeting while it is still ahead of being held; null when none is agreed or it is done. */
export function meetingAhead(c: Case): Extract<NextMeeting, { kind: 'agreed' }>['meeting'] | null {
  return c.nextMeeting?.kind === 'agreed' && c.nextMeeting.meeting.done === null ? c.nextMeeting.meeting : null;
}

/**
 * S0-55: agrees the next meeting, or says with a reason that there is none. A meeting still ahead is changed; after one
 * that was held, the new one is another promise. The lead is reminded of it.
 */
export function agreeNextMeeting(c: Case, request: NextMeetingRequest, context: DecisionContext): Decision {
  const { date, time, place, link, reason } = request;
  if (request.kind === 'none') {
    return reason === ''
      ? refuse('reason-missing', { field: 'reason' })
      : ok({ ...c, nextMeeting: { kind: 'none', reason } });
  }
  if (date === null) {
    return refuse('date-missing', { field: 'date' });
  }
  const ahead = meetingAhead(c);
  const allowed = keptOrPromisedDate(date, ahead?.date ?? null, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  if (link !== '' && !isHttpsLink(link)) {
    return refuse('link-not-https', { field: 'link' });
  }
  const promise = ahead ?? { id: context.newItemId(), person: c.lead, done: null };
  return ok({ ...c, nextMeeting: { kind: 'agreed', meeting: { ...promise, date, time, place, link } } });
}
