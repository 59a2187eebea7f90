// Every route of the tab with everybody who might call it: who may is answered, and nobody else learns anything.
import { CASES, GENERAL, PRIVATE, STRANGER, TENANT } from '../support/bot-client.ts';
import type { ConnectorMember, ConnectorTeam } from '../support/teams-connector.ts';
import type { TabAbout, TabReply } from '../support/tab-client.ts';
import { OTHER_TENANT, type TokenParts } from '../support/token-issuer.ts';
import { openTravellingTables, type TravellingTables } from '../support/time-travel.ts';
import { known, openAppWorld, WORKSPACE, type AppWorld } from './app-world.ts';
import { openDatedCase } from './dated-cases.ts';
import { AINO, appointAdvisor, KAISA, MIKKO, openCase, TEAM, VEERA } from './people.ts';
import { ROUTE_ROWS, type Role, type RouteRow, type Scene } from './tab-route-rows.ts';

const TIINA: ConnectorMember = {
  id: '29:tiina',
  aadObjectId: 'dddddddd-0000-4000-8000-000000000005',
  name: 'Tiina Tavallinen',
  userRole: 'user',
  tenantId: TENANT,
};
const PEOPLE: Readonly<Record<Role, ConnectorMember>> = { guest: MIKKO, volunteer: TIINA, advisor: AINO, admin: KAISA };

const NEIGHBOUR: ConnectorTeam = {
  id: '19:neighbour@thread.tacv2',
  name: 'Toinen tiimi',
  members: [STRANGER],
  channels: [{ id: '19:neighbour@thread.tacv2', name: 'General', type: 'standard' }],
};

// Words that only a case of a restricted channel has.
const SECRET = 'Rajatun kanavan oma asia';

let tables: TravellingTables;
let world: AppWorld;
let scene: Scene;
beforeAll(async () => {
  tables = await openTravellingTables();
  world = await openAppWorld({
    tables,
    env: { TENANT_IDS: `${TENANT},${OTHER_TENANT}` },
    tabLimits: { reads: 10_000, writes: 10_000 },
  });
  world.connector.setTeam({ ...TEAM, members: [...TEAM.members, TIINA] });
  world.connector.setTeam(NEIGHBOUR);
  await world.introduce(NEIGHBOUR);
  await openDatedCase(world, 'Kuljetuspalvelu', { date: '2026-12-08' });
  await appointAdvisor(world);
  await openCase(world, VEERA, { matter: SECRET, goal: SECRET }, PRIVATE);
  const { id, number, actions } = await world.read('2026-001');
  scene = { caseId: id, number, actionId: known(actions[0]).id };
});
afterAll(async () => {
  await world.close();
  await tables.close();
});

function send(row: RouteRow, person: ConnectorMember, about: TabAbout = {}): Promise<TabReply> {
  const [method, pattern = ''] = row.route.split(' ');
  const path = row.path?.(scene) ?? pattern;
  const api = world.api(person, about);
  return method === 'GET' ? api.get(path) : api.post(path, row.body?.(scene));
}

/** All rows that the team has in the storage, as they lie there. */
async function stored(): Promise<string> {
  return JSON.stringify(await world.store.range(WORKSPACE, { from: ' ', before: '~' }));
}

function claims(over: Readonly<Record<string, unknown>>) {
  return (good: TokenParts): TokenParts => ({ ...good, claims: { ...good.claims, ...over } });
}

function signed(signedBy: TokenParts['signedBy']) {
  return (good: TokenParts): TokenParts => ({ ...good, signedBy });
}

const UNSIGNED: readonly (readonly [string, TabAbout])[] = [
  ['no token', { change: null }],
  ['a forged token', { change: signed('stranger') }],
  ['an unsigned token', { change: signed('nobody') }],
  ['an expired token', { change: claims({ exp: 1_700_000_000 }) }],
  ['a token for another app', { change: claims({ aud: '99999999-9999-4999-8999-999999999999' }) }],
  ['a token of a tenant that is not served', { change: claims({ tid: '99999999-9999-4999-8999-999999999999' }) }],
];

const OUTSIDE: readonly (readonly [string, ConnectorMember, TabAbout])[] = [
  ['a person who is in another team only', STRANGER, {}],
  ['an admin who asks for another team', KAISA, { team: NEIGHBOUR.id }],
  ['an admin who asks for a team that nobody knows', KAISA, { team: '19:nowhere@thread.tacv2' }],
  ['the same object id in another tenant', { ...KAISA, tenantId: OTHER_TENANT }, { change: signed('stranger') }],
  ['a member who asks in a restricted channel without them', MIKKO, { channel: PRIVATE }],
  ["an admin who asks in another team's channel", KAISA, { channel: NEIGHBOUR.id }],
];

it('every route of the app has one row here, and every row a route', () => {
  const routes = world.tabRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(ROUTE_ROWS.map(({ route }) => route).toSorted()).toEqual(routes.toSorted());
  expect(new Set(routes).size).toBe(routes.length);
});

it('what only an admin may call says so itself', () => {
  const admins = world.tabRoutes
    .filter(({ access }) => access === 'admin')
    .map(({ method, path }) => `${method} ${path}`);
  const rows = ROUTE_ROWS.filter(({ may }) => may.length === 1).map(({ route }) => route);
  expect(rows.toSorted()).toEqual(admins.toSorted());
});

describe.each(ROUTE_ROWS)('$route', (row) => {
  it.each(Object.entries(PEOPLE))(
    'answers a(n) %s who may, and tells others only that they may not',
    async (role, person) => {
      const { status, json } = await send(row, person);
      const isTheirs = row.may.some((each) => each === role);
      expect([status, status === 200 ? 'answered' : json]).toEqual(
        isTheirs ? [200, 'answered'] : [403, { code: 'not-allowed' }],
      );
    },
  );

  it.each(UNSIGNED)('asks %s to sign in', async (_what, about) => {
    const { status, json } = await send(row, KAISA, about);
    expect([status, json]).toEqual([401, { code: 'sign-in' }]);
  });

  it.each(OUTSIDE)('tells %s nothing, always in the same way', async (_what, person, about) => {
    const { status, json } = await send(row, person, about);
    expect([status, json]).toEqual([403, { code: 'not-member' }]);
  });

  it('changes nothing for anybody who is refused', async () => {
    const before = await stored();
    for (const [, about] of UNSIGNED) {
      await send(row, KAISA, about);
    }
    for (const [, person, about] of OUTSIDE) {
      await send(row, person, about);
    }
    for (const [role, person] of Object.entries(PEOPLE).filter(([name]) => !row.may.some((each) => each === name))) {
      expect([role, (await send(row, person)).status]).toEqual([role, 403]);
    }
    expect(await stored()).toBe(before);
  });

  it("G-11: shows nothing of a restricted channel's case outside that channel", async () => {
    for (const person of Object.values(PEOPLE)) {
      for (const about of [{}, { channel: CASES }, { channel: GENERAL }]) {
        const { bytes } = await send(row, person, about);
        expect(new TextDecoder().decode(bytes)).not.toContain(SECRET);
      }
    }
  });
});

it('the case that must not be seen is there, for who may see it', async () => {
  const { id } = known(await world.read('2026-002'));
  const press = { verb: 'cases/show', data: { caseId: id } };
  const there = await world.api(KAISA, { channel: PRIVATE }).post('/press', press);
  expect(new TextDecoder().decode(there.bytes)).toContain(SECRET);
  const elsewhere = await world.api(KAISA).post('/press', press);
  expect(new TextDecoder().decode(elsewhere.bytes)).not.toContain(SECRET);
});

it('nothing broke on the way', () => {
  expect(world.faults).toEqual([]);
});
