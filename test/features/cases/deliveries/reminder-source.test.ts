// What the cases give to the reminders: every kind of dated thing, as the case has it when somebody is to be told.
import { reminderChanges } from '../../../../src/features/cases/deliveries/promises.ts';
import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { datedItems, targetDateItems, type DatedItem } from '../../../../src/features/cases/domain/dated-items.ts';
import { insertCase } from '../../../../src/features/cases/rows.ts';
import { insertPlace } from '../../../../src/features/cases/use-cases/case-place.ts';
import type { Reminded, ReminderAbout } from '../../../../src/features/reminders/index.ts';
import type { LocalDate } from '../../../../src/kernel/instants.ts';
import { buildCase, buildEvent, clock, day, itemId, TODAY } from '../build-case.ts';
import {
  AINO,
  MIKKO,
  openCaseWorld,
  peopleOf,
  PIRKANMAA,
  TUESDAY,
  VEERA,
  WORKSPACE,
  type CaseWorld,
} from '../case-world.ts';

const DATE = day('2026-12-09');
const dated = (index: number) => ({ id: itemId(index), date: DATE, person: VEERA.id, done: null });

const EVENT: DiscussionEvent = {
  ...buildEvent(),
  id: itemId(1),
  status: 'agreed',
  date: DATE,
  time: clock('13:00'),
  place: 'Kirjasto',
  person: VEERA.id,
  milestones: [
    { ...dated(2), kind: 'board', what: 'Lautakunta', remind: true },
    { ...dated(3), kind: 'board', what: 'Ei muistuteta', remind: false },
  ],
};

function everything(over: Partial<Case> = {}): Case {
  return buildCase({
    stage: 'followUp',
    lead: VEERA.id,
    participants: [VEERA.id, MIKKO.id],
    events: [EVENT],
    followUps: [{ ...dated(4), what: 'Tuleeko kyyti?', note: '' }],
    actions: [{ ...dated(5), what: 'Pyydä tilastot', who: '' }],
    informTasks: [{ ...dated(6), what: 'Kerro jäsenille', audience: 'ownNetworks' }],
    nextMeeting: { kind: 'agreed', meeting: { ...dated(7), time: clock('17:00'), place: 'Teams', link: '' } },
    ...over,
  });
}

async function worldWith(c: Case): Promise<CaseWorld> {
  const world = await openCaseWorld();
  const place = { channelId: PIRKANMAA, rootId: 'root', cardId: null, shownRev: 0 };
  expect(await world.store.commit(WORKSPACE, [insertCase(c), insertPlace(c.id, place)])).toBe('committed');
  return world;
}

function find(
  world: CaseWorld,
  c: Case,
  item: Pick<DatedItem, 'id' | 'date'>,
  about: {
    readonly when?: ReminderAbout['when'];
    readonly today?: LocalDate;
    readonly members?: readonly (typeof VEERA)[];
  } = {},
): Promise<Reminded | null> {
  const { when = 'before', today = TODAY, members = [VEERA, MIKKO, AINO] } = about;
  const asked = { subject: c.id, item: item.id, itemDate: item.date, when };
  return world.feature.reminders.find(WORKSPACE, asked, { now: TUESDAY, today, people: peopleOf(members) });
}

function itemOf(c: Case, kind: DatedItem['kind']): DatedItem {
  const found = [...datedItems(c), ...targetDateItems(c)].find((item) => item.kind === kind && item.remind);
  if (found === undefined) {
    throw new Error(`no ${kind}`);
  }
  return found;
}

describe('what a case is reminded of', () => {
  it.each([
    ['S0-46, S0-52: a date that affects the matter', 'milestone', 'Lautakunta', false],
    ['S0-55: the next meeting', 'nextMeeting', 'Seuraava tapaaminen', false],
    ['S0-56: an information task', 'informTask', 'Kerro jäsenille', true],
    ['S0-57, C-12: a follow-up', 'followUp', 'Tuleeko kyyti?', true],
    ['S0-35: an action', 'action', 'Pyydä tilastot', true],
    ['S0-18: the discussion event', 'event', 'Keskustelutilaisuus', false],
    ['S0-06: the target date', 'targetDate', 'Tavoitepäivä', true],
  ] as const)('%s', async (_row, kind, what, movable) => {
    const c = everything();
    const item = itemOf(c, kind);
    const names = reminderChanges(null, c, { by: VEERA.id, at: TUESDAY }).wanted.map(({ name }) => name);
    const leads = ['14', '7', '3', '1', '0', ...(movable ? ['late'] : [])];
    expect(names.filter((name) => name.startsWith(`remind-${item.id}-`))).toEqual(
      leads.map((lead) => `remind-${item.id}-${lead}`),
    );
    const reminded = await find(await worldWith(c), c, item);
    expect(reminded?.what).toContain(what);
    expect(reminded?.people).toEqual([VEERA.id]);
    expect(reminded?.movable).toBe(movable);
    expect(reminded?.buttons.map(({ verb }) => verb)).toContain('calendar/add');
  });

  it('S0-46: not of a date for which no reminder was wanted', () => {
    const { wanted } = reminderChanges(null, everything(), { by: VEERA.id, at: TUESDAY });
    expect(wanted.filter(({ name }) => name.includes(itemId(3)))).toEqual([]);
  });

  it('B-16: an event with its time and place', async () => {
    const c = everything();
    const reminded = await find(await worldWith(c), c, itemOf(c, 'event'));
    expect([reminded?.when, reminded?.where]).toEqual([
      '15 päivän päästä, keskiviikkona 9.12.2026 klo 13.00',
      'Paikan päällä: Kirjasto',
    ]);
  });
});

describe('nothing is left to remind of', () => {
  it('T-09: when the day is another one, the case is closed, on hold or gone', async () => {
    const c = everything();
    const item = itemOf(c, 'action');
    const world = await worldWith(c);
    expect(await find(world, c, { ...item, date: day('2026-12-10') })).toBeNull();
    expect(await find(world, { ...c, id: itemId(99) as never }, item)).toBeNull();
    const onHold = { kind: 'onHold', until: dated(50), reason: 'Loma' } as unknown as Case['status'];
    const held = everything({ status: onHold });
    expect(await find(await worldWith(held), held, item)).toBeNull();
  });

  it('when a meeting is over; a task that is over is still open', async () => {
    const c = everything();
    const world = await worldWith(c);
    const today = day('2026-12-10');
    expect(await find(world, c, itemOf(c, 'nextMeeting'), { today })).toBeNull();
    const task = await find(world, c, itemOf(c, 'action'), { today });
    expect(task?.late).toBe('1 päivän myöhässä');
  });
});

describe('whom it concerns', () => {
  it('the lead and the supporter when the person has left', async () => {
    const c = everything({ lead: MIKKO.id });
    const world = await worldWith(c);
    const reminded = await find(world, c, itemOf(c, 'action'), { members: [MIKKO, AINO] });
    expect(reminded?.people).toEqual([MIKKO.id, AINO.id]);
  });

  it('nobody when nobody of them is left; the advisor of the county is known still', async () => {
    const c = everything();
    const reminded = await find(await worldWith(c), c, itemOf(c, 'action'), { members: [] });
    expect([reminded?.people, reminded?.advisor]).toEqual([[], AINO.id]);
  });

  it('a restricted case only in its own thread', async () => {
    const c = everything({ home: { channelId: PIRKANMAA, access: 'restricted' } });
    const reminded = await find(await worldWith(c), c, itemOf(c, 'action'));
    expect(reminded?.onlyInThread).toBe(true);
  });
});

it('B-21: what is late is told kindly to the advisor, with no buttons that are not theirs', async () => {
  const c = everything();
  const late = await find(await worldWith(c), c, itemOf(c, 'action'), { when: 'late', today: day('2026-12-14') });
  expect([late?.title, late?.late, late?.buttons]).toEqual(['Sovittu päivä on mennyt', '5 päivää myöhässä', []]);
  expect(late?.next).toContain('Kysy ystävällisesti');
});
