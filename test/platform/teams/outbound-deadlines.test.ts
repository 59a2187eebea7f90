// Every call that leaves the process has a deadline, and it is shorter than a postman's lease. The calls are found in the
// source: a new one without a row here fails.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { LOCAL_BOT_ID } from '../../../src/config.ts';
import { parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { parseChannelId, parsePersonId, workspaceKey } from '../../../src/kernel/ids.ts';
import { LEASE_MS } from '../../../src/platform/delivery/lease.ts';
import { askGraph } from '../../../src/platform/graph/graph-request.ts';
import { createTableStore } from '../../../src/platform/storage/table-store.ts';
import { ATTEMPT_MS, LOOKUP_MS, REQUEST_MS, TOKEN_MS } from '../../../src/platform/teams/attempt-limits.ts';
import { createTokenVerifier } from '../../../src/platform/tab/user-token.ts';
import { createAuthenticator } from '../../../src/platform/teams/authenticator.ts';
import { createBotAuthentication } from '../../../src/platform/teams/bot-authentication.ts';
import { timely } from '../../../src/platform/teams/timely-credentials.ts';
import { parseActivity } from '../../../src/platform/teams/activity.ts';
import { tableOptions } from '../../support/azurite.ts';
import {
  AINO,
  CASES,
  GENERAL,
  plainCard,
  PRIVATE,
  startBot,
  TENANT,
  type BotClient,
} from '../../support/bot-client.ts';
import { replies } from '../../support/edge-replies.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const DEADLINE_MS = 200;
const NOW = given(parseInstant('2026-12-01T08:00:00.000Z'));
// For all that a call does besides waiting, on a busy machine; without a deadline it would take for ever.
const AMPLE_MS = 5_000;

let bot: BotClient;
let silent: { readonly url: string; close(): void };
let issuer: TokenIssuer;
const channelId = given(parseChannelId(CASES));
const workspace = given(workspaceKey(TENANT, GENERAL));
const message = { card: plainCard('Muistutus'), summary: 'Muistutus', mentions: [] };
const thread = { kind: 'thread', channelId, rootId: '17' } as const;
const never = <Value>(): Promise<Value> => new Promise(() => undefined);

beforeAll(async () => {
  [bot, silent, issuer] = await Promise.all([
    startBot({ commands: [], actions: [], replies }, { limits: { requestMs: DEADLINE_MS, turnMs: 1_000 } }),
    listenInSilence(),
    startTokenIssuer(),
  ]);
  await bot.say(AINO, 'hei');
});
afterAll(async () => {
  silent.close();
  await Promise.all([bot.close(), issuer.close()]);
});
beforeEach(() => {
  bot.connector.forget();
});

/** A store at an endpoint that takes every request and never answers. */
const tables = (about = {}) =>
  createTableStore(tableOptions('t', { url: silent.url, deadlineMs: DEADLINE_MS, ...about }));
const graph = (token: () => Promise<string>, url: string) =>
  askGraph({ url, token, log: () => undefined, deadlineMs: DEADLINE_MS }, { method: 'GET', path: '/me' });
const unavailable = { code: 'storage-unavailable' };

type Call = {
  /** The file and the function that it calls, as the source has them. */
  readonly site: string;
  readonly what: string;
  readonly make: () => Promise<unknown>;
};

const calls: readonly Call[] = [
  {
    site: 'teams/teams-messenger.ts sendActivity',
    what: 'posting a message that Teams never answers',
    make: () => {
      bot.connector.answer('POST', 'hang');
      return expectUnknown(bot.connection.messenger.post(workspace, thread, message));
    },
  },
  {
    site: 'teams/teams-messenger.ts sendActivity',
    what: 'posting a message whose answer never ends',
    make: () => {
      bot.connector.answer('POST', 'stall');
      return expectUnknown(bot.connection.messenger.post(workspace, thread, message));
    },
  },
  {
    site: 'teams/teams-messenger.ts updateActivity',
    what: 'updating a message',
    make: () => {
      bot.connector.answer('PUT', 'hang');
      return expectUnknown(
        bot.connection.messenger.update(workspace, { channelId, rootId: '17', activityId: '18' }, message),
      );
    },
  },
  {
    site: 'teams/bot-application.ts sendActivity',
    what: 'answering in a turn',
    make: () => {
      bot.connector.answer('POST', 'hang');
      return bot.say(AINO, 'hei');
    },
  },
  {
    site: 'teams/teams-roster.ts getPagedTeamMembers',
    what: 'asking who is in a team',
    make: () => {
      bot.connector.answer('pagedmembers', 'hang');
      const elsewhere = given(parseChannelId('19:unasked@thread.tacv2'));
      return expect(bot.connection.roster.channel(workspace, elsewhere)).rejects.toMatchObject({
        code: 'roster-unavailable',
      });
    },
  },
  {
    site: 'teams/personal-chat.ts createConversation',
    what: 'beginning a personal chat',
    make: () => {
      bot.connector.answer('POST /v3/conversations ', 'hang');
      const begun = bot.connection.messenger.prepare?.(workspace, given(parsePersonId(AINO.aadObjectId)));
      return expect(begun).resolves.toEqual({ kind: 'notSent' });
    },
  },
  {
    site: 'teams/place.ts getTeamChannels',
    what: 'asking which channels a team has',
    make: () => {
      bot.connector.answer('GET /v3/teams', 'hang');
      return bot.say(AINO, 'hei', { channel: PRIVATE });
    },
  },
  {
    site: 'teams/timely-credentials.ts signRequest',
    what: 'fetching the token of the bot',
    make: () =>
      expect(timely({ signRequest: () => never() }, DEADLINE_MS).signRequest({} as never)).rejects.toMatchObject({
        code: 'token-too-slow',
      }),
  },
  {
    site: 'teams/authenticator.ts authenticateRequest',
    what: 'fetching the keys that verify who sends',
    make: async () => {
      const authentication = createBotAuthentication(
        { kind: 'Local', botId: LOCAL_BOT_ID, issuer: silent.url },
        TOKEN_MS,
      );
      const authenticator = createAuthenticator({ authentication, botId: LOCAL_BOT_ID, deadlineMs: DEADLINE_MS });
      const serviceUrl = bot.connector.url;
      const activity = given(
        parseActivity({
          type: 'message',
          id: '1',
          channelId: 'msteams',
          serviceUrl,
          conversation: { id: CASES, tenantId: TENANT },
          from: { id: AINO.id, aadObjectId: AINO.aadObjectId },
          recipient: { id: `28:${LOCAL_BOT_ID}` },
        }),
      );
      const token = issuer.token(LOCAL_BOT_ID, serviceUrl);
      expect(await authenticator.authenticate(activity, `Bearer ${token}`)).toBe('unavailable');
    },
  },
  {
    site: 'storage/table-access.ts getEntity',
    what: 'reading a row',
    make: () => expect(tables().read('p', 'r')).rejects.toMatchObject(unavailable),
  },
  {
    site: 'storage/table-store.ts listEntities',
    what: 'reading rows',
    make: () => expect(tables().range('p', { from: 'a', before: 'b' })).rejects.toMatchObject(unavailable),
  },
  {
    site: 'storage/table-store.ts getEntity',
    what: 'asking the storage for the time',
    make: () => expect(tables().now()).rejects.toMatchObject(unavailable),
  },
  {
    site: 'storage/table-store.ts createTable',
    what: 'making a table',
    make: () => expect(tables().ensureTable()).rejects.toMatchObject(unavailable),
  },
  {
    site: 'storage/table-commit.ts submitTransaction',
    what: 'committing',
    make: () =>
      expect(tables().commit('p', [{ kind: 'insert', rowKey: 'r', cells: {} }])).rejects.toMatchObject(unavailable),
  },
  {
    site: 'storage/timely-credential.ts getToken',
    what: 'fetching the token for the storage',
    make: () =>
      expect(
        tables({ url: 'https://127.0.0.1:1/account', credential: { getToken: () => never() } }).ping(),
      ).rejects.toMatchObject(unavailable),
  },
  {
    site: 'graph/graph-request.ts fetch(',
    what: 'asking Microsoft Graph',
    make: () => expect(graph(() => Promise.resolve('t'), silent.url)).resolves.toEqual({ kind: 'lost' }),
  },
  {
    site: 'index.ts getToken',
    what: 'fetching the token for Microsoft Graph',
    make: () => expect(graph(never, silent.url)).resolves.toEqual({ kind: 'lost' }),
  },
  {
    site: 'tab/user-token.ts createRemoteJWKSet(',
    what: 'fetching the keys of a tenant, for somebody at the tab',
    make: () => {
      const verify = createTokenVerifier({
        audience: LOCAL_BOT_ID,
        authority: silent.url,
        tenantIds: new Set([TENANT]),
        keysMs: DEADLINE_MS,
      });
      const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
      const token = [part({ alg: 'RS256', kid: 'any' }), part({ tid: TENANT }), 'c2lnbmF0dXJl'].join('.');
      return expect(verify(`Bearer ${token}`, NOW)).rejects.toMatchObject({ code: 'keys-unavailable' });
    },
  },
  {
    site: 'teams/proactive.ts continueConversationAsync',
    what: 'speaking outside a turn: no call of its own, but those of the work it runs',
    make: () => {
      bot.connector.answer('POST', 'hang');
      return expectUnknown(bot.connection.messenger.post(workspace, { kind: 'channel', channelId }, message));
    },
  },
];

test.each(calls)('$what ends by itself ($site)', async ({ make }) => {
  const started = performance.now();
  await make();
  expect(performance.now() - started).toBeLessThan(AMPLE_MS);
});

test('every call out of the process that the source has is in the table above', () => {
  const named = new Set(calls.map(({ site }) => site));
  expect(sitesInSource().filter((site) => !named.has(site))).toEqual([]);
});

test('an attempt is over before the lease under which it began', () => {
  expect(LOOKUP_MS + TOKEN_MS + REQUEST_MS).toBe(ATTEMPT_MS);
  // With room to renew the lease in time.
  expect(ATTEMPT_MS).toBeLessThanOrEqual(LEASE_MS - 8_000);
});

test('a team that cannot be looked up in time is not written to late', async () => {
  const other = await startBot({ commands: [], actions: [], replies });
  await other.say(AINO, 'hei');
  const find = jest.spyOn(other.connection.directory, 'find').mockReturnValue(never());
  other.connector.forget();
  expect(await other.connection.messenger.post(workspace, thread, message)).toEqual({ kind: 'notSent' });
  expect(other.connector.requests).toEqual([]);
  find.mockRestore();
  await other.close();
});

// What the SDKs in use offer to reach the network with; `http` and `fetch` themselves are used nowhere in src.
const REACHING =
  /\bfetch\(|'createConversation'|\bTeamsInfo\.(\w+)\(|\bcreateRemoteJWKSet\(|\bpropertyOf\(conversations, '(\w+)'\)|\.(sendActivity|updateActivity|deleteActivity|continueConversationAsync|createConversationAsync|authenticateRequest|signRequest|getToken|getEntity|listEntities|submitTransaction|createTable|deleteTable|createEntity|updateEntity|upsertEntity|deleteEntity)\(/g;

function sitesInSource(): readonly string[] {
  const root = join(process.cwd(), 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    // What the page asks for, it asks in somebody's browser.
    /^(?!tab\/).*\.ts$/.test(file.replaceAll('\\', '/')),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(REACHING)].map(
      ([whole, ...names]) => `${file.replace(/^platform\//, '')} ${names.find((name) => name !== undefined) ?? whole}`,
    ),
  );
}

async function expectUnknown(outcome: Promise<unknown>): Promise<void> {
  expect(await outcome).toEqual({ kind: 'unknown', status: null });
}

function listenInSilence(): Promise<{ readonly url: string; close(): void }> {
  return new Promise((resolve) => {
    const server: Server = createServer(() => undefined);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const close = (): void => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}

function given<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('the test gives a value that does not parse');
  }
  return value;
}
