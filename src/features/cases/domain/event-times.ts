// Finding a time for the discussion event together (S0-23): several times are asked of several people, one is chosen.
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import { toInstant } from '../../../kernel/helsinki-time.ts';
import { fold } from '../../../kernel/fold.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import type { CaseRefusal, Decision, DecisionContext } from './decision.ts';
import { agreeEvent, attendanceAsked, cancelledBefore, eventInPreparation, withEvent } from './event.ts';
import { LIST_CAPS } from './list-caps.ts';
import type { Outsider, PolledTime, TimeFit, TimePoll } from './time-poll.ts';
import type { EventFormat } from './vocabulary.ts';

/** One line of the form: a date with its time, or nothing. */
export type AskedTime = { readonly date: LocalDate | null; readonly time: LocalTime | null };

export type TimesRequest = {
  readonly format: EventFormat;
  readonly times: readonly AskedTime[];
  readonly asked: readonly PersonId[];
  /** Roles or organisations; the same one twice counts once. */
  readonly outsiders: readonly string[];
};

/** The last asking of times for the event in preparation, open or over; null when there has been none. */
export function lastTimePoll(c: Case): TimePoll | null {
  return eventInPreparation(c)?.times ?? null;
}

/** The asking that waits for answers; null while none does. */
export function openTimePoll(c: Case): TimePoll | null {
  const event = eventInPreparation(c);
  return event?.status === 'proposed' && event.times?.state === 'open' ? event.times : null;
}

/**
 * Asks several people for times. A case without an event gets one as a proposal; a tentative day of it gives way, for the
 * times asked are now what is proposed. Asking again replaces what was asked before. Refusals name the line at fault,
 * `date1` or `time1` for the first.
 */
export function askTimes(c: Case, request: TimesRequest, context: DecisionContext): Decision {
  const before = eventInPreparation(c);
  if (before?.status === 'agreed') {
    return refuse('time-agreed');
  }
  const read = readTimes(request.times, context);
  if (!read.ok) {
    return read;
  }
  const names = [...new Map(request.outsiders.map((name) => [fold(name), name])).values()];
  if (request.asked.length + names.length === 0) {
    return refuse('nobody-asked', { field: 'asked' });
  }
  if (request.asked.length > LIST_CAPS.asked || names.length > LIST_CAPS.outsiders) {
    return refuse('list-full');
  }
  const proposal = agreeEvent(c, null, { ...proposalOf(c, before), format: request.format }, context);
  const event = proposal.ok ? eventInPreparation(proposal.value) : null;
  if (!proposal.ok || event === null) {
    return proposal;
  }
  const { by, newItemId } = context;
  const times: TimePoll = {
    id: newItemId(),
    by,
    state: 'open',
    options: read.value.map((line) => ({ id: newItemId(), ...line })),
    asked: request.asked,
    outsiders: names.map((name) => ({ id: newItemId(), name, answer: null })),
    answers: [],
  };
  return ok(withEvent(proposal.value, { ...event, times }));
}

function proposalOf(c: Case, before: DiscussionEvent | null) {
  const known = before ?? cancelledBefore(c);
  return {
    status: 'proposed',
    date: null,
    time: null,
    place: known?.place ?? '',
    link: known?.link ?? '',
    federation: known?.federation ?? attendanceAsked(c.support),
  } as const;
}

type Line = Omit<PolledTime, 'id'>;

function readTimes(times: readonly AskedTime[], context: DecisionContext): Result<readonly Line[], CaseRefusal> {
  const lines: Line[] = [];
  for (const [index, asked] of times.entries()) {
    const line = readLine(asked, index + 1, context);
    if (!line.ok) {
      return line;
    }
    const { value } = line;
    if (value !== null && lines.some(({ date, time }) => date === value.date && time === value.time)) {
      return refuse('time-twice', { field: `date${index + 1}` });
    }
    lines.push(...(value === null ? [] : [value]));
  }
  const inOrder = lines.toSorted((a, b) => (`${a.date}${a.time}` < `${b.date}${b.time}` ? -1 : 1));
  return lines.length > 0 ? ok(inOrder) : refuse('time-options-missing', { field: 'date1' });
}

function readLine(
  { date, time }: AskedTime,
  number: number,
  { now, today }: DecisionContext,
): Result<Line | null, CaseRefusal> {
  if (date === null) {
    return time === null ? ok(null) : refuse('date-missing', { field: `date${number}` });
  }
  if (time === null) {
    return refuse('time-missing', { field: `time${number}` });
  }
  const allowed = promisedDate(date, today, `date${number}`);
  if (!allowed.ok) {
    return allowed;
  }
  return toInstant(date, time) > now ? ok({ date, time }) : refuse('time-in-past', { field: `time${number}` });
}

/** Whether this person belongs to those whose answer counts: asked, or taking part in the case. */
export function isAskedForTimes(c: Case, person: PersonId): boolean {
  return lastTimePoll(c)?.asked.includes(person) === true || c.participants.includes(person);
}

/** Answers for oneself, each option in its order; an earlier answer is replaced, `null` takes it back. */
export function answerTimes(c: Case, fits: readonly TimeFit[] | null, { by }: DecisionContext): Decision {
  return withOpenPoll(c, (poll) => {
    const others = poll.answers.filter(({ person }) => person !== by);
    if (fits === null) {
      return ok({ ...poll, answers: others });
    }
    return others.length < LIST_CAPS.answers
      ? ok({ ...poll, answers: [...others, { person: by, fits }] })
      : refuse('list-full');
  });
}

/** Answers on behalf of somebody outside the team; `null` takes the answer back. */
export function answerTimesFor(
  c: Case,
  outsider: ItemId,
  fits: readonly TimeFit[] | null,
  { by }: DecisionContext,
): Decision {
  return withOpenPoll(c, (poll) => {
    if (!poll.outsiders.some(({ id }) => id === outsider)) {
      return refuse('item-gone', { field: 'who' });
    }
    const answer: Outsider['answer'] = fits === null ? null : { fits, by };
    return ok({
      ...poll,
      outsiders: poll.outsiders.map((each) => (each.id === outsider ? { ...each, answer } : each)),
    });
  });
}

function withOpenPoll(c: Case, change: (poll: TimePoll) => Result<TimePoll, CaseRefusal>): Decision {
  const event = eventInPreparation(c);
  const poll = openTimePoll(c);
  if (event === null || poll === null) {
    return refuse(event?.status === 'agreed' ? 'time-agreed' : 'times-not-asked');
  }
  const changed = change(poll);
  return changed.ok ? ok(withEvent(c, { ...event, times: changed.value })) : changed;
}

export type ChosenTime = {
  readonly option: ItemId;
  readonly place: string;
  readonly link: string;
  readonly linkLater: boolean;
};

/** The options that can still be chosen at this moment. */
export function comingOptions(poll: TimePoll, { now }: Pick<DecisionContext, 'now'>): readonly PolledTime[] {
  return poll.options.filter(({ date, time }) => toInstant(date, time) > now);
}

/** S0-23: ehdotettu → sovittu. The event gets the time of an option and all that an agreed event needs. */
export function chooseTime(c: Case, { option, ...where }: ChosenTime, context: DecisionContext): Decision {
  const event = eventInPreparation(c);
  const poll = openTimePoll(c);
  if (event === null || poll === null) {
    return refuse(event?.status === 'agreed' ? 'time-agreed' : 'times-not-asked');
  }
  const chosen = comingOptions(poll, context).find(({ id }) => id === option);
  if (chosen === undefined) {
    return refuse('item-gone', { field: 'pick' });
  }
  const { format, federation } = event;
  const { date, time } = chosen;
  return agreeEvent(c, event.id, { status: 'agreed', format, federation, date, time, ...where }, context);
}

/** Says that none of the times will do; other times can be asked after that. */
export function chooseNoTime(c: Case): Decision {
  return withOpenPoll(c, (poll) => ok({ ...poll, state: 'noneFits' }));
}

/** What has become of an asking: `open` takes answers, `paused` would if the case were under way. */
export type TimePollFace =
  | { readonly kind: 'open' | 'paused' | 'noneFits'; readonly event: DiscussionEvent; readonly poll: TimePoll }
  | { readonly kind: 'settled' | 'cancelled'; readonly event: DiscussionEvent }
  /** Asked again since, with other times. */
  | { readonly kind: 'replaced' };

/** How the asking of an id stands, whichever event it was about. */
export function timePollFace(c: Case, id: ItemId): TimePollFace {
  const event = c.events.find(({ times }) => times?.id === id);
  const poll = event?.times ?? null;
  if (event === undefined || poll === null) {
    return { kind: 'replaced' };
  }
  if (event.status === 'cancelled') {
    return { kind: 'cancelled', event };
  }
  if (event.status !== 'proposed' || poll.state === 'settled') {
    return { kind: 'settled', event };
  }
  const isUnderWay = c.status.kind === 'open' && c.stage !== 'federationContact';
  return { kind: poll.state === 'noneFits' ? 'noneFits' : isUnderWay ? 'open' : 'paused', event, poll };
}
