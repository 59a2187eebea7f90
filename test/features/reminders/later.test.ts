// "Siirrä myöhemmäksi" (B-16, T-04, T-09): which days are offered, and what moves.
import { WORKSPACE } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import { buttonOf, says, type Shown } from '../cases/case-world.ts';
import { ANNA, BEN, openReminderWorld, PLACES, thread, type ReminderWorld } from './reminder-world.ts';

let tables: TravellingTables;
let world: ReminderWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openReminderWorld(tables);
});

const about = (subject: string, itemDate: string): Shown => ({
  source: 'things',
  subject,
  item: 'it',
  itemDate,
  due: 'before',
});

async function openForm(subject: string, itemDate: string): Promise<Shown> {
  return world.press(ANNA, 'reminders/later', about(subject, itemDate));
}

async function save(form: Shown, typed: Shown): Promise<Shown> {
  const { verb, data } = buttonOf(form, 'Tallenna');
  return world.press(ANNA, verb, { ...data, ...typed });
}

async function laterLetters(): Promise<readonly string[]> {
  return (await world.deliveries())
    .filter(({ name }) => name.startsWith('later'))
    .map(({ state, due, generation }) => `${generation} ${state} ${due === 'now' ? 'now' : due.date}`);
}

it('T-04: each ready day says its weekday and date, and is never a day off', async () => {
  world.things.set('a', { date: '2026-12-16', movable: true });
  const form = await openForm('a', '2026-12-16');
  expect(says(form, 'Huomenna, keskiviikkona 2.12.2026') && says(form, 'Ensi viikolla, maanantaina 7.12.2026')).toBe(
    true,
  );
  await world.at('2026-12-04T10:00:00.000Z');
  const friday = await openForm('a', '2026-12-16');
  expect(says(friday, 'Seuraavana arkipäivänä, maanantaina 7.12.2026') && says(friday, 'Ensi viikolla')).toBe(false);
  expect(says(friday, 'Seuraavana arkipäivänä, maanantaina 7.12.2026')).toBe(true);
});

it('B-16: moving it again replaces the first moving, and it comes once', async () => {
  world.things.set('a', { date: '2026-12-16', movable: true });
  await save(await openForm('a', '2026-12-16'), { when: '2026-12-02', date: '', move: 'false' });
  await save(await openForm('a', '2026-12-16'), { when: '2026-12-07', date: '', move: 'false' });
  expect(await laterLetters()).toEqual(['1 cancelled 2026-12-02', '2 pending 2026-12-07']);
  expect(await world.at('2026-12-02T07:00:01.000Z')).toEqual([]);
  expect(await world.at('2026-12-07T07:00:01.000Z')).toHaveLength(1);
  const trail = await world.store.range(WORKSPACE, prefixRange('event|reminders|'));
  expect(trail.map(({ cells }) => cells['action'])).toEqual(['later', 'later']);
});

it('T-09: a day that has passed, and today, make none and say so', async () => {
  world.things.set('a', { date: '2026-12-16', movable: true });
  const form = await openForm('a', '2026-12-16');
  for (const date of ['2026-11-30', '2026-12-01']) {
    const card = await save(form, { when: 'own', date, move: 'false' });
    expect(says(card, 'Päivä on jo mennyt, joten muistutusta ei tule.')).toBe(true);
  }
  expect(says(await save(form, { when: '', date: '', move: 'false' }), 'Valitse päivä tai kirjoita oma päivä.')).toBe(
    true,
  );
  expect(await laterLetters()).toEqual([]);
});

it('a meeting with others keeps its day: only the reminder moves, and not past the day', async () => {
  world.things.set('a', { date: '2026-12-04' });
  const form = await openForm('a', '2026-12-04');
  expect(says(form, 'Siirrä myös sovittu päivä') || says(form, 'Ensi viikolla')).toBe(false);
  const card = await save(form, { when: 'own', date: '2026-12-07' });
  expect(says(card, 'Sovittu päivä on perjantai 4.12.2026.')).toBe(true);
  await save(form, { when: '2026-12-02', date: '' });
  expect([await laterLetters(), world.moved]).toEqual([['1 pending 2026-12-02'], []]);
  await world.at('2026-12-04T08:00:00.000Z');
  expect(says(await openForm('a', '2026-12-04'), 'Muistutusta ei voi enää siirtää.')).toBe(true);
});

it('a task may move with it: its new day is promised and reminded of', async () => {
  world.things.set('a', { date: '2026-12-04', movable: true });
  const form = await openForm('a', '2026-12-04');
  const card = await save(form, { when: 'own', date: '2026-12-10', move: 'true' });
  expect(says(card, 'Päivä on siirretty. Muistutan sinua torstaina 10.12.2026 klo 9.00.')).toBe(true);
  expect(world.moved).toEqual(['2026-12-10']);
  expect(await world.at('2026-12-10T07:00:01.000Z')).toHaveLength(1);
});

it('nobody moves what is not theirs, and a stale card does no harm', async () => {
  world.things.set('a', { date: '2026-12-16' });
  const other = await world.press(BEN, 'reminders/later', about('a', '2026-12-16'));
  expect(says(other, 'Tämä muistutus on toiselle ihmiselle.')).toBe(true);
  expect(says(await openForm('a', '2026-12-15'), 'Tästä ei enää muistuteta.')).toBe(true);
  expect(says(await world.press(ANNA, 'reminders/later', { source: 'nothing' }), 'Tästä ei enää muistuteta.')).toBe(
    true,
  );
  const unknown = await world.press(ANNA, 'reminders/later', { ...about('a', '2026-12-16'), source: 'unknown' });
  expect(says(unknown, 'Tästä ei enää muistuteta.')).toBe(true);
});

it('what only its thread may read is spoken of there alone', async () => {
  world.things.set('a', { date: '2026-12-16', onlyInThread: true, thread: thread('inside') });
  expect(says(await openForm('a', '2026-12-16'), 'Tehtävä a')).toBe(false);
  const there = {
    kind: 'channel',
    channelId: PLACES,
    channelName: null,
    access: 'restricted',
    rootId: 'inside',
  } as const;
  expect(says(await world.press(ANNA, 'reminders/later', about('a', '2026-12-16'), there), 'Tehtävä a')).toBe(true);
});
