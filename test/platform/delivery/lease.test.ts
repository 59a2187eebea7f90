import type { Row } from '../../../src/platform/storage/store.ts';
import { LEASE_MS, type LeaseDeps, takeLease } from '../../../src/platform/delivery/lease.ts';
import { buildWorld, SECOND, type World } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

let tables: TravellingTables;
let world: World;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await buildWorld(tables);
});

const deps = (owner: string): LeaseDeps => ({
  postmen: world.postmen,
  owner,
  monotonicMs: () => tables.monotonicMs(),
  newId: () => `${owner}-token`,
});
const row = (): Promise<Row | null> => world.postmen.read('postmen', 'lease|t');
const take = async (owner: string) =>
  takeLease(deps(owner), { tenant: 't', row: await row(), now: await world.postmen.now() });

describe('a lease', () => {
  it('has one winner among many who want it', async () => {
    const now = await world.postmen.now();
    const leases = await Promise.all(
      ['a', 'b', 'c', 'd'].map((owner) => takeLease(deps(owner), { tenant: 't', row: null, now })),
    );
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('lasts 10 s at first, for a process that dies before it has said anything', async () => {
    expect(await take('a')).not.toBeNull();
    await tables.pass(8 * SECOND);
    expect(await take('b')).toBeNull();
    await tables.pass(4 * SECOND);
    expect(await take('b')).not.toBeNull();
  });

  it('is renewed at once when it lasts less than is needed, and not before', async () => {
    const lease = await take('a');
    await lease?.keep(5 * SECOND);
    expect(lease?.remainingMs()).toBeLessThanOrEqual(10 * SECOND);
    // Many may need it at once, beside others who do not.
    await Promise.all([lease?.keep(), lease?.keep(12 * SECOND), lease?.keep(12 * SECOND)]);
    expect(lease?.remainingMs()).toBeGreaterThan(18 * SECOND);
  });

  it('is nobody else’s for 20 s after that, and anybody’s then', async () => {
    const lease = await take('a');
    await lease?.keep(12 * SECOND);
    await tables.pass(18 * SECOND);
    expect(await take('b')).toBeNull();
    await tables.pass(4 * SECOND);
    expect(await take('b')).not.toBeNull();
  });

  it('is over for its owner before it is free for others', async () => {
    const lease = await take('a');
    expect(lease?.remainingMs()).toBeLessThanOrEqual(LEASE_MS);
    await tables.pass(30 * SECOND);
    expect(lease?.remainingMs()).toBeLessThanOrEqual(0);
  });

  it('lasts as long as it is kept', async () => {
    const lease = await take('a');
    await lease?.keep(12 * SECOND);
    for (let round = 0; round < 5; round += 1) {
      await tables.pass(15 * SECOND);
      await expect(lease?.keep()).resolves.toBe(true);
      expect(lease?.remainingMs()).toBeGreaterThan(15 * SECOND);
      expect(await take('b')).toBeNull();
    }
  });

  it('is kept by many at once without losing it', async () => {
    const lease = await take('a');
    await tables.pass(15 * SECOND);
    const kept = await Promise.all(Array.from({ length: 8 }, async () => lease?.keep()));
    expect(kept).toEqual(Array.from({ length: 8 }, () => true));
  });

  it('taken over is lost to its frozen owner for good', async () => {
    const lease = await take('a');
    await tables.pass(40 * SECOND);
    expect(await take('b')).not.toBeNull();
    await expect(lease?.keep()).resolves.toBe(false);
    expect(lease?.remainingMs()).toBe(0);
    await lease?.release(null);
    expect(await take('c')).toBeNull();
  });

  it('says how long ago another postman may have spoken under it', async () => {
    const first = await take('a');
    expect(first?.othersAgoMs).toBe(Number.POSITIVE_INFINITY);
    await first?.release(null);
    await tables.pass(3 * SECOND);
    const second = await take('b');
    expect(second?.othersAgoMs).toBeGreaterThan(SECOND);
    expect(second?.othersAgoMs).toBeLessThan(4 * SECOND);
    expect((await take('b'))?.othersAgoMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('given back is free at once, and remembers when the tenant was scanned', async () => {
    const lease = await take('a');
    const now = await world.postmen.now();
    await lease?.release(now);
    const next = await take('b');
    expect(next?.scannedAt).toBe(now);
  });
});
