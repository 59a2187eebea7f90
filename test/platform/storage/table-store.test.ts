import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { Fault } from '../../../src/kernel/fault.ts';
import { prefixRange } from '../../../src/platform/storage/row-keys.ts';
import type { Cells, Row, Write } from '../../../src/platform/storage/store.ts';
import { createTableStore, type TableStore } from '../../../src/platform/storage/table-store.ts';
import { openTestStore, tableOptions, tablesUrl } from '../../support/azurite.ts';
import { openFaultProxy, type FaultProxy, type NetworkFault, type SeenRequest } from '../../support/fault-proxy.ts';

const PARTITION = 'tenant|19:team';
const insert = (rowKey: string, cells: Cells = {}): Write => ({ kind: 'insert', rowKey, cells });
const replace = (row: Row, cells: Cells): Write => ({ kind: 'replace', rowKey: row.rowKey, etag: row.etag, cells });
const remove = ({ rowKey, etag }: Row): Write => ({ kind: 'remove', rowKey, etag });

async function readRow(store: TableStore, rowKey: string): Promise<Row> {
  const row = await store.read(PARTITION, rowKey);
  if (row === null) {
    throw new Error(`no row ${rowKey}`);
  }
  return row;
}

const isWrite = (request: SeenRequest): boolean => request.path.includes('$batch');
const isRead = (request: SeenRequest): boolean => request.method === 'GET';

describe('rows', () => {
  it('come back as they were written, without the token and the system cells', async () => {
    const { store } = await openTestStore();
    const cells = { text: "Äänekoski's 'asia' 🌱", whole: 7, wide: 3_000_000_000, part: 1.5, yes: true, no: false };
    await expect(store.commit(PARTITION, [insert('case|1', cells)])).resolves.toBe('committed');
    const row = await readRow(store, 'case|1');
    expect(row.cells).toEqual(cells);
    expect(row.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await expect(store.read(PARTITION, 'case|2')).resolves.toBeNull();
  });

  it('of a range come in ordinal order from `from` to before `before`, with only the cells asked for', async () => {
    const { store } = await openTestStore();
    await store.commit(
      PARTITION,
      ['case|b', 'case|a', 'case|c', 'casf', 'cas'].map((key) => insert(key, { title: key, other: 1 })),
    );
    const rows = await store.range(PARTITION, prefixRange('case|', { select: ['title'] }));
    expect(rows.map(({ rowKey, cells }) => ({ rowKey, cells }))).toEqual([
      { rowKey: 'case|a', cells: { title: 'case|a' } },
      { rowKey: 'case|b', cells: { title: 'case|b' } },
      { rowKey: 'case|c', cells: { title: 'case|c' } },
    ]);
    // An ETag read with chosen cells is as good as one read with all.
    const [first] = rows;
    await expect(store.commit(PARTITION, first === undefined ? [] : [remove(first)])).resolves.toBe('committed');
    const limited = await store.range(PARTITION, { from: 'case|b', before: 'case|c' });
    expect(limited.map((row) => row.rowKey)).toEqual(['case|b']);
  });

  it('of a range come from all pages, up to the limit', async () => {
    const { store } = await openTestStore();
    for (let batch = 0; batch < 11; batch += 1) {
      await store.commit(
        PARTITION,
        Array.from({ length: 100 }, (_, index) => insert(`row|${String(batch * 100 + index).padStart(4, '0')}`)),
      );
    }
    await expect(store.range(PARTITION, prefixRange('row|'))).resolves.toHaveLength(1_100);
    await expect(store.range(PARTITION, prefixRange('row|', { limit: 1_050 }))).resolves.toHaveLength(1_050);
    const three = await store.range(PARTITION, prefixRange('row|', { limit: 3 }));
    expect(three.map((row) => row.rowKey)).toEqual(['row|0000', 'row|0001', 'row|0002']);
  });

  it('of another partition stay unseen, whatever the names contain', async () => {
    const { store } = await openTestStore();
    await store.commit(PARTITION, [insert('case|1')]);
    await expect(store.range("x' or PartitionKey ne 'x", prefixRange('case|'))).resolves.toEqual([]);
    await expect(store.read("x' or PartitionKey ne 'x", 'case|1')).resolves.toBeNull();
  });
});

describe('a commit', () => {
  it.each([
    ['an insert that is there', (there: Row): Write => insert(there.rowKey)],
    ['a replace of an older version', (there: Row): Write => replace({ ...there, etag: staleEtag(there) }, { n: 2 })],
    ['a removal of an older version', (there: Row): Write => remove({ ...there, etag: staleEtag(there) })],
    ['a replace of a row that is gone', (there: Row): Write => replace({ ...there, rowKey: 'gone' }, { n: 2 })],
    ['a removal of a row that is gone', (there: Row): Write => remove({ ...there, rowKey: 'gone' })],
  ])('writes nothing at all when one of its rows conflicts: %s', async (_what, clash) => {
    const { store } = await openTestStore();
    await store.commit(PARTITION, [insert('there', { n: 1 }), insert('beside', { n: 1 })]);
    const [there, beside] = [await readRow(store, 'there'), await readRow(store, 'beside')];
    const writes = [insert('new'), remove(beside), clash(there)];
    await expect(store.commit(PARTITION, writes)).resolves.toBe('conflict');
    await expect(store.read(PARTITION, 'new')).resolves.toBeNull();
    expect((await readRow(store, 'beside')).cells).toEqual({ n: 1 });
    expect((await readRow(store, 'there')).cells).toEqual({ n: 1 });
  });

  it('inserts, replaces and removes together', async () => {
    const { store } = await openTestStore();
    await store.commit(PARTITION, [insert('a', { n: 1, old: true }), insert('b', { n: 1 })]);
    const [a, b] = [await readRow(store, 'a'), await readRow(store, 'b')];
    await expect(store.commit(PARTITION, [replace(a, { n: 2 }), remove(b), insert('c')])).resolves.toBe('committed');
    expect((await readRow(store, 'a')).cells).toEqual({ n: 2 });
    await expect(store.read(PARTITION, 'b')).resolves.toBeNull();
    await expect(store.read(PARTITION, 'c')).resolves.not.toBeNull();
  });

  it.each<[string, readonly Write[]]>([
    ['nothing to write', []],
    ['101 rows', Array.from({ length: 101 }, (_, index) => insert(`row|${index}`))],
    ['one row twice', [insert('a'), insert('a')]],
    ['an asterisk as ETag', [{ kind: 'replace', rowKey: 'a', etag: '*', cells: {} }]],
    ['an empty ETag', [{ kind: 'remove', rowKey: 'a', etag: '' }]],
    ['a key with a slash', [insert('a/b')]],
    ['a cell that hides our token', [insert('a', { token: 'x' })]],
    ['a cell of 32,769 units', [insert('a', { text: 'x'.repeat(32_769) })]],
    ['252 cells', [insert('a', Object.fromEntries(Array.from({ length: 252 }, (_, index) => [`c${index}`, 1])))]],
    ['a number that is none', [insert('a', { n: Number.NaN })]],
    ['a row over 1 MiB', [insert('a', bigCells(17))]],
    ['more than 4 MiB', Array.from({ length: 5 }, (_, index) => insert(`row|${index}`, bigCells(14)))],
  ])('is a fault before anything is sent: %s', async (_what, writes) => {
    const { store } = await openTestStore();
    await expect(store.commit(PARTITION, writes)).rejects.toMatchObject({ code: 'commit-invalid' });
  });

  it('says what is wrong when the table is missing, instead of calling it a conflict or an empty table', async () => {
    const store = createTableStore(tableOptions('neverMade'));
    await expect(store.commit(PARTITION, [insert('a')])).rejects.toMatchObject({ code: 'storage-rejected' });
    await expect(store.read(PARTITION, 'a')).rejects.toMatchObject({ code: 'storage-rejected' });
    await expect(store.range(PARTITION, prefixRange('a'))).rejects.toMatchObject({ code: 'storage-rejected' });
  });
});

describe('concurrent writers', () => {
  it('lose nothing when 50 count at once', async () => {
    const { store } = await openTestStore();
    await store.commit(PARTITION, [insert('counter', { n: 0 })]);
    const countOne = async (): Promise<void> => {
      for (;;) {
        const row = await readRow(store, 'counter');
        if ((await store.commit(PARTITION, [replace(row, { n: Number(row.cells['n']) + 1 })])) === 'committed') {
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: 50 }, countOne));
    expect((await readRow(store, 'counter')).cells).toEqual({ n: 50 });
  });

  it('have one winner when many insert the same row', async () => {
    const { store } = await openTestStore();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.commit(PARTITION, [insert('op|1', { by: index })])),
    );
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
  });
});

describe('behind a broken network', () => {
  let proxy: FaultProxy;
  let store: TableStore;
  let direct: TableStore;
  let directTable: string;
  beforeEach(async () => {
    proxy = await openFaultProxy(tablesUrl());
    const opened = await openTestStore();
    direct = opened.store;
    directTable = opened.tableName;
    const impatient = { url: proxy.url, deadlineMs: 150, pause: () => Promise.resolve() };
    store = createTableStore(tableOptions(opened.tableName, impatient));
  });
  afterEach(() => proxy.close());

  const BRIEF: readonly NetworkFault[] = ['reset-before', 'reset-after', 'unavailable', 'hang-before', 'hang-after'];

  it.each(BRIEF)('a commit happens once and is known to have happened: %s', async (fault) => {
    await direct.commit(PARTITION, [insert('counter', { n: 1 }), insert('old')]);
    const [counter, old] = [await readRow(direct, 'counter'), await readRow(direct, 'old')];
    proxy.fail([fault], isWrite);
    const writes = [replace(counter, { n: 2 }), insert('event|1'), remove(old)];
    await expect(store.commit(PARTITION, writes)).resolves.toBe('committed');
    expect((await readRow(direct, 'counter')).cells).toEqual({ n: 2 });
    await expect(direct.read(PARTITION, 'old')).resolves.toBeNull();
  });

  it.each(BRIEF)('a commit of removals only happens once and is known to have happened: %s', async (fault) => {
    await direct.commit(PARTITION, [insert('a'), insert('b')]);
    const rows = await direct.range(PARTITION, { from: 'a', before: 'c' });
    proxy.fail([fault], isWrite);
    await expect(store.commit(PARTITION, rows.map(remove))).resolves.toBe('committed');
    await expect(direct.range(PARTITION, { from: 'a', before: 'c' })).resolves.toEqual([]);
  });

  it.each(BRIEF)('a conflict stays a conflict: %s', async (fault) => {
    await direct.commit(PARTITION, [insert('a', { n: 1 })]);
    const stale = await readRow(direct, 'a');
    await direct.commit(PARTITION, [replace(stale, { n: 2 })]);
    proxy.fail([fault], isWrite);
    await expect(store.commit(PARTITION, [replace(stale, { n: 3 }), insert('event|1')])).resolves.toBe('conflict');
    expect((await readRow(direct, 'a')).cells).toEqual({ n: 2 });
    await expect(direct.read(PARTITION, 'event|1')).resolves.toBeNull();
  });

  it.each(BRIEF)('reads ask again: %s', async (fault) => {
    await direct.commit(PARTITION, [insert('a', { n: 1 })]);
    proxy.fail([fault, fault]);
    await expect(store.read(PARTITION, 'a')).resolves.toMatchObject({ cells: { n: 1 } });
    proxy.fail([fault]);
    await expect(store.range(PARTITION, prefixRange('a'))).resolves.toHaveLength(1);
  });

  it('reading back after a lost answer survives faults of its own', async () => {
    proxy.fail(['reset-after'], isWrite);
    proxy.fail(['reset-before', 'unavailable'], isRead);
    await expect(store.commit(PARTITION, [insert('a')])).resolves.toBe('committed');
    expect(proxy.seen.filter(isWrite)).toHaveLength(1);
  });

  it('an outage is a fault, never an absence or a conflict', async () => {
    const outage = Array.from({ length: 40 }, (): NetworkFault => 'unavailable');
    proxy.fail(outage);
    const faults = await Promise.all(
      [
        store.read(PARTITION, 'a'),
        store.range(PARTITION, prefixRange('a')),
        store.commit(PARTITION, [insert('a')]),
        store.now(),
        store.ping(),
      ].map((asked) => asked.then(() => null).catch((error: unknown) => error)),
    );
    expect(faults.map((fault) => (fault instanceof Fault ? fault.code : fault))).toEqual(
      Array.from({ length: 5 }, () => 'storage-unavailable'),
    );
  });

  it('sends no If-Match asterisk for any kind of write', async () => {
    await store.commit(PARTITION, [insert('a', { text: 'if-match: *' }), insert('b', { text: '\r\nIf-Match: *\r\n' })]);
    const [a, b] = [await readRow(store, 'a'), await readRow(store, 'b')];
    await store.commit(PARTITION, [replace(a, { text: 'x' }), remove(b)]);
    await store.commit(PARTITION, [remove(await readRow(store, 'a'))]);
    expect(proxy.seen.filter(isWrite)).toHaveLength(3);
    for (const { headers, body } of proxy.seen) {
      expect(headers['if-match']).not.toBe('*');
      expect(body.split('\r\n').filter((line) => /^if-match:\s*\*/i.test(line))).toEqual([]);
    }
    const named = proxy.seen.flatMap(({ body }) => body.split('\r\n').filter((line) => /^if-match:/i.test(line)));
    expect(named).toHaveLength(3);
  });

  it('needs a guard for that, because the SDK sends one with each removal of a transaction', async () => {
    await direct.commit(PARTITION, [insert('a')]);
    const { credential, tableName } = tableOptions(directTable);
    const bare = new TableClient(
      proxy.url,
      tableName,
      new AzureNamedKeyCredential(credential.account, credential.key),
      {
        allowInsecureConnection: true,
      },
    );
    await bare.submitTransaction([['delete', { partitionKey: PARTITION, rowKey: 'a' }]]);
    expect(proxy.seen.at(-1)?.body).toMatch(/^if-match: \*\r$/im);
  });
});

function staleEtag({ etag }: Row): string {
  return etag.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10));
}

function bigCells(count: number): Cells {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, 'x'.repeat(32_000)]));
}
