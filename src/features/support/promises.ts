// What a change of a question writes and promises, in one transaction.
import { parseLocalTime } from '../../kernel/dates.ts';
import { invariant } from '../../kernel/fault.ts';
import { addMs, toInstant } from '../../kernel/helsinki-time.ts';
import type { Instant, LocalTime } from '../../kernel/instants.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { DeliveryDraft } from '../../platform/delivery/delivery.ts';
import type { Promises } from '../../platform/delivery/delivery-desk.ts';
import { postCardDraft, postReplyDraft } from '../../platform/posts/post-kinds.ts';
import { insertPlace, postAuditWrite } from '../../platform/posts/post-rows.ts';
import { isOpen, type Question } from './domain/question.ts';
import { questionTable } from './rows.ts';

export const CARD_KIND = 'support/question';
export const ANSWER_KIND = 'support/answered';
export const NUDGE_KIND = 'support/unanswered';

export type QuestionAction = 'ask' | 'change' | 'answer' | 'withdraw';

/** Left unanswered for so many working days, a question is mentioned once more. */
const PATIENCE_WORKING_DAYS = 3;
const MORNING = clock('09:00');
const NUDGE_WORTH_MS = 7 * 24 * 60 * 60_000;

/** `etag` is null for a new question. */
export function questionPromises(
  question: Question,
  { action, etag }: { readonly action: QuestionAction; readonly etag: string | null },
  now: Instant,
): Promises {
  const { id, rev, changed } = question;
  return {
    writes: [
      questionTable.write(question, etag),
      ...(etag === null ? [insertPlace(id, question.home.channelId)] : []),
      postAuditWrite(id, { rev, action, by: changed.by, at: now }),
    ],
    ...(etag === null ? { isNew: true } : {}),
    reconcile: { subject: id, kindsOf: 'nudge-', wanted: isOpen(question) ? [nudgeDraft(question, now)] : [] },
    send: [
      postCardDraft(CARD_KIND, id, now),
      ...(action === 'answer'
        ? [
            postReplyDraft(
              ANSWER_KIND,
              { id, name: `say-answered-${rev}`, payload: { answer: String(question.answers.length - 1) } },
              now,
            ),
          ]
        : []),
    ],
  };
}

function nudgeDraft({ id, askedOn }: Question, now: Instant): DeliveryDraft {
  const date = addWorkingDays(askedOn, PATIENCE_WORKING_DAYS);
  return {
    ...postReplyDraft(NUDGE_KIND, { id, name: 'nudge-unanswered', payload: {} }, now),
    due: { date, time: MORNING },
    expires: addMs(toInstant(date, MORNING), NUDGE_WORTH_MS),
    hours: 'workingDays',
  };
}

function clock(text: string): LocalTime {
  const time = parseLocalTime(text);
  invariant(time !== null, 'not-a-time');
  return time;
}
