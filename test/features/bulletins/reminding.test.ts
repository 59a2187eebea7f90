// What bulletins give to the reminders and to the calendars.
import type { Bulletin, BulletinId } from '../../../src/features/bulletins/domain/bulletin.ts';
import { bulletinTable } from '../../../src/features/bulletins/rows.ts';
import { localDateOf, parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { parseLocalDate } from '../../../src/kernel/dates.ts';
import type { LocalDate } from '../../../src/kernel/instants.ts';
import { openPostWorld, type PostWorld } from '../../support/post-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, IN_RESTRICTED, KAISA, MIKKO, PIRKANMAA, says, VEERA, WORKSPACE } from '../cases/case-world.ts';
import { HEARING, publish, REFORM } from './publish.ts';

let tables: TravellingTables;
let world: PostWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openPostWorld(tables);
});

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('what the test relies on is not there');
  }
  return value;
}

const date = (text: string): LocalDate => known(parseLocalDate(text));

async function only(): Promise<Bulletin> {
  const [summary] = await bulletinTable.list(world.store, WORKSPACE);
  return known(await bulletinTable.read(world.store, WORKSPACE, known(summary).id)).post;
}

async function promised(): Promise<readonly string[]> {
  const all = await world.deliveries();
  return all.filter(({ kind, state }) => kind === 'reminders/due' && state === 'pending').map(({ name }) => name);
}

function find(id: BulletinId, item: string, itemDate: string, at = '2026-12-03T07:00:00.000Z') {
  const now = known(parseInstant(at));
  return world.bulletins.reminders.find(
    WORKSPACE,
    { subject: id, item, itemDate: date(itemDate), when: 'before' },
    { now, today: localDateOf(now), people: world.people },
  );
}

describe('the reminders of a bulletin', () => {
  it('S2-32: are promised before the hearing and before the last day for taking part', async () => {
    await publish(world);
    const names = await promised();
    expect(names).toEqual(expect.arrayContaining(['remind-meeting-7', 'remind-meeting-1', 'remind-deadline-1']));
    expect(names.filter((name) => name.endsWith('late'))).toEqual([]);
  });

  it('S2-32: say what, when, where and what to do, in its thread', async () => {
    await publish(world);
    await world.tick();
    const { id } = await only();
    const meeting = known(await find(id, 'meeting', '2026-12-10'));
    expect(meeting).toMatchObject({
      title: 'Tilaisuus lähestyy',
      about: `Tiedote · ${HEARING.title}`,
      what: 'Kuulemistilaisuus',
      when: 'viikon päästä, torstaina 10.12.2026 klo 17.00',
      where: HEARING.place,
      late: null,
      thread: { kind: 'thread', channelId: PIRKANMAA, rootId: 'm1' },
      advisor: AINO.id,
    });
    expect(meeting.buttons.map(({ label }) => label)).toEqual(['En tarvitse muistutusta', 'Lisää kalenteriin']);
    expect(await find(id, 'deadline', '2026-12-04')).toMatchObject({
      what: 'Viimeinen päivä osallistua',
      when: 'huomenna, perjantaina 4.12.2026',
      where: null,
    });
  });

  it('S2-32: concern its writer and whoever pressed "Muistuta minua", until they press the other one', async () => {
    const published = await publish(world);
    const { id } = await only();
    const people = async () => (await find(id, 'meeting', '2026-12-10'))?.people;
    const followed = await world.press(MIKKO, published, 'Muistuta minua');
    expect(says(followed, 'Tallennettu. Muistutan sinua tiedotteen päivistä.')).toBe(true);
    await world.press(MIKKO, published, 'Muistuta minua');
    await world.press(VEERA, published, 'Muistuta minua');
    expect((await people())?.toSorted()).toEqual([AINO.id, MIKKO.id, VEERA.id].toSorted());
    const ended = await world.press(MIKKO, followed, 'En tarvitse muistutusta');
    expect(says(ended, 'En muistuta sinua tästä tiedotteesta.')).toBe(true);
    await world.send(AINO, 'bulletins/unfollow', { id });
    expect(await people()).toEqual([VEERA.id]);
  });

  it("are nobody's who has left the team", async () => {
    const published = await publish(world);
    const { id } = await only();
    await world.press(MIKKO, published, 'Muistuta minua');
    const left = { ...world.people, mentionOf: () => null };
    const now = known(parseInstant('2026-12-03T07:00:00.000Z'));
    const about = { subject: id, item: 'meeting', itemDate: date('2026-12-10'), when: 'before' } as const;
    const found = await world.bulletins.reminders.find(WORKSPACE, about, {
      now,
      today: localDateOf(now),
      people: left,
    });
    expect(found?.people).toEqual([]);
  });

  it('follow a moved date, which those who asked are told', async () => {
    const published = await publish(world);
    await world.tick();
    await world.press(MIKKO, published, 'Muistuta minua');
    const form = await world.press(AINO, published, 'Muokkaa');
    await world.press(AINO, form, 'Tallenna', { ...HEARING, date: '2026-12-17' });
    const { id } = await only();
    expect(await find(id, 'meeting', '2026-12-10')).toBeNull();
    expect(await find(id, 'meeting', '2026-12-17')).toMatchObject({ what: 'Kuulemistilaisuus' });
    await world.tick();
    const news = world.said.find(({ message }) => message.summary.startsWith('Tiedote on muuttunut'));
    expect(news?.message.mentions).toEqual([{ teamsId: MIKKO.teamsId, name: MIKKO.name }]);
  });

  it('a mended word tells nobody anything and promises nothing anew', async () => {
    const published = await publish(world);
    await world.tick();
    await world.press(MIKKO, published, 'Muistuta minua');
    const before = await world.deliveries();
    await world.press(KAISA, await world.press(KAISA, published, 'Muokkaa'), 'Tallenna', {
      ...HEARING,
      title: 'Toinen',
    });
    const reminders = (all: typeof before) => all.filter(({ kind }) => kind === 'reminders/due');
    expect(reminders(await world.deliveries())).toEqual(reminders(before));
    expect((await world.deliveries()).filter(({ name }) => name.startsWith('say-'))).toEqual([]);
  });

  it('there are none of a bulletin without dates, and none of what has passed', async () => {
    const published = await publish(world, REFORM);
    expect(await promised()).toEqual([]);
    expect(() => world.press(VEERA, published, 'Muistuta minua')).toThrow('no button');
    await publish(world);
    const { id } = await only();
    expect(await find(id, 'meeting', '2026-12-10', '2026-12-11T07:00:00.000Z')).toBeNull();
    expect(await find(id, 'other', '2026-12-10')).toBeNull();
  });
});

describe('where they are said', () => {
  it('G-11: of a restricted channel only in its thread', async () => {
    await publish(world, HEARING, {}, { place: IN_RESTRICTED });
    expect(await find((await only()).id, 'meeting', '2026-12-10')).toMatchObject({ onlyInThread: true });
  });

  it('in the new thread, once the old one was gone: the next change of the card is posted there', async () => {
    const published = await publish(world);
    await world.tick();
    const { id } = await only();
    const to = { channelId: PIRKANMAA, rootId: '1700000000099' };
    const writes = await world.bulletins.reminders.movedTo?.(WORKSPACE, id, to);
    expect(await world.store.commit(WORKSPACE, known(writes))).toBe('committed');
    expect((await find(id, 'meeting', '2026-12-10'))?.thread).toEqual({ kind: 'thread', ...to });
    await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Tallenna', { ...HEARING, title: 'Toinen' });
    await world.tick();
    expect(world.said.at(-1)?.to).toEqual({ kind: 'thread', ...to });
    expect(await world.bulletins.reminders.movedTo?.(WORKSPACE, 'none', to)).toEqual([]);
  });
});

describe('the Monday digest', () => {
  it('is promised by the first bulletin with a date', async () => {
    const weeks = async () => (await world.deliveries()).filter(({ kind }) => kind === 'reminders/week');
    await publish(world, REFORM);
    expect(await weeks()).toEqual([]);
    await publish(world);
    await publish(world);
    expect(await weeks()).toHaveLength(1);
  });

  it('names the dates of the week in the channel of the bulletin, and nothing elsewhere', async () => {
    await publish(world);
    await publish(world, REFORM);
    const { reminders } = world.bulletins;
    const [channel] = await reminders.channels(WORKSPACE);
    expect(channel).toEqual({ kind: 'channel', channelId: PIRKANMAA });
    const about = { today: date('2026-12-07'), people: world.people };
    expect(await reminders.digest(WORKSPACE, known(channel), about)).toEqual({
      thisWeek: [{ date: '2026-12-10', text: `Kuulemistilaisuus: ${HEARING.title}` }],
      late: [],
      withoutNextStep: [],
    });
    const elsewhere = {
      kind: 'channel',
      channelId: IN_RESTRICTED.kind === 'channel' ? IN_RESTRICTED.channelId : PIRKANMAA,
    } as const;
    expect((await reminders.digest(WORKSPACE, elsewhere, about)).thisWeek).toEqual([]);
  });
});

describe('the calendar', () => {
  const range = { from: date('2026-11-24'), mine: false };

  it('S2-37: has the hearings with their place and link, also when they were moved or withdrawn', async () => {
    const published = await publish(world, HEARING, { link: 'https://www.tukiliitto.fi/tapahtumat' });
    const { calendar } = world.bulletins;
    const [entry] = await calendar.entries(WORKSPACE, VEERA.id, range);
    expect(entry).toMatchObject({
      source: 'bulletins',
      sequence: 1,
      status: 'confirmed',
      kind: { code: 'hearing', label: 'Kuulemistilaisuus' },
      title: HEARING.title,
      date: '2026-12-10',
      time: '17:00',
      place: HEARING.place,
      link: 'https://www.tukiliitto.fi/tapahtumat',
      counties: ['08'],
    });
    const asked = await world.press(AINO, await world.press(AINO, published, 'Muokkaa'), 'Peru tiedote');
    await world.press(AINO, asked, 'Peru tiedote');
    expect(await calendar.entries(WORKSPACE, VEERA.id, range)).toMatchObject([{ status: 'cancelled', sequence: 2 }]);
    expect(await calendar.entry(WORKSPACE, VEERA.id, known(entry).id)).toMatchObject({ status: 'cancelled' });
  });

  it('of a person has what they asked to be reminded of', async () => {
    const published = await publish(world);
    const mine = { ...range, mine: true };
    const { calendar } = world.bulletins;
    expect(await calendar.entries(WORKSPACE, MIKKO.id, mine)).toEqual([]);
    await world.press(MIKKO, published, 'Muistuta minua');
    expect(await calendar.entries(WORKSPACE, MIKKO.id, mine)).toHaveLength(1);
    expect(await calendar.entries(WORKSPACE, AINO.id, mine)).toHaveLength(1);
  });

  it('has nothing of a restricted channel, of what has passed, or without a meeting', async () => {
    await publish(world, HEARING, {}, { place: IN_RESTRICTED });
    await publish(world, REFORM);
    const { calendar } = world.bulletins;
    expect(await calendar.entries(WORKSPACE, AINO.id, range)).toEqual([]);
    await publish(world);
    expect(await calendar.entries(WORKSPACE, AINO.id, { ...range, from: date('2026-12-11') })).toEqual([]);
    expect(await calendar.entry(WORKSPACE, AINO.id, 'none')).toBeNull();
  });
});
