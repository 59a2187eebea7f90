// The calendar through the whole app: what the command shows where, and what a calendar program gets over HTTP.
import { replaceCase } from '../../src/features/cases/rows.ts';
import { findCaseId, loadCase } from '../../src/features/cases/use-cases/load-case.ts';
import { parseChannelId } from '../../src/kernel/ids.ts';
import { readCalendar, type ReadEvent } from '../platform/calendar/entries.ts';
import { CASES, GENERAL, PRIVATE } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { lintCard } from '../support/card-linter.ts';
import { buttonOf, nodesOf, says, textsOf, type Shown } from '../features/cases/case-world.ts';
import type { ConnectorMember, ConnectorMessage } from '../support/teams-connector.ts';
import { known, openAppWorld, PUBLIC_URL, WORKSPACE, type AppWorld } from './app-world.ts';
import {
  AINO,
  answered,
  ask,
  cardIn,
  doAction,
  KAISA,
  MIKKO,
  openCase,
  press,
  TEAM,
  VEERA,
  whereOf,
} from './people.ts';

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

const EVENT = {
  status: 'agreed',
  date: '2026-12-09',
  time: '13:00',
  format: 'onSite',
  place: 'Kaupungintalo',
  link: '',
  federation: 'no',
};

type At = { readonly at: ConnectorMessage };

/** A case in stage 2 with an agreed event of the name, opened by Veera. */
async function openWithEvent(number: string, over: Shown = {}, channel: string = CASES): Promise<At> {
  const { at } = await openCase(world, VEERA, { matter: 'Kuljetuspalvelu' }, channel);
  // What comes before an event is told elsewhere; here the case has just reached that stage.
  const id = known(await findCaseId(world.store, WORKSPACE, number));
  const { c, etag } = known(await loadCase(world.store, WORKSPACE, id));
  await world.store.commit(WORKSPACE, [replaceCase({ ...c, stage: 'authorityContact' }, etag)]);
  await act(at, number, 'event', { ...EVENT, ...over });
  return { at };
}

async function act(at: ConnectorMessage, number: string, action: string, typed: Shown): Promise<Shown> {
  const { id, rev } = await world.read(number);
  const about = { caseId: id, seen: String(rev) };
  const form = answered(await world.press(VEERA, `cases/do/${action}`, about, whereOf(at), { replyToId: at.id }));
  const save = nodesOf(form).find(({ type, verb }) => type === 'Action.Execute' && verb === `cases/save/${action}`);
  return save === undefined ? form : await press(world, VEERA, at, { card: form, title: String(save['title']), typed });
}

/** Presses in the personal chat. */
async function alone(who: ConnectorMember, verb: string, data: Shown = {}): Promise<Shown> {
  const card = answered(await world.press(who, verb, data, 'personal'));
  expect(lintCard(card)).toEqual([]);
  return card;
}

async function pressAlone(who: ConnectorMember, card: Shown, title: string, typed: Shown = {}): Promise<Shown> {
  const { verb, data } = buttonOf(card, title);
  return await alone(who, verb, { ...data, ...typed });
}

/** Subscribes in the personal chat and gives the address that was shown. */
async function subscribe(who: ConnectorMember, typed: Shown = { what: 'mine', county: '' }): Promise<string> {
  const form = await alone(who, 'calendar/subscription');
  return addressIn(await pressAlone(who, form, 'Tilaa kalenteri', typed));
}

function addressIn(card: Shown): string {
  return known(textsOf(card).find((text) => text.startsWith(`${PUBLIC_URL}/calendar/`)));
}

function urlsIn(card: Shown): readonly string[] {
  return nodesOf(card).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
}

async function get(address: string, init: RequestInit = {}): Promise<Response> {
  return await fetch(address.replace(PUBLIC_URL, world.url), init);
}

async function eventsOf(address: string): Promise<readonly ReadEvent[]> {
  const response = await get(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return readCalendar(await response.text()).events;
}

async function eventOf(address: string): Promise<ReadEvent> {
  const [event, ...others] = await eventsOf(address);
  expect(others).toEqual([]);
  return known(event);
}

/** What every wrong address is answered with. */
const NOTHING = { status: 404, text: '{"code":"not-found"}' };

async function answerOf(address: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await get(address);
  return { status: response.status, text: await response.text() };
}

describe('S2-37: a calendar of one’s own', () => {
  it('follows a meeting from its agreement over its move to its end', async () => {
    const { at } = await openWithEvent('2026-001');
    const address = await subscribe(VEERA);
    const agreed = await eventOf(address);
    expect([agreed.event.summary, agreed.start, agreed.event.location]).toEqual([
      'Keskustelutilaisuus: Kuljetuspalvelu',
      '2026-12-09T11:00:00Z',
      'Kaupungintalo',
    ]);
    expect(agreed.property('status')).toBe('CONFIRMED');

    await act(at, '2026-001', 'event', { ...EVENT, date: '2026-12-10', time: '9.00' });
    const moved = await eventOf(address);
    expect([moved.event.uid, moved.start]).toEqual([agreed.event.uid, '2026-12-10T07:00:00Z']);
    expect(moved.event.sequence).toBeGreaterThan(agreed.event.sequence);

    await act(at, '2026-001', 'cancelEvent', {});
    const cancelled = await eventOf(address);
    expect([cancelled.event.uid, cancelled.property('status')]).toEqual([agreed.event.uid, 'CANCELLED']);
    expect(cancelled.event.sequence).toBeGreaterThan(moved.event.sequence);
    // 90 days after its day it is still there, so that programs that rarely ask learn of it.
    await world.travel('2027-03-10T10:00:00.000Z');
    expect((await eventOf(address)).property('status')).toBe('CANCELLED');
    await world.travel('2027-03-11T10:00:00.000Z');
    expect(await eventsOf(address)).toEqual([]);
  });

  it('ends when its owner ends it, and its address then looks like any that never was', async () => {
    await openWithEvent('2026-001');
    const address = await subscribe(VEERA);
    await eventOf(address);
    const question = await pressAlone(VEERA, await alone(VEERA, 'calendar/subscription'), 'Lopeta tilaus');
    expect(says(question, 'Osoite ei sen jälkeen toimi.')).toBe(true);
    await eventOf(address);
    expect(says(await pressAlone(VEERA, question, 'Lopeta tilaus'), 'Tilaus on lopetettu.')).toBe(true);
    expect(await answerOf(address)).toEqual(NOTHING);
    expect(await answerOf(`${PUBLIC_URL}/calendar/${'a'.repeat(43)}.ics`)).toEqual(NOTHING);
    expect(await answerOf(`${PUBLIC_URL}/calendar/short.ics`)).toEqual(NOTHING);
    expect(says(await pressAlone(VEERA, question, 'Lopeta tilaus'), 'Sinulla ei ole nyt tilattua')).toBe(true);
  });

  it('gets another address on request: the old one ends, what it holds stays', async () => {
    await openWithEvent('2026-001');
    const first = await subscribe(MIKKO, { what: 'county', county: '08' });
    const question = await pressAlone(MIKKO, await alone(MIKKO, 'calendar/subscription'), 'Vaihda osoite');
    const shown = await pressAlone(MIKKO, question, 'Vaihda osoite');
    const second = addressIn(shown);
    expect(second).not.toBe(first);
    expect(await answerOf(first)).toEqual(NOTHING);
    expect((await eventOf(second)).event.summary).toBe('Keskustelutilaisuus: Kuljetuspalvelu');
    // The same press again changes nothing and shows no address a second time.
    const again = await pressAlone(MIKKO, question, 'Vaihda osoite');
    expect(says(again, 'Osoite näkyi vain kerran.')).toBe(true);
    expect(textsOf(again).some((text) => text.includes('/calendar/'))).toBe(false);
    await eventOf(second);
  });

  it('is closed to who has left the team, and open again when they come back', async () => {
    await openWithEvent('2026-001');
    const address = await subscribe(VEERA);
    world.connector.setTeam({ ...TEAM, members: [MIKKO, AINO, KAISA] });
    await tables.pass(60_001);
    expect(await answerOf(address)).toEqual(NOTHING);
    world.connector.setTeam(TEAM);
    await tables.pass(60_001);
    await eventOf(address);
  });

  it('holds what its owner has a part in, and with a county what is there too', async () => {
    await openWithEvent('2026-001');
    const own = await subscribe(MIKKO);
    expect(await eventsOf(own)).toEqual([]);
    const form = await pressAlone(MIKKO, await alone(MIKKO, 'calendar/subscription'), 'Muokkaa tilausta');
    const problem = await pressAlone(MIKKO, form, 'Tallenna', { what: 'county', county: '' });
    expect(says(problem, 'Valitse hyvinvointialue listasta.')).toBe(true);
    const saved = await pressAlone(MIKKO, problem, 'Tallenna', { what: 'county', county: '08' });
    expect(says(saved, 'Tallennettu.')).toBe(true);
    await eventOf(own);
    await pressAlone(MIKKO, form, 'Tallenna', { what: 'county', county: '21' });
    expect(await eventsOf(own)).toEqual([]);
  });

  it('shows a restricted channel’s case to its members alone', async () => {
    await openWithEvent('2026-001', {}, PRIVATE);
    expect(await eventsOf(await subscribe(KAISA, { what: 'county', county: '08' }))).toHaveLength(1);
    expect(await eventsOf(await subscribe(MIKKO, { what: 'county', county: '08' }))).toEqual([]);
  });

  it('asks little of everybody: nothing is sent twice, and nobody may ask without end', async () => {
    await openWithEvent('2026-001');
    const address = await subscribe(VEERA);
    const first = await get(address);
    const etag = known(first.headers.get('etag'));
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const same = await get(address, { headers: { 'if-none-match': `W/${etag}` } });
    expect([same.status, await same.text()]).toEqual([304, '']);
    const head = await get(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await first.text())));
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await get(address)).status));
    expect(statuses).toContain(429);
    await tables.pass(60_001);
    await eventOf(address);
  });

  it('G-15: keeps its secret out of the storage and the logs', async () => {
    await openWithEvent('2026-001');
    const address = await subscribe(VEERA);
    const secret = known(/calendar\/(.{43})\.ics/.exec(address)?.[1]);
    await eventsOf(address);
    await get(`${address.slice(0, -5)}x.ics`);
    const rows = await world.store.range(WORKSPACE, { from: ' ', before: '~~' });
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.some(({ rowKey }) => rowKey === `calendar|${VEERA.aadObjectId}`)).toBe(true);
    expect(JSON.stringify([world.notes, world.faults])).not.toContain(secret.slice(0, 20));
    expect(world.connector.messages.some(({ activity }) => JSON.stringify(activity).includes(secret))).toBe(false);
  });
});

describe('B-16: Lisää kalenteriin', () => {
  async function addPressed(who: ConnectorMember = VEERA): Promise<Shown> {
    const list = await alone(who, 'calendar/list', { viewScope: 'all' });
    return await pressAlone(who, await pressAlone(who, list, 'Näytä tiedot'), 'Lisää kalenteriin');
  }

  it('B-15: gives a file and a Teams meeting to choose from, and touches no calendar by itself', async () => {
    await openWithEvent('2026-001');
    const card = await addPressed();
    expect(says(card, 'Ratkaisupolku ei lisää kalenteriisi mitään itse.')).toBe(true);
    const [file = '', meeting = ''] = urlsIn(card);
    expect(meeting).toContain(
      'https://teams.microsoft.com/l/meeting/new?subject=Keskustelutilaisuus%3A%20Kuljetuspalvelu&',
    );
    const response = await get(file);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="ratkaisupolku.ics"');
    expect(readCalendar(await response.text()).events.map(({ event }) => event.summary)).toEqual([
      'Keskustelutilaisuus: Kuljetuspalvelu',
    ]);
  });

  it('gives an address that opens this entry alone, to a member, for a week', async () => {
    await openWithEvent('2026-001');
    await openWithEvent('2026-002', { date: '2026-12-11' });
    const [file = ''] = urlsIn(await addPressed());
    const { id } = await world.read('2026-002');
    expect(await answerOf(file.replace(/[^/]+\.ics$/, `${id}.${id}.ics`))).toEqual(NOTHING);
    expect(await answerOf(file.replace(/\/cases\/.*$/, '.ics'))).toEqual(NOTHING);
    await eventOf(file);
    world.connector.setTeam({ ...TEAM, members: [MIKKO, AINO, KAISA] });
    await tables.pass(60_001);
    expect(await answerOf(file)).toEqual(NOTHING);
    world.connector.setTeam(TEAM);
    await world.travel('2026-12-01T08:59:00.000Z');
    await eventOf(file);
    await world.travel('2026-12-01T09:01:00.000Z');
    expect(await answerOf(file)).toEqual(NOTHING);
  });

  it('does not name what is gone or hidden', async () => {
    await openWithEvent('2026-001', {}, PRIVATE);
    const c = await world.read('2026-001');
    const id = `${c.id}.${known(c.events[0]).id}`;
    for (const named of [{ source: 'cases', id }, { source: 'nobody', id }, { source: 'cases', id: 'x' }, {}]) {
      const card = await alone(MIKKO, 'calendar/add', named);
      expect(says(card, 'Tätä ei enää ole kalenterissa, tai et voi nähdä sitä.')).toBe(true);
      expect(says(card, 'Kuljetuspalvelu')).toBe(false);
    }
    expect(says(await alone(KAISA, 'calendar/add', { source: 'cases', id }), 'Kuljetuspalvelu')).toBe(true);
  });
});

describe('S2-37: kalenteri', () => {
  it('shows in a channel only what everybody there may read', async () => {
    const { at } = await openWithEvent('2026-001');
    const { id, rev } = await world.read('2026-001');
    const typed = { what: 'Soita lautakuntaan', person: VEERA.aadObjectId, who: '', date: '2026-12-01' };
    await doAction(world, VEERA, { at, id, rev }, { action: 'action', typed });
    await openWithEvent('2026-002', { place: 'Salainen paikka' }, PRIVATE);

    const general = await ask(world, VEERA, 'kalenteri', GENERAL);
    const open = cardIn(general);
    expect(lintCard(open)).toEqual([]);
    expect(says(open, 'Keskustelutilaisuus: Kuljetuspalvelu')).toBe(true);
    expect(says(open, 'keskiviikkona 9.12.2026 klo 13.00')).toBe(true);
    expect([says(open, 'Soita'), says(open, 'Salainen')]).toEqual([false, false]);
    expect(says(cardIn(await ask(world, VEERA, 'kalenteri', PRIVATE)), 'Salainen paikka')).toBe(true);

    // The answer to a press is read by the presser alone.
    const own = await press(world, VEERA, general, { card: open, title: 'Näytä omat' });
    expect([says(own, 'Toimenpide: Soita lautakuntaan'), says(own, 'Salainen paikka')]).toEqual([true, true]);
    const others = await press(world, MIKKO, general, { card: open, title: 'Näytä omat' });
    expect(says(others, 'Näillä valinnoilla mitään ei ole tulossa.')).toBe(true);
  });

  it('leads from a detail to the case, except where the case may not be shown', async () => {
    await openWithEvent('2026-001', {}, PRIVATE);
    const list = await alone(KAISA, 'calendar/list', { viewScope: 'all' });
    const details = await pressAlone(KAISA, list, 'Näytä tiedot');
    expect(() => buttonOf(details, 'Näytä tapaus')).toThrow('no button');
    const place = { channel: known(parseChannelId(PRIVATE)) };
    const { verb, data } = buttonOf(list, 'Näytä tiedot');
    expect(buttonOf(answered(await world.press(KAISA, verb, data, place)), 'Näytä tapaus').verb).toBe('cases/show');
  });
});
