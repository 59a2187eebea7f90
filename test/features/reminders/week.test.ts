// The Monday digest (S1-07): one promise a team that never ends, and a post in each channel that has something to say.
import { channel, instant, WORKSPACE } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { says } from '../cases/case-world.ts';
import { day, GENERAL, openReminderWorld, PLACES, whereOf, type ReminderWorld } from './reminder-world.ts';

let tables: TravellingTables;
let world: ReminderWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openReminderWorld(tables);
  world.channels = [
    { kind: 'channel', channelId: PLACES },
    { kind: 'channel', channelId: GENERAL },
  ];
});

const line = (text: string) => ({ date: day('2026-12-08'), text });
const installed = () =>
  world.feature.onTeamEvent({
    kind: 'installed',
    workspace: WORKSPACE,
    channelId: GENERAL,
    now: instant('2026-12-01T08:00:00.000Z'),
  });

async function mondays(): Promise<readonly string[]> {
  return (await world.deliveries())
    .filter(({ kind }) => kind === 'reminders/week')
    .map(({ due, state }) => `${due === 'now' ? '' : due.date} ${state}`);
}

it('S1-07: comes on Monday at 9.00 to each channel, without mentions, and promises the next in the same transaction', async () => {
  await installed();
  await installed();
  world.digest = { thisWeek: [line('tiistaina 8.12.2026: Soita')], late: [], withoutNextStep: [line('Asia b')] };
  expect(await world.at('2026-12-07T06:59:00.000Z')).toEqual([]);
  const said = await world.at('2026-12-07T07:00:01.000Z');
  expect(said.map(({ to }) => whereOf(to)).toSorted()).toEqual([GENERAL, PLACES].toSorted());
  expect(said.every(({ message }) => message.mentions.length === 0)).toBe(true);
  expect(said[0]?.message.summary).toBe('Kanavan viikko: 1 päivä tällä viikolla, 1 asia ilman seuraavaa askelta');
  expect(await mondays()).toEqual(['2026-12-07 handedOn', '2026-12-14 pending']);
});

it('says nothing when there is nothing, and still comes again', async () => {
  await installed();
  expect(await world.at('2026-12-07T07:00:01.000Z')).toEqual([]);
  expect(await mondays()).toEqual(['2026-12-07 handedOn', '2026-12-14 pending']);
});

it('after a Monday that is a holiday it comes on the next working day', async () => {
  // Easter Monday is 29.3.2027.
  await tables.travel(instant('2027-03-24T08:00:00.000Z'));
  await world.feature.onTeamEvent({
    kind: 'installed',
    workspace: WORKSPACE,
    channelId: GENERAL,
    now: instant('2027-03-24T08:00:00.000Z'),
  });
  world.digest = { thisWeek: [line('keskiviikkona: Soita')], late: [], withoutNextStep: [] };
  expect(await world.at('2027-03-29T07:00:01.000Z')).toEqual([]);
  expect(await world.at('2027-03-30T06:00:01.000Z')).toHaveLength(2);
  expect(await mondays()).toEqual(['2027-03-30 handedOn', '2027-04-05 pending']);
});

it('after an outage of weeks it says the present week once, or nothing when the week is over, and goes on', async () => {
  await installed();
  world.digest = { thisWeek: [], late: [line('Soita')], withoutNextStep: [] };
  expect(await world.at('2026-12-22T09:00:00.000Z')).toEqual([]);
  expect(await mondays()).toEqual(['2026-12-07 handedOn', '2026-12-28 pending']);
});

it('is short: six of each, and how many more', async () => {
  await installed();
  const many = Array.from({ length: 9 }, (_, index) => line(`Asia ${index}`));
  world.digest = { thisWeek: many, late: many.slice(0, 7), withoutNextStep: many };
  const [said] = await world.at('2026-12-07T07:00:01.000Z');
  const card = said?.message.card ?? {};
  expect(says(card, 'ja 3 muuta') && says(card, 'ja 1 muu') && says(card, 'kun kirjoitat: muistutukset')).toBe(true);
});

it('more channels than one transaction holds are told too, and a removed team waits', async () => {
  world.channels = Array.from({ length: 50 }, (_, index) => ({
    kind: 'channel' as const,
    channelId: channel(`19:c${String(index).padStart(2, '0')}`),
  }));
  world.digest = { thisWeek: [line('Soita')], late: [], withoutNextStep: [] };
  await installed();
  world.paused = 'team';
  expect(await world.at('2026-12-07T07:00:01.000Z')).toEqual([]);
  world.paused = null;
  await world.at('2026-12-07T07:30:00.000Z');
  await world.at('2026-12-07T07:31:00.000Z');
  await world.at('2026-12-07T07:32:00.000Z');
  expect(new Set(world.said.map(({ to }) => whereOf(to))).size).toBe(50);
  expect((await mondays()).filter((monday) => monday.endsWith('pending'))).toEqual(['2026-12-14 pending']);
});
