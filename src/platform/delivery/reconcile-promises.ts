// What has to be written so that exactly the messages that should be promised are promised. Pure.
import { toInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Write } from '../storage/store.ts';
import type { DeliveryDraft } from './delivery.ts';
import { parseDeliveryKey } from './delivery-keys.ts';
import { changeWrites, type DeliveryRecord, isOpen, promiseWrites, type StoredDelivery } from './delivery-rows.ts';
import type { DeliveriesRead, KnownDelivery } from './read-deliveries.ts';

export type Existing = DeliveriesRead<KnownDelivery>;

/**
 * The writes that turn the `existing` dated promises of a subject into the `wanted` ones. A new date is a new generation
 * and cancels the old; equal promises are left alone; what is no longer wanted is cancelled; a date in the past makes no
 * promise (T-09), and neither does a time at which the same promise has already ended. An attempt under way is left to
 * finish on its own row. `existing` must hold everything under the names in question; promises for `now` are not touched.
 */
export function reconcilePromises(
  existing: Existing,
  wanted: readonly DeliveryDraft[],
  now: Instant,
): readonly Write[] {
  const byName = new Map(wanted.map((draft) => [draft.name, draft]));
  const ended = existing.deliveries
    .filter(
      ({ record }) => record.state === 'pending' && record.due !== 'now' && !keeps(record, byName.get(record.name)),
    )
    .flatMap((known) => cancelWrites(known, now));
  const begun = [...byName.values()].flatMap((draft) => datedWrites(existing, draft, now));
  return [...ended, ...begun];
}

/**
 * The writes that promise one message for now. When the same one is already waiting, it is touched instead, so that it
 * speaks of the state of this commit: had its sending begun meanwhile, the commit conflicts and is decided anew.
 */
export function promiseNow(existing: Existing, draft: DeliveryDraft, now: Instant): readonly Write[] {
  const generations = existing.deliveries.filter(({ record }) => record.name === draft.name);
  const waiting = generations.find(({ record }) => record.state === 'pending' && record.due === 'now');
  if (waiting !== undefined && waiting.indexEtag !== null) {
    const { expires } = draft.expires > waiting.record.expires ? draft : waiting.record;
    return changeWrites(waiting, { ...waiting.record, ...draft, expires }, waiting.indexEtag);
  }
  return [...forgetWrites(generations), ...promiseWrites(newRecord(draft, nextGeneration(existing, draft), now))];
}

/**
 * The writes that promise one message, also for a time that has passed, with the moment for which; null when the same
 * promise for the same time waits already or has ended in any way but by being cancelled.
 */
export function promiseOnce(
  existing: DeliveriesRead<StoredDelivery>,
  draft: DeliveryDraft,
  now: Instant,
): { readonly writes: readonly Write[]; readonly dueUtc: Instant } | null {
  const same = existing.deliveries.filter(({ record }) => record.name === draft.name && isSameTime(record, draft));
  if (same.some(({ record }) => (draft.due === 'now' ? isOpen(record) : record.state !== 'cancelled'))) {
    return null;
  }
  const record = newRecord(draft, nextGeneration(existing, draft), now);
  return { writes: promiseWrites(record), dueUtc: record.dueUtc };
}

/** The writes that promise one message unless one of the same name is open, for whatever time. */
export function promiseUnlessOpen(existing: Existing, draft: DeliveryDraft, now: Instant): readonly Write[] {
  const isThere = existing.deliveries.some(({ record }) => record.name === draft.name && isOpen(record));
  return isThere ? [] : promiseWrites(newRecord(draft, nextGeneration(existing, draft), now));
}

function isSameTime(record: DeliveryRecord, draft: DeliveryDraft): boolean {
  return draft.due === 'now' ? record.due === 'now' : keeps(record, draft);
}

/** The moment a draft is for. */
function dueUtcOf({ due }: DeliveryDraft, now: Instant): Instant {
  return due === 'now' ? now : toInstant(due.date, due.time);
}

function keeps(record: DeliveryRecord, draft: DeliveryDraft | undefined): boolean {
  return draft !== undefined && draft.due !== 'now' && toInstant(draft.due.date, draft.due.time) === record.dueUtc;
}

function datedWrites(existing: Existing, draft: DeliveryDraft, now: Instant): readonly Write[] {
  const same = existing.deliveries.filter(({ record }) => record.name === draft.name && keeps(record, draft));
  const open = same.find(({ record }) => isOpen(record));
  if (open !== undefined) {
    return open.record.state === 'pending' && open.indexEtag !== null && differs(open.record, draft)
      ? changeWrites(open, { ...open.record, ...draft }, open.indexEtag)
      : [];
  }
  const alreadyEnded = same.some(({ record }) => record.state !== 'cancelled');
  if (alreadyEnded || dueUtcOf(draft, now) <= now) {
    return [];
  }
  return promiseWrites(newRecord(draft, nextGeneration(existing, draft), now));
}

function cancelWrites(known: KnownDelivery, now: Instant): readonly Write[] {
  return changeWrites(known, { ...known.record, state: 'cancelled', endedAt: now }, known.indexEtag);
}

// A card is redrawn again and again: of the rounds that ended well only the last is kept. Two are forgotten at a time,
// so that the rows of a transaction stay few.
function forgetWrites(generations: readonly KnownDelivery[]): readonly Write[] {
  return generations
    .filter(
      ({ record }) => record.due === 'now' && ['sent', 'handedOn', 'obsolete', 'cancelled'].includes(record.state),
    )
    .slice(0, 2)
    .map(({ row }) => ({ kind: 'remove', rowKey: row.rowKey, etag: row.etag }));
}

// Rows that cannot be read still occupy their generation.
function nextGeneration(
  { deliveries, unreadable }: DeliveriesRead<StoredDelivery>,
  { subject, name }: DeliveryDraft,
): number {
  const keys = [...deliveries.map(({ row }) => row.rowKey), ...unreadable];
  const taken = keys.flatMap((key) => {
    const identity = parseDeliveryKey(key);
    return identity?.subject === subject && identity.name === name ? [identity.generation] : [];
  });
  return Math.max(0, ...taken) + 1;
}

function differs(record: DeliveryRecord, draft: DeliveryDraft): boolean {
  const facts = ({ kind, expires, bundle, hours, payload }: DeliveryDraft): string =>
    JSON.stringify([kind, expires, bundle, hours, Object.entries(payload).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return facts(record) !== facts(draft);
}

function newRecord(draft: DeliveryDraft, generation: number, now: Instant): DeliveryRecord {
  const dueUtc = dueUtcOf(draft, now);
  return {
    ...draft,
    generation,
    dueUtc,
    state: 'pending',
    attempts: 0,
    nextUtc: dueUtc,
    attemptId: null,
    takeovers: 0,
    unnamed: 0,
    instead: null,
    fallbacks: 0,
    lastStatus: null,
    activityId: null,
    endedAt: null,
  };
}
