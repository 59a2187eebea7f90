// Who may speak to the bot at all. Every case is sent over real HTTP; none may be accepted and none may do anything.
import { replies, reply } from '../../support/edge-replies.ts';
import { AINO, CASES, startBot, TENANT, type BotClient, type Fields } from '../../support/bot-client.ts';
import type { TokenParts } from '../../support/token-issuer.ts';

let bot: BotClient;
let runs = 0;

beforeAll(async () => {
  // The SDK prints every token it refuses.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  bot = await startBot({
    commands: [
      {
        names: ['uusi tapaus'],
        help: '',
        run: () => {
          runs += 1;
          return Promise.resolve(reply('new case'));
        },
      },
    ],
    actions: [],
    replies,
  });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bot.close();
});

beforeEach(() => {
  runs = 0;
  bot.connector.forget();
});

function message(over: Fields = {}): Fields {
  return {
    type: 'message',
    id: '1700000000999',
    channelId: 'msteams',
    serviceUrl: bot.connector.url,
    from: { id: AINO.id, name: AINO.name, aadObjectId: AINO.aadObjectId },
    recipient: { id: `28:${bot.botId}`, name: 'Ratkaisupolku' },
    conversation: { id: `${CASES};messageid=1`, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: '19:general@thread.tacv2' }, channel: { id: CASES } },
    text: 'uusi tapaus',
    ...over,
  };
}

function claims(change: Fields): (good: TokenParts) => TokenParts {
  return (good) => ({ ...good, claims: { ...good.claims, ...change } });
}

function header(change: Fields, signedBy: TokenParts['signedBy'] = 'issuer'): (good: TokenParts) => TokenParts {
  return (good) => ({ ...good, header: { ...good.header, ...change }, signedBy });
}

const HOUR = 3_600;
const now = Math.floor(Date.now() / 1_000);
const STS = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

const forged: readonly (readonly [string, ((good: TokenParts) => TokenParts) | null])[] = [
  ['no token', null],
  ['algorithm none, unsigned', header({ alg: 'none' }, 'nobody')],
  ['algorithm None with capitals', header({ alg: 'None' }, 'nobody')],
  ['a good head without a signature', header({}, 'nobody')],
  ['HS256 with the public key as its secret', header({ alg: 'HS256' }, 'hmac-with-public-key')],
  ['RS256 claimed over an HMAC', header({}, 'hmac-with-public-key')],
  ['RS512 claimed over RS256', header({ alg: 'RS512' })],
  ['no algorithm', header({ alg: undefined })],
  ['another key under the published id', header({}, 'stranger')],
  ['a key nobody published', header({ kid: 'key-9' }, 'stranger')],
  ['our signature under a foreign key id', header({ kid: 'key-9' })],
  ['no key id', header({ kid: undefined })],
  ['a key id that is no text', header({ kid: 7 })],
  ['a key that is not endorsed for Teams', header({ kid: 'key-without-teams' })],
  ['a key address of its own', header({ kid: 'key-9', jku: 'http://127.0.0.1:1/keys' }, 'stranger')],
  ['another audience', claims({ aud: '33333333-3333-4333-8333-333333333333' })],
  ['no audience', claims({ aud: undefined })],
  ['an empty audience', claims({ aud: '' })],
  ['a list of audiences with ours in it', (good) => claims({ aud: [good.claims['aud']] })(good)],
  ['another issuer', claims({ iss: 'https://evil.example' })],
  ['an issuer that begins like ours', claims({ iss: 'https://api.botframework.com.evil.example' })],
  ['no issuer', claims({ iss: undefined })],
  ['the issuer of the emulator', claims({ iss: STS, ver: '1.0', appid: '00000000-0000-4000-8000-00000000b07a' })],
  ['the issuer of a skill', claims({ iss: STS, ver: '2.0', azp: '44444444-4444-4444-8444-444444444444' })],
  ['the issuer of the government cloud', claims({ iss: 'https://api.botframework.us' })],
  ['expired an hour ago', claims({ exp: now - HOUR, nbf: now - 2 * HOUR })],
  ['expired six minutes ago', claims({ exp: now - 360 })],
  ['no end', claims({ exp: undefined })],
  ['an end that is no number', claims({ exp: 'never' })],
  ['not valid yet', claims({ nbf: now + HOUR })],
  ['no service address', claims({ serviceurl: undefined })],
  ['another service address', claims({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  [
    'the service address in another case',
    (good) => claims({ serviceurl: String(good.claims['serviceurl']).toUpperCase() })(good),
  ],
  [
    'a service address with a slash more',
    (good) => claims({ serviceurl: `${String(good.claims['serviceurl'])}/` })(good),
  ],
];

describe('forged tokens', () => {
  test.each(forged)('%s is refused and nothing happens', async (_title, change) => {
    const answer = await bot.deliver(message(), change);
    expect([answer.status, answer.body]).toEqual([401, { code: 'unauthenticated' }]);
    expect(runs).toBe(0);
    expect(bot.connector.requests).toEqual([]);
    expect(bot.faults).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['only the scheme', 'Bearer '],
    ['another scheme', 'Basic YWRtaW46YWRtaW4='],
    ['no token at all', 'Bearer undefined'],
    ['two tokens', 'Bearer a.b.c d.e.f'],
    ['dots only', 'Bearer ..'],
    ['a head that is no JSON', 'Bearer eA.eA.eA'],
    ['100 KB', `Bearer ${'a'.repeat(10_000)}.b.c`],
  ])('an authorization header with %s is refused', async (_title, authorization) => {
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) },
      body: JSON.stringify(message()),
    });
    expect(response.status).toBe(401);
    expect(runs).toBe(0);
  });
});

describe('good tokens with an activity that is not for us', () => {
  test.each<[string, Fields]>([
    ['another channel', { channelId: 'webchat' }],
    ['the emulator', { channelId: 'emulator' }],
    ['the name of our channel in capitals', { channelId: 'MSTEAMS' }],
    ['a foreign service', { serviceUrl: 'https://evil.example/' }],
    ['a service that only begins with loopback', { serviceUrl: 'http://127.0.0.1.evil.example/' }],
    ['a service with loopback as its user name', { serviceUrl: 'http://127.0.0.1@evil.example/' }],
    ['a service of the cloud while the bot is local', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['a service that is a file', { serviceUrl: 'file:///etc/passwd' }],
    ['a service that is no address', { serviceUrl: 'localhost' }],
    [
      'a tenant that is not allowed',
      { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } }, conversation: { id: CASES } },
    ],
    ['no tenant', { channelData: {}, conversation: { id: CASES } }],
    ['two tenants', { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } }],
    ['another bot as its recipient', { recipient: { id: '28:33333333-3333-4333-8333-333333333333' } }],
  ])('%s is refused and nothing happens', async (_title, over) => {
    const answer = await bot.deliver(message(over));
    expect([answer.status, answer.body]).toEqual([403, { code: 'not-for-us' }]);
    expect(runs).toBe(0);
    expect(bot.connector.requests).toEqual([]);
  });
});

function without(field: string): (whole: Fields) => unknown {
  return (whole) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
}

function replaced(over: Fields): (whole: Fields) => unknown {
  return (whole) => ({ ...whole, ...over });
}

describe('bodies that are no activity', () => {
  test.each<[string, (whole: Fields) => unknown]>([
    ['a number as its type', replaced({ type: 5 })],
    ['only a number as its type', () => ({ type: 5 })],
    ['an empty object', () => ({})],
    ['a list', () => []],
    ['a text', () => 'text'],
    ['null', () => null],
    ['a missing service address', without('serviceUrl')],
    ['an empty service address', replaced({ serviceUrl: '' })],
    ['a missing channel', without('channelId')],
    ['a missing sender', without('from')],
    ['a missing recipient', without('recipient')],
    ['a missing conversation', without('conversation')],
    ['a number as its text', replaced({ text: 5 })],
    ['an object as its text', replaced({ text: { toString: 'x' } })],
    ['a list as its conversation', replaced({ conversation: [] })],
    ['a text as its channel data', replaced({ channelData: 'team' })],
    ['a number as the id of its team', replaced({ channelData: { tenant: { id: TENANT }, team: { id: 5 } } })],
    ['members that are no list', replaced({ membersAdded: 'all' })],
    ['a sender whose id is an object', replaced({ from: { id: { $ne: null } } })],
    ['a type of 10,000 letters', replaced({ type: 'x'.repeat(10_000) })],
  ])('%s is refused with a good token too, and nothing happens', async (_title, change) => {
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${bot.issuer.token(bot.botId, bot.connector.url)}`,
      },
      body: JSON.stringify(change(message())),
    });
    expect([response.status, await response.json()]).toEqual([400, { code: 'malformed' }]);
    expect(runs).toBe(0);
    expect(bot.connector.requests).toEqual([]);
  });
});

test('a good token and a good activity are accepted', async () => {
  const answer = await bot.deliver(message());
  expect(answer.status).toBe(200);
  expect(runs).toBe(1);
});

test('a token that ended four minutes ago is accepted: clocks differ', async () => {
  expect((await bot.deliver(message({ id: '1700000001000' }), claims({ exp: now - 240 }))).status).toBe(200);
});

test('a flood of unknown keys fetches the keys no more than once and does not hold up Teams', async () => {
  const flood = Array.from({ length: 80 }, () => bot.deliver(message(), header({ kid: 'key-9' }, 'stranger')));
  const [good] = await Promise.all([bot.deliver(message({ id: '1700000001001' })), ...flood]);
  expect(good.status).toBe(200);
  // The metadata and the keys, once.
  expect(bot.issuer.fetches()).toBe(2);
  const statuses = new Set((await Promise.all(flood)).map((answer) => answer.status));
  expect([...statuses].filter((status) => status < 400)).toEqual([]);
});

test('other methods and other bodies than JSON are refused', async () => {
  expect((await fetch(bot.url)).status).toBe(405);
  const form = { method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect((await fetch(bot.url, form)).status).toBe(415);
});
