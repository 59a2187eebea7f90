// Turns over real HTTP: who may ask, what a message means, and that nothing happens twice.
import { Fault } from '../../../src/kernel/fault.ts';
import type { ActionRequest, CommandRequest } from '../../../src/platform/teams/bot.ts';
import {
  AINO,
  BENGT,
  cardOf,
  CASES,
  GENERAL,
  plainCard,
  PRIVATE,
  startBot,
  STRANGER,
  TEAM,
  TENANT,
  type Answered,
  type BotClient,
} from '../../support/bot-client.ts';
import { replies, reply } from '../../support/edge-replies.ts';

const asked: CommandRequest[] = [];
const pressed: ActionRequest[] = [];
let clockMs = 0;
let bot: BotClient;

beforeAll(async () => {
  bot = await startBot(
    {
      commands: [
        {
          names: ['uusi tapaus'],
          help: '',
          run: (request) => {
            asked.push(request);
            return Promise.resolve(reply('new case'));
          },
        },
        {
          names: ['kaadu'],
          help: '',
          run: (request) => {
            asked.push(request);
            return Promise.reject(new Fault('broken', {}, { cause: new Error('secret detail') }));
          },
        },
        { names: ['juutu'], help: '', run: () => new Promise(() => undefined) },
      ],
      actions: [
        {
          verb: 'cases/next',
          run: (request) => {
            pressed.push(request);
            return Promise.resolve({ kind: 'card', card: plainCard(`private view of ${request.person.name}`) });
          },
        },
        { verb: 'cases/break', run: () => Promise.reject(new Error('secret detail')) },
        { verb: 'cases/hang', run: () => new Promise(() => undefined) },
      ],
      replies,
    },
    { monotonicMs: () => clockMs, limits: { turnMs: 1_000 } },
  );
});

afterAll(async () => {
  await bot.close();
});

beforeEach(() => {
  // Everything cached is old: each test sees the teams as it set them.
  clockMs += 120_000;
  bot.connector.forget();
  bot.connector.setTeam(TEAM);
  asked.length = 0;
  pressed.length = 0;
});

function said({ posted }: Answered): readonly unknown[] {
  return posted.map((activity) => activity['summary']);
}

function textOf(card: unknown): string {
  return JSON.stringify(card);
}

describe('C-10: a command is heard', () => {
  test.each([
    '/uusi tapaus',
    'uusi tapaus',
    'Uusi Tapaus',
    '/UUSI TAPAUS',
    '  uusi    tapaus  ',
    'uusi\u00a0tapaus',
    '<at>Ratkaisupolku</at> uusi tapaus',
    '<at>Ratkaisupolku</at>&nbsp;/uusi tapaus',
    'uusi tapaus <at>Ratkaisupolku</at>',
    '/\u200buusi tapaus\n',
  ])('as "%s"', async (text) => {
    const answer = await bot.say(AINO, text);
    expect(answer.status).toBe(200);
    expect(said(answer)).toEqual(['new case']);
  });

  test('with what followed its name, as it was written', async () => {
    await bot.say(AINO, 'UUSI tapaus Kuljetus Ähtärissä');
    expect(asked[0]?.rest).toBe('Kuljetus Ähtärissä');
  });

  test('and the reply is one card without text, in the thread', async () => {
    const answer = await bot.say(AINO, 'uusi tapaus', { channel: CASES, root: '42' });
    expect(answer.posted).toHaveLength(1);
    expect(answer.posted[0]?.['text']).toBeUndefined();
    expect(cardOf(answer.posted[0])).toEqual(plainCard('new case'));
    expect(bot.connector.messages[0]?.conversationId).toBe(`${CASES};messageid=42`);
  });
});

describe('other messages', () => {
  test('naming the bot without a word shows the help', async () => {
    expect(said(await bot.say(AINO, '<at>Ratkaisupolku</at>'))).toEqual(['help']);
  });

  test('an unknown word is answered with the nearest command', async () => {
    expect(said(await bot.say(AINO, '/uusi tapasu'))).toEqual(['unknown command uusi tapasu -> uusi tapaus']);
    expect(said(await bot.say(AINO, 'mitä kuuluu'))).toEqual(['unknown command mitä kuuluu -> none']);
  });

  test('a message without text shows the help', async () => {
    expect(said(await bot.say(AINO, '', { channel: CASES }, { text: null }))).toEqual(['help']);
  });
});

describe('who asks and where', () => {
  test('is proved by the roster, and now is the time of the storage', async () => {
    await bot.say(BENGT, 'uusi tapaus', { channel: CASES, root: '42' });
    expect(asked[0]).toMatchObject({
      workspace: `${TENANT}|${GENERAL}`,
      person: { id: BENGT.aadObjectId, teamsId: '29:bengt', name: 'Bengt Berg', isGuest: true },
      place: { kind: 'channel', channelId: CASES, channelName: 'Tapaukset', access: 'team', rootId: '42' },
      today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(asked[0]?.now).toMatch(/Z$/);
  });

  test('a message that begins a thread is its root', async () => {
    await bot.say(
      AINO,
      'uusi tapaus',
      { channel: CASES },
      { id: '1800000000001', conversation: { id: CASES, conversationType: 'channel', tenantId: TENANT } },
    );
    expect(asked[0]?.place).toMatchObject({ rootId: '1800000000001' });
  });

  test('the general channel is for the whole team', async () => {
    await bot.say(AINO, 'uusi tapaus', { channel: GENERAL });
    expect(asked[0]?.place).toMatchObject({ access: 'team' });
  });

  test('a private channel is for its own roster only', async () => {
    await bot.say(AINO, 'uusi tapaus', { channel: PRIVATE });
    expect(asked[0]?.place).toMatchObject({ access: 'restricted' });
    expect(said(await bot.say(BENGT, 'uusi tapaus', { channel: PRIVATE }))).toEqual(['stranger']);
  });

  test('what Teams says about the channel counts before what is stored', async () => {
    const channelData = {
      tenant: { id: TENANT },
      team: { id: GENERAL },
      channel: { id: '19:shared@thread.tacv2', name: 'Jaettu', type: 'shared' },
    };
    const channels = [...TEAM.channels, { id: '19:shared@thread.tacv2', name: 'Jaettu', members: [BENGT] }];
    bot.connector.setTeam({ ...TEAM, channels });
    await bot.say(BENGT, 'uusi tapaus', { channel: '19:shared@thread.tacv2' }, { channelData });
    expect(asked[0]?.place).toMatchObject({ access: 'restricted', channelName: 'Jaettu' });
  });

  test('a channel that nobody vouches for is restricted', async () => {
    const unknown = { id: '19:unknown@thread.tacv2', name: 'Tuntematon', members: [AINO] };
    bot.connector.setTeam({ ...TEAM, channels: [...TEAM.channels, unknown] });
    await bot.say(AINO, 'uusi tapaus', { channel: unknown.id });
    expect(asked[0]?.place).toMatchObject({ access: 'restricted' });
    expect(said(await bot.say(BENGT, 'uusi tapaus', { channel: unknown.id }))).toEqual(['stranger']);
  });

  test('an ordinary turn asks Teams nothing that was asked within the minute', async () => {
    await bot.say(AINO, 'uusi tapaus');
    bot.connector.forget();
    await bot.say(AINO, 'uusi tapaus');
    expect(bot.connector.requests.map(({ method }) => method)).toEqual(['POST']);
  });

  test('a stranger is told so, in a channel and in a card', async () => {
    expect(said(await bot.say(STRANGER, 'uusi tapaus'))).toEqual(['stranger']);
    expect(textOf((await bot.press(STRANGER, 'cases/next')).card)).toContain('stranger');
    expect([asked, pressed]).toEqual([[], []]);
  });

  test('somebody without an Entra account is a stranger', async () => {
    const from = { id: AINO.id, name: AINO.name };
    expect(said(await bot.say(AINO, 'uusi tapaus', { channel: CASES }, { from }))).toEqual(['stranger']);
  });

  test('somebody who was removed loses access within a minute', async () => {
    await bot.say(BENGT, 'uusi tapaus');
    bot.connector.setTeam({ ...TEAM, members: [AINO] });
    clockMs += 60_000;
    expect(said(await bot.say(BENGT, 'uusi tapaus'))).toEqual(['stranger']);
  });

  test('somebody who was added is let in within ten seconds', async () => {
    expect(said(await bot.say(STRANGER, 'uusi tapaus'))).toEqual(['stranger']);
    bot.connector.setTeam({ ...TEAM, members: [...TEAM.members, STRANGER] });
    clockMs += 10_000;
    expect(said(await bot.say(STRANGER, 'uusi tapaus'))).toEqual(['new case']);
  });

  test('when the roster cannot be had, nobody is let in', async () => {
    bot.connector.answer('pagedmembers', { status: 500 });
    const answer = await bot.say(AINO, 'uusi tapaus');
    expect(said(answer)).toEqual([expect.stringMatching(/^fault ref-/)]);
    expect(asked).toEqual([]);
    expect(bot.faults.at(-1)).toMatchObject({ code: 'roster-unavailable', details: { status: 500 } });
  });

  test('a group chat is answered kindly', async () => {
    expect(said(await bot.say(AINO, 'uusi tapaus', 'groupChat'))).toEqual(['unsupported place']);
  });
});

describe('the personal chat', () => {
  const OTHER = { id: '19:other@thread.tacv2', name: 'Toinen', members: [AINO], channels: [] };

  test('speaks of the team that holds the person', async () => {
    await bot.say(AINO, 'uusi tapaus');
    await bot.say(BENGT, 'uusi tapaus', 'personal');
    expect(asked[1]).toMatchObject({ workspace: `${TENANT}|${GENERAL}`, place: { kind: 'personal' } });
  });

  test('is closed to those whose team the bot is not in', async () => {
    expect(said(await bot.say(STRANGER, 'uusi tapaus', 'personal'))).toEqual(['no team']);
  });

  test('asks which team, when there are several, and keeps the answer', async () => {
    bot.connector.setTeam(OTHER);
    const channelData = { tenant: { id: TENANT }, team: { id: OTHER.id }, channel: { id: OTHER.id } };
    await bot.say(AINO, 'uusi tapaus', { channel: OTHER.id }, { channelData });
    expect(said(await bot.say(AINO, 'uusi tapaus', 'personal'))).toEqual([`several teams ${GENERAL} ${OTHER.id}`]);
    const chosen = await bot.press(AINO, 'teams/choose', { teamId: OTHER.id }, 'personal');
    expect(textOf(chosen.card)).toContain(`chosen ${TENANT}|${OTHER.id}`);
    await bot.say(AINO, 'uusi tapaus', 'personal');
    expect(asked.at(-1)?.workspace).toBe(`${TENANT}|${OTHER.id}`);
  });

  test('does not let anybody choose a team that does not hold them', async () => {
    await bot.say(AINO, 'uusi tapaus');
    bot.connector.setTeam(OTHER);
    const answer = await bot.press(BENGT, 'teams/choose', { teamId: OTHER.id }, 'personal');
    expect(textOf(answer.card)).toContain('no team');
    await bot.say(BENGT, 'uusi tapaus', 'personal');
    expect(asked.at(-1)?.workspace).toBe(`${TENANT}|${GENERAL}`);
  });
});

describe('a pressed button', () => {
  test('reaches the action of exactly its verb, with what the card sent', async () => {
    await bot.press(AINO, 'cases/next', { caseId: 'x', note: 'ä' });
    expect(pressed[0]).toMatchObject({
      data: { caseId: 'x', note: 'ä' },
      cardActivityId: '1600000000001',
      person: { id: AINO.aadObjectId },
      place: { kind: 'channel', channelId: CASES },
    });
  });

  test('R15: is answered for the presser alone; nothing is posted or changed for the others', async () => {
    const answer = await bot.press(AINO, 'cases/next');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(textOf(answer.card)).toContain('private view of Aino Aalto');
    expect(bot.connector.messages).toEqual([]);
    expect(bot.connector.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('R15: a card that asks to be refreshed is not written over the message either', async () => {
    const refreshing = await startBot({
      commands: [],
      actions: [
        {
          verb: 'cases/view',
          run: () =>
            Promise.resolve({ kind: 'card', card: Object.assign(plainCard('mine'), { refresh: { action: {} } }) }),
        },
      ],
      replies,
    });
    await refreshing.press(AINO, 'cases/view');
    const answer = await refreshing.press(AINO, 'cases/view');
    expect(textOf(answer.card)).toContain('mine');
    expect(refreshing.connector.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await refreshing.close();
  });

  test.each(['cases', 'cases/nex', 'cases/next2', 'CASES/NEXT', 'toString', '__proto__'])(
    'a verb like %s is unknown and says so',
    async (verb) => {
      expect(textOf((await bot.press(AINO, verb)).card)).toContain(`unknown action ${verb}`);
      expect(pressed).toEqual([]);
    },
  );

  test.each<[string, unknown]>([
    ['no value', undefined],
    ['a text as its value', 'x'],
    ['no action', {}],
    ['another kind of action', { action: { type: 'Action.Submit', verb: 'cases/next' } }],
    ['a number as its verb', { action: { type: 'Action.Execute', verb: 5 } }],
    ['a verb of 1,000 letters', { action: { type: 'Action.Execute', verb: 'x'.repeat(1_000) } }],
  ])('a press with %s is refused and does nothing', async (_title, value) => {
    const answer = await bot.press(AINO, 'cases/next', {}, { channel: CASES }, { value });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.card).toBeNull();
    expect(pressed).toEqual([]);
  });

  test.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', 'fileConsent/invoke'])(
    'an invoke named %s is not ours',
    async (name) => {
      expect((await bot.press(AINO, 'cases/next', {}, { channel: CASES }, { name })).status).toBe(501);
    },
  );

  test('data without an object is an empty object, and odd data reaches the action unchecked', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'cases/next' } };
    await bot.press(AINO, 'cases/next', {}, { channel: CASES }, { value });
    expect(pressed[0]?.data).toEqual({});
  });

  test('R7: what breaks is reported and answered with its reference, and is not run again', async () => {
    const answer = await bot.press(AINO, 'cases/break');
    expect(answer.status).toBe(200);
    expect(textOf(answer.card)).toContain(`fault ref-${bot.faults.length}`);
    expect(textOf(answer.card)).not.toContain('secret');
  });

  test('what takes too long is answered with a reference before Teams gives up', async () => {
    const start = performance.now();
    const answer = await bot.press(AINO, 'cases/hang');
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(textOf(answer.card)).toContain('fault ref-');
    expect(bot.faults.at(-1)).toMatchObject({ code: 'turn-too-slow' });
  });
});

describe('a form of a client too old for Action.Execute', () => {
  test('counts the same, and in a channel its private answer stays private', async () => {
    const answer = await bot.submit(AINO, 'cases/next', { note: 'ä' });
    expect(pressed[0]).toMatchObject({ data: { note: 'ä', verb: 'cases/next' }, cardActivityId: '1600000000001' });
    expect(said(answer)).toEqual(['answered elsewhere']);
    expect(JSON.stringify(bot.connector.messages)).not.toContain('private view');
  });

  test('is answered in the personal chat', async () => {
    await bot.say(AINO, 'uusi tapaus');
    const answer = await bot.submit(BENGT, 'cases/next', {}, 'personal');
    expect(textOf(cardOf(answer.posted[0]))).toContain('private view of Bengt Berg');
  });

  test('is heard as a form although it has text as well', async () => {
    await bot.say(AINO, 'uusi tapaus', { channel: CASES }, { value: { verb: 'cases/next' } });
    expect([asked.length, pressed.length]).toEqual([0, 1]);
  });
});

describe('R6: what Teams delivers again counts once', () => {
  test('the same message one after another', async () => {
    const over = {
      id: '1900000000001',
      conversation: { id: `${CASES};messageid=1`, conversationType: 'channel', tenantId: TENANT },
    };
    await bot.say(AINO, 'uusi tapaus', { channel: CASES }, over);
    const again = await bot.say(AINO, 'uusi tapaus', { channel: CASES }, over);
    expect([again.status, said(again), asked.length]).toEqual([200, [], 1]);
  });

  test('the same message eight times at once', async () => {
    const over = {
      id: '1900000000002',
      conversation: { id: `${CASES};messageid=1`, conversationType: 'channel', tenantId: TENANT },
    };
    await Promise.all(Array.from({ length: 8 }, () => bot.say(AINO, 'uusi tapaus', { channel: CASES }, over)));
    expect(asked).toHaveLength(1);
    expect(bot.connector.messages).toHaveLength(1);
  });

  test('the same message after a restart', async () => {
    const over = {
      id: '1900000000003',
      conversation: { id: `${CASES};messageid=1`, conversationType: 'channel', tenantId: TENANT },
    };
    await bot.say(AINO, 'uusi tapaus', { channel: CASES }, over);
    const other = await bot.restarted();
    await other.say(AINO, 'uusi tapaus', { channel: CASES }, over);
    await other.close();
    expect(asked).toHaveLength(1);
  });

  test('two messages with one id in two conversations are two', async () => {
    const over = { id: '1900000000004' };
    await bot.say(AINO, 'uusi tapaus', { channel: CASES, root: '1' }, over);
    await bot.say(AINO, 'uusi tapaus', { channel: GENERAL, root: '1' }, over);
    expect(asked).toHaveLength(2);
  });

  test('R7: a message whose turn broke is answered with a reference and is not run again', async () => {
    const over = {
      id: '1900000000005',
      conversation: { id: `${CASES};messageid=1`, conversationType: 'channel', tenantId: TENANT },
    };
    const answer = await bot.say(AINO, 'kaadu', { channel: CASES }, over);
    expect(answer.status).toBe(200);
    expect(said(answer)).toEqual([`fault ref-${bot.faults.length}`]);
    await bot.say(AINO, 'kaadu', { channel: CASES }, over);
    expect(asked).toHaveLength(1);
  });
});

describe('when the reply cannot be sent', () => {
  test.each([['408'], ['500'], ['503'], ['429'], ['403']])(
    'a %s is reported, tried once, and Teams is told that all is well',
    async (status) => {
      await bot.say(AINO, 'uusi tapaus');
      bot.connector.forget();
      bot.connector.answer('POST', { status: Number(status) });
      const before = bot.faults.length;
      const answer = await bot.say(AINO, 'uusi tapaus');
      expect(answer.status).toBe(200);
      expect(bot.connector.requests).toHaveLength(1);
      expect(bot.faults).toHaveLength(before + 1);
    },
  );
});

test('a message that gets stuck is answered with a reference', async () => {
  expect(said(await bot.say(AINO, 'juutu'))).toEqual([expect.stringMatching(/^fault ref-/)]);
});

test.each(['typing', 'messageReaction', 'messageUpdate', 'event', 'endOfConversation', 'somethingNew'])(
  'an activity of type %s is taken in silence',
  async (type) => {
    const answer = await bot.say(AINO, 'uusi tapaus', { channel: CASES }, { type });
    expect([answer.status, said(answer)]).toEqual([200, []]);
  },
);

test('a forged delivery mode does not turn replies into the answer', async () => {
  const answer = await bot.say(AINO, 'uusi tapaus', { channel: CASES }, { deliveryMode: 'expectReplies' });
  expect(answer.body).toBeNull();
  expect(said(answer)).toEqual(['new case']);
});
