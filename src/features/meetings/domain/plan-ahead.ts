// What a series has to do by itself: to ask about awkward days in time, and to tell of each session before it.
import { addDays } from '../../../kernel/dates.ts';
import { localDateOf, localTimeOf } from '../../../kernel/helsinki-time.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { reminderTime, type LocalMoment } from '../../../kernel/reminder-times.ts';
import type { Meeting } from './meeting.ts';
import type { Series } from './series.ts';
import { sessionsBetween } from './sessions.ts';

/** A session is announced so many days before. */
export const ANNOUNCE_DAYS = 14;
// The month before: with time to choose, and still to tell everybody two weeks before.
const ASK_DAYS = 35;
const ASKED_MAX = 2;
// Every rule has a day within this, and each of them is looked at before it is asked about.
const HORIZON_DAYS = 110;
// A series that begins much later is looked at again now and then.
const IDLE_DAYS = 60;

export type Plan = {
  /** To be told of now; not stored or not announced yet. */
  readonly announce: readonly Meeting[];
  /** To be asked about now. */
  readonly ask: readonly Meeting[];
  /** When there is next something to do; null when the series has come to its end. */
  readonly nextLook: LocalMoment | null;
};

type Step = { readonly kind: 'announce' | 'ask'; readonly at: LocalMoment; readonly session: Meeting };

/** What is due at `now`, given what is stored of the sessions. The same state and time give the same plan. */
export function planAhead(series: Series, stored: readonly Meeting[], now: Instant): Plan {
  const today = localDateOf(now);
  const moment: LocalMoment = { date: today, time: localTimeOf(now) };
  const sessions = sessionsBetween(series, stored, today, addDays(today, HORIZON_DAYS));
  const steps = series.status === 'active' ? sessions.flatMap((session) => nextStepOf(session, moment)) : [];
  const due = steps.filter(({ at }) => !isAfter(at, moment));
  const asked = due.filter(({ kind }) => kind === 'ask').map(({ session }) => askedOf(session));
  // Asked for the first time so late, the second question goes along with the next look at the series.
  const later = [...steps, ...asked.flatMap((one) => nextStepOf(one, moment))].filter(({ at }) => isAfter(at, moment));
  const [first] = later.map(({ at }) => at).toSorted((a, b) => (isAfter(a, b) ? 1 : -1));
  return {
    announce: due.filter(({ kind }) => kind === 'announce').map(({ session }) => session),
    ask: due.filter(({ kind }) => kind === 'ask').map(({ session }) => session),
    nextLook: first ?? idleLook(series, today),
  };
}

/** The session after it has been asked about once more. */
export function askedOf(session: Meeting): Meeting {
  const asked = session.state.kind === 'asking' ? session.state.asked + 1 : 1;
  return { ...session, state: { kind: 'asking', asked } };
}

function nextStepOf(session: Meeting, now: LocalMoment): readonly Step[] {
  const { state, date, time } = session;
  if (isAfter(now, { date, time: time ?? now.time })) {
    return [];
  }
  if (state.kind === 'planned') {
    return [{ kind: 'announce', at: reminderTime(date, ANNOUNCE_DAYS), session }];
  }
  if (state.kind !== 'asking' || state.asked >= ASKED_MAX) {
    return [];
  }
  return [{ kind: 'ask', at: reminderTime(date, state.asked === 0 ? ASK_DAYS : ANNOUNCE_DAYS), session }];
}

function idleLook(series: Series, today: LocalDate): LocalMoment | null {
  const isOver = series.status === 'ended' || (series.rule.until !== null && series.rule.until <= today);
  return isOver ? null : reminderTime(addDays(today, IDLE_DAYS), 0);
}

function isAfter(a: LocalMoment, b: LocalMoment): boolean {
  return `${a.date}T${a.time}` > `${b.date}T${b.time}`;
}
