// Deliveries as rows: the promise itself, and its place in the due index.
import * as z from 'zod/mini';
import { parseLocalDate, parseLocalTime } from '../../kernel/dates.ts';
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import { parseChannelId, parsePersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { packJson, unpackJson } from '../storage/packed-json.ts';
import type { Cells, Row, Write } from '../storage/store.ts';
import type { Delivery } from './delivery.ts';
import { deliveryKey, dueKey, missedKey, parseDeliveryKey } from './delivery-keys.ts';

/** A delivery with what only the postman needs to know. */
export type DeliveryRecord = Delivery & {
  /** When the postman looks at it next; its index row lies there while it is `pending` or `sending`. */
  readonly nextUtc: Instant;
  /** The attempt that is under way or was the last. */
  readonly attemptId: string | null;
  /** How often an attempt's process died before it could say what became of it. */
  readonly takeovers: number;
  /** How often it was answered with something that nobody can name. */
  readonly unnamed: number;
  readonly fallbacks: number;
  readonly lastStatus: number | null;
  readonly activityId: string | null;
  readonly endedAt: Instant | null;
};

/** A record with what a write of its row must name. */
export type StoredDelivery = { readonly record: DeliveryRecord; readonly row: Row };

const SCHEMA = 1;

const Moment = parsed(parseInstant);
const Channel = parsed(parseChannelId);
const Place = z.union([
  z.strictObject({ kind: z.literal('thread'), channelId: Channel, rootId: z.string() }),
  z.strictObject({ kind: z.literal('channel'), channelId: Channel }),
  z.strictObject({ kind: z.literal('person'), person: parsed(parsePersonId) }),
]);
const StoredRecord = z.strictObject({
  subject: z.string(),
  name: z.string(),
  kind: z.string(),
  due: z.union([z.literal('now'), z.strictObject({ date: parsed(parseLocalDate), time: parsed(parseLocalTime) })]),
  expires: Moment,
  bundle: z.string(),
  hours: z.enum(['workingDays', 'any']),
  payload: z.record(z.string(), z.string()),
  generation: z.int(),
  dueUtc: Moment,
  state: z.enum(['pending', 'sending', 'sent', 'handedOn', 'failed', 'cancelled', 'expired', 'obsolete']),
  attempts: z.int(),
  nextUtc: Moment,
  attemptId: z.nullable(z.string()),
  takeovers: z.int(),
  unnamed: z.int(),
  instead: z.nullable(z.strictObject({ of: Place, to: Place })),
  fallbacks: z.int(),
  lastStatus: z.nullable(z.number()),
  activityId: z.nullable(z.string()),
  endedAt: z.nullable(Moment),
});

/** Whether the postman still has to look at it. */
export function isOpen({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'pending' || state === 'sending';
}

/** Whether it ended without having been said although somebody was to hear of it. */
export function isMissed({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'failed' || state === 'expired';
}

/** The stored delivery of a row; throws `row-unreadable` when it is not one that this version can read. */
export function toDelivery(row: Row): StoredDelivery {
  const identity = parseDeliveryKey(row.rowKey);
  if (identity === null || row.cells['v'] !== SCHEMA) {
    throw new Fault('row-unreadable', { row: 'delivery' });
  }
  const result = StoredRecord.safeParse(unpackJson(row.cells, 'data'));
  if (!result.success || deliveryKey(result.data) !== row.rowKey) {
    throw new Fault('row-unreadable', { row: 'delivery' });
  }
  return { record: result.data, row };
}

/** Inserts a new generation and its place in the due index. */
export function promiseWrites(record: DeliveryRecord): readonly Write[] {
  return [
    { kind: 'insert', rowKey: deliveryKey(record), cells: recordCells(record) },
    { kind: 'insert', rowKey: dueKey(record.nextUtc, record), cells: indexCells(record) },
  ];
}

/**
 * Replaces a stored delivery by `next`, and moves or removes its place in the due index along with it; one that ends
 * without having been said gets its place among the missed. `indexEtag` is that of its present index row; null when the
 * delivery is not open and has none.
 */
export function changeWrites(stored: StoredDelivery, next: DeliveryRecord, indexEtag: string | null): readonly Write[] {
  const { record, row } = stored;
  const change: Write = { kind: 'replace', rowKey: row.rowKey, etag: row.etag, cells: recordCells(next) };
  const [oldKey, newKey] = [dueKey(record.nextUtc, record), isOpen(next) ? dueKey(next.nextUtc, next) : null];
  if (oldKey === newKey && indexEtag !== null) {
    const same = record.kind === next.kind && record.bundle === next.bundle;
    return same ? [change] : [change, { kind: 'replace', rowKey: oldKey, etag: indexEtag, cells: indexCells(next) }];
  }
  return [
    change,
    ...(indexEtag === null ? [] : [{ kind: 'remove', rowKey: oldKey, etag: indexEtag } satisfies Write]),
    ...(newKey === null ? [] : [{ kind: 'insert', rowKey: newKey, cells: indexCells(next) } satisfies Write]),
    ...(isMissed(next) && !isMissed(record) ? [missedWrite(next)] : []),
  ];
}

/** The write that lists a delivery which ended without having been said, so that nobody has to look for it. */
export function missedWrite(record: DeliveryRecord): Write {
  const { state, kind, endedAt, nextUtc } = record;
  return { kind: 'insert', rowKey: missedKey(endedAt ?? nextUtc, record), cells: { v: SCHEMA, state, kind } };
}

// Columns beside the record are for people who look at the table; nothing decides by them.
function recordCells(record: DeliveryRecord): Cells {
  const { state, kind, dueUtc, nextUtc } = record;
  return { v: SCHEMA, state, kind, dueUtc, nextUtc, ...packJson('data', record) };
}

// What the postman needs to put together what becomes one message, and when that was to be: an attempt that has to be
// repeated moves the row, not the promise.
function indexCells({ kind, bundle, dueUtc }: DeliveryRecord): Cells {
  return { v: SCHEMA, kind, bundle, dueUtc };
}

function parsed<Value>(parse: (value: unknown) => Value | null) {
  return z.pipe(
    z.unknown(),
    z.transform((value, context): Value => {
      const result = parse(value);
      if (result === null) {
        context.issues.push({ code: 'custom', message: 'not of this kind', input: value });
        return z.NEVER;
      }
      return result;
    }),
  );
}
