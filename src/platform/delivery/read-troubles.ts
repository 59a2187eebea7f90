// What did not go as promised in one workspace. Each of these reads grows with what went wrong or is due, never with what
// has been promised or sent.
import { addMs, toInstant } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { nextAllowedMoment } from '../../kernel/reminder-times.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Row, Store } from '../storage/store.ts';
import {
  DELIVERY_PREFIX,
  deliveryEventPrefix,
  DUE_PREFIX,
  MISSED_PREFIX,
  parseDeliveryKey,
  parseDueKey,
  parseMissedKey,
} from './delivery-keys.ts';
import { isMissed, isOpen, type StoredDelivery } from './delivery-rows.ts';
import { type DeliveriesRead, sortOut } from './read-deliveries.ts';

/** `more`: how many older or later ones were not looked at. */
export type TroublesRead = DeliveriesRead<StoredDelivery> & { readonly more: number };

const AT_ONCE = 25;
// A message that Teams asked to bring later, or whose workspace is paused, waits at most so long between its tries.
const LONGEST_WAIT_MS = 60 * 60_000;
const LATE_MS = 60_000;

/**
 * What failed or expired from `since` on and was not promised again, newest first. Looks at the last `max` of them: each
 * costs one query.
 */
export async function readMissed(
  store: Store,
  workspace: WorkspaceKey,
  { since, max }: { readonly since: Instant; readonly max: number },
): Promise<TroublesRead> {
  const { before } = prefixRange(MISSED_PREFIX);
  const rows = await store.range(workspace, { from: `${MISSED_PREFIX}${since}`, before, select: ['state'] });
  const keys = rows.toReversed().map(({ rowKey }) => parseMissedKey(rowKey)?.deliveryKey ?? rowKey);
  const found = await inBatches(keys.slice(0, max), async (key) => {
    const generations = await readFrom(store, workspace, key);
    const [first, ...later] = generations;
    return first?.rowKey === key && later.length === 0 ? [first] : [];
  });
  const { deliveries, unreadable } = sortOut(found.flat());
  return {
    deliveries: deliveries.filter(({ record }) => isMissed(record)),
    unreadable,
    more: Math.max(0, keys.length - max),
  };
}

/**
 * What should have been said a minute ago and is still under way: tried in vain, or not come to. What waits for the
 * morning or for Monday is not late. Looks at the `max` that are to be tried first; an index row without its delivery
 * counts as unreadable.
 */
export async function readLate(
  store: Store,
  workspace: WorkspaceKey,
  { now, max }: { readonly now: Instant; readonly max: number },
): Promise<TroublesRead> {
  const before = `${DUE_PREFIX}${addMs(now, LONGEST_WAIT_MS)}`;
  const rows = await store.range(workspace, { from: DUE_PREFIX, before });
  const due = rows.filter((row) => wasDue(row) < addMs(now, -LATE_MS));
  const found = await inBatches(due.slice(0, max), async ({ rowKey }) => {
    const row = await store.read(workspace, parseDueKey(rowKey)?.deliveryKey ?? rowKey);
    return { rowKey, row };
  });
  const { deliveries, unreadable } = sortOut(found.flatMap(({ row }) => row ?? []));
  const late = deliveries.filter(({ record }) => isOpen(record) && (record.hours === 'any' || isAllowed(now)));
  const alone = found.filter(({ row }) => row === null).map(({ rowKey }) => rowKey);
  return { deliveries: late, unreadable: [...unreadable, ...alone], more: Math.max(0, due.length - max) };
}

/** What the audit says of the messages since then: when the last one arrived, and of how many nobody knows whether. */
export async function readSendings(
  store: Store,
  workspace: WorkspaceKey,
  since: Instant,
): Promise<{ readonly lastSent: Instant | null; readonly unknown: number }> {
  const events = await store.range(workspace, {
    from: deliveryEventPrefix(since),
    before: prefixRange('event|delivery|').before,
    select: ['what', 'at'],
  });
  const sent = events.findLast(({ cells }) => cells['what'] === 'delivery-sent');
  const unknown = events.filter(({ cells }) => UNKNOWN.has(String(cells['what'])));
  // Written by the postman as an instant.
  return { lastSent: (sent?.cells['at'] ?? null) as Instant | null, unknown: unknown.length };
}

const UNKNOWN: ReadonlySet<string> = new Set(['delivery-unknown', 'delivery-taken-over']);

/** The generation of that row key and the later ones of the same promise; empty when there is none or it is no key. */
export async function readFrom(store: Store, workspace: WorkspaceKey, key: string): Promise<readonly Row[]> {
  const identity = parseDeliveryKey(key);
  if (identity === null) {
    return [];
  }
  const { before } = prefixRange(`${DELIVERY_PREFIX}${identity.subject}~${identity.name}|`);
  return await store.range(workspace, { from: key, before });
}

// Rows of versions that did not note it there lie where they were due, unless they were tried in vain.
function wasDue({ rowKey, cells }: Row): string {
  return typeof cells['dueUtc'] === 'string' ? cells['dueUtc'] : (parseDueKey(rowKey)?.nextUtc ?? '');
}

function isAllowed(now: Instant): boolean {
  const { date, time } = nextAllowedMoment(now);
  return toInstant(date, time) <= now;
}

async function inBatches<Item, Found>(
  items: readonly Item[],
  read: (item: Item) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    // oxlint-disable-next-line no-await-in-loop -- a bounded number at a time
    found.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(read))));
  }
  return found;
}
