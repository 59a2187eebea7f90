import { odata } from '@azure/data-tables';
import { Fault } from '../../kernel/fault.ts';
import type { Range, Row, Store } from './store.ts';
import { openTable, type TableAccess, type TableStoreOptions } from './table-access.ts';
import { commitRows } from './table-commit.ts';
import { propertiesFor, type TokenedRow, toRow } from './table-rows.ts';

/** A Store on one table. */
export interface TableStore extends Store {
  /** Creates the table when it is not there yet. */
  ensureTable(): Promise<void>;
  /** Asks the storage once, without patience; throws `storage-unavailable` when it does not answer. */
  ping(): Promise<void>;
}

const CLOCK_FRESH_MS = 60_000;
const PAGE_ROWS = 1_000;
const ONCE = [0];

/**
 * The Store of one table of Azure Table Storage or Azurite. A write without the ETag that was read is impossible:
 * `Write` has no such form, and etag-guard.ts stops the SDK from making one. Every row carries, unseen, the token of the
 * commit that wrote it, so that our own success is never taken for a conflict (table-commit.ts).
 */
export function createTableStore(options: TableStoreOptions): TableStore {
  const { clock, pause, newToken } = options;
  const table = openTable(options);
  const ping = async (waitsMs?: readonly number[]): Promise<void> => {
    // A row that never exists: asking for it costs least, and the answer tells the time.
    await table.ask('ping', () => table.client.getEntity('ping', 'ping', table.within()), waitsMs);
  };
  return {
    commit: (partition, writes) => commitRows(table, { partition, writes, token: newToken() }, pause),
    range: (partition, range) => readRange(table, partition, range),
    async read(partition, rowKey) {
      const row = await table.find(partition, rowKey);
      return row === null ? null : withoutToken(row);
    },
    async now() {
      if (clock.ageMs() > CLOCK_FRESH_MS) {
        await ping();
      }
      const now = clock.lowerBound();
      if (now === null) {
        throw new Fault('storage-unavailable', { what: 'now', status: 0, code: 'no-date' });
      }
      return now;
    },
    async ensureTable() {
      await table.ask('ensureTable', () => table.client.createTable(table.within()));
    },
    ping: () => ping(ONCE),
  };
}

async function readRange(table: TableAccess, partition: string, range: Range): Promise<readonly Row[]> {
  const { from, before, select, writtenSince, limit = Number.POSITIVE_INFINITY } = range;
  const keys = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${before}`;
  const filter = writtenSince === undefined ? keys : `${keys} and Timestamp ge datetime'${writtenSince}'`;
  const queryOptions = { filter, ...(select === undefined ? {} : { select: propertiesFor(select) }) };
  const rows: Row[] = [];
  let continuationToken: string | undefined;
  do {
    const settings = {
      maxPageSize: Math.min(PAGE_ROWS, limit - rows.length),
      ...(continuationToken === undefined ? {} : { continuationToken }),
    };
    const page = await table.ask('range', async () => {
      const answer = await table.client
        .listEntities({ queryOptions, ...table.within() })
        .byPage(settings)
        .next();
      return answer.done === true ? null : answer.value;
    });
    // A page may be empty and still continue.
    rows.push(...(page ?? []).map((entity) => withoutToken(toRow(entity))));
    continuationToken = page?.continuationToken;
  } while (continuationToken !== undefined && rows.length < limit);
  return rows.slice(0, limit);
}

function withoutToken({ rowKey, etag, timestamp, cells }: TokenedRow): Row {
  return { rowKey, etag, timestamp, cells };
}
