// One session: told of, answered, moved, cancelled, asked about.
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { Fault } from '../../../src/kernel/fault.ts';
import type { Store } from '../../../src/platform/storage/store.ts';
import {
  AINO,
  buttonOf,
  IN_RESTRICTED,
  KAISA,
  MIKKO,
  nodesOf,
  PIRKANMAA,
  RESTRICTED,
  says,
  textsOf,
  VEERA,
  type Shown,
} from '../cases/case-world.ts';
import {
  makeSeries,
  MONTHLY,
  only,
  openMeetingWorld,
  TRAINING,
  type MeetingWorld,
  type Said,
} from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

/** A series whose first session, Tuesday 8.12.2026, has been told of. */
async function announced(over: Shown = {}, parts: Partial<Parameters<typeof openMeetingWorld>[0]> = {}) {
  const world = await openMeetingWorld({ tables, ...parts });
  await makeSeries(world, { from: '2.12.2026', ...over });
  await world.deliver();
  const m = only(await world.meetings());
  const card = cardOf(only(world.said));
  return { world, id: m.id, card };
}

function cardOf(said: Said | undefined): Shown {
  return said?.message.card ?? {};
}

function buttonsOf(card: Shown): readonly string[] {
  return nodesOf(card)
    .filter((node) => node['type'] === 'Action.Execute')
    .map((node) => String(node['title']));
}

/** The card in the channel after everybody had time to read. */
async function redrawn(world: MeetingWorld): Promise<Shown> {
  world.said.length = 0;
  await world.deliver();
  const updates = world.said.filter(({ at }) => at !== null);
  return cardOf(updates.at(-1));
}

describe('the announcement', () => {
  it('S2-33: says when, where, for whom and that attendance is voluntary, with the answers as buttons', async () => {
    const { card } = await announced();
    expect(buttonsOf(card)).toEqual(['Tulen', 'Ehkä', 'En pääse', 'Näytä']);
    expect(nodesOf(card).some((node) => node['url'] === 'https://teams.example/tuki')).toBe(true);
    for (const text of [
      'Verkossa',
      'Pirkanmaan hyvinvointialue',
      'Osallistuminen on vapaaehtoista.',
      'Aino Esimerkki',
    ]) {
      expect(says(card, text)).toBe(true);
    }
  });

  it('S2-33: counts the answers in place and shows names to the organiser alone', async () => {
    const { world, id, card } = await announced();
    const mine = await world.click(VEERA, card, 'Tulen');
    expect(says(mine, 'Olet mukana tapaamisessa.')).toBe(true);
    await world.click(MIKKO, card, 'Ehkä');
    const shown = await redrawn(world);
    expect(says(shown, 'Tulen 1 · Ehkä 1 · En pääse 0')).toBe(true);
    expect(textsOf(shown).join(' ')).not.toContain('Veera');
    const names = await world.press(AINO, 'meetings/answers', { meetingId: id });
    expect(says(names, 'Veera Virtanen')).toBe(true);
    const refused = await world.press(MIKKO, 'meetings/answers', { meetingId: id });
    expect(says(refused, 'Veera Virtanen')).toBe(false);
    await world.expectNoDifferences();
  });

  it('S2-33: two who answer at the same moment are both counted, and a double click counts once', async () => {
    const { world, card } = await announced();
    await Promise.all([
      world.click(VEERA, card, 'Tulen'),
      world.click(MIKKO, card, 'Tulen'),
      world.click(KAISA, card, 'En pääse'),
      world.click(VEERA, card, 'Tulen'),
    ]);
    expect(says(await redrawn(world), 'Tulen 2 · Ehkä 0 · En pääse 1')).toBe(true);
  });

  it('S2-33: an answer can be changed', async () => {
    const { world, id, card } = await announced();
    const mine = await world.click(VEERA, card, 'Tulen');
    const menu = await world.click(VEERA, mine, 'Lisää toimintoja');
    await world.click(VEERA, menu, 'Jatka', { what: 'answer-no' });
    expect(says(await redrawn(world), 'Tulen 0 · Ehkä 0 · En pääse 1')).toBe(true);
    const empty = await world.press(VEERA, 'meetings/menu-go', { meetingId: id, what: 'nothing' });
    expect(says(empty, 'Valitse yksi toiminto.')).toBe(true);
  });

  it('B-18: the card is not redrawn under somebody who fills in a form', async () => {
    const { world, id, card } = await announced();
    await world.press(VEERA, 'meetings/form/topic', { meetingId: id });
    await world.click(MIKKO, card, 'Tulen');
    world.said.length = 0;
    await world.deliver();
    expect(world.said).toEqual([]);
    await world.press(VEERA, 'meetings/show', { meetingId: id });
    expect(says(await redrawn(world), 'Tulen 1')).toBe(true);
  });

  it('S2-33: guests who may only read do not answer', async () => {
    const { world, card } = await announced({}, { people: { mayWrite: (member) => !member.isGuest } });
    expect(says(await world.click(VEERA, card, 'Tulen'), 'Vieraat voivat tässä tiimissä vain lukea.')).toBe(true);
    expect(says(await redrawn(world), 'Tulen 1')).toBe(false);
  });

  it('C-05: what was made in a restricted channel shows only there', async () => {
    const world = await openMeetingWorld({ tables });
    const about = { place: IN_RESTRICTED };
    const form = await world.press(AINO, 'meetings/form/newEvent', { list: 'events' }, about);
    await world.click(AINO, form, 'Tallenna', TRAINING, about);
    await world.deliver();
    expect(only(world.said).to).toEqual({ kind: 'channel', channelId: RESTRICTED });
    const { id } = only(await world.meetings());
    expect(says(await world.press(VEERA, 'meetings/show', { meetingId: id }), 'Tapaamista ei löydy.')).toBe(true);
    expect(says(await world.say(VEERA, 'tapahtuma'), 'Vaikuttamisen perusteet')).toBe(false);
    expect(says(await world.say(VEERA, 'tapahtuma', about), 'Vaikuttamisen perusteet')).toBe(true);
  });

  it('C-07: a crash between the commit and the announcement loses nothing and says it once', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world, { from: '2.12.2026' });
    const { id } = only(await world.meetings());
    // The process that committed is gone; another one finds the promise.
    expect(await world.promises(id)).toContain('card pending');
    await world.secondPostman().tick();
    await world.deliver();
    expect(world.said.filter(({ at }) => at === null)).toHaveLength(1);
    await world.expectNoDifferences();
  });

  it('C-07: a commit whose answer was lost is not done twice', async () => {
    let isLost = false;
    const wrap = (store: Store): Store => ({
      ...store,
      async commit(partition, writes) {
        const outcome = await store.commit(partition, writes);
        if (isLost) {
          isLost = false;
          throw new Fault('storage-unavailable');
        }
        return outcome;
      },
    });
    const world = await openMeetingWorld({ tables, wrap });
    const form = await world.press(AINO, 'meetings/form/newSeries', { list: 'supervision' });
    isLost = true;
    await expect(world.click(AINO, form, 'Tallenna', MONTHLY)).rejects.toThrow('storage-unavailable');
    const card = await world.click(AINO, form, 'Tallenna', MONTHLY);
    expect(says(card, 'Mitään ei tehty kahteen kertaan.')).toBe(true);
    expect(await world.series()).toHaveLength(1);
  });

  it('S2-33: when the thread is gone, the card is posted anew in the channel and lives there', async () => {
    const { world, card } = await announced();
    await world.click(VEERA, card, 'Tulen');
    world.answers.push({ kind: 'refused', status: 404, why: 'gone' });
    world.said.length = 0;
    await world.deliver();
    expect(only(world.said).to).toEqual({ kind: 'channel', channelId: PIRKANMAA });
  });
});

describe('moving, cancelling', () => {
  it('S2-33, T-09: a moved session keeps its answers, tells who comes, and promises its reminders anew', async () => {
    const { world, id, card } = await announced();
    await world.click(VEERA, card, 'Tulen');
    await world.click(MIKKO, card, 'En pääse');
    const form = await world.press(AINO, 'meetings/form/move', { meetingId: id });
    const saved = await world.click(AINO, form, 'Siirrä tapaaminen', { date: '15.12.2026', time: '18' });
    expect(says(saved, 'tiistaina 15.12.2026 klo 18.00–19.30')).toBe(true);
    world.said.length = 0;
    await world.deliver();
    const news = world.said.find(({ at }) => at === null);
    expect(news?.to).toMatchObject({ kind: 'thread', rootId: 'm1' });
    expect(news?.message.mentions.map(({ name }) => name)).toEqual(['Veera Virtanen']);
    expect(says(cardOf(news), 'Aino Esimerkki siirsi tapaamisen.')).toBe(true);
    const updated = cardOf(world.said.find(({ at }) => at !== null));
    expect(says(updated, 'tiistaina 15.12.2026 klo 18.00–19.30')).toBe(true);
    expect(says(updated, 'Tulen 1 · Ehkä 0 · En pääse 1')).toBe(true);
    expect(await world.meeting(id)).toMatchObject({ date: '2026-12-15', sequence: 2 });
    await world.expectNoDifferences();
  });

  it('T-10: moving onto a holiday by hand is possible, and said', async () => {
    const { world, id } = await announced();
    const form = await world.press(AINO, 'meetings/form/move', { meetingId: id });
    const saved = await world.click(AINO, form, 'Siirrä tapaaminen', { date: '29.12.2026', time: '' });
    expect(says(saved, 'Huomaa päivä. Päivä on joulun ja uuden vuoden välissä.')).toBe(true);
    expect(await world.meeting(id)).toMatchObject({ date: '2026-12-29', time: '17:00' });
  });

  it('S2-33, B-09: cancelling is asked once, says what follows, and the card says it is cancelled', async () => {
    const { world, id, card } = await announced();
    await world.click(VEERA, card, 'Tulen');
    const form = await world.press(KAISA, 'meetings/form/cancel', { meetingId: id });
    expect(says(form, 'Tapaamista ei voi palauttaa.')).toBe(true);
    await world.click(KAISA, form, 'Peru tapaaminen');
    world.said.length = 0;
    await world.deliver();
    const updated = cardOf(world.said.find(({ at }) => at !== null));
    expect(says(updated, 'Peruttu: Tukitapaaminen')).toBe(true);
    expect(buttonsOf(updated)).toEqual(['Näytä']);
    const news = world.said.find(({ at }) => at === null);
    expect(news?.message.mentions.map(({ name }) => name).toSorted()).toEqual(['Aino Esimerkki', 'Veera Virtanen']);
    // A stale card does no harm.
    expect(says(await world.click(MIKKO, card, 'Tulen'), 'Tähän tapaamiseen ei voi enää vastata.')).toBe(true);
    expect(says(await world.press(KAISA, 'meetings/form/cancel', { meetingId: id }), 'on jo pidetty tai peruttu')).toBe(
      true,
    );
    // The series goes on.
    await world.travel('2026-12-29T07:01:00.000Z');
    await world.deliver();
    expect((await world.meetings()).map(({ state }) => state.kind)).toEqual(['cancelled', 'announced']);
  });

  it('S2-33: a member does not cancel, and one session can be edited without the series', async () => {
    const { world, id } = await announced();
    expect(
      says(await world.press(VEERA, 'meetings/form/cancel', { meetingId: id }), 'Tämän voi tehdä järjestäjä'),
    ).toBe(true);
    const form = await world.press(AINO, 'meetings/form/edit', { meetingId: id });
    const values = { title: 'Puhumme kuljetuksista', date: '8.12.2026', time: '17', minutes: '60', format: 'online' };
    await world.click(AINO, form, 'Tallenna', {
      ...values,
      place: '',
      link: '',
      theme: '',
      description: '',
      materials: '',
    });
    expect(await world.meeting(id)).toMatchObject({ title: 'Puhumme kuljetuksista', minutes: 60, counties: ['08'] });
    expect(only(await world.series()).title).toBe('');
  });
});

describe('days that are asked about', () => {
  async function decemberOf2027() {
    const world = await openMeetingWorld({ tables, now: '2027-10-20T07:00:00.000Z' });
    await makeSeries(world, { from: '1.11.2027', nth: '4', every: '1' });
    const { id: series } = only(await world.series());
    await world.travel('2027-11-23T07:01:00.000Z');
    await world.deliver();
    const id = `${series}-2027-12`;
    return { world, series, id };
  }

  function questionOf({ said }: MeetingWorld): Said {
    const found = said.filter(({ message }) => message.summary.startsWith('Päätä tapaamisen päivä'));
    return only(found);
  }

  it('T-10: an ordinary 22.12. is told of without asking', async () => {
    const world = await openMeetingWorld({ tables });
    await makeSeries(world, { from: '2.12.2026', nth: '4' });
    await world.travel('2026-12-08T07:01:00.000Z');
    await world.deliver();
    expect(only(await world.meetings())).toMatchObject({ date: '2026-12-22', state: { kind: 'announced' } });
  });

  it('T-10: the 28.12. is asked about the month before, and nobody else is told of it', async () => {
    const { world, id } = await decemberOf2027();
    const question = questionOf(world);
    expect(question.message.mentions.map(({ name }) => name)).toEqual(['Aino Esimerkki']);
    expect(says(cardOf(question), 'Päivä on joulun ja uuden vuoden välissä.')).toBe(true);
    expect(says(cardOf(question), 'Lähellä on vapaa päivä: tiistaina 21.12.2027.')).toBe(true);
    expect(buttonsOf(cardOf(question))).toEqual(['Pidä silti', 'Siirrä toiseen päivään', 'Jätä väliin', 'Näytä sarja']);
    // Asked again two weeks before, and still not told of.
    world.said.length = 0;
    await world.travel('2027-12-14T07:01:00.000Z');
    await world.deliver();
    questionOf(world);
    await world.travel('2027-12-28T15:00:00.000Z');
    await world.deliver();
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'asking', asked: 2 } });
    expect(
      world.said.filter(({ message }) => says(message.card, '28.12.2027') && message.summary.startsWith('Tukitap')),
    ).toEqual([]);
  });

  it('T-10: kept on its day, it is told of in time; a second press says that it is decided', async () => {
    const { world, id } = await decemberOf2027();
    const question = cardOf(questionOf(world));
    expect(says(await world.click(AINO, question, 'Pidä silti'), 'Pidät tapaamisen tänä päivänä.')).toBe(true);
    expect(says(await world.click(AINO, question, 'Pidä silti'), 'Tästä tapaamisesta on jo päätetty.')).toBe(true);
    expect(says(await world.click(AINO, question, 'Jätä väliin'), 'Tässä kuussa ei ole tapaamista.')).toBe(true);
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'skipped' } });
  });

  it('T-10: kept, it is announced 14 days before', async () => {
    const { world, id } = await decemberOf2027();
    await world.click(AINO, cardOf(questionOf(world)), 'Pidä silti');
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'planned' } });
    await world.travel('2027-12-14T07:01:00.000Z');
    await world.deliver();
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'announced' }, date: '2027-12-28' });
    await world.expectNoDifferences();
  });

  it('T-10: moved to the free day that is proposed, it is told of then', async () => {
    const { world, id } = await decemberOf2027();
    const form = await world.click(AINO, cardOf(questionOf(world)), 'Siirrä toiseen päivään');
    expect(says(form, 'Ehdotan lähintä vapaata päivää: tiistaina 21.12.2027.')).toBe(true);
    await world.click(AINO, form, 'Siirrä tapaaminen', { date: '2027-12-21', time: '17:00' });
    await world.travel('2027-12-07T07:01:00.000Z');
    await world.deliver();
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'announced' }, date: '2027-12-21' });
    // The day that the rule had is not made again.
    await world.travel('2027-12-14T07:01:00.000Z');
    await world.deliver();
    expect((await world.meetings()).filter(({ date }) => date > '2027-12-01' && date < '2028-01-01')).toHaveLength(1);
  });

  it('T-10: skipped, there is none that month and the series goes on', async () => {
    const { world, id } = await decemberOf2027();
    const question = cardOf(questionOf(world));
    expect(says(await world.click(VEERA, question, 'Jätä väliin'), 'Tämän voi tehdä järjestäjä')).toBe(true);
    await world.click(AINO, question, 'Jätä väliin');
    await world.travel('2028-01-11T07:01:00.000Z');
    await world.deliver();
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'skipped' } });
    expect((await world.meetings()).map(({ date, state }) => `${date} ${state.kind}`)).toContain(
      '2028-01-25 announced',
    );
  });

  it('T-10: when the rule changes before anybody has chosen, the month follows the new rule', async () => {
    const { world, series, id } = await decemberOf2027();
    const form = await world.press(AINO, 'meetings/form/editSeries', { seriesId: series });
    await world.click(AINO, form, 'Tallenna', { ...MONTHLY, from: '1.11.2027', nth: '3' });
    expect(await world.meeting(id)).toMatchObject({ date: '2027-12-21', state: { kind: 'planned' } });
    expect(says(await world.click(AINO, cardOf(questionOf(world)), 'Pidä silti'), 'on jo päätetty')).toBe(true);
    await world.travel('2027-12-07T07:01:00.000Z');
    await world.deliver();
    expect(await world.meeting(id)).toMatchObject({ date: '2027-12-21', state: { kind: 'announced' } });
    const dates = (await world.meetings()).map(({ date }) => date);
    expect(dates.filter((date) => date.startsWith('2027-12'))).toEqual(['2027-12-21']);
  });

  it('T-10: two who decide at the same moment decide once', async () => {
    const { world, id } = await decemberOf2027();
    const question = cardOf(questionOf(world));
    await Promise.all([world.click(AINO, question, 'Pidä silti'), world.click(KAISA, question, 'Pidä silti')]);
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'planned' }, rev: 2 });
  });

  it('T-10: a day far ahead can be decided on as soon as the series is made', async () => {
    const world = await openMeetingWorld({ tables });
    const card = await makeSeries(world, { nth: '4' });
    const july = await world.click(AINO, card, 'Päätä päivästä');
    expect(says(july, 'tiistaina 27.7.2027')).toBe(true);
    await world.click(AINO, july, 'Jätä väliin');
    const series = await world.press(AINO, buttonOf(july, 'Näytä sarja').verb, buttonOf(july, 'Näytä sarja').data);
    expect(says(series, '27.7.2027')).toBe(false);
    expect(says(series, '28.12.2027')).toBe(true);
  });
});
