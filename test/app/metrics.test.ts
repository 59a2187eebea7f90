// What whoever runs the app can read of it: numbers, with a token, and nobody's words.
import { PRIVATE } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { OPENING } from '../features/cases/case-world.ts';
import { openAppWorld, type AppWorld } from './app-world.ts';
import { appointAdvisor, openCase, TEAM } from './people.ts';

const TOKEN = 'a-token-of-the-tests-0123456789abcdef';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
afterEach(() => world.close());

async function begin(env: Readonly<Record<string, string>> = { METRICS_TOKEN: TOKEN }): Promise<void> {
  world = await openAppWorld({ tables, env });
}

function ask(authorization?: string): Promise<Response> {
  return fetch(`${world.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
}

/** The value of a metric; NaN when there is none. */
function valueOf(text: string, name: string): number {
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? 'none',
  );
}

describe('GET /metrics', () => {
  it('is not there unless the settings hold a token', async () => {
    await begin({});
    expect((await ask()).status).toBe(404);
    expect((await ask(`Bearer ${TOKEN}`)).status).toBe(404);
  });

  it.each([
    ['no token', undefined],
    ['another token', `Bearer ${TOKEN}x`],
    ['half of it', `Bearer ${TOKEN.slice(0, 20)}`],
    ['another scheme', `Basic ${TOKEN}`],
    ['the bare token', TOKEN],
  ])('with %s tells nothing', async (_what, authorization) => {
    await begin();
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 'unauthenticated' });
  });

  it('counts what was sent and how late, and times turns and ticks', async () => {
    await begin();
    await appointAdvisor(world);
    await openCase(world);
    await world.postman.tick();
    await tables.pass(5 * 60_000);
    await world.postman.tick();
    const response = await ask(`Bearer ${TOKEN}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(valueOf(text, 'ratkaisupolku_deliveries_sent_total')).toBe(2);
    expect(valueOf(text, 'ratkaisupolku_deliveries_late_total')).toBe(1);
    expect(valueOf(text, 'ratkaisupolku_delivery_lateness_seconds_count')).toBe(2);
    expect(valueOf(text, 'ratkaisupolku_deliveries_due')).toBe(0);
    expect(valueOf(text, 'ratkaisupolku_deliveries_repaired_total')).toBe(0);
    expect(valueOf(text, 'ratkaisupolku_deliveries_handed_on_total')).toBe(0);
    expect(valueOf(text, 'ratkaisupolku_deliveries_throttled_total')).toBe(0);
    expect(valueOf(text, 'ratkaisupolku_postman_tick_seconds_count')).toBe(2);
    expect(valueOf(text, 'ratkaisupolku_turn_seconds_count{outcome="answered"}')).toBe(5);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('counts refusals of Teams to take more, requests refused, and faults by their place', async () => {
    await begin();
    await appointAdvisor(world);
    world.connector.answer('Tapaus 2026-001', { status: 429, headers: { 'retry-after': '60' } });
    await openCase(world);
    await world.postman.tick();
    await world.deliver({ type: 'message' });
    world.connector.answer('pagedmembers', { status: 500 });
    await tables.pass(2 * 60_000);
    await openCase(world).catch(() => undefined);
    const text = await (await ask(`Bearer ${TOKEN}`)).text();
    expect(valueOf(text, 'ratkaisupolku_deliveries_throttled_total')).toBe(1);
    expect(valueOf(text, 'ratkaisupolku_turn_seconds_count{outcome="refused"}')).toBe(1);
    expect(valueOf(text, 'ratkaisupolku_faults_total{at="turn"}')).toBeGreaterThan(0);
  });

  it('names no tenant, team, channel or person, and quotes nobody', async () => {
    await begin();
    await appointAdvisor(world);
    await openCase(world);
    await world.postman.tick();
    const text = await (await ask(`Bearer ${TOKEN}`)).text();
    const words = [
      TEAM.id,
      TEAM.name,
      PRIVATE,
      OPENING.matter,
      ...TEAM.members.flatMap((m) => [m.name, m.aadObjectId]),
    ];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });
});
