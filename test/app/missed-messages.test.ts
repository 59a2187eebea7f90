// Everything late, failed or unreadable is seen in the tab, by those who look after it, and can be sent again.
import { DeliveriesView, RetryAnswer } from '../../src/features/deliveries/contract.ts';
import type { ConnectorMember } from '../support/teams-connector.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { CASES, PRIVATE } from '../support/bot-client.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
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
afterEach(() => world.close());

const LATER = '2026-11-24T10:20:00.000Z';

async function tick(at: string): Promise<void> {
  await world.travel(at);
  await world.postman.tick();
}

/** A case about which nothing could be said: Teams takes no message. */
async function openUnheard(answer: { status: number }, over = {}, channel = CASES): Promise<void> {
  await openCase(world, VEERA, { matter: 'Kyyti', ...over }, channel);
  world.connector.answer('POST /v3/conversations', answer);
  // Refused in its thread, then in the channel, then in General.
  for (const minute of ['10', '12', '14', '16', '18', '20']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await tick(`2026-11-24T09:${minute}:00.000Z`);
  }
  world.connector.forget();
}

async function page(who: ConnectorMember): Promise<DeliveriesView> {
  const reply = await world.api(who).get('/deliveries');
  expect(reply.status).toBe(200);
  return DeliveriesView.parse(reply.json);
}

async function retry(who: ConnectorMember, id: string) {
  const reply = await world.api(who).post('/deliveries/retry', { id });
  return reply.status === 200 ? RetryAnswer.parse(reply.json) : reply.status;
}

const factsOf = ({ lines }: DeliveriesView) =>
  Object.fromEntries((lines[0]?.facts ?? []).map(({ label, value }) => [label, value]));

describe('the page of the messages', () => {
  it('B-21, T-01: tells an admin what failed, about which case, to where, when, why and what to do', async () => {
    await openUnheard({ status: 413 });
    const view = await page(KAISA);
    expect(view).toMatchObject({ expired: 0, late: 0, unreadable: 0, more: 0 });
    expect(view.failed).toBe(view.lines.length);
    const titles = view.lines.map(({ title }) => title);
    expect(titles).toContain('Uusi tapaus');
    expect(view.lines[0]).toMatchObject({
      state: 'failed',
      about: { text: 'Tapaus 2026-001 · Kyyti', to: 'tapaukset/2026-001' },
      advice: 'Avaa asia ja lyhennä tekstejä. Lähetä viesti sitten uudelleen.',
      canRetry: true,
    });
    expect(factsOf(view)).toMatchObject({
      'Piti lähteä': 'tiistaina 24.11.2026 klo 11.00',
      Syy: 'Viesti on liian pitkä Teamsille.',
    });
    expect(world.faults).toEqual([]);
  });

  it('shows what is late while it is tried again, and nothing once it was said', async () => {
    await openUnheard({ status: 502 });
    const view = await page(KAISA);
    expect(view.late).toBeGreaterThan(0);
    const card = view.lines.find(({ title }) => title === 'Uusi tapaus');
    expect(card).toMatchObject({
      state: 'late',
      canRetry: false,
      advice: 'Ratkaisupolku yrittää itse uudelleen. Sinun ei tarvitse tehdä mitään.',
    });
    expect(await retry(KAISA, known(card).id)).toMatchObject({ outcome: 'waiting' });
    await tick(LATER);
    expect(await page(KAISA)).toMatchObject({
      failed: 0,
      late: 0,
      lines: [],
      lastSent: 'tiistaina 24.11.2026 klo 12.20',
    });
  });

  it('sends a failed message again, once however often it is asked for', async () => {
    await openUnheard({ status: 413 });
    const { lines } = await page(KAISA);
    const card = known(lines.find(({ title }) => title === 'Uusi tapaus'));
    const [first, second] = await Promise.all([retry(KAISA, card.id), retry(KAISA, card.id)]);
    expect([first, second]).toContainEqual({ outcome: 'promised', said: 'Viesti lähtee nyt uudelleen.' });
    expect([first, second]).toContainEqual({ outcome: 'waiting', said: 'Viesti on jo lähdössä.' });
    const before = world.connector.messages.length;
    await tick(LATER);
    await tick('2026-11-24T10:40:00.000Z');
    expect(world.connector.messages.length - before).toBe(1);
    expect((await page(KAISA)).lines.map(({ id }) => id)).not.toContain(card.id);
    expect(await retry(KAISA, card.id)).toEqual({ outcome: 'over', said: 'Viesti on jo hoidettu.' });
    const events = await world.store.range(WORKSPACE, { from: 'event|delivery|', before: 'event|delivery}' });
    const asked = events.filter(({ cells }) => cells['what'] === 'delivery-again');
    expect(asked.map(({ cells }) => cells['by'])).toEqual([KAISA.aadObjectId]);
  });

  it('is for admins, and for an advisor about the cases of their counties; others are refused', async () => {
    await appointAdvisor(world);
    await openUnheard({ status: 413 });
    const own = await page(AINO);
    expect(own.lines.map(({ about }) => about?.text)).toContain('Tapaus 2026-001 · Kyyti');
    for (const other of [VEERA, MIKKO]) {
      expect((await world.api(other).get('/deliveries')).status).toBe(403);
      expect(await retry(other, known(own.lines[0]).id)).toBe(403);
    }
    expect(await retry(AINO, known(own.lines[0]).id)).toMatchObject({ outcome: 'promised' });
  });

  it('G-11: names no case of a restricted channel, and shows an advisor nothing of it', async () => {
    await appointAdvisor(world);
    await openUnheard({ status: 413 }, {}, PRIVATE);
    const view = await page(KAISA);
    expect(view.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(view)).not.toMatch(/Kyyti|2026-001/);
    expect((await page(AINO)).lines).toEqual([]);
    expect(await retry(AINO, known(view.lines[0]).id)).toBe(403);
  });

  it('answers a key that is none as gone', async () => {
    for (const id of ['', 'case|x', "delivery|a~b|' or 1 eq 1", `delivery|${'x'.repeat(900)}|000001`]) {
      expect(await retry(KAISA, id)).toMatchObject({ outcome: 'gone' });
    }
  });
});
