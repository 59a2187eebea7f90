import type { Case, Dated } from '../../../../src/features/cases/domain/case.ts';
import {
  datedItems,
  findItem,
  isDoneByTick,
  targetDateItems,
  markDone,
  markNotDone,
  openItems,
  redate,
  sectionOf,
} from '../../../../src/features/cases/domain/dated-items.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { DATED_KINDS, type DatedKind } from '../../../../src/features/cases/domain/vocabulary.ts';
import { AINO, BO, buildCase, buildContext, buildEvent, clock, day, itemId, TODAY } from '../build-case.ts';

const dated = (index: number, date = '2026-12-15'): Dated => ({
  id: itemId(index),
  date: day(date),
  person: AINO,
  done: null,
});

/** A case with one dated thing of every kind; the id's number is the kind's place in the vocabulary. */
const c: Case = buildCase({
  followUps: [{ ...dated(0, '2026-12-22'), what: 'Tuleeko kyyti?', note: '' }],
  actions: [{ ...dated(1), what: 'Soita', who: '' }],
  nextMeeting: {
    kind: 'agreed',
    meeting: { ...dated(2), time: clock('13:00'), place: '', link: 'https://teams.microsoft.com/l' },
  },
  informTasks: [{ ...dated(3), audience: 'mutual', what: 'Tulos' }],
  events: [
    buildEvent({ id: itemId(80), status: 'held', date: day('2026-11-01') }),
    buildEvent({ id: itemId(5), milestones: [{ ...dated(4, '2026-12-10'), kind: 'board', what: '', remind: false }] }),
  ],
  evaluation: { agreed: dated(6), owner: null, federation: null, lesson: null },
  support: {
    mode: 'onSite',
    question: '',
    answer: '',
    timeOptions: [],
    choice: { kind: 'picked', visit: { ...dated(7), time: null } },
  },
  status: { kind: 'onHold', reason: 'Odotamme valtuustoa', until: dated(8, '2027-01-11') },
});
const active: Case = { ...c, status: { kind: 'open' } };
const idOf = (kind: DatedKind) =>
  kind === 'targetDate' ? (targetDateItems(active)[0]?.id ?? itemId(99)) : itemId(DATED_KINDS.indexOf(kind));

describe('the dated things of a case', () => {
  it('are all found, by date and then in the order of the kinds', () => {
    expect(datedItems(c).map(({ kind, date }) => [kind, date])).toEqual([
      ['milestone', '2026-12-10'],
      ['action', '2026-12-15'],
      ['nextMeeting', '2026-12-15'],
      ['informTask', '2026-12-15'],
      ['event', '2026-12-15'],
      ['evaluation', '2026-12-15'],
      ['supportVisit', '2026-12-15'],
      ['followUp', '2026-12-22'],
      ['pauseEnd', '2027-01-11'],
    ]);
  });

  it('tell what, when and where as far as it is known', () => {
    expect(findItem(c, idOf('nextMeeting'))).toMatchObject({ time: '13:00', where: 'https://teams.microsoft.com/l' });
    expect(findItem(c, idOf('event'))).toMatchObject({ time: '14:00', where: 'Tampereen kirjasto', what: '' });
    expect(findItem(c, idOf('pauseEnd'))).toMatchObject({ what: 'Odotamme valtuustoa' });
    expect(findItem(c, itemId(99))).toBeNull();
  });

  it('on hold leave only the end of the pause open', () => {
    expect(openItems(c).map(({ kind }) => kind)).toEqual(['pauseEnd']);
    expect(openItems(active)).toHaveLength(8);
  });

  it('S0-46: are reminded of unless a date was only noted', () => {
    expect(plannedReminders(active).some(({ item }) => item === idOf('milestone'))).toBe(false);
  });

  it('S0-23: of a cancelled event are gone with it', () => {
    const cancelled = { ...active, events: active.events.map((event) => ({ ...event, status: 'cancelled' as const })) };
    expect(datedItems(cancelled).map(({ kind }) => kind)).not.toContain('event');
    expect(datedItems(cancelled).map(({ kind }) => kind)).not.toContain('milestone');
  });
});

describe('B-16: "Tehty"', () => {
  const TICKED = DATED_KINDS.filter(isDoneByTick);

  it('settles every kind but those that are recorded with a form of their own', () => {
    expect(DATED_KINDS.filter((kind) => !isDoneByTick(kind))).toEqual(['event', 'pauseEnd', 'targetDate']);
  });

  it.each(TICKED)('marks %s done today by who pressed, and ends its reminders', (kind) => {
    const done = markDone(active, idOf(kind), buildContext({ by: BO }));
    expect(done.ok && findItem(done.value, idOf(kind))?.done).toEqual({ on: TODAY, by: BO });
    expect(done.ok && plannedReminders(done.value).some(({ item }) => item === idOf(kind))).toBe(false);
  });

  it.each(TICKED)('of %s is taken back without a trace (B-08)', (kind) => {
    const done = markDone(active, idOf(kind), buildContext());
    expect(done.ok && markNotDone(done.value, idOf(kind))).toEqual({ ok: true, value: active });
  });

  it('pressed twice is done once', () => {
    const done = markDone(active, idOf('action'), buildContext());
    expect(done.ok && markDone(done.value, idOf('action'), buildContext())).toMatchObject({
      refusal: { code: 'already-done' },
    });
  });

  it('is refused for what is gone, and for what a form records', () => {
    for (const id of [itemId(99), idOf('event'), idOf('pauseEnd')]) {
      expect(markDone(c, id, buildContext())).toMatchObject({ refusal: { code: 'item-gone' } });
    }
    expect(markNotDone(active, idOf('action'))).toMatchObject({ refusal: { code: 'item-gone' } });
  });
});

describe('T-09: another date', () => {
  it.each(DATED_KINDS)('moves %s, and the reminders follow', (kind) => {
    const from = kind === 'pauseEnd' ? c : active;
    const moved = redate(from, idOf(kind), day('2027-02-01'), buildContext());
    expect(moved.ok && findItem(moved.value, idOf(kind))?.date).toBe('2027-02-01');
    expect(moved.ok && datedItems(moved.value)).toHaveLength(datedItems(from).length);
  });

  it('cancels the old reminders and makes new ones', () => {
    const moved = redate(active, idOf('followUp'), day('2027-02-01'), buildContext());
    const planned = moved.ok ? plannedReminders(moved.value).filter(({ item }) => item === idOf('followUp')) : [];
    expect(planned.map(({ itemDate, at }) => [itemDate, at.date])).toEqual([
      ['2027-02-01', '2027-01-25'],
      ['2027-02-01', '2027-01-29'],
    ]);
  });

  it('in the past, beyond reason or the same as before is refused beside the field', () => {
    const refusals = ['2026-11-23', '2031-01-01', '2026-12-22']
      .map((date) => redate(active, idOf('followUp'), day(date), buildContext()))
      .map((result) => (result.ok ? null : [result.refusal.code, result.refusal.field]));
    expect(refusals).toEqual([
      ['date-in-past', 'date'],
      ['date-too-far', 'date'],
      ['date-unchanged', 'date'],
    ]);
  });

  it('of what is done or gone is refused', () => {
    const done = markDone(active, idOf('followUp'), buildContext());
    expect(done.ok && redate(done.value, idOf('followUp'), day('2027-02-01'), buildContext())).toMatchObject({
      refusal: { code: 'already-done' },
    });
    expect(redate(active, itemId(99), day('2027-02-01'), buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
  });
});

describe('the part that a kind belongs to', () => {
  it('is one that forms edit', () => {
    expect(DATED_KINDS.map(sectionOf)).toEqual([
      'followUps',
      'actions',
      'nextMeeting',
      'informTasks',
      'milestones',
      'event',
      'evaluation',
      'support',
      'status',
      'schedule',
    ]);
  });
});
