// Who gets in and who does not, with the whole app behind the endpoint.
import { CASES, GENERAL, PRIVATE, STRANGER } from '../support/bot-client.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { buttonOf, OPENING, says } from '../features/cases/case-world.ts';
import { openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { answered, ask, cardIn, KAISA, MIKKO, openCase, press, TEAM, VEERA, whereOf } from './people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  // The SDK prints the keys it has when a token names another one.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await openAppWorld({ tables });
});
afterEach(() => world.close());

async function rowKeys(): Promise<readonly string[]> {
  const rows = await world.store.range(WORKSPACE, { from: ' ', before: '~' });
  return rows.map(({ rowKey }) => rowKey);
}

const FOREIGN = '99999999-9999-4999-8999-999999999999';

describe('the endpoint', () => {
  const message = { type: 'message', text: 'uusi tapaus' };

  it.each([
    ['no token', null],
    ['a token that a stranger signed', (good: object) => ({ ...good, signedBy: 'stranger' })],
    ['a token that nobody signed', (good: object) => ({ ...good, signedBy: 'nobody' })],
  ] as const)('does nothing for %s', async (_what, change) => {
    const { at } = await openCase(world);
    const before = await rowKeys();
    const { verb, data } = buttonOf(cardIn(at), 'Avaa tapaus');
    const activity = {
      ...message,
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: '1650000000001',
      channelId: 'msteams',
      serviceUrl: world.connector.url,
      from: { id: VEERA.id, aadObjectId: VEERA.aadObjectId },
      recipient: { id: '28:00000000-0000-4000-8000-00000000b07a' },
      conversation: { id: at.conversationId, conversationType: 'channel', tenantId: VEERA.tenantId },
      channelData: { tenant: { id: VEERA.tenantId }, team: { id: TEAM.id }, channel: { id: CASES } },
      value: { action: { type: 'Action.Execute', verb, data: { ...data, ...OPENING, goal: 'Toinen' } } },
    };
    const asked = world.connector.requests.length;
    // The parts of a token are the same for all three; only who signs differs.
    const refused = await world.deliver(activity, change as Parameters<AppWorld['deliver']>[1]);
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await rowKeys()).toEqual(before);
    expect(world.connector.requests).toHaveLength(asked);
    expect(world.notes.at(-1)).toEqual({ code: 'activity-refused', about: { code: 'token' } });
  });

  it('refuses another tenant, and tells nothing about why', async () => {
    const over = { conversation: { id: 'a:1', conversationType: 'personal', tenantId: FOREIGN }, channelData: {} };
    const refused = await world.say(VEERA, 'uusi tapaus', 'personal', over);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-for-us' }, posted: [] });
    expect(world.connector.requests).toEqual([]);
    expect(world.notes).toEqual([{ code: 'activity-refused', about: { code: 'wrong-tenant' } }]);
  });

  it('lives on after everything that is no activity', async () => {
    const bodies = ['', '{', 'null', '[]', '{"type":5}', '{"__proto__":{"type":"message"}}', '"x"', '\u0000'];
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json' };
      const { status } = await fetch(`${world.url}/api/messages`, { method: 'POST', headers, body });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    expect(world.faults).toEqual([]);
  });

  it('answers every press, whatever its card sends', async () => {
    const sent = [undefined, null, 'text', 42, [], { caseId: [] }, { caseId: 'x'.repeat(9_000) }, { nonce: {} }];
    const verbs = ['cases/open/save', 'cases/do/define', 'cases/save/define', 'settings/guests', 'help/run', 'nothing'];
    for (const [index, data] of sent.entries()) {
      for (const verb of verbs) {
        const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
        const answer = await world.press(VEERA, verb, {}, { channel: CASES }, { value });
        expect([verb, index, answer.status, answer.card !== null]).toEqual([verb, index, 200, true]);
      }
    }
    expect(world.faults).toEqual([]);
  });
});

describe('a stranger', () => {
  it('is told so, whatever is said or pressed, and changes nothing', async () => {
    const { at } = await openCase(world);
    const before = await rowKeys();
    const { id } = await world.read('2026-001');
    expect(says(cardIn(await ask(world, STRANGER, 'tapaus 2026-001')), 'En löydä sinua tiimistä')).toBe(true);
    const shown = answered(await world.press(STRANGER, 'cases/show', { caseId: id }, whereOf(at)));
    expect(says(shown, 'En löydä sinua tiimistä')).toBe(true);
    expect(says(shown, OPENING.matter)).toBe(false);
    expect(await rowKeys()).toEqual(before);
  });
});

describe('guests, once an admin lets them only read', () => {
  it('can read, and can neither open a case nor change one, from new cards or old ones', async () => {
    const [{ at }, old] = [await openCase(world), await ask(world, MIKKO, 'uusi tapaus')];
    const settings = await ask(world, KAISA, 'asetukset', GENERAL);
    const form = await press(world, KAISA, settings, {
      card: await press(world, KAISA, settings, { card: cardIn(settings), title: 'Lisää asetuksia' }),
      title: 'Vieraat',
    });
    const typed = { guests: 'read' };
    const saved = await press(world, KAISA, settings, { card: form, title: 'Tallenna', typed });
    expect(says(saved, 'Vieraiden oikeudet on päivitetty.')).toBe(true);

    expect(says(cardIn(await ask(world, MIKKO, 'uusi tapaus')), 'Et voi avata tapauksia vieraana.')).toBe(true);
    const opened = await press(world, MIKKO, old, { card: cardIn(old), title: 'Avaa tapaus', typed: OPENING });
    expect(says(opened, 'Et voi avata tapauksia vieraana.')).toBe(true);
    const { id, rev } = await world.read('2026-001');
    const about = { caseId: id, seen: String(rev) };
    for (const verb of ['cases/do/define', 'cases/do/join', 'cases/save/define']) {
      const refused = answered(await world.press(VEERA, verb, about, whereOf(at), { replyToId: at.id }));
      expect([verb, says(refused, 'Voit lukea tapauksia, mutta et voi muokata niitä.')]).toEqual([verb, true]);
    }
    expect((await world.read('2026-001')).rev).toBe(rev);
    expect(says(cardIn(await ask(world, MIKKO, 'tapaus 2026-001')), OPENING.matter)).toBe(true);
    expect(says(cardIn(await ask(world, KAISA, 'uusi tapaus')), 'Uusi tapaus')).toBe(true);
  });
});

describe('G-11: a case of a private channel', () => {
  const MATTER = 'Rajatun kanavan asia';

  it('is shown in its own channel only, also to those who may see it there', async () => {
    await openCase(world, VEERA, { matter: MATTER }, PRIVATE);
    const { id } = await world.read('2026-001');
    expect(says(cardIn(await ask(world, KAISA, 'tapaus 2026-001', PRIVATE)), MATTER)).toBe(true);
    for (const who of [VEERA, MIKKO, KAISA]) {
      for (const command of ['tapaus 2026-001', 'tapaukset', 'tapaukset rajatun', 'muistutukset', 'uusi tapaus']) {
        expect(says(cardIn(await ask(world, who, command)), MATTER)).toBe(false);
      }
      for (const verb of ['cases/show', 'cases/card', 'cases/history', 'cases/agenda', 'cases/do/define']) {
        const shown = answered(await world.press(who, verb, { caseId: id, seen: '1' }, { channel: CASES }));
        expect([verb, says(shown, MATTER)]).toEqual([verb, false]);
      }
    }
    expect(says(cardIn(await ask(world, MIKKO, 'tapaus 2026-001', PRIVATE)), 'En löydä sinua tiimistä')).toBe(true);
    expect(world.faults).toEqual([]);
  });

  it('is spoken of in its own channel only', async () => {
    await openCase(world, VEERA, { matter: MATTER }, PRIVATE);
    for (const to of ['2026-11-24T09:01:00.000Z', '2026-11-24T12:00:00.000Z', '2026-12-02T07:00:10.000Z']) {
      await world.travel(to);
      await world.postman.tick();
    }
    const places = world.connector.messages.map((message) => whereOf(message).channel);
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places)).toEqual(new Set([PRIVATE]));
  });
});
