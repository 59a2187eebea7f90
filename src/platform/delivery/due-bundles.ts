// What is due in a tenant now, put together into what becomes one message each.
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Row, Store } from '../storage/store.ts';
import { DUE_PREFIX, parseDeliveryKey, parseDueKey } from './delivery-keys.ts';
import type { Bundle } from './round.ts';

type DueRows = { readonly workspace: WorkspaceKey; readonly rows: readonly Row[] };

// With three rows a delivery and what a feature adds, a transaction of 100 rows is never full.
const MAX_TOGETHER = 20;

/** The index rows of a workspace whose time has come, earliest first. */
export async function readDueRows(store: Store, workspace: WorkspaceKey): Promise<DueRows> {
  const now = await store.now();
  // The closing brace comes after the pipe: due at this very moment is due.
  return { workspace, rows: await store.range(workspace, { from: DUE_PREFIX, before: `${DUE_PREFIX}${now}}` }) };
}

/** When something is due next in the workspace, now or later; null when nothing is promised. */
export async function readNextDue(store: Store, workspace: WorkspaceKey): Promise<Instant | null> {
  const [row] = await store.range(workspace, prefixRange(DUE_PREFIX, { limit: 1 }));
  return row === undefined ? null : (parseDueKey(row.rowKey)?.nextUtc ?? null);
}

/** The bundles of due rows, by kind and bundle, in the order of their earliest row; rows that are no index rows apart. */
export function toBundles({ workspace, rows }: DueRows): {
  readonly bundles: readonly Bundle[];
  readonly unreadable: readonly Row[];
} {
  const groups = new Map<string, { readonly kind: string; readonly items: { deliveryKey: string; due: Row }[] }>();
  const unreadable: Row[] = [];
  for (const due of rows) {
    const { kind, bundle } = due.cells;
    const parsed = parseDueKey(due.rowKey);
    if (parsed === null || typeof kind !== 'string' || typeof bundle !== 'string') {
      unreadable.push(due);
      continue;
    }
    const key = JSON.stringify([kind, bundle]);
    const group = groups.get(key) ?? { kind, items: [] };
    group.items.push({ deliveryKey: parsed.deliveryKey, due });
    groups.set(key, group);
  }
  const bundles = [...groups.values()].flatMap(({ kind, items }) => {
    const lane = parseDeliveryKey(items[0]?.deliveryKey ?? '')?.subject ?? '';
    return chunks(items).map((chunk) => ({ workspace, kind, lane, items: chunk }));
  });
  return { bundles, unreadable };
}

/** Bundles about the same subject one after another, so that a thread reads in order; different subjects side by side. */
export function toLanes(bundles: readonly Bundle[]): readonly (readonly Bundle[])[] {
  const lanes = new Map<string, Bundle[]>();
  for (const bundle of bundles) {
    const key = `${bundle.workspace} ${bundle.lane}`;
    lanes.set(key, [...(lanes.get(key) ?? []), bundle]);
  }
  return [...lanes.values()];
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / MAX_TOGETHER) }, (_, index) =>
    items.slice(index * MAX_TOGETHER, (index + 1) * MAX_TOGETHER),
  );
}
