// Writing down what became of deliveries: their rows, their places in the due index and an audit event, in one transaction.
import { msBetween } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { packJson } from '../storage/packed-json.ts';
import type { CommitOutcome, Row, Write } from '../storage/store.ts';
import { deliveryEventPrefix, deliveryKey } from './delivery-keys.ts';
import { changeWrites, type DeliveryRecord, isOpen, type StoredDelivery, toDelivery } from './delivery-rows.ts';
import type { Bundle, Round } from './round.ts';

/** A stored delivery, its due-index row, and what it becomes. */
export type Change = { readonly stored: StoredDelivery; readonly due: Row; readonly next: DeliveryRecord };

type AuditEvent = { readonly id: string; readonly what: string; readonly at: Instant };

const LATE_MS = 60_000;
const TRIES = 10;
// What a feature adds must not keep a message from being recorded: without its writes from this try on.
const TRIES_WITH_EXTRAS = 5;
const LONGEST_WAIT_MS = 5_000;

/** Commits the changes with an audit event (none for null) and `extras`, and counts what has ended. */
export async function commitChanges(
  round: Pick<Round, 'deps' | 'tally'>,
  workspace: WorkspaceKey,
  { changes, event, extras = [] }: { changes: readonly Change[]; event: AuditEvent | null; extras?: readonly Write[] },
): Promise<CommitOutcome> {
  const outcome = await round.deps.store.commit(workspace, [
    ...changes.flatMap(({ stored, due, next }) => changeWrites(stored, next, due.etag)),
    ...(event === null ? [] : [eventWrite(event, changes)]),
    ...extras,
  ]);
  if (outcome === 'committed') {
    changes.forEach(({ next }) => {
      count(round, workspace, next);
    });
  }
  return outcome;
}

type Settling = {
  readonly bundle: Bundle;
  readonly attemptId: string;
  /** What the answer was, for the audit. */
  readonly what: string;
  readonly at: Instant;
  readonly decide: (record: DeliveryRecord) => DeliveryRecord;
  /** More writes for the same transaction: what a feature notes, or what is promised instead. */
  readonly extras: () => Promise<readonly Write[]>;
};

/**
 * Records the outcome of an attempt, trying again while the storage does not take it. What is no longer this attempt's
 * is left alone. A message that was accepted and could not be recorded is kept in `unrecorded`: it is not sent again by
 * this process. Gives false when it is not recorded.
 */
export async function settle(round: Round, settling: Settling): Promise<boolean> {
  const { deps, lease, unrecorded } = round;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (await settleOnce(round, settling, attempt <= TRIES_WITH_EXTRAS)) {
      return true;
    }
    await deps.pause(Math.min(LONGEST_WAIT_MS, 50 * 2 ** attempt) * deps.random());
    await lease.keep();
  }
  if (settling.what === 'sent') {
    unrecorded.set(settling.attemptId, () => settleOnce(round, settling, false));
  }
  return false;
}

async function settleOnce(round: Round, settling: Settling, withExtras: boolean): Promise<boolean> {
  const { bundle, attemptId, what, at, decide, extras } = settling;
  try {
    const changes = await ownChanges(round, bundle, attemptId, decide);
    const event = what === 'waits' || what === 'busy' || what === 'notSent' ? null : { id: attemptId, what, at };
    // What is promised instead is no extra: without it nothing may end.
    const more = what === 'handedOn' || (withExtras && what === 'sent') ? await extras() : [];
    return (
      changes.length === 0 ||
      (await commitChanges(round, bundle.workspace, { changes, event, extras: more })) === 'committed'
    );
  } catch (error) {
    round.tally.faults += 1;
    round.deps.log('delivery-not-recorded', {
      workspace: bundle.workspace,
      attempt: attemptId,
      fault: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    });
    return false;
  }
}

async function ownChanges(
  { deps }: Round,
  { workspace, items }: Bundle,
  attemptId: string,
  decide: (record: DeliveryRecord) => DeliveryRecord,
): Promise<readonly Change[]> {
  const changes = items.map(async ({ deliveryKey: key, due }): Promise<readonly Change[]> => {
    const row = await deps.store.read(workspace, key);
    const stored = row === null ? null : toDelivery(row);
    if (stored?.record.state !== 'sending' || stored.record.attemptId !== attemptId) {
      return [];
    }
    const next = decide(stored.record);
    const isOver = isOpen(next) && (await isSuperseded(deps.store, workspace, next));
    return [{ stored, due, next: isOver ? { ...next, state: 'cancelled', endedAt: next.nextUtc } : next }];
  });
  return (await Promise.all(changes)).flat();
}

// Re-dated while it was being sent: the attempt was let finish, but it is not repeated.
async function isSuperseded(
  store: Round['deps']['store'],
  workspace: WorkspaceKey,
  record: DeliveryRecord,
): Promise<boolean> {
  return (await store.read(workspace, deliveryKey({ ...record, generation: record.generation + 1 }))) !== null;
}

// A key of its own, so that it never conflicts with what people edit.
function eventWrite({ id, what, at }: AuditEvent, changes: readonly Change[]): Write {
  const deliveries = changes.map(({ stored, next }) => ({
    key: stored.row.rowKey,
    // Of a take-over the attempt that was cut off; else the one that this is about.
    attempt: stored.record.attemptId,
    state: next.state,
    status: next.lastStatus,
    activityId: next.activityId,
  }));
  const cells = { v: 1, what: `delivery-${what}`, at, ...packJson('deliveries', deliveries) };
  // By time, so that what became of the messages of the last days is one range.
  return { kind: 'insert', rowKey: `${deliveryEventPrefix(at)}|${id}`, cells };
}

function count({ deps, tally }: Pick<Round, 'deps' | 'tally'>, workspace: WorkspaceKey, next: DeliveryRecord): void {
  tally.handedOn += next.state === 'handedOn' ? 1 : 0;
  if (next.state !== 'sent' && next.state !== 'failed' && next.state !== 'expired') {
    return;
  }
  tally[next.state] += 1;
  const lateMs = next.endedAt === null ? 0 : msBetween(next.dueUtc, next.endedAt);
  if (next.state === 'sent') {
    deps.meter?.sent(lateMs);
    tally.late += lateMs > LATE_MS ? 1 : 0;
    return;
  }
  deps.log(`delivery-${next.state}`, { workspace, row: deliveryKey(next), status: next.lastStatus ?? 0, lateMs });
}
