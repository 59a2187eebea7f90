import { Fault } from '../../kernel/fault.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Row, Store } from '../storage/store.ts';
import { DELIVERY_PREFIX, subjectPrefix } from './delivery-keys.ts';
import { type StoredDelivery, toDelivery } from './delivery-rows.ts';

/** A delivery as stored; `indexEtag` is that of its due-index row, null when it has none. */
export type KnownDelivery = StoredDelivery & { readonly indexEtag: string | null };

/** Deliveries, and the keys of rows that this version cannot read: they are there, and must not be written over. */
export type DeliveriesRead<Stored> = { readonly deliveries: readonly Stored[]; readonly unreadable: readonly string[] };

/** All generations of all promises of one subject. */
export async function readSubject(
  store: Store,
  workspace: WorkspaceKey,
  subject: string,
): Promise<DeliveriesRead<StoredDelivery>> {
  return sortOut(await store.range(workspace, prefixRange(subjectPrefix(subject))));
}

/** All generations of all promises of the subjects that begin so. */
export async function readSubjectsBeginning(
  store: Store,
  workspace: WorkspaceKey,
  beginning: string,
): Promise<DeliveriesRead<StoredDelivery>> {
  return sortOut(await store.range(workspace, prefixRange(`${DELIVERY_PREFIX}${beginning}`)));
}

/** All deliveries of a workspace, in the order of their keys: for lists of what failed or is late. */
export async function readWorkspaceDeliveries(
  store: Store,
  workspace: WorkspaceKey,
): Promise<DeliveriesRead<StoredDelivery>> {
  return sortOut(await store.range(workspace, prefixRange(DELIVERY_PREFIX)));
}

/** The deliveries of rows, in their order. */
export function sortOut(rows: readonly Row[]): DeliveriesRead<StoredDelivery> {
  const deliveries: StoredDelivery[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    try {
      deliveries.push(toDelivery(row));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'row-unreadable') {
        throw error;
      }
      unreadable.push(row.rowKey);
    }
  }
  return { deliveries, unreadable };
}
