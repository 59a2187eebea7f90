import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';
import { msBetween } from '../../../src/kernel/helsinki-time.ts';
import { createTableStore } from '../../../src/platform/storage/table-store.ts';
import { openTestStore, tableOptions, tablesUrl } from '../../support/azurite.ts';
import { type FaultProxy, openFaultProxy } from '../../support/fault-proxy.ts';

describe('now', () => {
  let proxy: FaultProxy | null = null;
  afterEach(async () => {
    await proxy?.close();
    proxy = null;
  });

  it('is asked from the storage only when no answer is fresh', async () => {
    proxy = await openFaultProxy(tablesUrl());
    let monotonic = 0;
    const { tableName } = await openTestStore();
    const clock = createStorageClock(() => monotonic);
    const store = createTableStore(tableOptions(tableName, { url: proxy.url, clock }));
    await store.now();
    await store.now();
    expect(proxy?.seen).toHaveLength(1);
    monotonic += 60_001;
    await store.now();
    expect(proxy?.seen).toHaveLength(2);
  });

  it('is not later than the time that the storage writes into a row right after', async () => {
    const { store } = await openTestStore();
    for (let round = 0; round < 20; round += 1) {
      const before = await store.now();
      await store.commit('p', [{ kind: 'insert', rowKey: `row|${round}`, cells: {} }]);
      const row = await store.read('p', `row|${round}`);
      expect(row === null ? -1 : msBetween(before, row.timestamp)).toBeGreaterThanOrEqual(0);
    }
  });

  it('is shared by the tables of one account', async () => {
    const { store, postmen } = await openTestStore({ clock: createStorageClock(() => 0) });
    await expect(store.now()).resolves.toBe(await postmen.now());
  });
});
