// Whether the deliveries of a workspace and their indexes agree, while everybody works on. They are written in the same
// transactions, so this finds bugs and foreign meddling, and nothing else.
import { msBetween } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Row, Store } from '../storage/store.ts';
import { dueKey, parseDueKey, parseMissedKey } from './delivery-keys.ts';
import { changeWrites, isMissed, isOpen, missedWrite, type StoredDelivery, toDelivery } from './delivery-rows.ts';
import { compareIndex, type Difference } from './find-differences.ts';
import type { Hints } from './hints.ts';
import { LEASE_MS } from './lease.ts';

export type IndexCheck = {
  /** All that is promised, whenever it is due. */
  readonly pending: number;
  /** Row keys of promises that got their place in the index back. */
  readonly repaired: readonly string[];
  /** What is left as it is, for people to look at. */
  readonly left: readonly Difference[];
};

/**
 * Compares, and gives every promise that no scan would find its place in the index back: in a transaction that names the
 * row as it was read, so that it changes nothing when somebody was at it. What an older version missed is listed. An index row without its promise and rows that
 * cannot be read are left.
 */
export async function checkIndex(
  { store, hints }: { readonly store: Store; readonly hints: Hints },
  workspace: WorkspaceKey,
): Promise<IndexCheck> {
  const { differences, pending } = await compareIndex(store, workspace);
  const repaired: string[] = [];
  const left: Difference[] = [];
  for (const difference of differences) {
    if (difference.kind === 'unlisted') {
      await list(store, workspace, difference.rowKey);
    } else if (difference.kind === 'lost') {
      if (await giveBack(store, hints, workspace, difference.rowKey)) {
        repaired.push(difference.rowKey);
      }
    } else if (difference.kind === 'unreadable' || (await isStray(store, workspace, difference.rowKey))) {
      left.push(difference);
    }
  }
  return { pending: pending + repaired.length, repaired, left };
}

async function giveBack(store: Store, hints: Hints, workspace: WorkspaceKey, rowKey: string): Promise<boolean> {
  const row = await store.read(workspace, rowKey);
  const stored = row === null ? null : toDelivery(row);
  const now = await store.now();
  if (stored === null || !isOpen(stored.record) || isUnderWay(stored, now)) {
    return false;
  }
  const { nextUtc } = stored.record;
  if ((await store.read(workspace, dueKey(nextUtc, stored.record))) !== null) {
    return false; // written while we looked
  }
  await hints.lower(workspace, nextUtc, now);
  return (await store.commit(workspace, changeWrites(stored, stored.record, null))) === 'committed';
}

// Of a version that listed none: it tells of the past, so nothing is mended by it and it is not counted.
async function list(store: Store, workspace: WorkspaceKey, rowKey: string): Promise<void> {
  const row = await store.read(workspace, rowKey);
  const stored = row === null ? null : toDelivery(row);
  if (stored !== null && isMissed(stored.record)) {
    // A conflict: somebody has listed it while we looked.
    await store.commit(workspace, [missedWrite(stored.record)]);
  }
}

// Whoever is sending it holds the index row that was there, and settles by it.
function isUnderWay({ record, row }: StoredDelivery, now: Row['timestamp']): boolean {
  return record.state === 'sending' && msBetween(row.timestamp, now) < LEASE_MS;
}

// Both rows go in one transaction: an index row that outlives the look at its closed delivery is alone.
async function isStray(store: Store, workspace: WorkspaceKey, rowKey: string): Promise<boolean> {
  const [due, missed] = [parseDueKey(rowKey), parseMissedKey(rowKey)];
  const key = due ?? missed;
  const row = key === null ? null : await store.read(workspace, key.deliveryKey);
  if (row !== null) {
    const { record } = toDelivery(row);
    if (missed === null ? isOpen(record) && record.nextUtc === due?.nextUtc : isMissed(record)) {
      return false;
    }
  }
  return (await store.read(workspace, rowKey)) !== null;
}
