// The first roles of the local team, so that every part can be tried at once: Aino advises the counties that have a
// channel. Kaisa is an admin by configuration. What has been set by card since is left as it is.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Settings } from '../../src/features/settings/domain/settings.ts';
import { readSettings, settingsWrite } from '../../src/features/settings/rows.ts';
import { parsePersonId, workspaceKey } from '../../src/kernel/ids.ts';
import { parseCountyCode } from '../../src/kernel/regions/regions.ts';
import { EMULATOR_ACCOUNT } from '../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import { createTableStore } from '../../src/platform/storage/table-store.ts';
import { AINO, TEAM, TENANT_ID } from './people.ts';

// Pirkanmaa, Varsinais-Suomi, Lappi.
const AREAS = ['08', '05', '21'];
const TABLE = 'ratkaisupolku';

/** Gives the local advisor her counties when no role has ever been given. */
export async function seedRoles(url: string): Promise<void> {
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
  const workspace = workspaceKey(TENANT_ID, TEAM.id);
  const person = parsePersonId(AINO.aadObjectId);
  const areas = AREAS.map(parseCountyCode).filter((county) => county !== null);
  if (workspace === null || person === null) {
    throw new Error('the local team or its advisor has an id that cannot be a key');
  }
  // The app is making them too; whoever comes second finds them made.
  await store.ensureTable();
  const { etag } = await readSettings(store, workspace);
  if (etag !== null) {
    return;
  }
  const settings: Settings = {
    version: 1,
    holders: [{ person, name: AINO.name, isAdmin: false, advisor: { areas, absence: null } }],
    guests: 'all',
    links: { legalAdvice: '', model: '', privacy: '' },
    lastChange: null,
  };
  await store.commit(workspace, [settingsWrite(settings, null)]);
}
