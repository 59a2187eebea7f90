import { parseActivity, type InboundActivity } from '../../../src/platform/teams/activity.ts';
import { createAuthenticator, type Authenticator } from '../../../src/platform/teams/authenticator.ts';
import { TOKEN_MS } from '../../../src/platform/teams/attempt-limits.ts';
import { createBotAuthentication } from '../../../src/platform/teams/bot-authentication.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const BOT_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';
const SERVICE = 'http://127.0.0.1:1/';

let issuer: TokenIssuer;

beforeEach(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startTokenIssuer();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await issuer.close();
});

function authenticator(url: string): Authenticator {
  return createAuthenticator({
    authentication: createBotAuthentication({ kind: 'Local', botId: BOT_ID, issuer: url }, TOKEN_MS),
    botId: BOT_ID,
    deadlineMs: 500,
  });
}

function activity(): InboundActivity {
  const parsed = parseActivity({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    from: { id: '29:x' },
    recipient: { id: `28:${BOT_ID}` },
    conversation: { id: '19:x', tenantId: TENANT },
  });
  if (parsed === null) {
    throw new Error('no activity');
  }
  return parsed;
}

function good(): string {
  return `Bearer ${issuer.token(BOT_ID, SERVICE)}`;
}

function forged(): string {
  return `Bearer ${issuer.token(BOT_ID, SERVICE, (parts) => ({ ...parts, signedBy: 'stranger' }))}`;
}

test('while the keys cannot be had, nobody is let in and the request may come again', async () => {
  const nowhere = authenticator('http://127.0.0.1:1');
  expect(await nowhere.authenticate(activity(), good())).toBe('unavailable');
});

test('requests that come together before the first key fetch the keys once', async () => {
  const fresh = authenticator(issuer.url);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => fresh.authenticate(activity(), good())));
  expect(outcomes.every((outcome) => typeof outcome === 'object')).toBe(true);
  // The metadata and the keys.
  expect(issuer.fetches()).toBe(2);
});

test('a flood under an unproven key is cut off, and a proven key never waits for it', async () => {
  const fresh = authenticator(issuer.url);
  const flood = await Promise.all(Array.from({ length: 150 }, () => fresh.authenticate(activity(), forged())));
  expect(flood.filter((outcome) => outcome === 'refused')).toHaveLength(100);
  expect(flood.filter((outcome) => outcome === 'unavailable')).toHaveLength(50);
  expect(typeof (await fresh.authenticate(activity(), good()))).toBe('object');
  const second = Array.from({ length: 150 }, () => fresh.authenticate(activity(), forged()));
  expect(typeof (await fresh.authenticate(activity(), good()))).toBe('object');
  await Promise.all(second);
  expect(issuer.fetches()).toBe(2);
});

test.each([
  { kind: 'SingleTenant', botId: BOT_ID, tenantId: TENANT, password: 'x' },
  { kind: 'UserAssignedMsi', botId: BOT_ID, tenantId: TENANT },
] as const)('a bot of type $kind does not let anybody in without a token', async (credentials) => {
  const real = createAuthenticator({
    authentication: createBotAuthentication(credentials, TOKEN_MS),
    botId: BOT_ID,
    deadlineMs: 500,
  });
  expect(await real.authenticate(activity(), '')).toBe('refused');
  expect(await real.authenticate(activity(), 'Bearer a.b.c')).toBe('refused');
});

test.each([
  { kind: 'SingleTenant', botId: '', tenantId: TENANT, password: 'x' },
  { kind: 'SingleTenant', botId: BOT_ID, tenantId: TENANT, password: '' },
  { kind: 'UserAssignedMsi', botId: '', tenantId: TENANT },
] as const)('incomplete credentials %j are refused at the start', (credentials) => {
  expect(() => createBotAuthentication(credentials, TOKEN_MS)).toThrow(/is required/);
});
