// Rows that are listed often and change seldom, kept in this process and followed: what this process commits is read
// again before the next answer, what others commit within seconds. The storage stays the only truth; anything here may be
// dropped at any time.
import { addMs } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import { prefixRange } from './row-keys.ts';
import type { Row } from './store.ts';
import type { WatchedStore } from './watched-store.ts';

export interface FollowedRows<Value> {
  /**
   * All rows of the partition, in the order of their keys: as new as every commit of this process that has been
   * answered, and of other processes up to FRESH_MS old (a removal by another process: up to WHOLE_MS). An outage or an
   * unreadable row throws.
   */
  all(partition: string): Promise<readonly Value[]>;
}

export type FollowedRowsOptions<Value> = {
  readonly store: WatchedStore;
  readonly prefix: string;
  readonly select: readonly string[];
  readonly read: (row: Row) => Value;
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
  /** How many rows are kept in all; the partitions asked for the longest ago go first. */
  readonly rowsMax?: number;
};

/** How old the answer may be for what other processes have written. */
export const FRESH_MS = 2_000;
/** After this everything is read again, which also notices rows that others have removed. */
export const WHOLE_MS = 5 * 60_000;

// How long after its timestamp a row may become visible, with room to spare.
const LAG_MS = 10_000;
// Of more rows than these, reading all again costs less than asking for each.
const SINGLE_MAX = 20;
// About 120 MB of summaries of cases.
const ROWS_MAX = 50_000;

type Kept<Value> = { readonly etag: string; readonly value: Value };

type Partition<Value> = {
  rows: ReadonlyMap<string, Kept<Value>>;
  values: readonly Value[];
  /** Written by this process since they were read. */
  readonly stale: Set<string>;
  readAt: number;
  wholeAt: number;
  /** The latest timestamp seen, when it was seen first, and how long that reading took. */
  newest: { readonly timestamp: Instant; readonly at: number; readonly tookMs: number } | null;
  running: Promise<void> | null;
};

/** Follows the rows that begin with `prefix` in each partition that is asked for. */
export function createFollowedRows<Value>(options: FollowedRowsOptions<Value>): FollowedRows<Value> {
  const { store, prefix, monotonicMs, rowsMax = ROWS_MAX } = options;
  const partitions = new Map<string, Partition<Value>>();
  store.watch((partition, rowKeys) => {
    const kept = partitions.get(partition);
    rowKeys.filter((key) => key.startsWith(prefix)).forEach((key) => kept?.stale.add(key));
  });

  const catchUp = (partition: string, kept: Partition<Value>): Promise<void> => {
    kept.running ??= readChanges(options, partition, kept).finally(() => {
      kept.running = null;
    });
    return kept.running;
  };

  return {
    async all(partition) {
      const kept = partitions.get(partition) ?? emptyPartition<Value>();
      // The one asked for last is the last in the map.
      partitions.delete(partition);
      partitions.set(partition, kept);
      if (kept.running !== null) {
        // It may have begun before the commit that this caller wants to see; one that runs after it has not.
        await kept.running.catch(() => undefined);
      }
      if (kept.running !== null || kept.stale.size > 0 || monotonicMs() - kept.readAt >= FRESH_MS) {
        await catchUp(partition, kept);
        dropOldest(partitions, rowsMax);
      }
      return kept.values;
    },
  };
}

function emptyPartition<Value>(): Partition<Value> {
  const never = Number.NEGATIVE_INFINITY;
  return { rows: new Map(), values: [], stale: new Set(), readAt: never, wholeAt: never, newest: null, running: null };
}

async function readChanges<Value>(
  options: FollowedRowsOptions<Value>,
  partition: string,
  kept: Partition<Value>,
): Promise<void> {
  const { store, prefix, select, monotonicMs } = options;
  const startedAt = monotonicMs();
  const stale = [...kept.stale];
  kept.stale.clear();
  const isWhole = kept.newest === null || startedAt - kept.wholeAt >= WHOLE_MS || stale.length > SINGLE_MAX;
  const since = isWhole ? null : writtenSince(kept.newest, startedAt);
  const single = isWhole ? [] : stale;
  try {
    const [changed, ...again] = await Promise.all([
      store.range(partition, prefixRange(prefix, { select, ...(since === null ? {} : { writtenSince: since }) })),
      ...single.map((key) => store.range(partition, prefixRange(key, { select, limit: 1 }))),
    ]);
    const found = [...new Map([...changed, ...again.flat()].map((row) => [row.rowKey, row])).values()];
    take(kept, { found, gone: isWhole ? [...kept.rows.keys()] : single }, options.read);
    const endedAt = monotonicMs();
    kept.newest = newestOf(kept.newest, found, { at: endedAt, tookMs: endedAt - startedAt });
    kept.readAt = startedAt;
    kept.wholeAt = isWhole ? startedAt : kept.wholeAt;
  } catch (cause) {
    stale.forEach((key) => kept.stale.add(key));
    throw cause;
  }
}

/** `gone`: keys that are no longer there unless they were found. */
function take<Value>(
  kept: Partition<Value>,
  { found, gone }: { readonly found: readonly Row[]; readonly gone: readonly string[] },
  read: (row: Row) => Value,
): void {
  if (gone.length === 0 && found.every(({ rowKey, etag }) => kept.rows.get(rowKey)?.etag === etag)) {
    return;
  }
  const rows = new Map(kept.rows);
  gone.forEach((key) => rows.delete(key));
  found.forEach((row) => rows.set(row.rowKey, keepRow(row, kept.rows.get(row.rowKey), read)));
  kept.rows = rows;
  kept.values = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => value);
}

function keepRow<Value>(row: Row, before: Kept<Value> | undefined, read: (row: Row) => Value): Kept<Value> {
  return before?.etag === row.etag ? before : { etag: row.etag, value: read(row) };
}

/**
 * From which timestamp on to ask again. Until the newest one has been known for a while, rows with earlier timestamps may
 * still turn up, and those that changed while the reading went on.
 */
function writtenSince<Value>(newest: Partition<Value>['newest'], now: number): Instant | null {
  if (newest === null) {
    return null;
  }
  const { timestamp, at, tookMs } = newest;
  return now - at > LAG_MS ? timestamp : addMs(timestamp, -(LAG_MS + Math.ceil(tookMs)));
}

function newestOf<Value>(
  before: Partition<Value>['newest'],
  rows: readonly Row[],
  reading: { readonly at: number; readonly tookMs: number },
): Partition<Value>['newest'] {
  return rows.reduce(
    (newest, { timestamp }) => (newest === null || timestamp > newest.timestamp ? { timestamp, ...reading } : newest),
    before,
  );
}

function dropOldest<Value>(partitions: Map<string, Partition<Value>>, rowsMax: number): void {
  let total = [...partitions.values()].reduce((sum, { rows }) => sum + rows.size, 0);
  for (const [key, { rows }] of [...partitions].slice(0, -1)) {
    if (total <= rowsMax) {
      return;
    }
    partitions.delete(key);
    total -= rows.size;
  }
}
