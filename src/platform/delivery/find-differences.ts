import type { WorkspaceKey } from '../../kernel/ids.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Store } from '../storage/store.ts';
import { DUE_PREFIX, dueKey } from './delivery-keys.ts';
import { isOpen } from './delivery-rows.ts';
import { readWorkspaceDeliveries } from './read-deliveries.ts';

/**
 * `lost`: an open delivery that no due scan finds at its time. `stray`: an index row that is not the one place of an open
 * delivery: it has ended or is gone, or waits for another time.
 */
export type Difference = { readonly kind: 'lost' | 'stray' | 'unreadable'; readonly rowKey: string };

/**
 * Where the deliveries of a workspace and their due index disagree; empty when all is well. Both are written in the same
 * transactions, so anything found while nobody writes is a bug or foreign meddling.
 */
export async function findDifferences(store: Store, workspace: WorkspaceKey): Promise<readonly Difference[]> {
  return (await compareIndex(store, workspace)).differences;
}

/**
 * The same, with how many rows the index holds. While somebody writes, some differences may be none. Asks the storage once
 * for every 1,000 deliveries that are kept and once for every 1,000 rows of the index, at least twice.
 */
export async function compareIndex(
  store: Store,
  workspace: WorkspaceKey,
): Promise<{ readonly differences: readonly Difference[]; readonly pending: number }> {
  const { deliveries, unreadable } = await readWorkspaceDeliveries(store, workspace);
  const index = new Set((await store.range(workspace, prefixRange(DUE_PREFIX))).map((row) => row.rowKey));
  const expected = new Map(
    deliveries
      .filter(({ record }) => isOpen(record))
      .map(({ record, row }) => [dueKey(record.nextUtc, record), row.rowKey]),
  );
  const differences = [
    ...unreadable.map((rowKey) => ({ kind: 'unreadable', rowKey }) as const),
    ...[...expected].filter(([due]) => !index.has(due)).map(([, rowKey]) => ({ kind: 'lost', rowKey }) as const),
    ...[...index].filter((due) => !expected.has(due)).map((rowKey) => ({ kind: 'stray', rowKey }) as const),
  ];
  return { differences, pending: index.size };
}
