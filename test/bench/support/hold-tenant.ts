import { randomUUID } from 'node:crypto';
import { EMULATOR_ACCOUNT } from '../../../src/platform/storage/emulator-account.ts';
import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';
import { createTableStore } from '../../../src/platform/storage/table-store.ts';
import { takeLease } from '../../../src/platform/delivery/lease.ts';

/**
 * Holds the lease of a tenant, as another instance does that sends for it, so that what is measured is turns alone.
 * Resolves with what lets it go.
 */
export async function holdTenant(url: string, prefix: string, tenant: string): Promise<() => Promise<void>> {
  const monotonicMs = (): number => performance.now();
  const postmen = createTableStore({
    url,
    credential: EMULATOR_ACCOUNT,
    tableName: `${prefix}postmen`,
    clock: createStorageClock(monotonicMs),
    newToken: randomUUID,
    pause: () => Promise.resolve(),
  });
  await postmen.ensureTable();
  const deps = { postmen, owner: randomUUID(), monotonicMs, newId: randomUUID };
  const lease = await takeLease(deps, { tenant, row: null, now: await postmen.now() });
  const renewing = setInterval(() => void lease?.keep(), 5_000);
  return async () => {
    clearInterval(renewing);
    await lease?.release(null);
  };
}
