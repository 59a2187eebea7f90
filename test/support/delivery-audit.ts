// What must hold of a workspace's deliveries whenever one looks, and whether what was said to people is accounted for.
import { tenantOf, type WorkspaceKey } from '../../src/kernel/ids.ts';
import { parseDeliveryKey, parseDueKey } from '../../src/platform/delivery/delivery-keys.ts';
import { isOpen, toDelivery } from '../../src/platform/delivery/delivery-rows.ts';
import type { Delivery, DeliveryKind, DeliveryState } from '../../src/platform/delivery/delivery.ts';
import { unpackJson } from '../../src/platform/storage/packed-json.ts';
import type { Row, Store } from '../../src/platform/storage/store.ts';

type Books = {
  /** Every delivery: `<subject>~<name> <generation>`, as `speakingIds` puts it into a message, and what became of it. */
  readonly accounts: readonly { readonly id: string; readonly state: DeliveryState }[];
  /** How many audit rows say of a delivery that nobody knows what became of an attempt. */
  readonly unknown: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
};

/** All that one moment shows of a workspace: one query of its partition, one of the postmen. */
export async function readBooks(
  { store, postmen }: { readonly store: Store; readonly postmen: Store },
  workspace: WorkspaceKey,
): Promise<Books> {
  // Deliveries, their due index and the events lie beside each other in the order of keys.
  const rows = await store.range(workspace, { from: 'delivery|', before: 'event}' });
  const starting = (prefix: string): readonly Row[] => rows.filter(({ rowKey }) => rowKey.startsWith(prefix));
  const events = starting('event|delivery|').flatMap(namedBy);
  const index = starting('due|').map(({ rowKey }) => rowKey);
  const problems: string[] = [];
  const accounts = starting('delivery|').map((row) => {
    const { record } = toDelivery(row);
    const own = events.filter(({ key }) => key === row.rowKey).map(({ what }) => what);
    const places = index.filter((due) => parseDueKey(due)?.deliveryKey === row.rowKey);
    if (places.length !== (isOpen(record) ? 1 : 0)) {
      problems.push(`${row.rowKey} is ${record.state} with ${places.length} index rows`);
    } else if (isOpen(record) && parseDueKey(places[0] ?? '')?.nextUtc !== record.nextUtc) {
      problems.push(`${row.rowKey} waits for ${record.nextUtc}, its index row lies at ${places[0]}`);
    }
    const written = own.filter((what) => what === 'sent').length;
    if (written !== (record.state === 'sent' ? 1 : 0)) {
      problems.push(`${row.rowKey} is ${record.state} with ${written} audit rows that say sent`);
    }
    return { id: idOf(record), state: record.state };
  });
  const known = new Set(starting('delivery|').map(({ rowKey }) => rowKey));
  problems.push(
    ...index.filter((due) => !known.has(parseDueKey(due)?.deliveryKey ?? '')).map((due) => `${due} is a stray`),
  );
  const hint = await postmen.read('postmen', `hint|${tenantOf(workspace)}`);
  const [first] = index;
  const next = parseDueKey(first ?? '')?.nextUtc;
  if (next !== undefined && !(String(hint?.cells['nextDue']) <= next)) {
    problems.push(`the hint says ${String(hint?.cells['nextDue'])}, ${first} comes before it`);
  }
  const unknown = new Map<string, number>();
  for (const { what, key } of events) {
    const identity = parseDeliveryKey(key);
    if (identity !== null && (what === 'unknown' || what === 'taken-over')) {
      unknown.set(idOf(identity), (unknown.get(idOf(identity)) ?? 0) + 1);
    }
  }
  return { accounts, unknown, problems };
}

/** Messages beyond the first of each delivery that no audit row explains by an unknown outcome. */
export function unexplainedCopies(said: readonly string[], { unknown }: Books): readonly string[] {
  const copies = new Map<string, number>();
  said.flatMap((summary) => summary.split(', ')).forEach((id) => copies.set(id, (copies.get(id) ?? 0) + 1));
  return [...copies].flatMap(([id, count]) => {
    const explained = unknown.get(id) ?? 0;
    return count > 1 + explained ? [`${id} was said ${count} times, ${explained} explained`] : [];
  });
}

/** The kind, whose messages say nothing but which deliveries they speak for; `onWord` hears of each. */
export function speakingIds(
  kind: DeliveryKind,
  onWord: (deliveries: readonly Delivery[]) => void | Promise<void>,
): DeliveryKind {
  return {
    ...kind,
    word: async (workspace, deliveries, now) => {
      await onWord(deliveries);
      const worded = await kind.word(workspace, deliveries, now);
      const { wording, holds } = worded;
      const held = deliveries.filter(({ name }) => holds.includes(name));
      return wording.kind === 'post' || wording.kind === 'update'
        ? { holds, wording: { ...wording, message: { ...wording.message, summary: held.map(idOf).join(', ') } } }
        : worded;
    },
  };
}

/** `<subject>~<name> <generation>`. */
export function idOf({ subject, name, generation }: Pick<Delivery, 'subject' | 'name' | 'generation'>): string {
  return `${subject}~${name} ${generation}`;
}

function namedBy({ cells }: Row): readonly { readonly what: string; readonly key: string }[] {
  const what = String(cells['what']).replace(/^delivery-/, '');
  const listed = unpackJson(cells, 'deliveries');
  // What the engine wrote into its own audit rows.
  return (listed as readonly { readonly key: string; readonly state: string }[])
    .filter(({ state }) => what !== 'sent' || state === 'sent')
    .map(({ key }) => ({ what, key }));
}
