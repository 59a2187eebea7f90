// What can become of a single meeting.
import { addDays } from '../../../kernel/dates.ts';
import { isHttpsLink } from '../../../kernel/https-links.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { CAPS } from './caps.ts';
import type { Decided, DecisionContext } from './decision.ts';
import { checkedFrame } from './frame.ts';
import type { MeetingId } from './ids.ts';
import { isOn, type Frame, type Home, type Meeting, type NextStep } from './meeting.ts';
import type { MeetingKind, Theme } from './vocabulary.ts';

export type EventRequest = Frame & {
  readonly kind: MeetingKind;
  readonly theme: Theme | null;
  readonly description: string;
  readonly materials: string;
  readonly date: LocalDate;
  readonly time: LocalTime | null;
};

const FURTHEST_DAYS = 3 * 366;

/** A new event, told of at once. */
export function makeEvent(
  request: EventRequest,
  {
    id,
    home,
    by,
    now,
    today,
  }: Pick<DecisionContext, 'by' | 'now' | 'today'> & {
    readonly id: MeetingId;
    readonly home: Home;
  },
): Decided<Meeting> {
  const checked = checkedEvent(request, today);
  if (!checked.ok) {
    return checked;
  }
  const made = { by, at: now };
  return ok({
    ...checked.value,
    id,
    rev: 1,
    sequence: 1,
    series: null,
    state: { kind: 'announced', at: now },
    home,
    made,
    changed: made,
    dated: made,
    online: null,
    note: '',
    nextSteps: [],
  });
}

/** The meeting with other answers to the questions of an event; a session of a series keeps its kind. */
export function changeEvent(m: Meeting, request: EventRequest, context: DecisionContext): Decided<Meeting> {
  if (!isOn(m)) {
    return refuse('not-on');
  }
  const checked = checkedEvent(request, context.today);
  if (!checked.ok) {
    return checked;
  }
  const isRedated = request.date !== m.date || request.time !== m.time;
  const dated = isRedated ? { by: context.by, at: context.now } : m.dated;
  return ok(noticed({ ...m, ...checked.value, dated }, context));
}

/** Another day or time. A session that people have not been told of is decided on with that, and told of in time. */
export function moveMeeting(
  m: Meeting,
  to: { readonly date: LocalDate; readonly time: LocalTime | null },
  context: DecisionContext,
): Decided<Meeting> {
  if (!isOn(m) && m.state.kind !== 'asking') {
    return refuse('not-on');
  }
  if (to.date === m.date && to.time === m.time) {
    return refuse('same-time', { field: 'date' });
  }
  const day = checkedDay(to.date, context.today);
  if (!day.ok) {
    return day;
  }
  const state = m.state.kind === 'announced' ? m.state : ({ kind: 'planned' } as const);
  return ok(noticed({ ...m, ...to, state, dated: { by: context.by, at: context.now } }, context));
}

/** It is held on its day although that is a day that is asked about. */
export function keepDay(m: Meeting, context: DecisionContext): Decided<Meeting> {
  return m.state.kind === 'asking' ? ok(noticed({ ...m, state: { kind: 'planned' } }, context)) : refuse('not-asked');
}

/** There is none that month. Only a session that nobody has been told of; others are cancelled. */
export function skipMonth(m: Meeting, context: DecisionContext): Decided<Meeting> {
  const isOpen = m.series !== null && (m.state.kind === 'asking' || m.state.kind === 'planned');
  return isOpen ? ok(noticed({ ...m, state: { kind: 'skipped' } }, context)) : refuse('not-asked');
}

/** It is not held, and whoever was told of it is told so. */
export function cancelMeeting(m: Meeting, context: DecisionContext): Decided<Meeting> {
  return isOn(m) || m.state.kind === 'asking'
    ? ok(noticed({ ...m, state: { kind: 'cancelled', wasAnnounced: m.state.kind === 'announced' } }, context))
    : refuse('not-on');
}

export type StepRequest = { readonly what: string; readonly date: LocalDate | null };

/** It was held. New steps come after those that were written before; `field` of a refusal is `what1`, `date2` and so on. */
export function recordMeeting(
  m: Meeting,
  { note, steps }: { readonly note: string; readonly steps: readonly StepRequest[] },
  context: DecisionContext,
): Decided<Meeting> {
  if (!isOn(m) && m.state.kind !== 'held') {
    return refuse('not-on');
  }
  if (m.date > context.today) {
    return refuse('not-yet');
  }
  for (const [index, { what, date }] of steps.entries()) {
    if (what === '' && date !== null) {
      return refuse('step-without-text', { field: `what${index + 1}` });
    }
    if (date !== null && date < context.today) {
      return refuse('step-date-in-past', { field: `date${index + 1}` });
    }
  }
  const added = steps
    .filter(({ what }) => what !== '')
    .map(({ what, date }): NextStep => ({ id: context.newItemId(), what, date, done: null }));
  const nextSteps = [...m.nextSteps, ...added];
  return nextSteps.length > CAPS.nextSteps
    ? refuse('too-many-steps', { field: 'what1' })
    : ok(touched({ ...m, state: { kind: 'held' }, note, nextSteps }, context));
}

/** A next step is done; one that is done already stays as it is. */
export function completeStep(m: Meeting, id: ItemId, context: DecisionContext): Decided<Meeting> {
  const done = { on: context.today, by: context.by };
  const nextSteps = m.nextSteps.map((step) => (step.id === id && step.done === null ? { ...step, done } : step));
  return ok(touched({ ...m, nextSteps }, context));
}

/** A next step on a later day. */
export function postponeStep(m: Meeting, id: ItemId, date: LocalDate, context: DecisionContext): Decided<Meeting> {
  if (date < context.today) {
    return refuse('step-date-in-past', { field: 'date' });
  }
  const nextSteps = m.nextSteps.map((step) => (step.id === id && step.done === null ? { ...step, date } : step));
  return ok(touched({ ...m, nextSteps }, context));
}

function checkedEvent(request: EventRequest, today: LocalDate): Decided<EventRequest> {
  const checked = checkedFrame(request.kind, request);
  if (!checked.ok) {
    return checked;
  }
  if (request.materials !== '' && !isHttpsLink(request.materials)) {
    return refuse('materials-not-https', { field: 'materials' });
  }
  const day = checkedDay(request.date, today);
  return day.ok ? checked : day;
}

function checkedDay(date: LocalDate, today: LocalDate): Decided<null> {
  if (date < today) {
    return refuse('date-in-past', { field: 'date' });
  }
  return date > addDays(today, FURTHEST_DAYS) ? refuse('date-too-far', { field: 'date' }) : ok(null);
}

/** A change that calendars must notice. */
function noticed(m: Meeting, context: DecisionContext): Meeting {
  return touched({ ...m, sequence: m.sequence + 1 }, context);
}

function touched(m: Meeting, { by, now }: DecisionContext): Meeting {
  return { ...m, rev: m.rev + 1, changed: { by, at: now } };
}
