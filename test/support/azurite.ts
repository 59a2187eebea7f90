// Real storage for tests: Azurite, started once by global-setup.cjs, with a fresh table for each test.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EMULATOR_ACCOUNT } from '../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { TableStoreOptions } from '../../src/platform/storage/table-access.ts';
import { createTableStore, type TableStore } from '../../src/platform/storage/table-store.ts';

/** Where the shared Azurite listens. */
export function tablesUrl(): string {
  const url = process.env['TEST_TABLES_URL'];
  if (url === undefined) {
    throw new Error('TEST_TABLES_URL is set by test/support/global-setup.cjs');
  }
  return url;
}

/** What connects to `tableName` at `url`, the shared Azurite unless named; `about` overrides any of it. */
export function tableOptions(
  tableName: string,
  about: Partial<Omit<TableStoreOptions, 'credential'>> = {},
): TableStoreOptions & { readonly credential: typeof EMULATOR_ACCOUNT } {
  return {
    credential: EMULATOR_ACCOUNT,
    tableName,
    clock: createStorageClock(() => performance.now()),
    newToken: randomUUID,
    pause: async (ms) => {
      await pause(ms);
    },
    ...about,
    url: about.url ?? tablesUrl(),
  };
}

export type TestStore = { readonly store: TableStore; readonly postmen: TableStore; readonly tableName: string };

/** A fresh table for the app's rows and one for the postmen, with one clock; `about` overrides how both connect. */
export async function openTestStore(about: Partial<Omit<TableStoreOptions, 'credential'>> = {}): Promise<TestStore> {
  const tableName = `t${randomUUID().replaceAll('-', '')}`;
  const options = tableOptions(tableName, about);
  const store = createTableStore(options);
  const postmen = createTableStore({ ...options, tableName: `${tableName}p` });
  await Promise.all([store.ensureTable(), postmen.ensureTable()]);
  return { store, postmen, tableName };
}
