// How the tab's API answers, with the whole app behind it.
import { Fault } from '../../../src/kernel/fault.ts';
import { LOCAL_BOT_ID } from '../../../src/config.ts';
import { CASES, GENERAL, PRIVATE, STRANGER } from '../../support/bot-client.ts';
import type { TabAbout } from '../../support/tab-client.ts';
import { OTHER_TENANT, type TokenParts } from '../../support/token-issuer.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';
import { openAppWorld, type AppWorld, type AppWorldOptions } from '../../app/app-world.ts';
import { KAISA, MIKKO, TEAM, VEERA } from '../../app/people.ts';

let tables: TravellingTables;
let world: AppWorld;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
afterEach(() => world.close());

async function begin(options: Partial<AppWorldOptions> = {}): Promise<void> {
  world = await openAppWorld({ tables, ...options });
}

const LIST = { verb: 'cases/list', data: {} };

describe('GET /api/me', () => {
  it('tells who is signed in and which teams hold them', async () => {
    await begin();
    const { status, json } = await world.api(VEERA).me();
    expect(status).toBe(200);
    expect(json).toEqual({
      personId: VEERA.aadObjectId,
      name: 'Veera Virtanen',
      teams: [{ id: GENERAL, name: TEAM.name }],
    });
  });

  it('names no team to somebody in none, and asks others to sign in', async () => {
    await begin();
    expect((await world.api(STRANGER).me()).json).toEqual({
      personId: STRANGER.aadObjectId,
      name: STRANGER.name,
      teams: [],
    });
    const unsigned = await world.api(VEERA, { change: null }).me();
    expect(unsigned).toMatchObject({ status: 401, json: { code: 'sign-in' } });
    expect(unsigned.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('leaves out a team that the bot was removed from', async () => {
    await begin();
    await world.api(VEERA).me();
    await world.tell({ membersRemoved: [{ id: `28:${LOCAL_BOT_ID}` }] }, { channelData: removedData() });
    expect((await world.api(VEERA).me()).json).toMatchObject({ teams: [] });
  });
});

function removedData() {
  return {
    tenant: { id: VEERA.tenantId },
    eventType: 'teamMemberRemoved',
    team: { id: GENERAL, name: TEAM.name, aadGroupId: 'group-1' },
  };
}

describe('a member of the team', () => {
  it('presses in the tab what a card in Teams offers', async () => {
    await begin();
    const { status, json, headers } = await world.api(VEERA).post('/press', LIST);
    expect(status).toBe(200);
    expect(json).toHaveProperty('kind');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('is one in the tab of an open channel, and of a restricted one that holds them', async () => {
    await begin();
    expect((await world.api(MIKKO, { channel: CASES }).post('/press', LIST)).status).toBe(200);
    expect((await world.api(KAISA, { channel: PRIVATE }).post('/press', LIST)).status).toBe(200);
    const shut = await world.api(MIKKO, { channel: PRIVATE }).post('/press', LIST);
    expect(shut).toMatchObject({ status: 403, json: { code: 'not-member' } });
  });

  it('stops being one when the roster no longer holds them, within a minute', async () => {
    await begin();
    expect((await world.api(MIKKO).post('/press', LIST)).status).toBe(200);
    world.connector.setTeam({ ...TEAM, members: TEAM.members.filter(({ id }) => id !== MIKKO.id) });
    await tables.pass(61_000);
    expect((await world.api(MIKKO).post('/press', LIST)).status).toBe(403);
  });
});

describe('one and the same refusal gets', () => {
  it('who is not in the team, names another team, another tenant, or an unknown channel', async () => {
    await begin();
    const answers = await Promise.all([
      world.api(STRANGER).post('/press', LIST),
      world.api(VEERA, { team: '19:another@thread.tacv2' }).post('/press', LIST),
      world.api(VEERA, { team: 'a|b' }).post('/press', LIST),
      world.api(VEERA, { channel: '19:unknown@thread.tacv2' }).post('/press', LIST),
      world.api(VEERA, { channel: '' }).post('/press', LIST),
      world.api(MIKKO, { channel: PRIVATE }).post('/press', LIST),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 403, json: { code: 'not-member' } });
      expect(answer.json).toEqual({ code: 'not-member' });
    }
    expect(new Set(world.notes.map(({ code }) => code))).toEqual(new Set(['tab-refused']));
  });

  it('who names a restricted channel that has been deleted, which is no fault', async () => {
    await begin();
    expect((await world.api(KAISA, { channel: PRIVATE }).post('/press', LIST)).status).toBe(200);
    world.connector.setTeam({ ...TEAM, channels: TEAM.channels.filter(({ id }) => id !== PRIVATE) });
    await tables.pass(61_000);
    const answer = await world.api(KAISA, { channel: PRIVATE }).post('/press', LIST);
    expect(answer).toMatchObject({ status: 403, json: { code: 'not-member' } });
    expect(world.faults).toEqual([]);
  });

  it('everybody of a team that the bot was removed from', async () => {
    await begin();
    expect((await world.api(VEERA).post('/press', LIST)).status).toBe(200);
    await world.tell({ membersRemoved: [{ id: `28:${LOCAL_BOT_ID}` }] }, { channelData: removedData() });
    expect(await world.api(VEERA).post('/press', LIST)).toMatchObject({ status: 403, json: { code: 'not-member' } });
  });

  it('the same object id with a token of another tenant that is served too', async () => {
    await begin({ env: { TENANT_IDS: `${VEERA.tenantId ?? ''},${OTHER_TENANT}` } });
    const twin = { ...VEERA, tenantId: OTHER_TENANT };
    const change = (good: TokenParts): TokenParts => ({ ...good, signedBy: 'stranger' });
    const answer = await world.api(twin, { change }).post('/press', LIST);
    expect(answer).toMatchObject({ status: 403, json: { code: 'not-member' } });
  });
});

describe('a request', () => {
  it('of another site is refused whatever it holds, and one of our own page is not', async () => {
    await begin();
    for (const site of ['cross-site', 'same-site', 'none']) {
      const foreign = await world.api(VEERA, { headers: { 'sec-fetch-site': site } }).post('/press', LIST);
      expect(foreign).toMatchObject({ status: 400, json: { code: 'bad-request' } });
    }
    expect((await world.api(VEERA, { headers: { 'sec-fetch-site': 'same-origin' } }).post('/press', LIST)).status).toBe(
      200,
    );
  });

  it('that is no JSON, or of another shape, is not understood', async () => {
    await begin();
    const plain = await world.api(VEERA, { headers: { 'content-type': 'text/plain' } }).post('/press', LIST);
    expect(plain.status).toBe(415);
    for (const body of [
      [],
      'x',
      { verb: 5, data: {} },
      { verb: 'x'.repeat(200), data: {} },
      { verb: 'nothing', data: {} },
    ]) {
      expect(await world.api(VEERA).post('/press', body)).toMatchObject({ status: 400, json: { code: 'bad-request' } });
    }
  });

  it('over 32 KB is not read', async () => {
    await begin();
    const data = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`field${index}`, 'x'.repeat(4_000)]));
    expect((await world.api(VEERA).post('/press', { ...LIST, data })).status).toBe(413);
  });

  it('with a file is not even parsed before it is known who sends it', async () => {
    await begin();
    const file = 'x'.repeat(1_000_000);
    const send = async (about: TabAbout): Promise<number> =>
      (await world.api(VEERA, about).post('/organisations/preview', { file, removesMissing: 'perhaps' })).status;
    expect(await send({ change: null })).toBe(401);
    expect(await send({ headers: { 'content-type': 'text/plain' }, change: null })).toBe(401);
    expect(await send({ headers: { 'content-type': 'text/plain' } })).toBe(415);
    expect(await send({})).toBe(403);
  });

  it('is answered packed where the browser takes it and the answer is long', async () => {
    await begin();
    const packed = await world.api(VEERA, { headers: { 'accept-encoding': 'gzip' } }).post('/press', {
      verb: 'cases/open',
      data: {},
    });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('accept-encoding');
    const plain = await world.api(VEERA, { headers: { 'accept-encoding': 'gzip;q=0' } }).post('/press', {
      verb: 'cases/open',
      data: {},
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.json).toHaveProperty('kind');
    expect(plain.json).toHaveProperty('kind');
  });
});

describe('who asks too often', () => {
  it('waits a minute, and nobody else does', async () => {
    await begin({ tabLimits: { reads: 3, writes: 2 } });
    const ask = async (who = VEERA): Promise<number> => (await world.api(who).post('/press', LIST)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
    expect(await ask(MIKKO)).toBe(200);
    expect((await world.api(VEERA).me()).status).toBe(200);
    const refused = await world.api(VEERA).post('/press', LIST);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.json).toEqual({ code: 'too-many-requests' });
    await tables.pass(60_000);
    expect(await ask()).toBe(200);
  });
});

describe('what is broken', () => {
  it('a roster that Teams does not give is an outage, told with a reference and no more', async () => {
    await begin();
    world.connector.answer('pagedmembers', { status: 500 });
    for (const answer of [await world.api(VEERA).post('/press', LIST), await world.api(VEERA).me()]) {
      expect([answer.status, answer.json]).toEqual([503, { code: 'unavailable', ref: expect.stringMatching(/^ref-/) }]);
    }
    expect(world.faults).toMatchObject([
      { fault: { code: 'roster-unavailable' }, where: { at: 'tab', path: '/api/teams/:team/press' } },
      { fault: { code: 'roster-unavailable' }, where: { at: 'tab', path: '/api/me' } },
    ]);
  });

  it.each([
    ['a storage that does not answer is an outage too', new Fault('storage-unavailable'), 503, 'unavailable'],
    ['anything else is a fault of ours, and its words are told to nobody', new Error('a detail'), 500, 'internal'],
  ])('%s', async (_what, fault, status, code) => {
    let isWell = true;
    await begin({
      wrap: (store) => ({ ...store, range: (...about) => (isWell ? store.range(...about) : Promise.reject(fault)) }),
    });
    expect((await world.api(VEERA).me()).status).toBe(200);
    isWell = false;
    const broken = await world.api(VEERA).me();
    expect([broken.status, broken.json]).toEqual([status, { code, ref: 'ref-1' }]);
    expect(world.faults).toMatchObject([{ fault, where: { at: 'tab' } }]);
  });
});

describe('a file', () => {
  it('comes as one to save, under its name', async () => {
    await begin();
    const { status, headers } = await world.api(VEERA).get('/statistics.csv');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+\.csv$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is not a page', () => {
  it.each(['/api/me', '/healthz', '/calendar/none.ics', '/tab/config.json', '/nowhere'])(
    '%s may be framed by nobody',
    async (path) => {
      await begin();
      const { headers } = await fetch(`${world.url}${path}`);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    },
  );
});
