// Events that happen once: trainings, seminars, meetings with municipalities.
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, KAISA, nodesOf, says, VEERA } from '../cases/case-world.ts';
import { makeEvent, only, openMeetingWorld, TRAINING } from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

describe('an event', () => {
  it('S1-36, S1-37, S1-38: a training about advocacy, online and on site, is told of at once', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeEvent(world);
    for (const text of [
      'Vaikuttamisen perusteet',
      'tiistaina 12.1.2027 klo 18–20',
      'Paikan päällä ja verkossa: Pääkirjasto',
      'Koulutus',
      'Vaikuttaminen',
      'Koko maa',
      'https://materiaalit.example/1',
    ]) {
      expect(says(card, text)).toBe(true);
    }
    await world.deliver();
    expect(says(only(world.said).message.card, 'Opimme, miten kunta päättää.')).toBe(true);
  });

  it.each([
    ['S1-36: koulutus', 'training', 'Koulutus'],
    ['S2-38: koulutuspäivä', 'trainingDay', 'Koulutuspäivä'],
    ['S2-38: koulutusilta', 'trainingEvening', 'Koulutusilta'],
    ['S1-38: yhteistyökoulutus', 'jointTraining', 'Yhteistyökoulutus'],
    ['S1-37: teematilaisuus', 'themeEvent', 'Teematilaisuus'],
    ['S2-38: seminaari', 'seminar', 'Seminaari'],
    ['S2-24: perustamispalaveri', 'foundingMeeting', 'Perustamispalaveri'],
    ['S2-32: kuulemistilaisuus', 'hearing', 'Kuulemistilaisuus'],
  ])('%s is one of the kinds', async (_row, kind, word) => {
    const world = await openMeetingWorld({ tables });
    expect(says(await makeEvent(world, { kind }), word)).toBe(true);
    expect(only(await world.meetings()).kind).toBe(kind);
  });

  it('S2-40: liittokokousseminaari 10.6.2022 for a whole day', async () => {
    const ago = await openTravellingTables();
    try {
      const world = await openMeetingWorld({ tables: ago, now: '2022-03-01T08:00:00.000Z' });
      const card = await makeEvent(world, {
        kind: 'congressSeminar',
        date: '10.6.2022',
        time: '',
        title: 'Tulevaisuus',
      });
      expect(says(card, 'Liittokokousseminaari')).toBe(true);
      expect(says(card, 'perjantaina 10.6.2022, koko päivä')).toBe(true);
    } finally {
      await ago.close();
    }
  });

  it('S2-24: a meeting of the founders has its date and its Teams link', async () => {
    const world = await openMeetingWorld({ tables });
    await makeEvent(world, { kind: 'foundingMeeting', title: 'Työryhmän alku', format: 'online', place: '' });
    expect(only(await world.meetings())).toMatchObject({ date: '2027-01-12', link: 'https://teams.example/koulutus' });
  });

  it.each([
    [{ date: '1.11.2026' }, 'Päivä on jo mennyt.'],
    [{ date: '1.1.2036' }, 'Päivä on yli kolmen vuoden päässä.'],
    [{ place: '' }, 'Kirjoita paikka.'],
    [{ materials: 'materiaalit' }, 'Linkin pitää alkaa https://.'],
    [{ title: '' }, 'Kirjoita lyhyt nimi.'],
    [{ kind: '' }, 'Valitse yksi listasta.'],
  ])('S1-37: %j is mended beside its field', async (over, said) => {
    const world = await openMeetingWorld({ tables });
    expect(says(await makeEvent(world, over), said)).toBe(true);
    expect(await world.meetings()).toEqual([]);
  });

  it('G-02, G-03: an identity code is refused, a phone number is warned about once', async () => {
    const world = await openMeetingWorld({ tables });
    const refused = await makeEvent(world, { description: 'Tunnus 131052-308T' });
    expect(says(refused, 'Poista henkilötunnus.')).toBe(true);
    const warned = await world.click(AINO, refused, 'Tallenna', { ...TRAINING, description: 'Soita 040 123 4567' });
    expect(says(warned, 'puhelinnumero')).toBe(true);
    expect(await world.meetings()).toEqual([]);
    const values = { ...TRAINING, description: 'Soita 040 123 4567' };
    const edited = await world.click(AINO, warned, 'Muokkaa', values);
    expect(says(edited, 'puhelinnumero')).toBe(false);
    await world.click(AINO, warned, 'Tallenna silti', values);
    expect(await world.meetings()).toHaveLength(1);
  });

  it('B-06: what was typed is there when the form is opened again, for its writer alone, until it is saved', async () => {
    const world = await openMeetingWorld({ tables });
    await makeEvent(world, { place: '', title: 'Kesken jäänyt' });
    const open = (who: typeof AINO) => world.press(who, 'meetings/form/newEvent', { list: 'events' });
    const again = await open(AINO);
    expect(says(again, 'Jatka siitä, mihin jäit.')).toBe(true);
    expect(nodesOf(again).some((node) => node['value'] === 'Kesken jäänyt')).toBe(true);
    expect(says(await open(KAISA), 'Jatka siitä, mihin jäit.')).toBe(false);
    await world.click(AINO, again, 'Tallenna', TRAINING);
    expect(says(await open(AINO), 'Jatka siitä, mihin jäit.')).toBe(false);
    expect(await world.meetings()).toHaveLength(1);
  });

  it('G-03: text with personal data is not kept as a draft', async () => {
    const world = await openMeetingWorld({ tables });
    await makeEvent(world, { description: 'Soita 040 123 4567' });
    const again = await world.press(AINO, 'meetings/form/newEvent', { list: 'events' });
    expect(JSON.stringify(again)).not.toContain('040');
  });

  it('S1-37: an edit is told to those who come', async () => {
    const world = await openMeetingWorld({ tables });
    await makeEvent(world);
    await world.deliver();
    const { id } = only(await world.meetings());
    await world.press(VEERA, 'meetings/answer', { meetingId: id, answer: 'yes' });
    const form = await world.press(KAISA, 'meetings/form/edit', { meetingId: id });
    await world.click(KAISA, form, 'Tallenna', { ...TRAINING, place: 'Kaupungintalo' });
    world.said.length = 0;
    await world.deliver();
    const news = world.said.find(({ at }) => at === null);
    expect(news?.message.mentions.map(({ name }) => name).toSorted()).toEqual(['Aino Esimerkki', 'Veera Virtanen']);
    expect(says(news?.message.card ?? {}, 'Paikan päällä ja verkossa: Kaupungintalo')).toBe(true);
    const stale = await world.click(AINO, form, 'Tallenna', { ...TRAINING, place: 'Muualla' });
    expect(says(stale, 'Tämä lomake on jo tallennettu.')).toBe(true);
  });

  it('S1-36: who may not make one hears who can', async () => {
    const world = await openMeetingWorld({ tables });
    expect(says(await world.say(VEERA, 'tapahtuma'), 'Uuden voi tehdä järjestöasiantuntija tai ylläpitäjä.')).toBe(
      true,
    );
    const card = await world.press(VEERA, 'meetings/save/newEvent', { nonce: 'nonce-123456', ...TRAINING });
    expect(says(card, 'Uuden voi tehdä')).toBe(true);
    expect(await world.meetings()).toEqual([]);
  });
});

describe('cooperation with municipalities', () => {
  const MEETING = { ...TRAINING, municipality: '837', title: '', theme: '', description: '', materials: '' } as const;

  async function meet(date: string) {
    const world = await openMeetingWorld({ tables });
    const form = await world.click(AINO, await world.say(AINO, 'kuntatapaaminen'), 'Uusi yksittäinen tilaisuus');
    await world.click(AINO, form, 'Tallenna', { ...MEETING, date });
    return world;
  }

  it('S1-07, S1-18: a single meeting with a municipality, also online, stands in the list as its next one', async () => {
    const world = await meet('12.1.2027');
    const list = await world.say(VEERA, 'kuntatapaaminen');
    expect(says(list, 'Tampere')).toBe(true);
    expect(says(list, 'Seuraava: tiistaina 12.1.2027 klo 18–20')).toBe(true);
    expect(says(list, 'Edellistä ei ole kirjattu.')).toBe(true);
    expect(only(await world.meetings())).toMatchObject({
      kind: 'municipalCooperation',
      counties: ['08'],
      format: 'both',
    });
  });

  it('S1-07: the Monday digest nudges when there was one and none is planned', async () => {
    const world = await meet('3.12.2026');
    await world.deliver();
    await world.travel('2026-12-07T07:00:00.000Z');
    const list = await world.say(VEERA, 'kuntatapaaminen');
    expect(says(list, 'Edellinen: torstaina 3.12.2026')).toBe(true);
    expect(says(list, 'Seuraavaa ei ole vielä sovittu.')).toBe(true);
    const { reminders } = world.feature;
    const workspace = 'tenant|19:general@thread.tacv2' as never;
    const [channel] = await reminders.channels(workspace);
    const people = await world.deps.people.load(workspace);
    const digest = await reminders.digest(workspace, channel as never, { today: '2026-12-07' as never, people });
    expect(digest.withoutNextStep).toEqual([
      { date: null, text: 'Tampere: seuraavaa kuntayhteistyötilaisuutta ei ole sovittu' },
    ]);
    await world.click(
      AINO,
      await world.press(AINO, 'meetings/form/newSeries', { list: 'municipalCooperation' }),
      'Tallenna',
      {
        municipality: '837',
        every: '2',
        nth: '1',
        weekday: '3',
        time: '17',
        minutes: '120',
        from: '1.2.2027',
        until: '',
        format: 'onSite',
        place: 'Kaupungintalo',
        link: '',
        organiser: AINO.id,
        title: '',
      },
    );
    const after = await reminders.digest(workspace, channel as never, { today: '2026-12-07' as never, people });
    expect(after.withoutNextStep).toEqual([]);
    expect(says(await world.say(VEERA, 'kuntatapaaminen'), 'Seuraava: keskiviikkona 3.2.2027 klo 17–19')).toBe(true);
  });

  it('S1-07: the municipality is asked for', async () => {
    const world = await openMeetingWorld({ tables });
    const form = await world.press(AINO, 'meetings/form/newEvent', { list: 'municipalCooperation' });
    const card = await world.click(AINO, form, 'Tallenna', { ...MEETING, municipality: '' });
    expect(says(card, 'Valitse kunta listasta.')).toBe(true);
  });
});
