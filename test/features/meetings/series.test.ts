// A series from the form that makes it to the sessions that follow by themselves.
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, GENERAL, KAISA, nodesOf, PIRKANMAA, says, VEERA } from '../cases/case-world.ts';
import { makeSeries, MONTHLY, only, openMeetingWorld } from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

describe('making a series', () => {
  it('C-07, S2-33: the advisor makes a monthly series by card and sees its next days', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeSeries(world);
    expect(says(card, 'Joka kuukausi, kuukauden toinen tiistai klo 17.00')).toBe(true);
    expect(says(card, 'tiistaina 12.1.2027 klo 17.00–18.30')).toBe(true);
    expect(says(card, 'Osallistuminen on vapaaehtoista.')).toBe(true);
    expect(says(card, 'työnohjauksellinen tuki')).toBe(true);
    expect(only(await world.series())).toMatchObject({ kind: 'supervision', counties: ['08'], organiser: AINO.id });
    await world.expectNoDifferences();
  });

  it('C-07: the command answers to työnohjaus too, and a member hears who can make a series', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await world.say(VEERA, 'työnohjaus');
    expect(says(card, 'Uuden voi tehdä järjestöasiantuntija tai ylläpitäjä.')).toBe(true);
    const refused = await world.press(VEERA, 'meetings/form/newSeries', { list: 'supervision' });
    expect(says(refused, 'Uuden voi tehdä järjestöasiantuntija')).toBe(true);
    await world.press(VEERA, 'meetings/save/newSeries', { list: 'supervision', nonce: 'nonce-123456', ...MONTHLY });
    expect(await world.series()).toEqual([]);
  });

  it('C-07: an advisor makes none for counties of others only', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeSeries(world, { counties: '15' });
    expect(says(card, 'Tämän voi tehdä järjestäjä, järjestöasiantuntija tai ylläpitäjä.')).toBe(true);
    expect(await world.series()).toEqual([]);
  });

  it('T-10: days in July and after Christmas are shown at once as waiting for a decision', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeSeries(world, { nth: '4' });
    expect(says(card, 'Nämä päivät odottavat päätöstä')).toBe(true);
    expect(says(card, 'tiistaina 27.7.2027 klo 17.00–18.30. Päivä on heinäkuussa')).toBe(true);
    expect(says(card, 'tiistaina 28.12.2027 klo 17.00–18.30. Päivä on joulun ja uuden vuoden välissä.')).toBe(true);
  });

  it('S1-18: a place is needed when people meet on site, and what was typed stays', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeSeries(world, { format: 'both', title: 'Yhteinen tuki' });
    expect(says(card, 'Kirjoita paikka. Esimerkiksi: Pääkirjasto, kokoustila 2.')).toBe(true);
    expect(nodesOf(card).some((node) => node['value'] === 'Yhteinen tuki')).toBe(true);
    const saved = await world.click(AINO, card, 'Tallenna', { ...MONTHLY, format: 'both', place: 'Pääkirjasto' });
    expect(says(saved, 'Paikan päällä ja verkossa: Pääkirjasto')).toBe(true);
  });

  it.each([
    [{ from: '1.11.2026' }, 'Päivä on jo mennyt.'],
    [{ until: '5.1.2027' }, 'Viimeinen päivä on ennen ensimmäistä tapaamista.'],
    [{ until: '1.1.2047' }, 'Päivä on yli viiden vuoden päässä.'],
    [{ link: 'teams.example/tuki' }, 'Linkin pitää alkaa https://.'],
    [{ counties: '' }, 'Valitse ainakin yksi hyvinvointialue.'],
    [{ time: '25' }, 'Kirjoita kellonaika.'],
  ])('C-05, C-07: %j is mended beside its field', async (over, said) => {
    const world = await openMeetingWorld({ tables });
    expect(says(await makeSeries(world, over), said)).toBe(true);
    expect(await world.series()).toEqual([]);
  });

  it('C-07: the same form twice makes one series, also when both arrive at once', async () => {
    const world = await openMeetingWorld({ tables });
    const form = await world.click(AINO, await world.say(AINO, 'tukitapaaminen'), 'Uusi tukitapaamisten sarja');
    const cards = await Promise.all([
      world.click(AINO, form, 'Tallenna', MONTHLY),
      world.click(AINO, form, 'Tallenna', MONTHLY),
    ]);
    expect(await world.series()).toHaveLength(1);
    expect(cards.filter((card) => says(card, 'Mitään ei tehty kahteen kertaan.'))).toHaveLength(1);
    const other = await world.click(AINO, form, 'Tallenna', { ...MONTHLY, time: '18' });
    expect(says(other, 'Tämä lomake on jo tallennettu.')).toBe(true);
  });

  it('C-05: in the personal chat the General channel is its place', async () => {
    const world = await openMeetingWorld({ tables });
    const place = { kind: 'personal' } as const;
    const form = await world.press(AINO, 'meetings/form/newSeries', { list: 'supervision' }, { place });
    await world.click(AINO, form, 'Tallenna', MONTHLY, { place });
    expect(only(await world.series()).home).toEqual({ channelId: GENERAL, access: 'team' });
  });

  it('S2-35, S2-36: online meetups of every second month on the fourth Tuesday come out as 22.2. and 26.4.2022', async () => {
    const ago = await openTravellingTables();
    try {
      const world = await openMeetingWorld({ tables: ago, now: '2022-02-01T08:00:00.000Z' });
      const form = await world.click(KAISA, await world.say(KAISA, 'verkkotreffit'), 'Uusi verkkotreffien sarja');
      const values = { ...MONTHLY, counties: '', every: '2', nth: '4', from: '1.2.2022', organiser: KAISA.id };
      const card = await world.click(KAISA, form, 'Tallenna', values);
      expect(says(card, 'tiistaina 22.2.2022 klo 17.00–18.30')).toBe(true);
      expect(says(card, 'tiistaina 26.4.2022 klo 17.00–18.30')).toBe(true);
      // T-10: the 27.12. of the same rule is asked about.
      expect(says(card, 'tiistaina 27.12.2022 klo 17.00–18.30. Päivä on joulun ja uuden vuoden välissä.')).toBe(true);
      await world.deliver();
      const list = await world.say(VEERA, 'verkkotreffit');
      expect(says(list, 'Verkossa · Koko maa')).toBe(true);
    } finally {
      await ago.close();
    }
  });
});

describe('what follows by itself', () => {
  it('S2-33: each session is told of 14 days before, month after month, with nobody doing anything', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    await world.deliver();
    expect(world.said).toEqual([]);
    const { id } = only(await world.series());
    await world.travel('2026-12-29T07:01:00.000Z');
    await world.deliver();
    expect(world.said.map(({ to }) => to)).toEqual([{ kind: 'channel', channelId: PIRKANMAA }]);
    expect(says(world.said[0]?.message.card ?? {}, 'tiistaina 12.1.2027 klo 17.00–18.30')).toBe(true);
    await world.travel('2027-01-26T07:01:00.000Z');
    await world.deliver();
    await world.travel('2027-02-23T07:01:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map((m) => [m.id, m.state.kind, m.date])).toEqual([
      [`${id}-2027-01`, 'announced', '2027-01-12'],
      [`${id}-2027-02`, 'announced', '2027-02-09'],
      [`${id}-2027-03`, 'announced', '2027-03-09'],
    ]);
    await world.expectNoDifferences();
  });

  it('S2-33: a session in the next days is told of at once', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world, { from: '2.12.2026' });
    await world.deliver();
    expect(says(world.said[0]?.message.card ?? {}, 'tiistaina 8.12.2026 klo 17.00–18.30')).toBe(true);
  });

  it('T-05: it stays at 17.00 when the clocks change', async () => {
    const world = await openMeetingWorld({ tables, now: '2027-03-01T08:00:00.000Z' });
    await makeSeries(world, { from: '2.3.2027' });
    await world.travel('2027-03-30T06:01:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2027-03-09 17:00',
      '2027-04-13 17:00',
    ]);
    // Told of at 9.00 of summer time: 14 days before, at 6.00 UTC.
    expect(says(world.said.at(-1)?.message.card ?? {}, 'tiistaina 13.4.2027 klo 17.00–18.30')).toBe(true);
  });

  it('C-07: two instances that look at the same moment make the month once', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    const { id } = only(await world.series());
    const look = only(world.feature.deliveries.filter(({ kind }) => kind === 'meetings/look'));
    await world.travel('2026-12-29T07:01:00.000Z');
    const now = await world.store.now();
    const delivery = { payload: { seriesId: id }, name: 'look-2026-12-29' };
    const both = await Promise.all(
      // As two postmen would, when one was frozen past its lease; only its payload and name are looked at.
      [1, 2].map(() => look.word('tenant|19:general@thread.tacv2' as never, [delivery as never], now)),
    );
    expect(new Set(both.map(({ wording }) => wording.kind))).toEqual(new Set(['handOn', 'later']));
    await Promise.all([world.postman.tick(), world.secondPostman().tick()]);
    await world.deliver();
    expect(await world.meetings()).toHaveLength(1);
    expect(world.said).toHaveLength(1);
  });

  it('C-07: after a long silence the series goes on with what is still ahead', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    await world.travel('2027-05-04T07:00:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map(({ date }) => date)).toEqual(['2027-05-11']);
    await world.travel('2027-05-25T07:00:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map(({ date }) => date)).toEqual(['2027-05-11', '2027-06-08']);
  });
});

describe('changing a series', () => {
  it('C-07: an edit changes the sessions that nobody has been told of', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world, { from: '2.12.2026' });
    await world.deliver();
    const { id } = only(await world.series());
    const form = await world.press(AINO, 'meetings/form/editSeries', { seriesId: id });
    const values = { ...MONTHLY, from: '2.12.2026', weekday: '3', time: '18' };
    const card = await world.click(AINO, form, 'Tallenna', values);
    expect(says(card, 'Muutos koskee tapaamisia, joista en ole vielä kertonut.')).toBe(true);
    await world.travel('2026-12-30T07:01:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2026-12-08 17:00',
      '2027-01-13 18:00',
    ]);
    const stale = await world.click(AINO, form, 'Tallenna', { ...values, time: '19' });
    expect(says(stale, 'Tämä lomake on jo tallennettu.')).toBe(true);
  });

  it('C-07: two editors at once: the second sees that somebody was faster', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    const { id } = only(await world.series());
    const first = await world.press(AINO, 'meetings/form/editSeries', { seriesId: id });
    const second = await world.press(KAISA, 'meetings/form/editSeries', { seriesId: id });
    await world.click(AINO, first, 'Tallenna', { ...MONTHLY, time: '16' });
    const card = await world.click(KAISA, second, 'Tallenna', { ...MONTHLY, time: '15' });
    expect(says(card, 'Joku ehti muokata samaa asiaa.')).toBe(true);
    expect(only(await world.series()).time).toBe('16:00');
  });

  it('C-07, B-09: ending states what stays, ends the sessions to come, and is asked once', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    const { id } = only(await world.series());
    const form = await world.press(AINO, 'meetings/form/endSeries', { seriesId: id });
    expect(says(form, 'Tapaamiset, joista olen jo kertonut, pysyvät.')).toBe(true);
    const card = await world.click(AINO, form, 'Lopeta sarja');
    expect(says(card, 'Sarja on päättynyt.')).toBe(true);
    await world.travel('2027-01-15T07:01:00.000Z');
    await world.deliver();
    expect(await world.meetings()).toEqual([]);
    expect(await world.promises(id)).toEqual(['look-2026-12-29 cancelled']);
    expect(says(await world.click(AINO, form, 'Lopeta sarja'), 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    const refused = await world.press(AINO, 'meetings/form/endSeries', { seriesId: id });
    expect(says(refused, 'Sarja on jo päättynyt.')).toBe(true);
  });

  it('C-07: a member can neither edit nor end it', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world);
    const { id } = only(await world.series());
    for (const name of ['editSeries', 'endSeries']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const card = await world.press(VEERA, `meetings/form/${name}`, { seriesId: id });
      expect(says(card, 'Tämän voi tehdä järjestäjä, järjestöasiantuntija tai ylläpitäjä.')).toBe(true);
    }
    const shown = await world.press(VEERA, 'meetings/series', { seriesId: id });
    expect(nodesOf(shown).some((node) => node['title'] === 'Muokkaa sarjaa')).toBe(false);
  });
});
