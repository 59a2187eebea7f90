// What the bot says on its own, against a Teams that answers in every way it can.
import {
  parseChannelId,
  parsePersonId,
  workspaceKey,
  type ChannelId,
  type PersonId,
  type WorkspaceKey,
} from '../../../src/kernel/ids.ts';
import type { CardMessage } from '../../../src/platform/cards/card.ts';
import type { Destination, SendOutcome } from '../../../src/platform/teams/messenger.ts';
import {
  AINO,
  BENGT,
  CASES,
  GENERAL,
  plainCard,
  startBot,
  TEAM,
  TENANT,
  cardOf,
  type BotClient,
} from '../../support/bot-client.ts';
import { replies } from '../../support/edge-replies.ts';
import type { ConnectorAnswer } from '../../support/teams-connector.ts';

let bot: BotClient;

beforeAll(async () => {
  bot = await startBot({ commands: [], actions: [], replies }, { limits: { requestMs: 300 } });
  await bot.say(AINO, 'hei');
});

afterAll(async () => {
  await bot.close();
});

beforeEach(() => {
  bot.connector.forget();
});

const workspace = key(GENERAL);
const channelId = channel(CASES);
const thread: Destination = { kind: 'thread', channelId, rootId: '17' };
const message: CardMessage = { card: plainCard('Muistutus'), summary: 'Muistutus tapauksesta', mentions: [] };

function key(teamId: string): WorkspaceKey {
  const made = workspaceKey(TENANT, teamId);
  if (made === null) {
    throw new Error('no key');
  }
  return made;
}

function channel(id: string): ChannelId {
  const made = parseChannelId(id);
  if (made === null) {
    throw new Error('no channel');
  }
  return made;
}

const outcomes: readonly (readonly [string, ConnectorAnswer, SendOutcome])[] = [
  ['400', { status: 400 }, { kind: 'refused', status: 400, why: 'other' }],
  ['401', { status: 401 }, { kind: 'refused', status: 401, why: 'other' }],
  [
    '403',
    { status: 403, body: { error: { code: 'BotDisabledByAdmin' } } },
    { kind: 'refused', status: 403, why: 'forbidden' },
  ],
  [
    '404',
    { status: 404, body: { error: { code: 'ConversationNotFound' } } },
    { kind: 'refused', status: 404, why: 'gone' },
  ],
  ['408', { status: 408 }, { kind: 'unknown', status: 408 }],
  ['412', { status: 412 }, { kind: 'busy', status: 412, retryAfterMs: null }],
  [
    '413',
    { status: 413, body: { error: { code: 'MessageSizeTooBig' } } },
    { kind: 'refused', status: 413, why: 'tooLarge' },
  ],
  ['429', { status: 429 }, { kind: 'busy', status: 429, retryAfterMs: null }],
  [
    '429 with Retry-After',
    { status: 429, headers: { 'retry-after': '7' } },
    { kind: 'busy', status: 429, retryAfterMs: 7_000 },
  ],
  [
    '429 with a date to wait for',
    { status: 429, headers: { 'retry-after': 'Fri, 01 Jan 2027 00:00:00 GMT' } },
    { kind: 'busy', status: 429, retryAfterMs: null },
  ],
  ['500', { status: 500 }, { kind: 'unknown', status: 500 }],
  ['502', { status: 502 }, { kind: 'busy', status: 502, retryAfterMs: null }],
  ['503', { status: 503 }, { kind: 'unknown', status: 503 }],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }, { kind: 'unknown', status: 503 }],
  ['504', { status: 504, headers: { 'retry-after': '1' } }, { kind: 'busy', status: 504, retryAfterMs: 1_000 }],
  ['504 without Retry-After', { status: 504 }, { kind: 'busy', status: 504, retryAfterMs: null }],
  ['409', { status: 409 }, { kind: 'refused', status: 409, why: 'other' }],
  ['501', { status: 501 }, { kind: 'unknown', status: 501 }],
  [
    'a redirection',
    { status: 307, headers: { location: '/v3/conversations/elsewhere/activities' } },
    { kind: 'refused', status: 307, why: 'other' },
  ],
  ['a line cut before the message was taken', 'cut', { kind: 'unknown', status: null }],
  ['a line cut after the message was taken', 'reset', { kind: 'unknown', status: null }],
  ['an answer that never ends', 'stall', { kind: 'unknown', status: null }],
  ['an answer that is not what it says', 'garbage', { kind: 'unknown', status: 201 }],
  ['no answer at all', 'hang', { kind: 'unknown', status: null }],
];

describe('R17: one attempt is one request, and a failure is never taken for a success', () => {
  test.each(outcomes)('a post answered with %s', async (_title, answer, outcome) => {
    bot.connector.answer('POST', answer);
    expect(await bot.connection.messenger.post(workspace, thread, message)).toEqual(outcome);
    expect(bot.connector.requests.map(({ method }) => method)).toEqual(['POST']);
  });

  test.each(outcomes)('an update answered with %s', async (_title, answer, outcome) => {
    bot.connector.answer('PUT', answer);
    const at = { channelId, rootId: '17', activityId: '18' };
    expect(await bot.connection.messenger.update(workspace, at, message)).toEqual(outcome);
    expect(bot.connector.requests.map(({ method }) => method)).toEqual(['PUT']);
  });

  test('a post that nobody listens to was not sent', async () => {
    const other = await startBot({ commands: [], actions: [], replies }, { limits: { requestMs: 300 } });
    await other.say(AINO, 'hei');
    await other.connector.close();
    const first = await other.connection.messenger.post(workspace, thread, message);
    const second = await other.connection.messenger.post(workspace, thread, message);
    await other.close();
    // The first may die on a connection that was kept alive, where nobody can know.
    expect(['unknown', 'notSent']).toContain(first.kind);
    expect(second).toEqual({ kind: 'notSent' });
  });

  test('a failed send never posts an apology', async () => {
    bot.connector.answer('POST', { status: 403 });
    await bot.connection.messenger.post(workspace, thread, message);
    expect(bot.connector.messages).toEqual([]);
  });

  test('a team that the bot never was in refuses for good', async () => {
    const outcome = await bot.connection.messenger.post(key('19:nowhere@thread.tacv2'), thread, message);
    expect(outcome).toEqual({ kind: 'refused', status: 404, why: 'gone' });
    expect(bot.connector.requests).toEqual([]);
  });
});

describe('what is sent', () => {
  test('R16: a message is a card and a summary without text, and its id comes back', async () => {
    const outcome = await bot.connection.messenger.post(workspace, thread, message);
    const [sent] = bot.connector.messages;
    expect(outcome).toEqual({ kind: 'sent', activityId: sent?.id });
    expect(sent?.activity['text']).toBeUndefined();
    expect(sent?.activity['summary']).toBe('Muistutus tapauksesta');
    expect(cardOf(sent?.activity)).toEqual(message.card);
  });

  test('a reply goes under the first message of its thread', async () => {
    await bot.connection.messenger.post(workspace, thread, message);
    expect(bot.connector.messages[0]?.conversationId).toBe(`${CASES};messageid=17`);
  });

  test('a message to the channel begins a new thread', async () => {
    await bot.connection.messenger.post(workspace, { kind: 'channel', channelId }, message);
    expect(bot.connector.messages[0]?.conversationId).toBe(CASES);
    expect(bot.connector.messages[0]?.replyToId).toBeNull();
  });

  test('an update changes the message in its place', async () => {
    const sent = await bot.connection.messenger.post(workspace, thread, message);
    const activityId = sent.kind === 'sent' ? sent.activityId : '';
    const changed = { ...message, card: plainCard('Hoidettu') };
    const at = { channelId, rootId: '17', activityId };
    expect(await bot.connection.messenger.update(workspace, at, changed)).toEqual({ kind: 'sent', activityId });
    expect(bot.connector.messages).toHaveLength(1);
    expect(cardOf(bot.connector.messages[0]?.activity)).toEqual(changed.card);
  });

  test('people are notified by entities of the card whose text the card shows', async () => {
    const mentions = [AINO, BENGT].map(({ id, name }) => ({ teamsId: id, name }));
    const card = plainCard('Huomenna: <at>Aino Aalto</at>');
    await bot.connection.messenger.post(workspace, thread, { ...message, card, mentions });
    expect(cardOf(bot.connector.messages[0]?.activity)).toEqual({
      ...card,
      msteams: {
        entities: [{ type: 'mention', text: '<at>Aino Aalto</at>', mentioned: { id: '29:aino', name: 'Aino Aalto' } }],
      },
    });
  });

  test('a mention of a name with quotes is found in the card', async () => {
    const card = plainCard('<at>Aino "Ainu" Aalto</at>');
    const mentions = [{ teamsId: '29:aino', name: 'Aino "Ainu" Aalto' }];
    await bot.connection.messenger.post(workspace, thread, { ...message, card, mentions });
    expect(cardOf(bot.connector.messages[0]?.activity)?.['msteams']).toBeDefined();
  });
});

describe('a message to one person', () => {
  const ainoId = person(AINO.aadObjectId);
  const to: Destination = { kind: 'person', person: ainoId };
  const methods = (): readonly string[] => bot.connector.requests.map(({ method, path }) => `${method} ${path}`);

  function person(id: string): PersonId {
    const made = parsePersonId(id);
    if (made === null) {
      throw new Error('no person');
    }
    return made;
  }

  /** A bot of its own: a chat that was begun is never begun again. */
  async function freshBot(): Promise<BotClient> {
    const other = await startBot({ commands: [], actions: [], replies }, { limits: { requestMs: 300 } });
    await other.say(AINO, 'hei');
    other.connector.forget();
    return other;
  }

  test('B-15: begins the personal chat once, and each message is one request in it', async () => {
    const { messenger } = bot.connection;
    expect(await messenger.prepare?.(workspace, ainoId)).toBeNull();
    expect(await messenger.prepare?.(workspace, ainoId)).toBeNull();
    const outcome = await messenger.post(workspace, to, message);
    expect(outcome).toMatchObject({ kind: 'sent' });
    expect(methods().filter((each) => each.startsWith('POST'))).toEqual([
      'POST /v3/conversations',
      'POST /v3/conversations/a:personal-29:aino/activities',
    ]);
    const [sent] = bot.connector.messages;
    expect(sent?.activity['conversation']).toMatchObject({ conversationType: 'personal', isGroup: false });
  });

  test.each(outcomes)('R17: a post answered with %s is one request', async (_title, answer, outcome) => {
    await bot.connection.messenger.prepare?.(workspace, ainoId);
    bot.connector.forget();
    bot.connector.answer('POST', answer);
    expect(await bot.connection.messenger.post(workspace, to, message)).toEqual(outcome);
    expect(bot.connector.requests.map(({ method }) => method)).toEqual(['POST']);
  });

  // Beginning a chat tells the person nothing, so what nobody knows of it can be asked again.
  test.each(outcomes)(
    'beginning the chat answered with %s is one request, and no message',
    async (_title, answer, of) => {
      const other = await freshBot();
      other.connector.answer('POST /v3/conversations {', answer);
      const unready = await other.connection.messenger.prepare?.(workspace, ainoId);
      const posts = other.connector.requests.filter(({ method }) => method === 'POST');
      expect(unready).toEqual(of.kind === 'unknown' ? { kind: 'notSent' } : of);
      expect(posts).toHaveLength(1);
      expect(await other.connection.messenger.post(workspace, to, message)).toEqual({ kind: 'notSent' });
      await other.close();
    },
  );

  test('somebody who is not in the team is refused for good, and nothing is asked to begin', async () => {
    const unready = await bot.connection.messenger.prepare?.(workspace, person('eeeeeeee-0000-4000-8000-000000000009'));
    expect(unready).toEqual({ kind: 'refused', status: 404, why: 'gone' });
    expect(methods().filter((each) => each === 'POST /v3/conversations')).toEqual([]);
  });
});

describe('a person of several teams', () => {
  const OTHER = { ...TEAM, id: '19:other@thread.tacv2', channels: [] };

  test('presses a card of their personal chat in the team that it is about, and so does what follows', async () => {
    const seen: string[] = [];
    const card = {
      ...plainCard('Muistutus'),
      actions: [{ type: 'Action.Execute', verb: 'test/echo', data: { verb: 'test/echo' } }],
    } as unknown as CardMessage['card'];
    const action = {
      verb: 'test/echo',
      run: ({ workspace: where }: { readonly workspace: WorkspaceKey }) => {
        seen.push(where);
        return Promise.resolve({ kind: 'card', card } as const);
      },
    };
    const other = await startBot({ commands: [], actions: [action], replies });
    other.connector.setTeam(OTHER);
    await other.say(AINO, 'hei');
    await other.say(
      AINO,
      'hei',
      { channel: OTHER.id },
      { channelData: { tenant: { id: TENANT }, team: { id: OTHER.id } } },
    );
    const aino = parsePersonId(AINO.aadObjectId);
    if (aino === null) {
      throw new Error('no person');
    }
    const { messenger } = other.connection;
    await messenger.prepare?.(key(OTHER.id), aino);
    await messenger.post(key(OTHER.id), { kind: 'person', person: aino }, { ...message, card });
    const sent = JSON.stringify(cardOf(other.connector.messages.at(-1)?.activity));
    expect(sent).toContain(`"inTeam":"${OTHER.id}"`);
    const answer = await other.press(AINO, 'test/echo', { inTeam: OTHER.id }, 'personal');
    expect(JSON.stringify(answer.card)).toContain(`"inTeam":"${OTHER.id}"`);
    // A team that is not theirs is not believed, and without a name they are asked as ever.
    await other.press(AINO, 'test/echo', { inTeam: '19:nowhere@thread.tacv2' }, 'personal');
    await other.press(AINO, 'test/echo', {}, 'personal');
    expect(seen).toEqual([key(OTHER.id)]);
    await other.close();
  });
});
