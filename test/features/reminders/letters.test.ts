// Who is told what, where and when: one letter a person a morning, from the promise to the message.
import { preferencesWrite } from '../../../src/features/reminders/rows.ts';
import { DEFAULTS, type Preferences } from '../../../src/features/reminders/domain/preferences.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { expectNoDifferences, instant, WORKSPACE } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { clock } from '../../kernel/literals.ts';
import { says } from '../cases/case-world.ts';
import {
  ANNA,
  BEN,
  CARA,
  GENERAL,
  openReminderWorld,
  person,
  PLACES,
  thread,
  whereOf,
  type ReminderWorld,
  type Said,
} from './reminder-world.ts';

let tables: TravellingTables;
let world: ReminderWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openReminderWorld(tables);
});
afterEach(() => expectNoDifferences(world.store));

// Wednesday 9.12.2026: a week before is Wednesday 2.12., the day before is Tuesday 8.12.
const DATE = '2026-12-09';
const WEEK_BEFORE = '2026-12-02T07:00:01.000Z';
const DAY_BEFORE = '2026-12-08T07:00:01.000Z';

const where = (said: readonly Said[]): readonly string[] => said.map(({ to }) => whereOf(to));
const summaries = (said: readonly Said[]): string => said.map(({ message }) => message.summary).join('\n');

const mentioned = (said: readonly Said[]): readonly string[] =>
  said.flatMap(({ message }) => message.mentions.map(({ teamsId }) => teamsId)).toSorted((a, b) => (a < b ? -1 : 1));

async function chooses(who: PersonId, over: Partial<Preferences>): Promise<void> {
  const before = { preferences: null, version: 0, etag: null };
  const outcome = await world.store.commit(WORKSPACE, [preferencesWrite(who, { ...DEFAULTS, ...over }, before)]);
  expect(outcome).toBe('committed');
}

describe('T-07: who has chosen nothing', () => {
  it('is told 7 days and 1 day before, and at no other lead', async () => {
    await world.promise('a', { date: '2026-12-18' });
    const days = ['04', '11', '15', '17', '18'];
    const told = [];
    for (const day of days) {
      const said = await world.at(`2026-12-${day}T07:00:01.000Z`);
      told.push(said.length);
    }
    expect(told).toEqual([0, 1, 0, 1, 0]);
  });

  it('is told of what concerns several people by one message that mentions them all', async () => {
    await world.promise('a', { date: DATE, people: [ANNA, BEN] });
    const said = await world.at(WEEK_BEFORE);
    expect(said.map(({ message }) => message.mentions.map(({ teamsId }) => teamsId))).toEqual([['29:anna', '29:ben']]);
  });

  it('B-17: is left out of that message when reading in private, or having more to remember elsewhere', async () => {
    await world.promise('a', { date: DATE, people: [ANNA, BEN, CARA] });
    await world.promise('b', { date: DATE, people: [CARA] });
    await chooses(BEN, { where: 'private' });
    const said = await world.at(WEEK_BEFORE);
    expect(new Set(where(said))).toEqual(new Set([BEN, CARA, 'thread-a']));
    expect(said.flatMap(({ message }) => message.mentions.map(({ teamsId }) => teamsId))).toEqual(['29:anna']);
  });
});

describe('B-15: what a person has chosen', () => {
  it.each([
    [14, '2026-12-16T07:00:01.000Z'],
    [3, '2026-12-23T07:00:01.000Z'],
    [0, '2026-12-30T07:00:01.000Z'],
  ] as const)('%s days before is when they are told', async (lead, moment) => {
    await chooses(ANNA, { leads: [lead] });
    // Wednesday 30.12.2026; three days before is a Sunday after Christmas, so Wednesday 23.12. it is.
    await world.promise('a', { date: '2026-12-30' });
    expect(await world.at(moment.replace('07:00:01', '06:59:00'))).toEqual([]);
    expect(where(await world.at(moment))).toEqual(['thread-a']);
  });

  it('in private is where they are told, without a mention', async () => {
    await chooses(ANNA, { where: 'private' });
    await world.promise('a', { date: DATE });
    const [said] = await world.at(WEEK_BEFORE);
    expect([said?.to, said?.message.mentions]).toEqual([{ kind: 'person', person: ANNA }, []]);
  });

  it('their quiet hours hold: later in the day, and not after its end', async () => {
    await chooses(ANNA, { from: clock('12:00'), until: clock('14:00') });
    await world.promise('a', { date: DATE });
    expect(await world.at(WEEK_BEFORE)).toEqual([]);
    // Nobody was there between 12 and 14: it comes on the next working day at 12.
    expect(await world.at('2026-12-02T12:30:00.000Z')).toEqual([]);
    expect(await world.at('2026-12-03T09:59:00.000Z')).toEqual([]);
    expect(await world.at('2026-12-03T10:00:05.000Z')).toHaveLength(1);
  });

  it('off is off, also when they choose it after the promise', async () => {
    await world.promise('a', { date: DATE, people: [ANNA, BEN] });
    await chooses(ANNA, { on: false });
    const said = await world.at(WEEK_BEFORE);
    expect(mentioned(said)).toEqual(['29:ben']);
  });

  it('nobody is reminded early of what they have set within the day, and others are', async () => {
    const set = { by: ANNA, at: instant('2026-12-01T12:00:00.000Z') };
    await world.promise('a', { date: DATE, people: [ANNA, BEN] }, set);
    const said = await world.at(WEEK_BEFORE);
    expect(mentioned(said)).toEqual(['29:ben']);
    // The day before they are told like everybody.
    const [together] = await world.at(DAY_BEFORE);
    expect(together?.message.mentions.map(({ teamsId }) => teamsId)).toEqual(['29:anna', '29:ben']);
  });
});

describe('B-17: one message a person a day', () => {
  it('holds everything that is due to them, wherever it comes from', async () => {
    for (const subject of ['a', 'b', 'c']) {
      await world.promise(subject, { date: DATE });
    }
    const said = await world.at(WEEK_BEFORE);
    expect(where(said)).toEqual(['anna']);
    expect(says(said[0]?.message.card ?? {}, '3 asiaa muistettavana')).toBe(true);
  });

  it('a second one waits for the next morning', async () => {
    await world.promise('a', { date: DATE });
    await world.at(WEEK_BEFORE);
    await world.dueNow('b', { date: '2026-12-11' });
    expect(await world.at('2026-12-02T08:00:01.000Z')).toEqual([]);
    expect(await world.at('2026-12-03T06:59:00.000Z')).toEqual([]);
    expect(summaries(await world.at('2026-12-03T07:00:05.000Z'))).toContain('Tehtävä b');
  });

  it('a second one comes at once when its thing is on the next working day', async () => {
    await world.promise('a', { date: DATE });
    await world.at(WEEK_BEFORE);
    await world.dueNow('b', { date: '2026-12-03' });
    expect(summaries(await world.at('2026-12-02T08:00:01.000Z'))).toContain('Tehtävä b');
  });

  it('two lead times of one thing that come together after an outage are said once, and said to be late', async () => {
    await world.promise('a', { date: DATE });
    const said = await world.at('2026-12-08T08:30:00.000Z');
    expect(said).toHaveLength(1);
    expect(says(said[0]?.message.card ?? {}, 'Tämä muistutus tulee myöhässä.')).toBe(true);
  });

  it('more than one message can hold is told in another, and nothing is lost', async () => {
    for (let count = 0; count < 23; count += 1) {
      await world.promise(`s${count}`, { date: '2026-12-03' });
    }
    const said = await world.at(WEEK_BEFORE);
    expect(where(said)).toEqual(['anna', 'anna']);
    expect(
      (await world.deliveries()).filter(({ kind, state }) => kind === 'reminders/letter' && state !== 'sent'),
    ).toEqual([]);
  });

  it('more people than one transaction holds are told in the next ones', async () => {
    const crowd = Array.from({ length: 90 }, (_, index) => person(`p${String(index).padStart(3, '0')}`));
    world.members = [...crowd, CARA];
    await world.promise('a', { date: DATE, people: crowd });
    await world.at(WEEK_BEFORE);
    // Teams takes only so many a minute into one thread.
    for (let minute = 10; minute < 59 && world.said.length < crowd.length; minute += 1) {
      await world.at(`2026-12-02T07:${minute}:00.000Z`);
    }
    const told = mentioned(world.said);
    expect([told.length, new Set(told).size]).toEqual([90, 90]);
  });
});

describe('nothing is said', () => {
  it('at night, on a weekend or a holiday: independence day on Sunday 6.12. is passed over', async () => {
    await world.promise('a', { date: '2026-12-07' });
    // The day before is Sunday; the working day before is Friday 4.12.
    expect(await world.at('2026-12-04T07:00:01.000Z')).toHaveLength(1);
    world.things.delete('a');
    await world.promise('b', { date: '2026-12-28' });
    expect(await world.at('2026-12-05T10:00:00.000Z')).toEqual([]);
    expect(await world.at('2026-12-23T07:00:01.000Z')).toHaveLength(1);
  });

  it('of what was done, moved or closed meanwhile', async () => {
    await world.promise('a', { date: DATE });
    world.things.set('a', { date: DATE, isGone: true });
    expect(await world.at(WEEK_BEFORE)).toEqual([]);
  });

  it('while the team is away or the channel is deleted, and afterwards it is', async () => {
    await world.promise('a', { date: DATE });
    world.paused = 'team';
    expect(await world.at(WEEK_BEFORE)).toEqual([]);
    world.paused = 'channel';
    expect(await world.at('2026-12-02T07:20:00.000Z')).toEqual([]);
    world.paused = null;
    expect(where(await world.at('2026-12-02T08:00:00.000Z'))).toEqual(['thread-a']);
  });
});

describe('when somebody cannot be told', () => {
  const gone = { kind: 'refused', status: 404, why: 'gone' } as const;

  it('in private, the thread of the matter is told with a mention', async () => {
    await chooses(ANNA, { where: 'private' });
    world.answers.set('anna', gone);
    await world.promise('a', { date: DATE });
    await world.at(WEEK_BEFORE);
    const [said] = await world.at('2026-12-02T07:01:00.000Z').then(() => world.said);
    expect([said === undefined ? '' : whereOf(said.to), said?.message.mentions.length]).toEqual(['thread-a', 1]);
  });

  it('of several matters, each is told in its own thread; what has none, to the advisor', async () => {
    world.answers.set('anna', gone);
    await world.promise('a', { date: DATE });
    await world.promise('b', { date: DATE });
    await world.promise('c', { date: DATE, thread: null });
    await world.at(WEEK_BEFORE);
    await world.at('2026-12-02T07:02:00.000Z');
    expect(where(world.said).toSorted()).toEqual(['cara', 'thread-a', 'thread-b']);
    const toAdvisor = world.said.find(({ to }) => whereOf(to) === 'cara');
    expect(says(toAdvisor?.message.card ?? {}, 'Esimerkki anna ei saanut tätä viestiä')).toBe(true);
  });

  it('a thread that is gone: a new one in the channel, and its source moves there', async () => {
    world.answers.set('thread-a', gone);
    await world.promise('a', { date: DATE });
    await world.at(WEEK_BEFORE);
    await world.at('2026-12-02T07:01:00.000Z');
    expect(where(world.said)).toEqual([PLACES]);
    expect(world.moved).toEqual(['a m1']);
  });

  it('a channel that is gone: the General channel; nowhere at all: it has failed, visibly', async () => {
    world.answers.set('thread-a', gone);
    world.answers.set(PLACES, gone);
    await world.promise('a', { date: DATE });
    await world.at(WEEK_BEFORE);
    await world.at('2026-12-02T07:02:00.000Z');
    expect(where(world.said)).toEqual([GENERAL]);
    world.answers.set(GENERAL, gone);
    world.answers.set('cara', gone);
    await world.at(DAY_BEFORE);
    await world.at('2026-12-08T07:02:00.000Z');
    expect((await world.deliveries()).map(({ state }) => state)).toContain('failed');
  });

  it('what only its thread may read never goes anywhere else', async () => {
    world.answers.set('thread-a', gone);
    world.answers.set(PLACES, gone);
    await chooses(ANNA, { where: 'private' });
    await world.promise('a', { date: DATE, onlyInThread: true });
    await world.at(WEEK_BEFORE);
    await world.at('2026-12-02T07:02:00.000Z');
    expect(world.said).toEqual([]);
    expect((await world.deliveries()).map(({ state }) => state)).toContain('failed');
  });

  it('who has left meanwhile is followed by those whom it concerns now', async () => {
    await chooses(ANNA, { from: clock('12:00') });
    await world.promise('a', { date: DATE });
    expect(await world.at(WEEK_BEFORE)).toEqual([]);
    world.things.set('a', { date: DATE, people: [BEN] });
    const said = await world.at('2026-12-02T10:00:05.000Z');
    expect(mentioned(said)).toEqual(['29:ben']);
  });
});

describe('what is late', () => {
  it('is told to the advisor three working days after, once', async () => {
    await world.promise('a', { date: '2026-12-02' });
    // Three working days after Wednesday 2.12. is Monday 7.12.
    expect(await world.at('2026-12-03T07:00:01.000Z')).toEqual([]);
    const said = await world.at('2026-12-07T07:00:01.000Z');
    expect(mentioned(said)).toEqual(['29:cara']);
    expect(await world.at('2026-12-09T07:00:01.000Z')).toEqual([]);
  });

  it('is not told to an advisor whose own it is', async () => {
    await world.promise('a', { date: '2026-12-02', people: [CARA] });
    await world.at('2026-12-03T07:00:01.000Z');
    expect(await world.at('2026-12-07T07:00:01.000Z')).toEqual([]);
  });
});

it('a restricted thing is told in its own thread, beside the letter of everything else', async () => {
  await world.promise('a', { date: DATE });
  await world.promise('b', { date: DATE, onlyInThread: true, thread: thread('inside') });
  expect(where(await world.at(WEEK_BEFORE)).toSorted()).toEqual(['inside', 'thread-a']);
});
