// What calendars get to see of the meetings.
import type { LocalDate } from '../../../src/kernel/instants.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, IN_RESTRICTED, MIKKO, RESTRICTED, VEERA, WORKSPACE } from '../cases/case-world.ts';
import { makeEvent, makeSeries, MONTHLY, only, openMeetingWorld, TRAINING } from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

const FROM = '2026-12-01' as LocalDate;

describe('meetings in calendars', () => {
  it('S2-33, S2-36: hold the sessions of a year ahead, those that wait for a decision as tentative', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world, { from: '2.12.2026', until: '31.8.2027' });
    const entries = await world.feature.calendar.entries(WORKSPACE, VEERA.id, { from: FROM, mine: false });
    expect(entries.map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2026-12-08 confirmed',
      '2027-01-12 confirmed',
      '2027-02-09 confirmed',
      '2027-03-09 confirmed',
      '2027-04-13 confirmed',
      '2027-05-11 confirmed',
      '2027-06-08 confirmed',
      '2027-07-13 tentative',
      '2027-08-10 confirmed',
    ]);
    expect(entries[0]).toMatchObject({
      source: 'meetings',
      kind: { code: 'supervision', label: 'Tukitapaaminen' },
      time: '17:00',
      minutes: 90,
      link: 'https://teams.example/tuki',
      counties: ['08'],
    });
    expect(entries.every(({ id }) => /^[A-Za-z0-9.-]+$/.test(id))).toBe(true);
  });

  it('S2-33: an id stays and the sequence grows when a session is stored, moved and cancelled', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    const { calendar } = world.feature;
    const [first] = await calendar.entries(WORKSPACE, VEERA.id, { from: FROM, mine: false });
    const id = first?.id ?? '';
    const seen = [first];
    const look = async (): Promise<void> => {
      seen.push((await calendar.entry(WORKSPACE, VEERA.id, id)) ?? undefined);
    };
    const series = await world.press(AINO, 'meetings/form/editSeries', { seriesId: id.split('-')[0] });
    await world.click(AINO, series, 'Tallenna', { ...MONTHLY, time: '18' });
    await look();
    await world.travel('2026-12-29T07:01:00.000Z');
    await world.deliver();
    await look();
    const move = await world.press(AINO, 'meetings/form/move', { meetingId: id });
    await world.click(AINO, move, 'Siirrä tapaaminen', { date: '19.1.2027', time: '18' });
    await look();
    const cancel = await world.press(AINO, 'meetings/form/cancel', { meetingId: id });
    await world.click(AINO, cancel, 'Peru tapaaminen');
    await look();
    expect(seen.map((entry) => `${entry?.date} ${entry?.time} ${entry?.status} ${entry?.sequence}`)).toEqual([
      '2027-01-12 17:00 confirmed 1',
      '2027-01-12 18:00 confirmed 2',
      '2027-01-12 18:00 confirmed 2',
      '2027-01-19 18:00 confirmed 3',
      '2027-01-19 18:00 cancelled 4',
    ]);
  });

  it('S2-33: mine are those that I organise, or to which I have answered Tulen or Ehkä', async () => {
    const world = await openMeetingWorld({ tables });
    await makeEvent(world);
    const { id } = only(await world.meetings());
    const mine = async (who: typeof VEERA): Promise<number> =>
      (await world.feature.calendar.entries(WORKSPACE, who.id, { from: FROM, mine: true })).length;
    await world.press(VEERA, 'meetings/answer', { meetingId: id, answer: 'maybe' });
    await world.press(MIKKO, 'meetings/answer', { meetingId: id, answer: 'no' });
    expect([await mine(VEERA), await mine(MIKKO), await mine(AINO)]).toEqual([1, 0, 1]);
  });

  it('C-05: what a restricted channel has is seen by its roster alone', async () => {
    const world = await openMeetingWorld({ tables });
    const about = { place: IN_RESTRICTED };
    const form = await world.press(AINO, 'meetings/form/newEvent', { list: 'events' }, about);
    await world.click(AINO, form, 'Tallenna', TRAINING, about);
    const { id } = only(await world.meetings());
    const { calendar } = world.feature;
    const entry = await calendar.entry(WORKSPACE, VEERA.id, id);
    if (entry === null) {
      throw new Error('no entry');
    }
    expect(entry.audience).toEqual({ channelId: RESTRICTED });
    expect(calendar.buttons?.(entry, IN_RESTRICTED).map(({ label }) => label)).toEqual(['Näytä tapaaminen']);
    expect(calendar.buttons?.(entry, { kind: 'personal' })).toEqual([]);
    expect(await calendar.entry(WORKSPACE, MIKKO.id, id)).toBeNull();
    expect(await calendar.entries(WORKSPACE, MIKKO.id, { from: FROM, mine: false })).toEqual([]);
    expect(await calendar.entry(WORKSPACE, 'stranger' as never, id)).toBeNull();
    expect(await calendar.entry(WORKSPACE, VEERA.id, 'nothing')).toBeNull();
  });
});
