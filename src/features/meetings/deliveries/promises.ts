// Which messages series and meetings have promised.
import { addDays } from '../../../kernel/dates.ts';
import { addMs, localDateOf, toInstant } from '../../../kernel/helsinki-time.ts';
import type { Instant, LocalTime } from '../../../kernel/instants.ts';
import type { LocalMoment } from '../../../kernel/reminder-times.ts';
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts';
import type { Reconciliation } from '../../../platform/delivery/delivery-desk.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import { remindersOf } from '../../reminders/index.ts';
import type { SeriesId } from '../domain/ids.ts';
import { isOn, type Meeting } from '../domain/meeting.ts';

export const SOURCE = 'meetings';

export const LOOK_KIND = 'meetings/look';
export const CARD_KIND = 'meetings/card';
export const QUESTION_KIND = 'meetings/question';
export const NEWS_KIND = 'meetings/news';
export const ONLINE_KIND = 'meetings/online';

/** The reminder of a meeting itself; other items are its next steps, by their ids. */
export const MEETING_ITEM = 'meeting';

export type News = 'moved' | 'changed' | 'cancelled' | 'noted' | 'record';

const DAY_MS = 24 * 60 * 60_000;
// A card that could not be redrawn for this long will be by the next change, or when somebody presses it.
const CARD_WORTH_MS = 7 * DAY_MS;
const NEWS_WORTH_DAYS = 7;
// Whatever happens, a series is never forgotten: the look at it is worth doing at any later time.
const LOOK_WORTH_DAYS = 3650;
const MORNING = '09:00' as LocalTime;
const END_OF_DAY = '23:59' as LocalTime;

/** The next look at a series, and no other; null when it has come to its end. */
export function looksOf(id: SeriesId, next: LocalMoment | null): Reconciliation {
  return { subject: id, kindsOf: 'look-', wanted: next === null ? [] : [lookDraft(id, next)] };
}

function lookDraft(id: SeriesId, due: LocalMoment): DeliveryDraft {
  return {
    subject: id,
    name: `look-${due.date}`,
    kind: LOOK_KIND,
    due,
    expires: toInstant(addDays(due.date, LOOK_WORTH_DAYS), END_OF_DAY),
    bundle: `${LOOK_KIND}:${id}`,
    // It says nothing itself.
    hours: 'any',
    payload: { seriesId: id },
  };
}

/** All that is promised of a meeting with a date: its reminders, and the question how it went on the morning after. */
export function datedPromises(m: Meeting): readonly Reconciliation[] {
  const isTold = m.state.kind === 'announced';
  const meeting = isTold
    ? remindersOf({ ...about(m), item: MEETING_ITEM, date: m.date, time: m.time, late: false, ...m.dated })
    : [];
  const steps = m.nextSteps.flatMap((step) =>
    step.date === null || step.done !== null
      ? []
      : remindersOf({ ...about(m), item: step.id, date: step.date, time: null, late: true, ...m.changed }),
  );
  return [
    { subject: m.id, kindsOf: 'remind-', wanted: [...meeting, ...steps] },
    { subject: m.id, kindsOf: 'record', wanted: isTold ? [recordDraft(m)] : [] },
  ];
}

function about(m: Meeting): { readonly source: string; readonly subject: string } {
  return { source: SOURCE, subject: m.id };
}

function recordDraft(m: Meeting): DeliveryDraft {
  const date = workingDayOnOrAfter(addDays(m.date, 1));
  return {
    ...newsDraft(m, 'record', toInstant(date, MORNING), 'workingDays'),
    name: 'record',
    due: { date, time: MORNING },
  };
}

/** Redraw the card for everybody, or post it when there is none yet; several at once become one. */
export function cardDraft(m: Meeting, now: Instant, hours: DeliveryDraft['hours'] = 'any'): DeliveryDraft {
  const worth = addMs(now, CARD_WORTH_MS);
  const untilMeeting = toInstant(m.date, END_OF_DAY);
  return {
    subject: m.id,
    name: 'card',
    kind: CARD_KIND,
    due: 'now',
    // An announcement is worth making until the day itself.
    expires: worth > untilMeeting ? worth : untilMeeting,
    bundle: `${CARD_KIND}:${m.id}`,
    hours,
    payload: { meetingId: m.id },
  };
}

/** Asks the organiser what becomes of a session on an awkward day. */
export function questionDraft(m: Meeting, now: Instant, hours: DeliveryDraft['hours']): DeliveryDraft {
  const asked = m.state.kind === 'asking' ? m.state.asked : 0;
  return {
    ...newsDraft(m, 'moved', now, hours),
    name: `ask-${asked}`,
    kind: QUESTION_KIND,
    expires: toInstant(m.date, END_OF_DAY),
    bundle: `${QUESTION_KIND}:${m.id}`,
    payload: { meetingId: m.id },
  };
}

/** Says something in the thread of the announcement, as the answer to what a person just did. */
export function newsDraft(m: Meeting, news: News, now: Instant, hours: DeliveryDraft['hours'] = 'any'): DeliveryDraft {
  const name = `say-${news}-${m.rev}`;
  return {
    subject: m.id,
    name,
    kind: NEWS_KIND,
    due: 'now',
    expires: toInstant(addDays(localDateOf(now), NEWS_WORTH_DAYS), END_OF_DAY),
    bundle: `${NEWS_KIND}:${m.id}:${name}`,
    hours,
    payload: { meetingId: m.id, news, by: m.changed.by },
  };
}

/** Makes, moves or cancels the Teams meeting, as the meeting is when it is done. */
export function onlineDraft(m: Meeting, now: Instant): DeliveryDraft {
  return {
    subject: m.id,
    name: 'online',
    kind: ONLINE_KIND,
    due: 'now',
    expires: toInstant(addDays(m.date, 1), END_OF_DAY),
    bundle: `${ONLINE_KIND}:${m.id}`,
    hours: 'any',
    payload: { meetingId: m.id, at: now },
  };
}

/** Whether the app should have Teams make a meeting for it: a day and time, no link of somebody's own. */
export function wantsOnline(m: Meeting): boolean {
  return isOn(m) && m.format !== 'onSite' && m.link === '' && m.time !== null && m.online?.kind !== 'gone';
}
