// What Teams tells about the team itself, over real HTTP.
import { parseChannelId, parsePersonId, workspaceKey, type WorkspaceKey } from '../../../src/kernel/ids.ts';
import type { TeamEvent } from '../../../src/platform/teams/bot.ts';
import type { TeamFacts } from '../../../src/platform/teams/directory-rows.ts';
import { AINO, BOT_ACCOUNT, CASES, GENERAL, startBot, TEAM, TENANT, type BotClient } from '../../support/bot-client.ts';
import { replies, reply } from '../../support/edge-replies.ts';

const events: TeamEvent[] = [];
let isBroken = false;
let clockMs = 0;
let bot: BotClient;

beforeEach(async () => {
  events.length = 0;
  isBroken = false;
  bot = await startBot(
    {
      commands: [{ names: ['hei'], help: '', run: () => Promise.resolve(reply('hei')) }],
      actions: [],
      replies,
      onTeamEvent: (event) => {
        events.push(event);
        return isBroken ? Promise.reject(new Error('broken')) : Promise.resolve();
      },
    },
    { monotonicMs: () => clockMs },
  );
});

afterEach(async () => {
  await bot.close();
});

const workspace = key(GENERAL);
const cases = parseChannelId(CASES) ?? undefined;

function key(teamId: string): WorkspaceKey {
  const made = workspaceKey(TENANT, teamId);
  if (made === null) {
    throw new Error('no key');
  }
  return made;
}

function kinds(): readonly string[] {
  return events.map((event) => event.kind);
}

function about(eventType: string, channel?: { id: string; name: string }): Record<string, unknown> {
  return {
    channelData: {
      tenant: { id: TENANT },
      team: { id: TEAM.id, name: TEAM.name },
      eventType,
      ...(channel ? { channel } : {}),
    },
  };
}

const ADDED = { membersAdded: [BOT_ACCOUNT] };
const REMOVED = { membersRemoved: [BOT_ACCOUNT] };
const CHANNEL = { id: CASES, name: 'Tapaukset' };

describe('coming and going', () => {
  test('the bot greets in the general channel when it is added itself', async () => {
    await bot.tell(ADDED);
    expect(events).toEqual([{ kind: 'installed', workspace, channelId: GENERAL, now: expect.stringMatching(/Z$/) }]);
  });

  test('people who come and go are no event', async () => {
    await bot.tell({ membersAdded: [{ id: AINO.id }] });
    await bot.tell({ membersRemoved: [{ id: AINO.id }] });
    expect(events).toEqual([]);
    expect(bot.connector.messages).toEqual([]);
  });

  test('an addition that Teams tells twice is one', async () => {
    await bot.tell(ADDED, { id: '1' });
    await bot.tell(ADDED, { id: '1' });
    await bot.tell({ type: 'installationUpdate', action: 'add' });
    expect(kinds()).toEqual(['installed']);
  });

  test('a removal that Teams tells as two kinds of activity is one, and pauses the team', async () => {
    await bot.tell(ADDED);
    await bot.tell(REMOVED);
    await bot.tell({ type: 'installationUpdate', action: 'remove' });
    expect(kinds()).toEqual(['installed', 'removed']);
    expect(await bot.connection.directory.isPaused(workspace)).toBe(true);
  });

  test('a bot that was removed and added again speaks again', async () => {
    await bot.tell(ADDED);
    await bot.tell(REMOVED);
    await bot.tell(ADDED);
    expect(kinds()).toEqual(['installed', 'removed', 'installed']);
    expect(await bot.connection.directory.isPaused(workspace)).toBe(false);
  });

  test('a removal from a team that was never known is no event', async () => {
    await bot.tell(REMOVED);
    expect(events).toEqual([]);
  });

  test('the personal chat is no team', async () => {
    await bot.tell(ADDED, {
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
    });
    expect(events).toEqual([]);
  });

  test('what the event broke is reported, and Teams is asked to tell it again', async () => {
    isBroken = true;
    expect((await bot.tell(ADDED)).status).toBe(500);
    expect(bot.faults).toEqual([new Error('broken')]);
  });
});

describe('channels', () => {
  test('a deleted channel is paused until it is restored', async () => {
    await bot.tell(ADDED);
    await bot.tell(about('channelDeleted', CHANNEL));
    expect(await bot.connection.directory.isPaused(workspace, cases)).toBe(true);
    expect(await bot.connection.directory.isPaused(workspace)).toBe(false);
    await bot.tell(about('channelRestored', CHANNEL));
    expect(await bot.connection.directory.isPaused(workspace, cases)).toBe(false);
    expect(kinds()).toEqual(['installed', 'channelDeleted', 'channelRestored']);
  });

  test('a renamed channel has its new name', async () => {
    await bot.tell(about('channelRenamed', { id: CASES, name: 'Uusi nimi' }));
    expect(await bot.connection.directory.channel(workspace, parseChannelId(CASES) ?? fail())).toMatchObject({
      name: 'Uusi nimi',
    });
    expect(events).toEqual([]);
  });
});

describe('teams', () => {
  test.each(['teamDeleted', 'teamHardDeleted'])('%s pauses the team and is told as a removal', async (eventType) => {
    await bot.tell(ADDED);
    await bot.tell(about(eventType));
    expect(kinds()).toEqual(['installed', 'removed']);
    expect(await bot.connection.directory.isPaused(workspace)).toBe(true);
    await bot.tell(about('teamRestored'));
    expect(await bot.connection.directory.isPaused(workspace)).toBe(false);
  });

  test('an archived team is paused without being removed, until it is taken out again', async () => {
    await bot.tell(ADDED);
    await bot.tell(about('teamArchived'));
    expect(await bot.connection.directory.isPaused(workspace)).toBe(true);
    await bot.tell(about('teamUnarchived'));
    expect(await bot.connection.directory.isPaused(workspace)).toBe(false);
    expect(kinds()).toEqual(['installed']);
  });

  test('a renamed team has its new name', async () => {
    await bot.tell(ADDED);
    await bot.tell({
      channelData: { tenant: { id: TENANT }, team: { id: TEAM.id, name: 'Uusi nimi' }, eventType: 'teamRenamed' },
    });
    expect(await bot.connection.directory.find(workspace)).toMatchObject({ name: 'Uusi nimi', aadGroupId: 'group-1' });
  });
});

describe('what is remembered', () => {
  test('is what the bot needs to speak on its own', async () => {
    await bot.tell(ADDED);
    expect(await bot.connection.directory.find(workspace)).toEqual({
      tenantId: TENANT,
      teamId: GENERAL,
      aadGroupId: 'group-1',
      name: TEAM.name,
      serviceUrl: bot.connector.url,
      botTeamsId: BOT_ACCOUNT.id,
      generalChannelId: GENERAL,
      paused: null,
    });
  });

  test('an ordinary turn writes nothing but the message that it took', async () => {
    await bot.say(AINO, 'hei');
    clockMs += 120_000;
    const before = await rows();
    await bot.say(AINO, 'hei');
    const written = (await rows()).filter((row) => !before.includes(row));
    expect(written).toEqual([expect.stringMatching(/^op\|msg-/)]);
  });

  test('a service address that changes is overwritten', async () => {
    await bot.tell(ADDED);
    await bot.connection.directory.remember(workspace, { ...(await facts()), serviceUrl: 'http://127.0.0.1:1' });
    expect((await facts()).serviceUrl).toBe('http://127.0.0.1:1');
    await bot.say(AINO, 'hei');
    expect((await facts()).serviceUrl).toBe(bot.connector.url);
  });

  test('another process learns of a pause within a minute', async () => {
    await bot.tell(ADDED);
    const other = await bot.restarted();
    expect(await other.connection.directory.isPaused(workspace)).toBe(false);
    await bot.connection.directory.pause(workspace, 'removed');
    clockMs += 60_000;
    expect(await other.connection.directory.isPaused(workspace)).toBe(true);
    await other.close();
  });

  test('a team that speaks is not paused any more', async () => {
    await bot.tell(ADDED);
    await bot.connection.directory.pause(workspace, 'removed');
    await bot.say(AINO, 'hei');
    expect(await bot.connection.directory.isPaused(workspace)).toBe(false);
  });

  test('pausing and resuming say whether they changed anything', async () => {
    const { directory } = bot.connection;
    expect([await directory.pause(workspace, 'removed'), await directory.resume(workspace)]).toEqual([false, false]);
    await bot.tell(ADDED);
    expect([await directory.pause(workspace, 'removed'), await directory.pause(workspace, 'removed')]).toEqual([
      true,
      false,
    ]);
    expect([await directory.resume(workspace), await directory.resume(workspace)]).toEqual([true, false]);
  });

  test('the teams of a tenant are listed, and only of that tenant', async () => {
    await bot.tell(ADDED);
    expect(await bot.connection.directory.list(TENANT)).toEqual([workspace]);
    expect(await bot.connection.directory.list(TENANT.toUpperCase())).toEqual([workspace]);
    expect(await bot.connection.directory.list('99999999-9999-4999-8999-999999999999')).toEqual([]);
  });

  test('twenty notes at once about one team are all kept', async () => {
    await bot.tell(ADDED);
    const people = Array.from({ length: 20 }, (_item, index) => parsePersonId(`person-${index}`) ?? fail());
    await Promise.all(people.map((person) => bot.connection.directory.chooseTeam(workspace, person)));
    const chosen = await Promise.all(people.map((person) => bot.connection.directory.chosenTeam(TENANT, person)));
    expect(new Set(chosen)).toEqual(new Set([workspace]));
  });

  test('a team that was never seen counts as paused', async () => {
    expect(await bot.connection.directory.isPaused(key('19:nowhere@thread.tacv2'))).toBe(true);
  });

  test('a row that cannot be read is a fault, never overwritten', async () => {
    await bot.store.commit(workspace, [{ kind: 'insert', rowKey: 'workspace|', cells: { schema: 99 } }]);
    await expect(bot.connection.directory.find(workspace)).rejects.toThrow('row-unreadable');
    await bot.say(AINO, 'hei');
    expect((await bot.store.read(workspace, 'workspace|'))?.cells).toEqual({ schema: 99 });
  });
});

async function facts(): Promise<TeamFacts> {
  const known = await bot.connection.directory.find(workspace);
  if (known === null) {
    throw new Error('unknown team');
  }
  return known;
}

async function rows(): Promise<readonly string[]> {
  const all = await bot.store.range(workspace, { from: ' ', before: '~' });
  return all.map((row) => (row.rowKey.startsWith('op|') ? row.rowKey : `${row.rowKey} ${row.etag}`));
}

function fail(): never {
  throw new Error('not usable as an id');
}
