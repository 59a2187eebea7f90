import {
  createFollowedRows,
  FRESH_MS,
  WHOLE_MS,
  type FollowedRows,
} from '../../../src/platform/storage/followed-rows.ts';
import type { Row, Store, Write } from '../../../src/platform/storage/store.ts';
import { createTableStore } from '../../../src/platform/storage/table-store.ts';
import { watchedStore, type WatchedStore } from '../../../src/platform/storage/watched-store.ts';
import { openTestStore, tableOptions } from '../../support/azurite.ts';
import { countedStore, noOperations, type Operations } from '../../support/counted-store.ts';

const TEAM = 'tenant|19:team';
const OTHER = 'tenant|19:other';
const FOREIGN = 'foreign|19:team';

const insert = (rowKey: string, title: string): Write => ({ kind: 'insert', rowKey, cells: { title, big: 'x' } });

/** A process of its own on the table: its own connection, its own memory, its own clock that the test moves. */
type Process = {
  readonly store: WatchedStore;
  readonly rows: FollowedRows<string>;
  readonly asked: Operations;
  /** What was read into a value, in order. */
  readonly taken: string[];
  pass(ms: number): void;
  write(rowKey: string, title: string, partition?: string): Promise<void>;
  remove(rowKey: string): Promise<void>;
};

function startProcess(tableName: string, about: { rowsMax?: number; wrap?: (store: Store) => Store } = {}): Process {
  const asked = noOperations();
  const real = createTableStore(tableOptions(tableName));
  const store = watchedStore(countedStore(about.wrap?.(real) ?? real, asked));
  const taken: string[] = [];
  let now = 0;
  const rows = createFollowedRows({
    store,
    prefix: 'case|',
    select: ['title'],
    read: (row) => {
      const title = titleOf(row);
      taken.push(title);
      return title;
    },
    monotonicMs: () => now,
    ...(about.rowsMax === undefined ? {} : { rowsMax: about.rowsMax }),
  });
  const current = async (partition: string, rowKey: string): Promise<Row | null> => await real.read(partition, rowKey);
  return {
    store,
    rows,
    asked,
    taken,
    pass(ms) {
      now += ms;
    },
    async write(rowKey, title, partition = TEAM) {
      const row = await current(partition, rowKey);
      const write: Write =
        row === null ? insert(rowKey, title) : { kind: 'replace', rowKey, etag: row.etag, cells: { title, big: 'x' } };
      await expect(store.commit(partition, [write])).resolves.toBe('committed');
    },
    async remove(rowKey) {
      const row = await current(TEAM, rowKey);
      const writes: Write[] = row === null ? [] : [{ kind: 'remove', rowKey, etag: row.etag }];
      await expect(store.commit(TEAM, writes)).resolves.toBe('committed');
    },
  };
}

function titleOf(row: Row): string {
  const title = row.cells['title'];
  if (typeof title !== 'string' || title === 'unreadable') {
    throw new Error('row-unreadable');
  }
  return title;
}

async function twoProcesses(): Promise<{ readonly here: Process; readonly there: Process }> {
  const { tableName } = await openTestStore();
  const [here, there] = [startProcess(tableName), startProcess(tableName)];
  await here.write('case|1', 'yksi');
  await here.write('case|2', 'kaksi');
  await here.write('note|1', 'muu');
  return { here, there };
}

describe('rows that are followed', () => {
  it('are read from the storage once, and then answered from memory while they are fresh', async () => {
    const { here } = await twoProcesses();
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi', 'kaksi']);
    const before = here.asked.ranges;
    here.pass(FRESH_MS - 1);
    const again = await Promise.all(Array.from({ length: 20 }, () => here.rows.all(TEAM)));
    expect(again.every((values) => values.join() === 'yksi,kaksi')).toBe(true);
    expect(here.asked.ranges).toBe(before);
  });

  it('show what this process has committed at once, in the order of the keys', async () => {
    const { here } = await twoProcesses();
    await here.rows.all(TEAM);
    await here.write('case|2', 'kaksi muutettu');
    await here.write('case|0', 'nolla');
    await expect(here.rows.all(TEAM)).resolves.toEqual(['nolla', 'yksi', 'kaksi muutettu']);
    await here.remove('case|1');
    await expect(here.rows.all(TEAM)).resolves.toEqual(['nolla', 'kaksi muutettu']);
  });

  it('read only the rows again that this process has committed', async () => {
    const { here } = await twoProcesses();
    await here.rows.all(TEAM);
    here.taken.length = 0;
    await here.write('case|2', 'kaksi muutettu');
    await here.rows.all(TEAM);
    expect(here.taken).toEqual(['kaksi muutettu']);
    const before = here.asked.ranges;
    await here.write('note|1', 'ei näy listassa');
    await here.rows.all(TEAM);
    expect(here.asked.ranges).toBe(before);
  });

  it('show what was committed while they were being read', async () => {
    const { tableName } = await openTestStore();
    let during: (() => Promise<void>) | null = null;
    const here = startProcess(tableName, {
      wrap: (store) => ({
        ...store,
        async range(partition, range) {
          const rows = await store.range(partition, range);
          const now = during;
          during = null;
          await now?.();
          return rows;
        },
      }),
    });
    await here.write('case|1', 'yksi');
    let committed: readonly string[] = [];
    during = async () => {
      await here.write('case|1', 'yksi muutettu');
      // Asked after the commit, while the older reading still runs.
      void here.rows.all(TEAM).then((values) => {
        committed = values;
      });
    };
    await here.rows.all(TEAM);
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi muutettu']);
    expect(committed).toEqual(['yksi muutettu']);
  });

  it('show within seconds what another process has written, and read only that', async () => {
    const { here, there } = await twoProcesses();
    await here.rows.all(TEAM);
    await there.rows.all(TEAM);
    here.taken.length = 0;
    await there.write('case|2', 'kaksi muualta');
    await there.write('case|3', 'kolme');
    here.pass(FRESH_MS);
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi', 'kaksi muualta', 'kolme']);
    expect(here.taken.toSorted()).toEqual(['kaksi muualta', 'kolme']);
    // Long after the newest one was seen, too.
    here.pass(10 * FRESH_MS);
    await here.rows.all(TEAM);
    await there.write('case|1', 'yksi muualta');
    here.pass(FRESH_MS);
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi muualta', 'kaksi muualta', 'kolme']);
  });

  it('notice within minutes what another process has removed', async () => {
    const { here, there } = await twoProcesses();
    await here.rows.all(TEAM);
    await there.remove('case|1');
    here.pass(WHOLE_MS);
    await expect(here.rows.all(TEAM)).resolves.toEqual(['kaksi']);
  });

  it('show both changes when two processes write at the same time', async () => {
    const { here, there } = await twoProcesses();
    await Promise.all([here.rows.all(TEAM), there.rows.all(TEAM)]);
    await Promise.all([here.write('case|1', 'täältä'), there.write('case|2', 'sieltä')]);
    [here, there].forEach((process) => process.pass(FRESH_MS));
    await expect(here.rows.all(TEAM)).resolves.toEqual(['täältä', 'sieltä']);
    await expect(there.rows.all(TEAM)).resolves.toEqual(['täältä', 'sieltä']);
  });

  it('of one team or tenant never show in another, whatever is asked in between', async () => {
    const { here } = await twoProcesses();
    await here.write('case|1', 'toisen tiimin', OTHER);
    await here.write('case|1', 'toisen vuokralaisen', FOREIGN);
    const all = await Promise.all([TEAM, OTHER, FOREIGN].map((partition) => here.rows.all(partition)));
    expect(all).toEqual([['yksi', 'kaksi'], ['toisen tiimin'], ['toisen vuokralaisen']]);
    await here.write('case|1', 'muutettu', FOREIGN);
    here.pass(FRESH_MS);
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi', 'kaksi']);
  });

  it('are kept for as many rows as allowed: those asked for the longest ago are read anew', async () => {
    const { tableName } = await openTestStore();
    const here = startProcess(tableName, { rowsMax: 2 });
    for (const partition of [TEAM, OTHER, FOREIGN]) {
      await here.write('case|1', partition, partition);
      await here.rows.all(partition);
    }
    const before = here.asked.ranges;
    await here.rows.all(OTHER);
    await here.rows.all(FOREIGN);
    expect(here.asked.ranges).toBe(before);
    await expect(here.rows.all(TEAM)).resolves.toEqual([TEAM]);
    expect(here.asked.ranges).toBe(before + 1);
  });

  it('are all read again after a large commit, not one by one', async () => {
    const { here } = await twoProcesses();
    await here.rows.all(TEAM);
    const before = here.asked.ranges;
    const many = Array.from({ length: 60 }, (_, index) => insert(`case|many${index}`, `tapaus ${index}`));
    await here.store.commit(TEAM, many);
    await expect(here.rows.all(TEAM)).resolves.toHaveLength(62);
    expect(here.asked.ranges).toBe(before + 1);
  });

  it('that cannot be read are a fault and never left out; once mended they are there', async () => {
    const { here } = await twoProcesses();
    await here.rows.all(TEAM);
    await here.write('case|2', 'unreadable');
    await expect(here.rows.all(TEAM)).rejects.toThrow('row-unreadable');
    await expect(here.rows.all(TEAM)).rejects.toThrow('row-unreadable');
    await here.write('case|2', 'korjattu');
    await expect(here.rows.all(TEAM)).resolves.toEqual(['yksi', 'korjattu']);
  });

  it('of a partition without any are none, until there is one', async () => {
    const { here } = await twoProcesses();
    await expect(here.rows.all(OTHER)).resolves.toEqual([]);
    await here.write('case|1', 'ensimmäinen', OTHER);
    await expect(here.rows.all(OTHER)).resolves.toEqual(['ensimmäinen']);
  });
});
