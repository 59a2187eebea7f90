// What the local team begins with, so that every part can be tried at once: Aino advises the counties that have a channel,
// Kaisa is an admin by configuration, and the pages find the team before anybody has written a word. What has been set
// since is left as it is.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Settings } from '../../src/features/settings/domain/settings.ts';
import { readSettings, settingsWrite } from '../../src/features/settings/rows.ts';
import { parseChannelId, parsePersonId, workspaceKey, type WorkspaceKey } from '../../src/kernel/ids.ts';
import { parseCountyCode } from '../../src/kernel/regions/regions.ts';
import { EMULATOR_ACCOUNT } from '../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import { createTableStore, type TableStore } from '../../src/platform/storage/table-store.ts';
import { createWorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';
import { AINO, BOT, COUNTY_CHANNELS, TEAM, TENANT_ID } from './people.ts';

// Pirkanmaa, Varsinais-Suomi, Lappi.
const AREAS = ['08', '05', '21'];
const TABLE = 'ratkaisupolku';

/**
 * Gives the local advisor her counties when no role has ever been given. With a `serviceUrl`, where a Teams client
 * answers, the app knows the team and its channels at once, as if the bot had been added there before.
 */
export async function seedTeam(url: string, serviceUrl: string | null): Promise<void> {
  const store = createTableStore({
    url,
    credential: EMULATOR_ACCOUNT,
    tableName: TABLE,
    clock: createStorageClock(() => performance.now()),
    newToken: randomUUID,
    pause: async (ms) => {
      await wait(ms);
    },
  });
  const workspace = known(workspaceKey(TENANT_ID, TEAM.id));
  // The app is making them too; whoever comes second finds them made.
  await store.ensureTable();
  await seedRoles(store, workspace);
  if (serviceUrl !== null) {
    await seedDirectory(store, workspace, serviceUrl);
  }
}

async function seedRoles(store: TableStore, workspace: WorkspaceKey): Promise<void> {
  const { etag } = await readSettings(store, workspace);
  if (etag !== null) {
    return;
  }
  const areas = AREAS.map(parseCountyCode).filter((county) => county !== null);
  const person = known(parsePersonId(AINO.aadObjectId));
  const settings: Settings = {
    version: 1,
    holders: [{ person, name: AINO.name, isAdmin: false, advisor: { areas, absence: null } }],
    guests: 'all',
    links: { legalAdvice: '', model: '', privacy: '' },
    lastChange: null,
  };
  await store.commit(workspace, [settingsWrite(settings, null)]);
}

async function seedDirectory(store: TableStore, workspace: WorkspaceKey, serviceUrl: string): Promise<void> {
  const directory = createWorkspaceDirectory(store, () => performance.now());
  const before = await directory.find(workspace);
  // Whoever removed the bot there meant it.
  if (before !== null && before.paused !== null) {
    return;
  }
  const generalChannelId = known(parseChannelId(TEAM.id));
  const { aadGroupId, name } = TEAM;
  const botTeamsId = BOT.id;
  const team = { tenantId: TENANT_ID, teamId: TEAM.id, aadGroupId, name, serviceUrl, botTeamsId, generalChannelId };
  await directory.remember(workspace, team);
  for (const channel of [{ id: TEAM.id, name: null }, ...COUNTY_CHANNELS]) {
    const channelId = known(parseChannelId(channel.id));
    await directory.rememberChannel(workspace, { channelId, name: channel.name, access: 'team', isDeleted: false });
  }
}

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('the local team has an id that cannot be a key');
  }
  return value;
}
