// The page of a case over HTTP, beside the same case in the channel: one set of use-cases, one policy.
import { CasePage } from '../../src/features/cases/contract/case-page.ts';
import { ShownCard, type ShownButton, type ShownForm } from '../../src/platform/cards/contract.ts';
import { CASES, GENERAL, PRIVATE } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { says, OPENING } from '../features/cases/case-world.ts';
import { known, openAppWorld, type AppWorld } from './app-world.ts';
import { AINO, appointAdvisor, cardIn, KAISA, MIKKO, openCase, press, VEERA } from './people.ts';

type Who = typeof VEERA;

const NUMBER = '2026-001';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

async function page(who: Who, number: string = NUMBER, channel?: string): Promise<CasePage> {
  const { status, json } = await world.api(who, channel === undefined ? {} : { channel }).get(`/cases/${number}`);
  expect(status).toBe(200);
  return CasePage.parse(json);
}

async function pressed(who: Who, button: ShownButton, typed: Record<string, string> = {}): Promise<ShownCard> {
  const body = { verb: button.verb, data: { ...button.data, ...typed } };
  const { status, json } = await world.api(who).post('/press', body);
  expect(status).toBe(200);
  return ShownCard.parse(json);
}

function buttonsOf(shown: CasePage): readonly ShownButton[] {
  return shown.groups.flatMap(({ actions }) => actions.map(({ button }) => button));
}

function named(buttons: readonly ShownButton[], label: string): ShownButton {
  return known(buttons.find((button) => button.label === label));
}

async function formOf(who: Who, label: string): Promise<ShownForm> {
  const shown = await pressed(who, named(buttonsOf(await page(who)), label));
  if (shown.kind !== 'form') {
    throw new Error(`${label} opens no form`);
  }
  return shown;
}

const PROMISE = { what: 'Soita kuntaan', person: VEERA.aadObjectId, who: '', date: '2026-12-15' };

async function record(who: Who, typed: Record<string, string> = PROMISE): Promise<ShownCard> {
  const form = await formOf(who, 'Kirjaa toimenpide');
  return await pressed(who, named(form.buttons, 'Tallenna'), typed);
}

describe('GET /cases/:id', () => {
  it('S0-03, B-20: tells the path in words and dates, and how the case stands in at most three lines', async () => {
    await openCase(world);
    const shown = await page(VEERA);
    expect(shown.title).toBe(OPENING.matter);
    expect(shown.stages.map(({ number, word, entered }) => [number, word, entered])).toEqual([
      [1, 'nyt', 'Alkoi 24.11.2026'],
      [2, 'tulossa', null],
      [3, 'tulossa', null],
      [4, 'tulossa', null],
    ]);
    expect(shown.summary.length).toBeLessThanOrEqual(3);
    expect(shown.next?.text).toBe('Kerro, mitä haluat muuttaa');
    expect(shown.next?.buttons[0]?.label).toBe('Kerro, mitä haluat muuttaa');
  });

  it('finds a case by its id too, and nothing by what is neither', async () => {
    await openCase(world);
    const { id } = await page(VEERA);
    expect((await page(VEERA, id)).number).toBe(NUMBER);
    for (const other of ['2026-999', 'abc', '01JD0000000000000000000000', encodeURIComponent('../2026-001')]) {
      expect(await world.api(VEERA).get(`/cases/${other}`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    }
  });

  it('G-11: shows a case of a restricted channel in the tab of that channel and nowhere else', async () => {
    await openCase(world);
    await openCase(world, VEERA, {}, PRIVATE);
    const shut = '2026-002';
    expect((await page(VEERA, shut, PRIVATE)).title).toBe(OPENING.matter);
    for (const channel of [undefined, CASES]) {
      const { status } = await world.api(VEERA, channel === undefined ? {} : { channel }).get(`/cases/${shut}`);
      expect(status).toBe(404);
    }
    expect((await world.api(MIKKO, { channel: PRIVATE }).get(`/cases/${shut}`)).status).toBe(403);
  });

  it('G-11: tells somebody outside the case how to take part, and an advisor of the area nothing of it', async () => {
    await appointAdvisor(world);
    await openCase(world);
    const outside = await page(MIKKO);
    expect(outside.join).toMatchObject({ can: true, why: expect.stringContaining('Tule ensin mukaan') });
    const describe = outside.groups
      .flatMap(({ actions }) => actions)
      .find(({ button }) => /perustietoja/.test(button.label));
    expect(describe).toMatchObject({ can: false, why: expect.stringContaining('Tule ensin mukaan') });
    expect((await page(AINO)).join).toBeNull();
    expect((await page(VEERA)).join).toBeNull();
  });

  it('G-12: tells who did what and when, newest first', async () => {
    await openCase(world);
    await record(VEERA);
    const { history } = await page(VEERA);
    expect(history).toEqual([
      { when: '24.11.2026 klo 11.00', who: VEERA.name, what: 'kirjasi toimenpiteen', why: '' },
      { when: '24.11.2026 klo 11.00', who: VEERA.name, what: 'avasi tapauksen', why: '' },
    ]);
  });

  it('tells what reminders are to come and which were sent', async () => {
    await openCase(world);
    await record(VEERA);
    const planned = (await page(VEERA)).reminders.filter(({ what }) => what.includes('Soita kuntaan'));
    expect(planned).toEqual([
      {
        what: 'Toimenpide: Soita kuntaan',
        who: VEERA.name,
        state: 'Tulossa tiistaina 8.12.2026 klo 9.00',
        tone: 'info',
      },
      {
        what: 'Toimenpide: Soita kuntaan',
        who: VEERA.name,
        state: 'Tulossa maanantaina 14.12.2026 klo 9.00',
        tone: 'info',
      },
    ]);
    await world.travel('2026-12-08T07:05:00.000Z');
    await world.postman.tick();
    const [first] = (await page(VEERA)).reminders.filter(({ what }) => what.includes('Soita kuntaan'));
    expect(first).toMatchObject({
      state: expect.stringMatching(/^Lähetetty tiistaina 8\.12\.2026 klo 9\.0/),
      tone: 'done',
    });
  });
});

describe('a press in the tab', () => {
  it('B-08, B-10: is answered with what was done and how to mend it', async () => {
    await openCase(world);
    const saved = await record(VEERA);
    expect(saved).toMatchObject({ kind: 'message', paragraphs: [], facts: [], sections: [] });
    expect(saved.notices[0]).toMatchObject({ tone: 'done', text: expect.stringMatching(/^Tallennettu\./) });
    expect(saved.buttons.map(({ label }) => label)).toEqual(['Muokkaa']);
    const mend = await pressed(VEERA, named(saved.buttons, 'Muokkaa'));
    expect(mend.kind === 'form' && mend.fields.find(({ name }) => name === 'what')?.value).toBe('Soita kuntaan');
  });

  it('B-08: offers to take a tick back', async () => {
    await openCase(world);
    await record(VEERA);
    const [date] = (await page(VEERA)).dates;
    const done = await pressed(VEERA, named(known(date).buttons, 'Tehty'));
    await pressed(VEERA, named(done.buttons, 'Kumoa'));
    expect((await page(VEERA)).dates[0]?.what).toBe('Toimenpide: Soita kuntaan');
  });

  it('B-18: holds no card, so that the channel sees the change at once', async () => {
    const { at } = await openCase(world);
    await world.travel('2026-11-24T09:05:00.000Z');
    await world.postman.tick();
    await record(VEERA);
    await world.postman.tick();
    const card = known(world.connector.messages.find(({ id }) => id === at.id));
    expect(says(cardIn(card), 'Toimenpide: Soita kuntaan')).toBe(true);
  });

  it('says once more what a form pressed twice has done, and does it once', async () => {
    await openCase(world);
    const save = named((await formOf(VEERA, 'Kirjaa toimenpide')).buttons, 'Tallenna');
    await pressed(VEERA, save, PROMISE);
    const again = await pressed(VEERA, save, PROMISE);
    expect(again.notices).toEqual([{ tone: 'done', text: 'Tämä on jo tallennettu. Mitään ei tehty kahteen kertaan.' }]);
    expect((await world.read(NUMBER)).actions).toHaveLength(1);
  });

  it('W-13: brings the form back with what changed and what was typed, when a card was faster', async () => {
    const { at, shown } = await openCase(world);
    const mine = await formOf(VEERA, 'Muokkaa perustietoja');
    const theirs = await press(world, KAISA, at, { card: shown, title: 'Lisää toimintoja' });
    const chosen = await press(world, KAISA, at, { card: theirs, title: 'Jatka', typed: { what: 'describe' } });
    const about = Object.fromEntries(mine.fields.map(({ name, value }) => [name, value]));
    await press(world, KAISA, at, {
      card: chosen,
      title: 'Tallenna',
      typed: { ...about, description: 'Kaisan teksti' },
    });
    const back = await pressed(VEERA, named(mine.buttons, 'Tallenna'), { ...about, description: 'Oma teksti' });
    expect(back.kind).toBe('form');
    const texts = back.notices.map(({ text }) => text).join(' ');
    expect(texts).toContain(KAISA.name);
    expect(texts).toContain('Kaisan teksti');
    expect(back.kind === 'form' && back.fields.find(({ name }) => name === 'description')?.value).toBe('Oma teksti');
  });

  it('leads somebody outside the case through "Tule mukaan" to what they wanted', async () => {
    await openCase(world);
    const refused = await pressed(MIKKO, named(buttonsOf(await page(MIKKO)), 'Kirjaa toimenpide'));
    expect(refused).toMatchObject({ kind: 'message', notices: [{ tone: 'warning' }] });
    const form = await pressed(MIKKO, named(refused.buttons, 'Tule mukaan'));
    expect(form).toMatchObject({ kind: 'form', title: 'Kirjaa toimenpide' });
    expect((await page(MIKKO)).join).toBeNull();
  });

  it('that cancels is answered with nothing to read', async () => {
    await openCase(world);
    const form = await formOf(VEERA, 'Kirjaa toimenpide');
    const shown = await pressed(VEERA, named(form.buttons, 'Peruuta'));
    expect(shown).toMatchObject({ kind: 'message', notices: [], paragraphs: [], facts: [], sections: [], buttons: [] });
  });
});

describe('opening a case in the tab', () => {
  const NEW: ShownButton = { label: '', verb: 'cases/open/new', data: {}, look: 'plain', sendsInputs: false };

  it('B-06: goes on from an unfinished form', async () => {
    const form = await pressed(VEERA, NEW);
    const { goal: _goal, ...half } = OPENING;
    await pressed(VEERA, named(form.buttons, 'Avaa tapaus'), half);
    const fresh = await pressed(VEERA, NEW);
    const goOn = known(fresh.buttons.find(({ verb }) => verb === 'cases/open/draft'));
    const kept = await pressed(VEERA, goOn);
    expect(kept.kind === 'form' && kept.fields.find(({ name }) => name === 'matter')?.value).toBe(OPENING.matter);
  });

  it('puts its card into the General channel at once', async () => {
    const form = await pressed(VEERA, NEW);
    const opened = await pressed(VEERA, named(form.buttons, 'Avaa tapaus'), OPENING);
    expect(opened.notices[0]).toMatchObject({ tone: 'done', text: expect.stringContaining(NUMBER) });
    await world.postman.tick();
    const posted = world.connector.messages.filter(({ conversationId }) => conversationId.startsWith(GENERAL));
    expect(posted.some((message) => says(cardIn(message), OPENING.matter))).toBe(true);
  });

  it('keeps a case of a restricted channel in that channel', async () => {
    const inside = world.api(VEERA, { channel: PRIVATE });
    const form = ShownCard.parse((await inside.post('/press', { verb: NEW.verb, data: {} })).json);
    const open = named(form.buttons, 'Avaa tapaus');
    await inside.post('/press', { verb: open.verb, data: { ...open.data, ...OPENING } });
    expect((await world.read(NUMBER)).home).toEqual({ channelId: PRIVATE, access: 'restricted' });
    expect((await world.api(VEERA).get(`/cases/${NUMBER}`)).status).toBe(404);
  });
});
