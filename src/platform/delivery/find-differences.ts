import type { WorkspaceKey } from '../../kernel/ids.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Store } from '../storage/store.ts';
import { DUE_PREFIX, dueKey, MISSED_PREFIX, missedKey } from './delivery-keys.ts';
import { type DeliveryRecord, isMissed, isOpen } from './delivery-rows.ts';
import { readWorkspaceDeliveries } from './read-deliveries.ts';

/**
 * `lost`: an open delivery that no due scan finds at its time. `unlisted`: one that ended without having been said, was
 * not promised again, and is not listed among the missed, as those of versions that listed none. `stray`: a row of an
 * index that is not the place of such a delivery: it has ended otherwise or is gone, or waits for another time.
 */
export type Difference = { readonly kind: 'lost' | 'unlisted' | 'stray' | 'unreadable'; readonly rowKey: string };

/**
 * Where the deliveries of a workspace and their indexes disagree; empty when all is well. Both are written in the same
 * transactions, so anything found while nobody writes is a bug or foreign meddling.
 */
export async function findDifferences(store: Store, workspace: WorkspaceKey): Promise<readonly Difference[]> {
  return (await compareIndex(store, workspace)).differences;
}

/**
 * The same, with how many rows the due index holds. While somebody writes, some differences may be none. Asks the storage once
 * for every 1,000 deliveries that are kept and once for every 1,000 rows of each index, at least three times.
 */
export async function compareIndex(
  store: Store,
  workspace: WorkspaceKey,
): Promise<{ readonly differences: readonly Difference[]; readonly pending: number }> {
  const { deliveries, unreadable } = await readWorkspaceDeliveries(store, workspace);
  const due = await keysOf(store, workspace, DUE_PREFIX);
  const missed = await keysOf(store, workspace, MISSED_PREFIX);
  const records = deliveries.map(({ record, row }) => ({ record, rowKey: row.rowKey }));
  const open = placed(records, isOpen, (record) => dueKey(record.nextUtc, record));
  const ended = placed(records, isMissed, (record) => missedKey(record.endedAt ?? record.nextUtc, record));
  const again = new Set(records.map(({ record }) => promiseOf(record, record.generation - 1)));
  const differences = [
    ...unreadable.map((rowKey) => ({ kind: 'unreadable', rowKey }) as const),
    ...[...open].filter(([key]) => !due.has(key)).map(([, { rowKey }]) => ({ kind: 'lost', rowKey }) as const),
    ...[...ended]
      .filter(([key, { record }]) => !missed.has(key) && !again.has(promiseOf(record, record.generation)))
      .map(([, { rowKey }]) => ({ kind: 'unlisted', rowKey }) as const),
    ...[...due].filter((key) => !open.has(key)).map((rowKey) => ({ kind: 'stray', rowKey }) as const),
    ...[...missed].filter((key) => !ended.has(key)).map((rowKey) => ({ kind: 'stray', rowKey }) as const),
  ];
  return { differences, pending: due.size };
}

type Kept = { readonly record: DeliveryRecord; readonly rowKey: string };

async function keysOf(store: Store, workspace: WorkspaceKey, prefix: string): Promise<ReadonlySet<string>> {
  return new Set((await store.range(workspace, prefixRange(prefix))).map((row) => row.rowKey));
}

function placed(
  records: readonly Kept[],
  belongs: (record: DeliveryRecord) => boolean,
  keyOf: (record: DeliveryRecord) => string,
): ReadonlyMap<string, Kept> {
  return new Map(records.filter(({ record }) => belongs(record)).map((kept) => [keyOf(kept.record), kept]));
}

function promiseOf({ subject, name }: DeliveryRecord, generation: number): string {
  return `${subject}~${name}|${generation}`;
}
