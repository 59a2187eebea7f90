// The calendar's page over HTTP: whose things each person finds there, and what presses from it do in the channel.
import { CalendarEntryPage, CalendarMonthView } from '../../src/features/calendar/contract.ts';
import { replaceCase } from '../../src/features/cases/rows.ts';
import { findCaseId, loadCase } from '../../src/features/cases/use-cases/load-case.ts';
import { ShownCard, type ShownButton } from '../../src/platform/cards/contract.ts';
import { MONTHLY, TRAINING } from '../features/meetings/meeting-world.ts';
import { says } from '../features/cases/case-world.ts';
import { storeCases } from '../features/cases/stored-cases.ts';
import { CASES, PRIVATE } from '../support/bot-client.ts';
import type { ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { AINO, appointAdvisor, ask, cardIn, doAction, KAISA, MIKKO, openCase, press, TEAM, VEERA } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
  await appointAdvisor(world);
});
afterEach(() => world.close());

type From = { readonly channel?: string };

async function month(who: ConnectorMember, query = '', from: From = {}): Promise<CalendarMonthView> {
  return CalendarMonthView.parse((await world.api(who, from).get(`/calendar?kuukausi=2026-12&${query}`)).json);
}

function titlesOf(view: CalendarMonthView): readonly string[] {
  return view.weeks.flatMap(({ days }) => days).flatMap(({ entries }) => entries.map(({ title }) => title));
}

async function entryPage(who: ConnectorMember, path: string, from: From = {}): Promise<CalendarEntryPage> {
  return CalendarEntryPage.parse((await world.api(who, from).get(`/calendar/entries/${path}`)).json);
}

async function pressed(
  who: ConnectorMember,
  { verb, data }: Pick<ShownButton, 'verb' | 'data'>,
  typed: Readonly<Record<string, string>> = {},
  from: From = {},
): Promise<ShownCard> {
  const reply = await world.api(who, from).post('/press', { verb, data: { ...data, ...typed } });
  expect(reply.status).toBe(200);
  return ShownCard.parse(reply.json);
}

function buttonOn(card: { readonly buttons: readonly ShownButton[] } | null, label: string): ShownButton {
  return known(card?.buttons.find((button) => button.label === label));
}

/** What the page tells of a press once it is done: notices alone. */
function saidBy(card: ShownCard): readonly string[] {
  expect(card).toMatchObject({ kind: 'message', paragraphs: [], facts: [], sections: [] });
  return card.notices.map(({ tone, text }) => `${tone}: ${text}`);
}

async function settle(at: string): Promise<void> {
  await world.travel(at);
  for (let look = 0; look < 4; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each look finds what the one before has promised
    await world.postman.tick();
  }
}

/** The session that is told of in the channel, where Aino has made its series. */
async function announced(): Promise<{ readonly posted: ConnectorMessage; readonly path: string }> {
  const at = await ask(world, AINO, 'tukitapaaminen');
  const form = await press(world, AINO, at, { card: cardIn(at), title: 'Uusi tukitapaamisten sarja' });
  const typed = { ...MONTHLY, from: '2.12.2026', organiser: AINO.aadObjectId };
  await press(world, AINO, at, { card: form, title: 'Tallenna', typed });
  await settle('2026-11-24T09:10:00.000Z');
  const posted = world.connector.messages.find(({ activity }) => String(activity['summary']).includes('8.12.2026'));
  return { posted: known(posted), path: await pathOf(VEERA, 'Tukitapaaminen') };
}

async function pathOf(who: ConnectorMember, title: string): Promise<string> {
  const view = await month(who);
  const entry = view.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ entries }) => entries)
    .find((each) => each.title.includes(title));
  const { source, id } = known(entry);
  return `${source}/${id}`;
}

const EVENT = {
  status: 'agreed',
  date: '2026-12-09',
  time: '13:00',
  format: 'onSite',
  place: 'Kaupungintalo',
  link: '',
};

/** A case in stage 2 of that channel with an agreed event. */
async function openWithEvent(number: string, channel: string): Promise<void> {
  const { at } = await openCase(world, VEERA, { matter: `Kuljetus ${number}` }, channel);
  const id = known(await findCaseId(world.store, WORKSPACE, number));
  const { c, etag } = known(await loadCase(world.store, WORKSPACE, id));
  await world.store.commit(WORKSPACE, [replaceCase({ ...c, stage: 'authorityContact' }, etag)]);
  const typed = { ...EVENT, federation: 'no' };
  await doAction(world, VEERA, { at, id, rev: c.rev }, { action: 'event', typed });
}

describe('S2-37: whose things the page shows', () => {
  it('are the team’s to everybody, a person’s own days to that person, a restricted channel’s to its roster', async () => {
    await openWithEvent('2026-001', CASES);
    await openWithEvent('2026-002', PRIVATE);
    const [open, shut] = ['Keskustelutilaisuus: Kuljetus 2026-001', 'Keskustelutilaisuus: Kuljetus 2026-002'];
    expect(titlesOf(await month(VEERA))).toEqual([open, shut]);
    expect(titlesOf(await month(KAISA))).toEqual([open, shut]);
    expect(titlesOf(await month(MIKKO))).toEqual([open]);
    expect(titlesOf(await month(MIKKO, 'omat=1'))).toEqual([]);
    expect(titlesOf(await month(VEERA, 'omat=1'))).toEqual([open, shut]);

    const path = await pathOf(VEERA, '2026-002');
    expect((await world.api(MIKKO).get(`/calendar/entries/${path}`)).status).toBe(404);
    // Outside of its channel its case is not shown; in its tab it is.
    expect(await entryPage(VEERA, path)).toMatchObject({ isElsewhere: true, caseNumber: '', buttons: [], card: null });
    const there = await entryPage(VEERA, path, { channel: PRIVATE });
    expect([there.isElsewhere, there.caseNumber]).toEqual([false, '2026-002']);
  });

  it('are still shown when a restricted channel with meetings is gone', async () => {
    const at = await ask(world, KAISA, 'tukitapaaminen', PRIVATE);
    const form = await press(world, KAISA, at, { card: cardIn(at), title: 'Uusi tukitapaamisten sarja' });
    const typed = { ...MONTHLY, from: '2.12.2026', organiser: KAISA.aadObjectId };
    await press(world, KAISA, at, { card: form, title: 'Tallenna', typed });
    await openWithEvent('2026-001', CASES);
    expect(titlesOf(await month(KAISA)).join()).toContain('Tukitapaaminen');
    world.connector.setTeam({ ...TEAM, channels: TEAM.channels.filter(({ id }) => id !== PRIVATE) });
    await tables.pass(61_000);
    for (const who of [KAISA, VEERA, MIKKO]) {
      // oxlint-disable-next-line no-await-in-loop -- each alone, so that one answer cannot hide another
      expect(titlesOf(await month(who))).toEqual(['Keskustelutilaisuus: Kuljetus 2026-001']);
    }
  });

  it('are the same among so many cases that they are read at once', async () => {
    await openWithEvent('2026-001', CASES);
    await openWithEvent('2026-002', PRIVATE);
    await storeCases(
      world.store,
      WORKSPACE,
      Array.from({ length: 60 }, () => ({})),
    );
    expect(titlesOf(await month(MIKKO))).toEqual(['Keskustelutilaisuus: Kuljetus 2026-001']);
    expect(titlesOf(await month(VEERA))).toHaveLength(2);
  });

  it('are refused for a month that is none, and for what is in no calendar', async () => {
    const api = world.api(VEERA);
    const statuses = await Promise.all(
      ['/calendar?kuukausi=2026-13', '/calendar/entries/meetings/nothing', '/calendar/entries/nobody/x'].map(
        async (path) => (await api.get(path)).status,
      ),
    );
    expect(statuses).toEqual([400, 404, 404]);
  });
});

describe('S2-33, S2-37: a meeting on its page', () => {
  it('shows its answers’ counts, agenda and ways to act; who answered what, to its organiser alone', async () => {
    const { path } = await announced();
    const shown = await entryPage(VEERA, path);
    expect(shown.card).toMatchObject({ title: 'Tukitapaaminen', about: 'tiistaina 8.12.2026 klo 17.00–18.30' });
    expect(shown.card?.buttons.map(({ label }) => label)).toEqual([
      'Tulen',
      'Ehkä',
      'En pääse',
      'Ehdota aihetta',
      'Lisää toimintoja',
    ]);
    expect(shown.parts.map(({ card, isPrinted }) => [card.title, isPrinted])).toEqual([['Asialista', true]]);
    const own = await entryPage(AINO, path);
    expect(own.parts.map(({ card }) => card.title)).toEqual(['Asialista', 'Vastaukset']);
  });

  it('takes an answer and a topic, says so briefly, and the channel’s card follows at once', async () => {
    const { path, posted } = await announced();
    const { card } = await entryPage(VEERA, path);
    expect(saidBy(await pressed(VEERA, buttonOn(card, 'Tulen')))).toEqual([
      'done: Tallennettu. Olet mukana tapaamisessa.',
    ]);
    const form = await pressed(VEERA, buttonOn(card, 'Ehdota aihetta'));
    expect(form.kind).toBe('form');
    const typed = { topic: 'Kyytien odotusajat' };
    expect(saidBy(await pressed(VEERA, buttonOn(form, 'Tallenna'), typed))).toEqual([
      'done: Tallennettu. Aiheesi on asialistalla.',
    ]);
    // No card of the channel is in anybody's way, so none waits.
    await settle('2026-11-24T09:11:00.000Z');
    const now = cardIn(world.connector.messages.find(({ id }) => id === posted.id));
    expect([says(now, 'Tulen 1 · Ehkä 0 · En pääse 0'), says(now, '1 ehdotus')]).toEqual([true, true]);
    const after = await entryPage(VEERA, path);
    expect(JSON.stringify(after.parts)).toContain('Kyytien odotusajat');
    expect(JSON.stringify(after.card)).toContain('Vastauksesi');
    expect(titlesOf(await month(VEERA, 'omat=1'))).toEqual(['Tukitapaaminen']);
    expect(world.faults).toEqual([]);
  });

  it('B-16: is taken into a calendar of one’s own as a file or a meeting of Teams', async () => {
    const { path } = await announced();
    const { entry } = await entryPage(VEERA, path);
    const ways = await pressed(VEERA, entry.add);
    expect(ways.links.map(({ label }) => label)).toEqual([
      'Lataa kalenteriin (.ics)',
      'Avaa Teamsissa uutena kokouksena',
    ]);
  });

  it('leaves a form without a trace, and the menu leads on in the tab too', async () => {
    const { path } = await announced();
    const { card } = await entryPage(AINO, path);
    const menu = await pressed(AINO, buttonOn(card, 'Lisää toimintoja'));
    expect(saidBy(await pressed(AINO, buttonOn(menu, 'Takaisin')))).toEqual([]);
    const move = await pressed(AINO, buttonOn(menu, 'Jatka'), { what: 'move' });
    expect(saidBy(await pressed(AINO, buttonOn(move, 'Peruuta')))).toEqual([]);
    const moved = await pressed(AINO, known(move.buttons[0]), { date: '2026-12-10', time: '17:00' });
    expect(saidBy(moved)).toEqual(['done: Tallennettu. Tapaaminen on nyt uutena päivänä.']);
    expect(moved.buttons.map(({ label }) => label)).toEqual(['Muokkaa']);
    expect((await entryPage(VEERA, path)).entry.when).toBe('torstaina 10.12.2026 klo 17.00');
  });
});

describe('S2-37: what is new', () => {
  it('is made by who may, from the personal view for the General channel, and stands in the month', async () => {
    expect((await month(VEERA)).newButtons).toEqual([]);
    const { newButtons } = await month(AINO);
    expect(newButtons.map(({ label }) => label)).toEqual([
      'Uusi tukitapaamisten sarja',
      'Uusi verkkotreffien sarja',
      'Uusi kuntayhteistyön sarja',
      'Uusi yksittäinen tilaisuus',
      'Uusi tapahtuma',
    ]);
    const form = await pressed(AINO, buttonOn({ buttons: newButtons }, 'Uusi tapahtuma'));
    const made = await pressed(AINO, buttonOn(form, 'Tallenna'), { ...TRAINING, date: '2026-12-15', time: '18:00' });
    expect(saidBy(made)).toEqual(['done: Tallennettu. Kerron tapahtumasta kanavalla.']);
    expect(titlesOf(await month(VEERA))).toEqual(['Koulutus: Vaikuttamisen perusteet']);
    await settle('2026-11-24T09:10:00.000Z');
    const [told] = world.connector.messages.slice(-1);
    expect(says(cardIn(told), 'Vaikuttamisen perusteet')).toBe(true);
  });
});
