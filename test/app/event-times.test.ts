// Finding a time for the discussion event together: over HTTP, from the question in the thread to the time that is agreed.
import type { ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { lintCard } from '../support/card-linter.ts';
import { buttonOf, nodesOf, says, type Shown } from '../features/cases/case-world.ts';
import { known, openAppWorld, type AppProcess, type AppWorld } from './app-world.ts';
import {
  AINO,
  answered,
  appointAdvisor,
  cardIn,
  KAISA,
  MIKKO,
  openCase,
  press,
  TEAM,
  VEERA,
  whereOf,
} from './people.ts';

const QUESTION = 'Mikä aika sopii keskustelutilaisuuteen?';
const TIMES = { date1: '2026-12-08', time1: '14.00', date2: '9.12.2026', time2: '9' };
const FIRST = 'tiistaina 8.12.2026 klo 14.00';
const SECOND = 'keskiviikkona 9.12.2026 klo 9.00';

/** A volunteer of the team who takes no part in the case yet. */
const LIISA: ConnectorMember = {
  ...MIKKO,
  id: '29:liisa',
  aadObjectId: MIKKO.aadObjectId.replace(/.$/, '9'),
  name: 'Liisa Esimerkki',
};

let tables: TravellingTables;
let world: AppWorld;
let at: ConnectorMessage;
let minute: number;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
  minute = 0;
  world.connector.setTeam({ ...TEAM, members: [...TEAM.members, LIISA] });
  await appointAdvisor(world);
  ({ at } = await openCase(world));
  await begin(MIKKO, 'join');
  const kind = { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' };
  const definition = {
    influenceTarget: 'Kuljetuspalvelu',
    goal: 'Kyyti tulee',
    kind: '',
    theme: '',
    level: 'regional',
  };
  await save(VEERA, await begin(VEERA, 'define'), definition);
  await save(VEERA, await begin(VEERA, 'owner'), kind);
  await press(world, VEERA, at, { card: await begin(VEERA, 'advance'), title: 'Siirry silti' });
  await settle();
});
afterEach(() => world.close());

/** Presses what begins an action, on the case as it is now. */
async function begin(who: ConnectorMember, action: string): Promise<Shown> {
  const { id, rev } = await world.read('2026-001');
  const about = { caseId: id, seen: String(rev) };
  return answered(await world.press(who, `cases/do/${action}`, about, whereOf(at), { replyToId: at.id }));
}

function save(who: ConnectorMember, form: Shown, typed: Shown, where: ConnectorMessage = at): Promise<Shown> {
  return press(world, who, where, { card: form, title: 'Tallenna', typed });
}

/** An hour later, when nobody fills in or reads anything any more, what there is to say has been said. */
async function settle(process: AppProcess = world): Promise<void> {
  minute += 60;
  const hour = String(9 + Math.floor(minute / 60)).padStart(2, '0');
  await world.travel(`2026-11-24T${hour}:00:00.000Z`);
  await process.postman.tick();
}

async function ask(typed: Shown = {}): Promise<ConnectorMessage> {
  const form = await begin(VEERA, 'askTimes');
  const request = { format: 'onSite', ...TIMES, other: 'Vammaispalvelut', ...typed };
  await press(world, VEERA, at, { card: form, title: 'Kysy', typed: { ...initial(form), ...request } });
  await settle();
  return known(questions().at(-1));
}

function questions(): readonly ConnectorMessage[] {
  return world.connector.messages.filter(({ activity }) => String(activity['summary']).startsWith(QUESTION));
}

/** The question as everybody sees it now. */
function shared(question: ConnectorMessage): Shown {
  return cardIn(known(world.connector.messages.find(({ id }) => id === question.id)));
}

/** What the form would send as it opens. */
function initial(form: Shown): Shown {
  const inputs = nodesOf(form).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((node) => [String(node['id']), node['value'] ?? '']));
}

/** An answer for every time of the form, in its order. */
function fits(form: Shown, ...words: readonly string[]): Shown {
  const names = Object.keys(initial(form)).filter((name) => name.startsWith('fit'));
  return Object.fromEntries(names.map((name, index) => [name, words[index] ?? '']));
}

async function openAnswer(who: ConnectorMember, question: ConnectorMessage): Promise<Shown> {
  return press(world, who, question, { card: shared(question), title: 'Vastaa aikoihin' });
}

async function answer(who: ConnectorMember, question: ConnectorMessage, ...words: readonly string[]): Promise<Shown> {
  const form = await openAnswer(who, question);
  return save(who, form, fits(form, ...words), question);
}

async function choose(who: ConnectorMember, question: ConnectorMessage, when: string): Promise<Shown> {
  const form = await press(world, who, question, { card: shared(question), title: 'Valitse aika' });
  const choices = nodesOf(form).filter(({ value, title }) => value !== undefined && String(title).startsWith(when));
  const typed = { pick: String(choices[0]?.['value']), place: 'Tampereen kirjasto' };
  return save(who, form, typed, question);
}

function mentioned({ activity }: ConnectorMessage): string {
  return JSON.stringify(activity['attachments']) + JSON.stringify(activity['entities'] ?? []);
}

it('S0-23: two answer, one time is chosen, and everybody who was asked is told in the thread', async () => {
  const question = await ask();
  expect(whereOf(question).root).toBe(whereOf(at).root);
  expect(mentioned(question)).toContain(`<at>${MIKKO.name}</at>`);
  expect(mentioned(question)).not.toContain(`<at>${VEERA.name}</at>`);
  expect(lintCard(shared(question))).toEqual([]);

  await answer(VEERA, question, 'fits', 'doesNotFit');
  const seen = await answer(MIKKO, question, 'fits', 'ifNeeded');
  expect(says(seen, 'Vastauksesi on tallessa.')).toBe(true);
  await settle();
  expect(questions()).toHaveLength(1);
  const card = shared(question);
  expect(says(card, 'sopii 2, jos muu ei käy 0, ei sovi 0')).toBe(true);
  expect(says(card, 'sopii 0, jos muu ei käy 1, ei sovi 1')).toBe(true);
  expect(says(card, `Sopii useimmille: ${FIRST}.`)).toBe(true);
  expect(says(card, 'Veera Virtanen, Mikko Mallinen')).toBe(true);
  expect(says(card, 'Vammaispalvelut')).toBe(true);

  const before = world.connector.messages.length;
  await choose(VEERA, question, FIRST);
  await settle();
  expect((await world.read('2026-001')).events).toMatchObject([
    { status: 'agreed', date: '2026-12-08', time: '14:00', place: 'Tampereen kirjasto' },
  ]);
  const [told, ...more] = world.connector.messages.slice(before);
  expect(more).toEqual([]);
  expect(mentioned(known(told))).toContain(`<at>${MIKKO.name}</at>`);
  expect([FIRST, 'Paikan päällä: Tampereen kirjasto'].every((text) => says(cardIn(told), text))).toBe(true);
  expect(says(shared(question), 'Keskustelutilaisuuden aika on sovittu')).toBe(true);
  for (const message of [cardIn(told), shared(question)]) {
    const { verb, data } = buttonOf(message, 'Lisää kalenteriin');
    const { status, card: calendar } = await world.press(MIKKO, verb, data, whereOf(question));
    expect([status, says(known(calendar), '8.12.2026')]).toEqual([200, true]);
  }
  expect(says(cardIn(world.connector.messages.find(({ id }) => id === at.id)), 'Keskustelutilaisuus, tiistaina')).toBe(
    true,
  );
  const reminders = (await world.deliveries()).filter(({ payload }) => payload['itemDate'] === '2026-12-08');
  expect(reminders.length).toBeGreaterThan(0);
});

it('S0-23: two who answer at the same moment are both counted, and a double click counts once', async () => {
  const question = await ask();
  const [veeras, mikkos] = [await openAnswer(VEERA, question), await openAnswer(MIKKO, question)];
  const sent = buttonOf(veeras, 'Tallenna');
  const pressTwice = () =>
    world.press(VEERA, sent.verb, { ...sent.data, ...fits(veeras, 'fits', 'fits') }, whereOf(question), {
      replyToId: question.id,
    });
  const [once, twice] = await Promise.all([
    pressTwice(),
    pressTwice(),
    save(MIKKO, mikkos, fits(mikkos, 'fits', 'doesNotFit'), question),
  ]);
  const again = [once, twice].filter((each) => says(answered(each), 'Mitään ei tehty kahteen kertaan.'));
  expect(again).toHaveLength(1);
  const [event] = (await world.read('2026-001')).events;
  expect(event?.times?.answers).toHaveLength(2);
});

it('B-18: the question is not redrawn while somebody answers it, and then once for all answers', async () => {
  const question = await ask();
  const updates = (): number => known(world.connector.messages.find(({ id }) => id === question.id)).updates;
  const form = await openAnswer(MIKKO, question);
  await answer(VEERA, question, 'fits', 'fits');
  await world.travel('2026-11-24T11:10:00.000Z');
  await world.postman.tick();
  expect(updates()).toBe(0);
  await save(MIKKO, form, fits(form, 'fits', 'fits'), question);
  await settle();
  expect(updates()).toBe(1);
});

it('S0-23: an answer can be changed and taken back, and put away without being saved', async () => {
  const question = await ask();
  await answer(MIKKO, question, 'fits', 'fits');
  const form = await openAnswer(MIKKO, question);
  expect(Object.values(initial(form))).toEqual(expect.arrayContaining(['fits', 'fits']));
  const back = await press(world, MIKKO, question, { card: form, title: 'Peruuta' });
  expect(says(back, QUESTION)).toBe(true);
  await save(MIKKO, form, { ...fits(form, 'fits', 'fits'), withdraw: 'true' }, question);
  const [event] = (await world.read('2026-001')).events;
  expect(event?.times?.answers).toEqual([]);
});

it('S0-23: somebody answers on behalf of the county, and no private person is written down unasked', async () => {
  const form = await begin(VEERA, 'askTimes');
  const typed = { ...initial(form), format: 'onSite', ...TIMES, other: 'Matti Meikäläinen' };
  const warned = await press(world, VEERA, at, { card: form, title: 'Kysy', typed });
  expect(says(warned, 'Tallenna silti')).toBe(true);
  expect((await world.read('2026-001')).events).toEqual([]);

  const question = await ask();
  const other = await press(world, MIKKO, question, { card: shared(question), title: 'Vastaa toisen puolesta' });
  const who = known(nodesOf(other).find(({ title }) => title === 'Pirkanmaan hyvinvointialue'))['value'];
  const seen = await save(MIKKO, other, { who, ...fits(other, 'doesNotFit', 'fits') }, question);
  expect(says(seen, 'Vastaus on tallessa: Pirkanmaan hyvinvointialue.')).toBe(true);
  await settle();
  expect(says(shared(question), `Sopii useimmille: ${SECOND}.`)).toBe(true);
});

it('S0-23: none fits, others are asked; the old question answers nothing any more', async () => {
  const question = await ask();
  const old = await openAnswer(MIKKO, question);
  const form = await press(world, VEERA, question, { card: shared(question), title: 'Valitse aika' });
  const next = await save(VEERA, form, { pick: 'none' }, question);
  expect(says(next, 'Kysy seuraavaksi uusia aikoja.')).toBe(true);
  await settle();
  expect(says(shared(question), 'Mikään aika ei sopinut')).toBe(true);

  const again = await ask({ date1: '2026-12-15', date2: '', time2: '' });
  expect(again.id).not.toBe(question.id);
  expect(says(shared(question), 'Nämä ajat eivät ole enää voimassa')).toBe(true);
  // A form of the old times has no word about the new one: it comes back with what is asked now.
  const stale = await save(MIKKO, old, fits(old, 'fits', 'fits'), question);
  expect(says(stale, 'tiistaina 15.12.2026 klo 14.00')).toBe(true);
  const [event] = (await world.read('2026-001')).events;
  expect(event?.times?.answers).toEqual([]);
});

it('S0-23: choosing while somebody answers, and choosing twice, end well', async () => {
  const question = await ask();
  const late = await openAnswer(MIKKO, question);
  const first = shared(question);
  await choose(VEERA, question, FIRST);
  const seen = await save(MIKKO, late, fits(late, 'fits', 'fits'), question);
  expect(says(seen, 'Tilaisuuden aika on jo sovittu.')).toBe(true);
  const again = await press(world, VEERA, question, { card: first, title: 'Valitse aika' });
  expect(says(again, 'ehti ensin')).toBe(true);
  expect((await world.read('2026-001')).events).toMatchObject([{ date: '2026-12-08' }]);
});

it('S0-23: the lead, who asked, the advisor or an admin chooses, nobody else', async () => {
  const question = await ask();
  const refused = await press(world, MIKKO, question, { card: shared(question), title: 'Valitse aika' });
  expect(says(refused, 'Ajan valitsee vastuuhenkilö')).toBe(true);
  for (const who of [AINO, KAISA]) {
    const form = await press(world, who, question, { card: shared(question), title: 'Valitse aika' });
    expect(says(form, 'Mikä aika?')).toBe(true);
  }
});

it('S0-23: a member who was not asked joins the case with one press and then answers', async () => {
  const form = await begin(VEERA, 'askTimes');
  const asked = VEERA.aadObjectId;
  const typed = { ...initial(form), format: 'remote', ...TIMES, asked, outside: '' };
  await press(world, VEERA, at, { card: form, title: 'Kysy', typed });
  await settle();
  const question = known(questions().at(-1));
  expect(mentioned(question)).not.toContain('<at>');
  const refused = await press(world, LIISA, question, { card: shared(question), title: 'Vastaa aikoihin' });
  const joined = await press(world, LIISA, question, { card: refused, title: 'Tule mukaan' });
  await save(LIISA, joined, fits(joined, 'fits', 'fits'), question);
  const [event] = (await world.read('2026-001')).events;
  expect(event?.times?.answers).toEqual([{ person: LIISA.aadObjectId, fits: ['fits', 'fits'] }]);
});

it('S0-23: nobody waits for somebody who has left the team', async () => {
  const question = await ask();
  expect(says(shared(question), 'Mikko Mallinen')).toBe(true);
  world.connector.setTeam({ ...TEAM, members: TEAM.members.filter(({ id }) => id !== MIKKO.id) });
  await settle();
  await answer(VEERA, question, 'fits', 'fits');
  await settle();
  expect(says(shared(question), 'Mikko Mallinen')).toBe(false);
  expect(says(shared(question), 'entinen jäsen')).toBe(false);
});

it('S0-23: a cancelled event tells those who keep their times free', async () => {
  const question = await ask();
  const form = await begin(VEERA, 'cancelEvent');
  const before = world.connector.messages.length;
  await press(world, VEERA, at, { card: form, title: 'Peru tilaisuus' });
  await settle();
  const [told] = world.connector.messages.slice(before);
  expect(mentioned(known(told))).toContain(`<at>${MIKKO.name}</at>`);
  expect(says(shared(question), 'Keskustelutilaisuus on peruttu')).toBe(true);
});

it('R2: a question whose sending nobody can be sure of is asked again, and the same answers count in every copy', async () => {
  world.connector.answer(QUESTION, 'reset');
  const form = await begin(VEERA, 'askTimes');
  const typed = { ...initial(form), format: 'onSite', ...TIMES };
  await press(world, VEERA, at, { card: form, title: 'Kysy', typed });
  await settle();
  const copy = known(questions().at(0));
  world.connector.forget();
  await settle(await world.another());
  const [question, ...more] = questions();
  expect(more).toEqual([]);
  const ofCopy = await press(world, MIKKO, copy, { card: cardIn(copy), title: 'Vastaa aikoihin' });
  await save(MIKKO, ofCopy, fits(ofCopy, 'fits', 'doesNotFit'), copy);
  await answer(VEERA, known(question), 'fits', 'fits');
  await settle();
  expect(says(shared(known(question)), 'sopii 2, jos muu ei käy 0, ei sovi 0')).toBe(true);
  const states = (await world.deliveries()).filter(({ name }) => name.startsWith('times-')).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['sent']));
});
