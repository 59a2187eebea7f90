// What members bring to a meeting, and what follows it: topics, cases, the note, the next steps, the reminders.
import { parseCaseId, type CaseId } from '../../../src/kernel/ids.ts';
import type { OpenCase } from '../../../src/features/cases/index.ts';
import type { LocalDate } from '../../../src/kernel/instants.ts';
import type { CountyCode } from '../../../src/kernel/regions/regions.ts';
import type { ReminderAbout } from '../../../src/features/reminders/index.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { AINO, MIKKO, nodesOf, says, textsOf, VEERA, WORKSPACE, type Shown } from '../cases/case-world.ts';
import { makeSeries, only, openMeetingWorld, type MeetingWorld } from './meeting-world.ts';

let tables: TravellingTables;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(async () => {
  await tables.close();
});

function caseId(number: number): CaseId {
  const id = parseCaseId(`01JC${String(number).padStart(22, '0')}`);
  if (id === null) {
    throw new Error('no id');
  }
  return id;
}

function openCase(number: number, over: Partial<OpenCase> = {}): OpenCase {
  return {
    id: caseId(number),
    number: `2026-00${number}`,
    title: `Asia ${number}`,
    // Pirkanmaa.
    county: '08' as CountyCode,
    isLate: false,
    people: [VEERA.id],
    ...over,
  };
}

const CASES: readonly OpenCase[] = [
  openCase(1, { isLate: true, people: [MIKKO.id] }),
  openCase(2),
  openCase(3, { county: '15' as CountyCode }),
  openCase(4, { people: [AINO.id] }),
];

async function announced(): Promise<{ world: MeetingWorld; id: string }> {
  const world = await openMeetingWorld({ tables, cases: CASES });
  await makeSeries(world, { from: '2.12.2026' });
  await world.deliver();
  return { world, id: only(await world.meetings()).id };
}

function choicesOf(card: Shown): readonly string[] {
  return nodesOf(card)
    .filter((node) => node['id'] === 'case')
    .flatMap((node) => textsOf(node['choices']));
}

describe('the agenda', () => {
  it('S2-33: is built of topics, brought cases, and late and open cases of the counties', async () => {
    const { world, id } = await announced();
    const form = await world.press(VEERA, 'meetings/form/topic', { meetingId: id });
    await world.click(VEERA, form, 'Tallenna', { topic: 'Kuljetuspalvelun uudet säännöt' });
    const bring = await world.press(VEERA, 'meetings/form/bringCase', { meetingId: id });
    expect(choicesOf(bring)).toEqual(expect.arrayContaining(['2026-002 Asia 2']));
    expect(choicesOf(bring).join()).not.toContain('2026-003');
    expect(choicesOf(bring).join()).not.toContain('2026-004');
    expect(says(await world.click(VEERA, bring, 'Tallenna', { case: caseId(2) }), 'Tapaus on asialistalla.')).toBe(
      true,
    );
    const agenda = await world.press(MIKKO, 'meetings/agenda', { meetingId: id });
    const lines = textsOf(agenda);
    const order = [
      'Ehdotetut aiheet',
      'Kuljetuspalvelun uudet säännöt',
      '2026-002 Asia 2',
      '2026-001 Asia 1',
      '2026-004 Asia 4',
    ];
    expect(order.map((line) => lines.indexOf(line)).toSorted((a, b) => a - b)).toEqual(
      order.map((line) => lines.indexOf(line)),
    );
    expect(lines.join()).not.toContain('2026-003');
    expect(lines.join()).not.toContain('Veera');
  });

  it('S2-33: the same case is brought once, also by two presses at once', async () => {
    const { world, id } = await announced();
    const forms = await Promise.all([1, 2].map(() => world.press(VEERA, 'meetings/form/bringCase', { meetingId: id })));
    const cards = await Promise.all(forms.map((form) => world.click(VEERA, form, 'Tallenna', { case: caseId(2) })));
    expect(cards.some((card) => says(card, 'Tämä tapaus on jo asialistalla.'))).toBe(true);
    const agenda = await world.press(VEERA, 'meetings/agenda', { meetingId: id });
    expect(textsOf(agenda).filter((line) => line === '2026-002 Asia 2')).toHaveLength(1);
  });

  it('S2-33: somebody without a case in the counties hears so', async () => {
    const world = await openMeetingWorld({ tables, cases: [] });
    await makeSeries(world, { from: '2.12.2026' });
    const { id } = only(await world.meetings());
    const card = await world.press(VEERA, 'meetings/form/bringCase', { meetingId: id });
    expect(says(card, 'Sinulla ei ole avointa tapausta')).toBe(true);
  });

  it('S2-33: names of people in a topic are warned about, and twenty topics are enough', async () => {
    const { world, id } = await announced();
    const form = await world.press(VEERA, 'meetings/form/topic', { meetingId: id });
    const warned = await world.click(VEERA, form, 'Tallenna', { topic: 'Matti Meikäläinen ei saa kyytiä' });
    expect(says(warned, 'Tekstissä voi olla henkilötietoja')).toBe(true);
    for (let number = 1; number <= 20; number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const each = await world.press(VEERA, 'meetings/form/topic', { meetingId: id });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await world.click(VEERA, each, 'Tallenna', { topic: `Aihe ${number}` });
    }
    const full = await world.press(VEERA, 'meetings/form/topic', { meetingId: id });
    const card = await world.click(VEERA, full, 'Tallenna', { topic: 'Vielä yksi' });
    expect(says(card, 'Asialista on täynnä.')).toBe(true);
  });
});

describe('afterwards', () => {
  const NOTE = { note: 'Puhuimme kuljetuksista.', what1: 'Pyydä tilastot', date1: '18.12.2026', what2: 'Kerro muille' };
  const EMPTY = { date2: '', what3: '', date3: '' };

  async function held() {
    const { world, id } = await announced();
    world.said.length = 0;
    await world.travel('2026-12-09T07:01:00.000Z');
    await world.deliver();
    return { world, id };
  }

  it('S2-33: the organiser is asked for a note the next morning, and the thread shows it with the next steps', async () => {
    const { world, id } = await held();
    const asked = only(world.said);
    expect(asked.to).toMatchObject({ kind: 'thread', rootId: 'm1' });
    expect(asked.message.mentions.map(({ name }) => name)).toEqual(['Aino Esimerkki']);
    const form = await world.click(AINO, asked.message.card, 'Kirjaa muistiinpano');
    await world.click(AINO, form, 'Tallenna', { ...NOTE, ...EMPTY });
    world.said.length = 0;
    await world.deliver();
    const noted = world.said.find(({ at }) => at === null)?.message.card ?? {};
    expect(says(noted, 'Puhuimme kuljetuksista.')).toBe(true);
    expect(says(noted, 'Pyydä tilastot – perjantaina 18.12.2026')).toBe(true);
    expect(says(noted, 'Kerro muille')).toBe(true);
    expect(says(world.said.find(({ at }) => at !== null)?.message.card ?? {}, 'Pidetty: Tukitapaaminen')).toBe(true);
    expect(await world.meeting(id)).toMatchObject({ state: { kind: 'held' } });
    expect(
      says(await world.press(VEERA, 'meetings/form/record', { meetingId: id }), 'Tämän voi tehdä järjestäjä'),
    ).toBe(true);
  });

  it('S2-33: a next step with a date is reminded of, done, and moved', async () => {
    const { world, id } = await held();
    const form = await world.press(AINO, 'meetings/form/record', { meetingId: id });
    await world.click(AINO, form, 'Tallenna', { ...NOTE, ...EMPTY });
    const [step] = (await world.meeting(id)).nextSteps;
    const about: ReminderAbout = {
      subject: id,
      item: step?.id ?? '',
      itemDate: '2026-12-18' as LocalDate,
      when: 'before',
    };
    const { reminders } = world.feature;
    const now = await world.store.now();
    const people = await world.deps.people.load(WORKSPACE);
    const find = (over: Partial<ReminderAbout> = {}, today = '2026-12-17') =>
      reminders.find(WORKSPACE, { ...about, ...over }, { now, today: today as LocalDate, people });
    expect(await find()).toMatchObject({
      title: 'Seuraava askel lähestyy',
      what: 'Seuraava askel: Pyydä tilastot',
      when: 'huomenna, perjantaina 18.12.2026',
      people: [AINO.id],
      movable: true,
      late: null,
    });
    expect(await find({ when: 'late' }, '2026-12-22')).toMatchObject({ late: '4 päivää myöhässä', buttons: [] });
    expect(await find({ when: 'late' })).toBeNull();
    const request = {
      workspace: WORKSPACE,
      person: AINO,
      place: { kind: 'personal' as const },
      now,
      data: {},
      cardActivityId: null,
    };
    const move = (who = AINO) =>
      reminders.move?.(
        { ...request, person: who, today: '2026-12-09' as LocalDate },
        about,
        '2027-01-08' as LocalDate,
        'nonce-1234567',
      );
    expect(await move(VEERA)).toMatchObject({ ok: false });
    expect(await move()).toEqual({ ok: true, said: 'Tallennettu. Askeleen päivä on nyt perjantaina 8.1.2027.' });
    expect(await move()).toMatchObject({ ok: true });
    expect(await find()).toBeNull();
    expect(await find({ itemDate: '2027-01-08' as LocalDate })).not.toBeNull();
    const done = await world.press(AINO, 'meetings/step-done', { meetingId: id, step: step?.id ?? '' });
    expect(says(done, 'Askel on tehty.')).toBe(true);
    expect(
      says(await world.press(AINO, 'meetings/step-done', { meetingId: id, step: step?.id ?? '' }), 'on jo päätetty'),
    ).toBe(true);
    expect(await find({ itemDate: '2027-01-08' as LocalDate })).toBeNull();
  });

  it.each([
    [{ date1: '1.12.2026' }, 'Päivä on jo mennyt.'],
    [{ what1: '', date1: '18.12.2026' }, 'Kirjoita, mikä on seuraava askel.'],
    [{ note: '' }, 'Kirjoita ainakin yksi lause.'],
  ])('S2-33: %j is mended beside its field', async (over, said) => {
    const { world, id } = await held();
    const form = await world.press(AINO, 'meetings/form/record', { meetingId: id });
    expect(says(await world.click(AINO, form, 'Tallenna', { ...NOTE, ...EMPTY, ...over }), said)).toBe(true);
  });

  it('S2-33: nothing is recorded before the day', async () => {
    const { world, id } = await announced();
    expect(says(await world.press(AINO, 'meetings/form/record', { meetingId: id }), 'on jo pidetty tai peruttu')).toBe(
      true,
    );
  });
});

describe('reminders and the digest', () => {
  it('S2-33: who answered Tulen or Ehkä and the organiser are reminded, in the thread, with the day in words', async () => {
    const { world, id } = await announced();
    await world.press(VEERA, 'meetings/answer', { meetingId: id, answer: 'maybe' });
    await world.press(MIKKO, 'meetings/answer', { meetingId: id, answer: 'no' });
    const about = { subject: id, item: 'meeting', itemDate: '2026-12-08' as LocalDate, when: 'before' as const };
    const at = {
      now: await world.store.now(),
      today: '2026-12-07' as LocalDate,
      people: await world.deps.people.load(WORKSPACE),
    };
    const found = await world.feature.reminders.find(WORKSPACE, about, at);
    expect(found).toMatchObject({
      when: 'huomenna, tiistaina 8.12.2026 klo 17.00',
      where: 'Verkossa. https://teams.example/tuki',
      people: [AINO.id, VEERA.id],
      thread: { kind: 'thread', rootId: 'm1' },
      movable: false,
    });
    expect(found?.buttons.map(({ verb }) => verb)).toEqual(['calendar/add', 'meetings/agenda']);
    expect(
      await world.feature.reminders.find(WORKSPACE, { ...about, itemDate: '2026-12-15' as LocalDate }, at),
    ).toBeNull();
    const form = await world.press(AINO, 'meetings/form/cancel', { meetingId: id });
    await world.click(AINO, form, 'Peru tapaaminen');
    expect(await world.feature.reminders.find(WORKSPACE, about, at)).toBeNull();
  });

  it('S2-33: the digest tells the channel of its own meetings of the week, and no other channel', async () => {
    const { world } = await announced();
    const { reminders } = world.feature;
    const people = await world.deps.people.load(WORKSPACE);
    const [channel] = await reminders.channels(WORKSPACE);
    const about = { today: '2026-12-07' as LocalDate, people };
    if (channel === undefined) {
      throw new Error('no channel');
    }
    const digest = await reminders.digest(WORKSPACE, channel, about);
    expect(digest.thisWeek).toEqual([
      { date: '2026-12-08', text: 'Tukitapaaminen tiistaina 8.12.2026 klo 17.00–18.30' },
    ]);
    const elsewhere = await reminders.digest(WORKSPACE, { kind: 'channel', channelId: '19:other' as never }, about);
    expect(elsewhere).toEqual({ thisWeek: [], late: [], withoutNextStep: [] });
  });
});
