// Everything in a case that has a promised date, behind one shape, so that "done", "later" and reminders are one rule
// for all of them (S0-35, S0-46, S0-52, S0-55…S0-58, C-12).
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { currentEvent, type Case, type Dated, type Done, type DiscussionEvent, type Milestone } from './case.ts';
import { promisedDate } from './dates-allowed.ts';
import type { Decision, DecisionContext } from './decision.ts';
import { DATED_KINDS, type DatedKind, type Section } from './vocabulary.ts';

export type DatedItem = {
  readonly kind: DatedKind;
  readonly id: ItemId;
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  /** People's words, or '' when the kind says it all. */
  readonly what: string;
  /** Place or link, or ''. */
  readonly where: string;
  readonly person: PersonId;
  readonly done: Done;
  /** False only for dates that were noted without asking for a reminder (S0-46). */
  readonly remind: boolean;
};

type Change = { readonly date?: LocalDate; readonly done?: Done };

type KindRule = {
  readonly section: Section;
  readonly list: (c: Case) => readonly DatedItem[];
  /** The case with the item changed; only called for an item that `list` gives. */
  readonly change: (c: Case, id: ItemId, change: Change) => Case;
};

function plain(
  kind: DatedKind,
  dated: Dated,
  about: { what?: string; time?: LocalTime | null; where?: string } = {},
): DatedItem {
  return {
    kind,
    id: dated.id,
    date: dated.date,
    time: about.time ?? null,
    what: about.what ?? '',
    where: about.where ?? '',
    person: dated.person,
    done: dated.done,
    remind: true,
  };
}

function changed<Item extends Dated>(list: readonly Item[], id: ItemId, change: Change): readonly Item[] {
  return list.map((item) => (item.id === id ? { ...item, ...change } : item));
}

function changedMilestones(event: DiscussionEvent, id: ItemId, change: Change): DiscussionEvent {
  return { ...event, milestones: changed<Milestone>(event.milestones, id, change) };
}

function eventItems(c: Case): readonly DatedItem[] {
  const event = currentEvent(c);
  if (event === null || event.date === null) {
    return [];
  }
  const held: Done = event.status === 'held' ? { on: event.date, by: event.person } : null;
  return [
    plain(
      'event',
      { id: event.id, date: event.date, person: event.person, done: held },
      { time: event.time, where: whereOf(event) },
    ),
  ];
}

// S1-29: what leads people there by its format; what an old event lacks is made up for by the other.
function whereOf({ format, place, link }: DiscussionEvent): string {
  const wanted = { onSite: [place], remote: [link], both: [place, link] }[format].filter((part) => part !== '');
  return wanted.length > 0 ? wanted.join(', ') : place === '' ? link : place;
}

function supportVisitItems(c: Case): readonly DatedItem[] {
  const choice = c.support?.choice ?? null;
  return choice?.kind === 'picked' ? [plain('supportVisit', choice.visit, { time: choice.visit.time })] : [];
}

function changedSupportVisit(c: Case, change: Change): Case {
  if (c.support?.choice?.kind !== 'picked') {
    return c;
  }
  const { choice } = c.support;
  return { ...c, support: { ...c.support, choice: { ...choice, visit: { ...choice.visit, ...change } } } };
}

function nextMeetingItems(c: Case): readonly DatedItem[] {
  if (c.nextMeeting?.kind !== 'agreed') {
    return [];
  }
  const { meeting } = c.nextMeeting;
  return [
    plain('nextMeeting', meeting, { time: meeting.time, where: meeting.place === '' ? meeting.link : meeting.place }),
  ];
}

// An event is recorded as held with its own form, so `done` does not reach it here.
function changedEvent(c: Case, id: ItemId, { date }: Change): Case {
  const redated = (event: DiscussionEvent): DiscussionEvent =>
    event.id === id && date !== undefined ? { ...event, date } : event;
  return { ...c, events: c.events.map(redated) };
}

function targetDateId(c: Case): ItemId {
  // Both are ULIDs; the brand only keeps them apart in signatures.
  return c.id as string as ItemId;
}

const KIND_RULES: Readonly<Record<DatedKind, KindRule>> = {
  followUp: {
    section: 'followUps',
    list: (c) => c.followUps.map((item) => plain('followUp', item, { what: item.what })),
    change: (c, id, change) => ({ ...c, followUps: changed(c.followUps, id, change) }),
  },
  action: {
    section: 'actions',
    list: (c) => c.actions.map((item) => plain('action', item, { what: item.what })),
    change: (c, id, change) => ({ ...c, actions: changed(c.actions, id, change) }),
  },
  nextMeeting: {
    section: 'nextMeeting',
    list: nextMeetingItems,
    change: (c, _id, change) =>
      c.nextMeeting?.kind === 'agreed'
        ? { ...c, nextMeeting: { ...c.nextMeeting, meeting: { ...c.nextMeeting.meeting, ...change } } }
        : c,
  },
  informTask: {
    section: 'informTasks',
    list: (c) => c.informTasks.map((item) => plain('informTask', item, { what: item.what })),
    change: (c, id, change) => ({ ...c, informTasks: changed(c.informTasks, id, change) }),
  },
  milestone: {
    section: 'milestones',
    list: (c) =>
      c.events
        .filter((event) => event.status !== 'cancelled')
        .flatMap((event) => event.milestones)
        .map((item) => ({ ...plain('milestone', item, { what: item.what }), remind: item.remind })),
    change: (c, id, change) => ({ ...c, events: c.events.map((event) => changedMilestones(event, id, change)) }),
  },
  event: { section: 'event', list: eventItems, change: changedEvent },
  evaluation: {
    section: 'evaluation',
    list: (c) => (c.evaluation.agreed === null ? [] : [plain('evaluation', c.evaluation.agreed)]),
    change: (c, _id, change) =>
      c.evaluation.agreed === null
        ? c
        : { ...c, evaluation: { ...c.evaluation, agreed: { ...c.evaluation.agreed, ...change } } },
  },
  supportVisit: {
    section: 'support',
    list: supportVisitItems,
    change: (c, _id, change) => changedSupportVisit(c, change),
  },
  targetDate: {
    section: 'schedule',
    // The case's own id serves: there is one target date of a case.
    list: (c) => [
      plain('targetDate', { id: targetDateId(c), date: c.schedule.targetDate, person: c.lead, done: null }),
    ],
    change: (c, _id, { date }) =>
      date === undefined ? c : { ...c, schedule: { ...c.schedule, targetDate: date, targetDateSource: 'chosen' } },
  },
  pauseEnd: {
    section: 'status',
    list: (c) => (c.status.kind === 'onHold' ? [plain('pauseEnd', c.status.until, { what: c.status.reason })] : []),
    change: (c, _id, change) =>
      c.status.kind === 'onHold' ? { ...c, status: { ...c.status, until: { ...c.status.until, ...change } } } : c,
  },
};

/** Everything agreed for a date, done ones included, by date and then in the order of the kinds. */
export function datedItems(c: Case): readonly DatedItem[] {
  return DATED_KINDS.filter((kind) => kind !== 'targetDate')
    .flatMap((kind) => KIND_RULES[kind].list(c))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * What was agreed for a date and is still to come or late. While a case is on hold, only the end of the pause; closed
 * cases have none. The target date is a plan and not among them.
 */
export function openItems(c: Case): readonly DatedItem[] {
  if (c.status.kind === 'closed') {
    return [];
  }
  const open = datedItems(c).filter((item) => item.done === null);
  return c.status.kind === 'onHold' ? open.filter((item) => item.kind === 'pauseEnd') : open;
}

// A meeting or a decision happens on its day whether or not anybody ticks it; nobody is late with it.
const PASSES_BY_ITSELF: ReadonlySet<DatedKind> = new Set(['milestone', 'supportVisit', 'event', 'nextMeeting']);

/** The open items that somebody still has to see to on `today`: those to come, and those that are late. */
export function itemsToSee(c: Case, today: LocalDate): readonly DatedItem[] {
  return openItems(c).filter((item) => item.date >= today || !PASSES_BY_ITSELF.has(item.kind));
}

/** Whether a date of this kind is over once its day has passed, with nothing left to see to. */
export function passesByItself(kind: DatedKind): boolean {
  return PASSES_BY_ITSELF.has(kind);
}

/** The item of an id, or null when it is gone. */
export function findItem(c: Case, id: ItemId): DatedItem | null {
  return [...datedItems(c), ...targetDateItems(c)].find((item) => item.id === id) ?? null;
}

/** Which part of the case an item of this kind belongs to. */
export function sectionOf(kind: DatedKind): Section {
  return KIND_RULES[kind].section;
}

/** The target date while the case is under way; none otherwise. */
export function targetDateItems(c: Case): readonly DatedItem[] {
  return c.status.kind === 'open' ? KIND_RULES.targetDate.list(c) : [];
}

// These are done by recording what happened, not by a tick.
const DONE_BY_FORM: ReadonlySet<DatedKind> = new Set(['event', 'pauseEnd', 'targetDate']);

/** Whether "Tehty" alone settles an item of this kind; otherwise its own form does. */
export function isDoneByTick(kind: DatedKind): boolean {
  return !DONE_BY_FORM.has(kind);
}

/** Marks an item done today. A second time is refused with who did it, so that two presses do nothing twice. */
export function markDone(c: Case, id: ItemId, context: DecisionContext): Decision {
  const item = findItem(c, id);
  if (item === null || !isDoneByTick(item.kind)) {
    return refuse('item-gone');
  }
  if (item.done !== null) {
    return refuse('already-done');
  }
  return ok(KIND_RULES[item.kind].change(c, id, { done: { on: context.today, by: context.by } }));
}

/** Takes "done" back (B-08). */
export function markNotDone(c: Case, id: ItemId): Decision {
  const item = findItem(c, id);
  return item === null || item.done === null || !isDoneByTick(item.kind)
    ? refuse('item-gone')
    : ok(KIND_RULES[item.kind].change(c, id, { done: null }));
}

/** Moves an open item to another date (T-09); the same date is refused, so that nobody believes it was moved. */
export function redate(c: Case, id: ItemId, date: LocalDate, context: DecisionContext): Decision {
  const item = findItem(c, id);
  if (item === null) {
    return refuse('item-gone');
  }
  if (item.done !== null) {
    return refuse('already-done');
  }
  const allowed = promisedDate(date, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  return item.date === date
    ? refuse('date-unchanged', { field: 'date' })
    : ok(KIND_RULES[item.kind].change(c, id, { date }));
}
