// Teams meetings as events in the organiser's calendar (`/users/{id}/events`): only those show in Outlook as well, and
// need no policy for each person.
import * as z from 'zod/mini';
import { addMs, localDateOf, localTimeOf, toInstant } from '../../kernel/helsinki-time.ts';
import { HELSINKI, type Instant } from '../../kernel/instants.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { askGraph, graphPath, type GraphAnswer, type GraphParts } from './graph-request.ts';
import type { MeetingMove, OnlineMeetingAnswer, OnlineMeetingDraft, OnlineMeetings } from './online-meetings.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIELDS = 'id,transactionId,onlineMeeting';
// Nobody organises more in one day.
const DAY_EVENTS = '100';

/** Meetings through Graph, with the right that an administrator has granted to the app. */
export function createGraphMeetings(parts: GraphParts): OnlineMeetings {
  return {
    isOn: true,
    create: (draft) => create(parts, draft),
    async move(organiser, eventId, to) {
      const body = { subject: to.subject, ...whenOf(to) };
      const answer = await askGraph(parts, { method: 'PATCH', path: eventPath(organiser, eventId), body });
      return isSuccess(answer) ? { kind: 'done' } : refusalOf(answer);
    },
    cancel: async (organiser, eventId, comment) => await cancel(parts, eventPath(organiser, eventId), comment),
  };
}

function eventPath(organiser: PersonId, eventId: string): string {
  return graphPath('users', organiser, 'events', eventId);
}

async function create(parts: GraphParts, draft: OnlineMeetingDraft): Promise<OnlineMeetingAnswer> {
  const answer = await askGraph(parts, {
    method: 'POST',
    path: graphPath('users', draft.organiser, 'events'),
    body: {
      subject: draft.subject,
      body: { contentType: 'text', content: draft.body },
      ...whenOf(draft),
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: draft.transactionId,
    },
  });
  // The same draft again is answered with the same event; one with other words by a refusal that may name the event.
  const duplicate = duplicateOf(answer);
  if (duplicate !== null) {
    return await findMade(parts, draft, duplicate.existingId);
  }
  return isSuccess(answer) ? madeOf(answer) : refusalOf(answer);
}

const Refusal = z.object({
  error: z.object({
    code: z.literal('ErrorDuplicateTransactionId'),
    '@event.existingEventId': z.optional(z.string().check(z.minLength(1))),
  }),
});

// Seen as 409 and as 400; the code tells.
function duplicateOf(answer: GraphAnswer): { readonly existingId: string | null } | null {
  if (answer.kind === 'lost' || (answer.status !== 409 && answer.status !== 400)) {
    return null;
  }
  const read = Refusal.safeParse(answer.body);
  if (read.success) {
    return { existingId: read.data.error['@event.existingEventId'] ?? null };
  }
  return answer.status === 409 ? { existingId: null } : null;
}

const Made = z.object({ id: z.string().check(z.minLength(1)), onlineMeeting: z.object({ joinUrl: z.url() }) });
const Listed = z.object({ value: z.array(z.looseObject({ transactionId: z.nullish(z.string()) })) });

async function findMade(
  parts: GraphParts,
  draft: OnlineMeetingDraft,
  existingId: string | null,
): Promise<OnlineMeetingAnswer> {
  if (existingId !== null) {
    const path = eventPath(draft.organiser, existingId);
    const answer = await askGraph(parts, { method: 'GET', path, query: { $select: FIELDS } });
    return isSuccess(answer) ? madeOf(answer) : refusalOf(answer);
  }
  // Graph cannot be asked for a transactionId (ErrorInvalidProperty), so the day of the meeting is looked through.
  const start = toInstant(draft.date, draft.time);
  const answer = await askGraph(parts, {
    method: 'GET',
    path: graphPath('users', draft.organiser, 'calendarView'),
    query: {
      startDateTime: addMs(start, -DAY_MS),
      endDateTime: addMs(start, DAY_MS),
      $select: FIELDS,
      $top: DAY_EVENTS,
    },
  });
  if (!isSuccess(answer)) {
    return refusalOf(answer);
  }
  const listed = Listed.safeParse(answer.body);
  const found = listed.data?.value.find(({ transactionId }) => transactionId === draft.transactionId);
  return madeOf({ ...answer, body: found });
}

type Answered = Extract<GraphAnswer, { kind: 'answered' }>;

function isSuccess(answer: GraphAnswer): answer is Answered {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

// An event whose join address is not there yet will have it the next time the same draft is asked for.
function madeOf({ body, retryAfterMs }: Answered): OnlineMeetingAnswer {
  const read = Made.safeParse(body);
  return read.success
    ? { kind: 'made', eventId: read.data.id, joinUrl: read.data.onlineMeeting.joinUrl }
    : { kind: 'unavailable', retryAfterMs };
}

async function cancel(parts: GraphParts, path: string, comment: string): Promise<OnlineMeetingAnswer> {
  const answer = await askGraph(parts, { method: 'POST', path: `${path}${graphPath('cancel')}`, body: { comment } });
  if (answer.kind === 'answered' && answer.status === 400) {
    // Cancelling is telling the invited. An event to which nobody was invited is taken out instead.
    const removed = await askGraph(parts, { method: 'DELETE', path });
    return isSuccess(removed) ? { kind: 'done' } : refusalOf(removed);
  }
  return isSuccess(answer) ? { kind: 'done' } : refusalOf(answer);
}

function refusalOf(answer: GraphAnswer): OnlineMeetingAnswer {
  if (answer.kind === 'lost') {
    return { kind: 'unavailable', retryAfterMs: null };
  }
  switch (answer.status) {
    case 401:
    case 403:
      return { kind: 'notGranted' };
    case 404:
    case 410:
      return { kind: 'gone' };
    default:
      return { kind: 'unavailable', retryAfterMs: answer.retryAfterMs };
  }
}

// Wall-clock times of Finland: they are what people agreed on, also when the rules of the zone change.
function whenOf({ date, time, minutes }: MeetingMove) {
  const start = toInstant(date, time);
  return { start: wallClock(start), end: wallClock(addMs(start, minutes * MINUTE_MS)) };
}

function wallClock(instant: Instant) {
  return { dateTime: `${localDateOf(instant)}T${localTimeOf(instant)}:00`, timeZone: HELSINKI };
}
