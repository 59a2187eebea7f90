import type { Instant } from '../../kernel/instants.ts';

export type CellValue = string | number | boolean;
export type Cells = Readonly<Record<string, CellValue>>;

/** One stored row. `etag` is what a later write must name; `timestamp` is the storage's time of the last write. */
export type Row = {
  readonly rowKey: string;
  readonly etag: string;
  readonly timestamp: Instant;
  readonly cells: Cells;
};

/** `replace` and `remove` name the ETag they read; there is no way to write over what was not read. */
export type Write =
  | { readonly kind: 'insert'; readonly rowKey: string; readonly cells: Cells }
  | { readonly kind: 'replace'; readonly rowKey: string; readonly etag: string; readonly cells: Cells }
  | { readonly kind: 'remove'; readonly rowKey: string; readonly etag: string };

/** Row keys from `from` (inclusive) to `before` (exclusive), in ordinal order. */
export type Range = {
  readonly from: string;
  readonly before: string;
  /** Only these cells; all when absent. */
  readonly select?: readonly string[];
  /** Only rows whose last write has this timestamp or a later one; the storage looks at all of them to find these. */
  readonly writtenSince?: Instant;
  /** At most so many rows; all when absent. */
  readonly limit?: number;
};

/** `conflict`: somebody wrote (or inserted, or removed) one of the rows since it was read; nothing was written. */
export type CommitOutcome = 'committed' | 'conflict';

/**
 * A table of partitions. An outage throws a Fault (`storage-unavailable`); absent is null; a conflict is an outcome.
 * The implementation stands on Azure Table Storage (table-store.ts); tests use it on Azurite.
 */
export interface Store {
  read(partition: string, rowKey: string): Promise<Row | null>;
  range(partition: string, range: Range): Promise<readonly Row[]>;
  /** All or nothing, one to 100 rows of one partition, each row once. */
  commit(partition: string, writes: readonly Write[]): Promise<CommitOutcome>;
  /**
   * The storage's clock: a lower bound of its present time, from the `Date` header of its answers plus monotonic time
   * since. Asks the storage when no answer is fresh. No decision reads the process's wall clock.
   */
  now(): Promise<Instant>;
}
