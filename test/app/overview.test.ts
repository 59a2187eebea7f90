// The first page of the tab: what one person has to do, what is waited from them, and their counties for an advisor.
import { ShownCard } from '../../src/platform/cards/contract.ts';
import { OverviewView } from '../../src/features/overview/contract.ts';
import type { ConnectorMember } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { CASES, PRIVATE } from '../support/bot-client.ts';
import { known, openAppWorld, type AppWorld } from './app-world.ts';
import { addAction, caseOf, openDatedCase } from './dated-cases.ts';
import { AINO, appointAdvisor, KAISA, MIKKO, openCase, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => closeWithoutFaults());

async function closeWithoutFaults(): Promise<void> {
  expect(world.faults).toEqual([]);
  await world.close();
}

const FRIDAY = '2026-11-27T09:00:00.000Z';

async function overview(who: ConnectorMember, channel?: string): Promise<OverviewView> {
  const reply = await world.api(who, channel === undefined ? {} : { channel }).get('/overview');
  expect([reply.status, reply.json]).toEqual([200, expect.anything()]);
  return OverviewView.parse(reply.json);
}

function textsOf(view: OverviewView) {
  return view.groups.map(({ key, lines }) => [key, ...lines.map(({ text }) => text)]);
}

async function pressed(who: ConnectorMember, button: { verb: string; data: Readonly<Record<string, string>> }) {
  const reply = await world.api(who).post('/press', { verb: button.verb, data: button.data });
  return ShownCard.parse(reply.json);
}

describe('my next steps', () => {
  it('S0-06, T-04, B-21: are in the order of their urgency, in words', async () => {
    const at = await openDatedCase(world, 'Kyyti', { date: '2026-11-25' });
    await addAction(world, at, { name: 'Kyyti', date: '2026-11-27' });
    await addAction(world, at, { name: 'Kyyti', date: '2026-11-29' });
    await addAction(world, at, { name: 'Kyyti', date: '2026-12-06' });
    await addAction(world, at, { name: 'Kyyti', date: '2026-12-09' });
    await world.travel(FRIDAY);
    const view = await overview(VEERA);
    expect(textsOf(view)).toEqual([
      ['late', 'Toimenpide: Soita: Kyyti'],
      ['today', 'Toimenpide: Soita: Kyyti'],
      ['week', 'Toimenpide: Soita: Kyyti'],
      ['nextWeek', 'Toimenpide: Soita: Kyyti'],
      ['later', 'Toimenpide: Soita: Kyyti', expect.any(String)],
    ]);
    const [late, today, week, nextWeek, later] = view.groups.map(({ lines }) => known(lines[0]));
    expect(late).toMatchObject({
      about: 'Tapaus 2026-001 · Kyyti',
      to: 'tapaukset/2026-001',
      when: '2 päivää sitten, keskiviikkona 25.11.2026',
      late: '2 päivää myöhässä',
    });
    expect(known(late).buttons.map(({ label }) => label)).toEqual(['Tehty', 'Siirrä myöhemmäksi']);
    expect([today?.when, today?.late]).toEqual(['tänään, perjantaina 27.11.2026', '']);
    expect(week?.when).toBe('2 päivän päästä, sunnuntaina 29.11.2026');
    expect(nextWeek?.when).toBe('9 päivän päästä, sunnuntaina 6.12.2026');
    expect(later?.when).toBe('12 päivän päästä, keskiviikkona 9.12.2026');
    const leading = known(view.groups.at(-1)?.lines[1]);
    expect(leading.when).toMatch(/^Tavoitepäivä: .* päästä, \p{L}+na \d+\.\d+\.202\d$/u);
  });

  it('B-16: are done and put off by their buttons', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-11-25' });
    await world.travel(FRIDAY);
    const [done, later] = known((await overview(VEERA)).groups[0]?.lines[0]).buttons;
    expect(await pressed(VEERA, known(later))).toMatchObject({ kind: 'form', title: 'Siirrä myöhemmäksi' });
    const answer = await pressed(VEERA, known(done));
    expect(answer.notices.map(({ tone }) => tone)).toContain('done');
    expect((await overview(VEERA)).groups.map(({ key }) => key)).not.toContain('late');
  });

  it('B-03: the next step of a case is one press away', async () => {
    await openCase(world, VEERA, { matter: 'Kyyti' });
    const [step] = (await overview(VEERA)).groups.flatMap(({ lines }) => lines);
    const [way, later] = known(step).buttons;
    expect([way?.look, later?.label]).toEqual(['primary', 'Siirrä myöhemmäksi']);
    expect(await pressed(VEERA, known(way))).toMatchObject({ kind: 'form', title: way?.label });
  });

  it('are those of the person alone', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-11-25', whose: MIKKO });
    expect(textsOf(await overview(MIKKO))).toEqual([['week', 'Toimenpide: Soita: Kyyti']]);
    expect(textsOf(await overview(VEERA)).flat()).not.toContain('Toimenpide: Soita: Kyyti');
    expect(await overview(AINO)).toMatchObject({ watched: null, groups: [], answers: [], week: { days: [] } });
  });

  it('S0-06: flag a target date that has passed', async () => {
    await openCase(world, VEERA, { matter: 'Kyyti' });
    const { schedule } = await caseOf(world, 'Kyyti');
    await world.travel('2027-03-01T09:00:00.000Z');
    const [group] = (await overview(VEERA)).groups;
    expect(group?.key).toBe('late');
    expect(group?.lines[0]?.late).toMatch(/^\d+ päivää myöhässä$/);
    expect(schedule.targetDate < '2027-03-01').toBe(true);
  });

  it('G-11: of a restricted channel show in that channel alone', async () => {
    await openCase(world, VEERA, { matter: 'Avoin' });
    const { at } = await openCase(world, VEERA, { matter: 'Rajattu' }, PRIVATE);
    await addAction(world, at, { name: 'Rajattu', date: '2026-11-25' });
    expect(JSON.stringify({ ...(await overview(VEERA)), week: null })).not.toContain('Rajattu');
    expect(JSON.stringify(await overview(VEERA, PRIVATE))).toContain('Rajattu');
    expect(JSON.stringify({ ...(await overview(VEERA, CASES)), week: null })).not.toContain('Rajattu');
  });
});

/** Opens the form of an action in the tab and sends it, filled in. */
async function act(who: ConnectorMember, action: string, typed: Readonly<Record<string, string>>, title = 'Tallenna') {
  const { id, rev } = await caseOf(world, 'Kyyti');
  const form = await pressed(who, { verb: `cases/do/${action}`, data: { caseId: id, seen: String(rev) } });
  const fields = form.kind === 'form' ? form.fields : [];
  const initial = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const button = known(form.buttons.find(({ label }) => label === title));
  return await pressed(who, { verb: button.verb, data: { ...initial, ...typed, ...button.data } });
}

describe('answers that others wait for', () => {
  it('S0-23: are times that I was asked for, until I answer', async () => {
    await openCase(world, VEERA, { matter: 'Kyyti' });
    await act(VEERA, 'define', { influenceTarget: 'Kuljetuspalvelu', goal: 'Kyyti tulee', level: 'regional' });
    await act(VEERA, 'owner', { kind: 'workingGroup', name: 'Pirkanmaan ryhmä' });
    await act(VEERA, 'advance', {}, 'Siirry silti');
    const { id, rev } = await caseOf(world, 'Kyyti');
    await pressed(MIKKO, { verb: 'cases/do/join', data: { caseId: id, seen: String(rev) } });
    await act(
      VEERA,
      'askTimes',
      { format: 'onSite', date1: '2026-12-08', time1: '14:00', asked: MIKKO.aadObjectId, other: '' },
      'Kysy',
    );
    const [line, ...others] = (await overview(MIKKO)).answers;
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      text: 'Kerro, mitkä ajat sopivat sinulle',
      about: 'Tapaus 2026-001 · Kyyti',
      to: 'tapaukset/2026-001',
    });
    expect((await overview(AINO)).answers).toEqual([]);
    const button = known(line?.buttons[0]);
    expect(button.label).toBe('Vastaa');
    const form = await pressed(MIKKO, button);
    const fits = form.kind === 'form' ? form.fields.map(({ name }) => [name, 'fits']) : [];
    const save = known(form.buttons.find(({ label }) => label === 'Tallenna'));
    await pressed(MIKKO, { verb: save.verb, data: { ...Object.fromEntries(fits), ...save.data } });
    expect((await overview(MIKKO)).answers).toEqual([]);
  });

  it('S0-18, S2-34: are for the advisor the support and the questions of their counties', async () => {
    await appointAdvisor(world);
    await openCase(world, VEERA, { matter: 'Kyyti' });
    await act(VEERA, 'supportNeed', { mode: 'information', question: 'Mitä laki sanoo?' });
    const asked = await pressed(VEERA, { verb: 'support/ask', data: {} });
    const send = known(asked.buttons.find(({ label }) => label === 'Lähetä kysymys'));
    const question = { topic: 'Tulkkaus', text: 'Kuka maksaa tulkin?', county: '08', region: '08' };
    await pressed(VEERA, { verb: send.verb, data: { ...question, ...send.data } });
    expect((await overview(AINO)).answers.map(({ text, about }) => [text, about])).toEqual([
      ['Vastaa tukipyyntöön', 'Tapaus 2026-001 · Kyyti'],
      ['Vastaa kysymykseen', 'Kysymys · Tulkkaus'],
    ]);
    expect((await overview(VEERA)).answers).toEqual([]);
  });
});

describe('the counties of an advisor', () => {
  it('B-21: late cases come first with how late, then those in which nothing has happened for 14 days', async () => {
    await appointAdvisor(world);
    await openDatedCase(world, 'Kyyti', { date: '2026-11-26' });
    await openCase(world, VEERA, { matter: 'Hiljainen' });
    expect(await overview(AINO)).toMatchObject({
      watched: { counties: 'Pirkanmaan hyvinvointialue', late: [], silent: [] },
    });
    await world.travel('2026-12-08T09:00:00.000Z');
    const { watched } = await overview(AINO);
    expect(watched?.late).toMatchObject([
      {
        title: '2026-001 Kyyti',
        to: 'tapaukset/2026-001',
        why: '12 päivää myöhässä. Sovittu päivä oli torstaina 26.11.2026',
      },
    ]);
    expect(watched?.silent).toMatchObject([
      { title: '2026-002 Hiljainen', why: 'Viimeisin muutos 2 viikkoa sitten, tiistaina 24.11.2026' },
    ]);
    expect((await overview(VEERA)).watched).toBeNull();
  });

  it('fall to the admin when they have no advisor', async () => {
    await openDatedCase(world, 'Kyyti', { date: '2026-11-26' });
    await world.travel('2026-12-08T09:00:00.000Z');
    expect((await overview(KAISA)).watched).toMatchObject({ counties: '', late: [{ title: '2026-001 Kyyti' }] });
  });
});
