// The postman's own look at whether promises and their due index agree. The world's random number is a half, so the first
// check of a workspace comes half an hour after it was first served, and then every hour.
import { readSubject } from '../../../src/platform/delivery/read-deliveries.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import type { Row, Store } from '../../../src/platform/storage/store.ts';
import {
  at,
  buildDraft,
  buildWorld,
  expectNoDifferences,
  instant,
  MINUTE,
  type World,
  WORKSPACE,
} from '../../support/delivery-world.ts';
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

async function indexRows(): Promise<readonly Row[]> {
  return await world.store.range(WORKSPACE, prefixRange('due|'));
}

async function tearOut(rows: readonly Row[]): Promise<void> {
  const writes = rows.map(({ rowKey, etag }) => ({ kind: 'remove', rowKey, etag }) as const);
  expect(await world.store.commit(WORKSPACE, writes)).toBe('committed');
}

/** Two looks: the first serves the tenant, the second is the one that checks. */
async function lookTwice(postman: ReturnType<World['postman']>, ms = 31 * MINUTE): Promise<void> {
  await postman.tick();
  await tables.pass(ms);
  await postman.tick();
}

describe('the check of the index against the rows', () => {
  it('finds nothing to repair where nobody meddled, and counts what is promised', async () => {
    await world.promise(buildDraft(), buildDraft({ name: 'remind-b' }), buildDraft({ name: 'remind-c' }));
    const postman = world.postman();
    expect(postman.counts()).toMatchObject({ pending: 0 });
    await lookTwice(postman);
    expect(postman.counts()).toMatchObject({ pending: 3, repaired: 0, differences: 0, faults: 0 });
    await expectNoDifferences(world.store);
  });

  it('gives a promise its lost place in the index back, and the message arrives at its time', async () => {
    await world.promise(buildDraft());
    await tearOut(await indexRows());
    const postman = world.postman();
    await lookTwice(postman);
    expect(postman.counts()).toMatchObject({ pending: 1, repaired: 1, differences: 0 });
    expect(world.logged).toContain('index-repaired');
    await expectNoDifferences(world.store);
    await tables.travel(instant('2026-12-02T07:00:01.000Z'));
    await postman.tick();
    expect(world.teams.posted.map(({ summary }) => summary)).toEqual(['remind-a']);
  });

  it('reports an index row without its promise and leaves it, whatever it may mean', async () => {
    await world.promise(buildDraft());
    const [row] = (await readSubject(world.store, WORKSPACE, 'case-1')).deliveries;
    await tearOut(row === undefined ? [] : [row.row]);
    const postman = world.postman();
    await lookTwice(postman);
    expect(postman.counts()).toMatchObject({ pending: 1, repaired: 0, differences: 1 });
    expect(world.logged).toContain('index-difference');
    expect(await indexRows()).toHaveLength(1);
  });

  it('leaves alone what somebody changes while it looks', async () => {
    await world.promise(buildDraft());
    await tearOut(await indexRows());
    let reads = 0;
    const meddled: Store = {
      ...world.store,
      async read(partition, rowKey) {
        const row = await world.store.read(partition, rowKey);
        // Between the look at the promise and the transaction that would repair it.
        if (rowKey.startsWith('due|') && (reads += 1) === 1) {
          await world.promise(buildDraft({ due: at('2026-12-03 09:00') }));
        }
        return row;
      },
    };
    const postman = world.postman({ store: meddled });
    await lookTwice(postman);
    expect(postman.counts()).toMatchObject({ repaired: 0, differences: 0 });
    expect(await world.states()).toEqual(['remind-a 1 cancelled', 'remind-a 2 pending']);
    await expectNoDifferences(world.store);
  });

  it('comes again every hour, one workspace a tick', async () => {
    await world.promise(buildDraft());
    let scans = 0;
    const counted: Store = {
      ...world.store,
      async range(partition, range) {
        scans += range.from === 'delivery|' ? 1 : 0;
        return await world.store.range(partition, range);
      },
    };
    const postman = world.postman({ store: counted });
    await lookTwice(postman);
    await postman.tick();
    expect(scans).toBe(1);
    await tables.pass(61 * MINUTE);
    await postman.tick();
    await postman.tick();
    expect(scans).toBe(2);
  });

  it('is left to another process that serves the tenant', async () => {
    await world.promise(buildDraft());
    const [first, second] = [world.postman(), world.postman()];
    await lookTwice(first, 31 * MINUTE);
    await second.tick();
    expect(second.counts()).toMatchObject({ pending: 0 });
    expect(first.counts()).toMatchObject({ pending: 1 });
  });
});
