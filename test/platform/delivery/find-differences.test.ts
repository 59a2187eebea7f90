// Tables that were broken on purpose: nothing of ours writes any of these.
import { findDifferences } from '../../../src/platform/delivery/find-differences.ts';
import type { Row, Store, Write } from '../../../src/platform/storage/store.ts';
import { buildDraft, buildWorld, MINUTE, type World, WORKSPACE, workspace } from '../../support/delivery-world.ts';
import { openTravellingTables, type TravellingTables } from '../../support/time-travel.ts';

const DELIVERY = 'delivery|case-1~remind-a|000001';
const PLACE = 'due|2026-12-02T07:00:00.000Z|case-1~remind-a|000001';
const ELSEWHERE = 'due|2026-12-05T07:00:00.000Z|case-1~remind-a|000001';
const CELLS = { v: 1, kind: 'note', bundle: 'case-1' };

let tables: TravellingTables;
let world: World;
beforeAll(async () => {
  tables = await openTravellingTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  world = await buildWorld(tables);
  await world.promise(buildDraft());
});

async function row(rowKey: string): Promise<Row> {
  const found = await world.store.read(WORKSPACE, rowKey);
  if (found === null) {
    throw new Error(`no row ${rowKey}`);
  }
  return found;
}

async function breakBy(...writes: readonly Write[]): Promise<void> {
  expect(await world.store.commit(WORKSPACE, writes)).toBe('committed');
}

async function removal(rowKey: string): Promise<Write> {
  const { etag } = await row(rowKey);
  return { kind: 'remove', rowKey, etag };
}

describe('between deliveries and their indexes', () => {
  it('there is no difference where nobody meddled', async () => {
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([]);
  });

  it('a delivery without its index row is lost', async () => {
    await breakBy(await removal(PLACE));
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([{ kind: 'lost', rowKey: DELIVERY }]);
  });

  it('an index row without its delivery is a stray', async () => {
    await breakBy(await removal(DELIVERY));
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([{ kind: 'stray', rowKey: PLACE }]);
  });

  it('of two index rows of one generation, the one at the wrong time is a stray', async () => {
    await breakBy({ kind: 'insert', rowKey: ELSEWHERE, cells: CELLS });
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([{ kind: 'stray', rowKey: ELSEWHERE }]);
  });

  it('an index row at another time is a stray, and its delivery is lost', async () => {
    await breakBy(await removal(PLACE), { kind: 'insert', rowKey: ELSEWHERE, cells: CELLS });
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([
      { kind: 'lost', rowKey: DELIVERY },
      { kind: 'stray', rowKey: ELSEWHERE },
    ]);
  });

  it('an index row of a delivery that has ended is a stray', async () => {
    await world.promise();
    await breakBy({ kind: 'insert', rowKey: PLACE, cells: CELLS });
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([{ kind: 'stray', rowKey: PLACE }]);
  });

  it('a delivery that this version cannot read is named, and so is its index row', async () => {
    const { etag, cells } = await row(DELIVERY);
    await breakBy({ kind: 'replace', rowKey: DELIVERY, etag, cells: { ...cells, v: 9 } });
    expect(await findDifferences(world.store, WORKSPACE)).toEqual([
      { kind: 'unreadable', rowKey: DELIVERY },
      { kind: 'stray', rowKey: PLACE },
    ]);
  });

  it('another workspace’s are not looked at', async () => {
    await breakBy(await removal(PLACE));
    expect(await findDifferences(world.store, workspace('tenant-a', '19:team-b'))).toEqual([]);
  });

  it('looking costs three queries, whatever is due', async () => {
    await tables.pass(10 * MINUTE);
    let asked = 0;
    const counted: Store = {
      ...world.store,
      range: (partition, range) => {
        asked += 1;
        return world.store.range(partition, range);
      },
      read: () => Promise.reject(new Error('one by one')),
    };
    expect(await findDifferences(counted, WORKSPACE)).toEqual([]);
    expect(asked).toBe(3);
  });
});
