// One bundle of due deliveries: which of its rows may be sent now, and who sends them.
import { addMs, msBetween, toInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import { nextAllowedMoment } from '../../kernel/reminder-times.ts';
import type { Row } from '../storage/store.ts';
import { parseDueKey } from './delivery-keys.ts';
import { type DeliveryRecord, isOpen, type StoredDelivery, toDelivery } from './delivery-rows.ts';
import { LEASE_MS } from './lease.ts';
import { begin, end, isPoison, postpone } from './next-state.ts';
import { commitChanges } from './record-outcome.ts';
import { type Bundle, reportFault, reportUnreadable, type Round } from './round.ts';
import { speak } from './speak.ts';

type Item = { readonly stored: StoredDelivery; readonly due: Row };

// Ask again after this long whether this version knows the kind by now.
const UNKNOWN_KIND_MS = 15 * 60_000;

/**
 * Sends what of the bundle may be sent now as one message, and records what became of each delivery. What others changed
 * meanwhile is left to the next scan, which sees it as it is then.
 */
export async function attemptBundle(round: Round, bundle: Bundle): Promise<void> {
  const { deps } = round;
  const items = await load(round, bundle);
  const now = await deps.store.now();
  const ready: Item[] = [];
  for (const item of items) {
    const next = withoutSending(round, item, now);
    if (next === 'send') {
      ready.push(item);
    } else if (next !== 'skip') {
      const event = isOpen(next) ? null : { id: deps.newId(), what: next.state, at: now };
      await commitChanges(round, bundle.workspace, { changes: [{ ...item, next }], event });
    }
  }
  const kind = round.kinds.get(bundle.kind);
  if (ready.length === 0 || kind === undefined) {
    return;
  }
  const attemptId = deps.newId();
  const records = await claim(round, bundle, { ready, attemptId, now });
  if (records !== null) {
    await speak(round, { bundle, kind, attemptId, records, begunAt: now });
  }
}

/** Marks the deliveries as being sent by this attempt, all or none; null when somebody changed one meanwhile. */
async function claim(
  round: Round,
  { workspace }: Bundle,
  { ready, attemptId, now }: { readonly ready: readonly Item[]; readonly attemptId: string; readonly now: Instant },
): Promise<readonly DeliveryRecord[] | null> {
  const changes = ready.map((item) => ({ ...item, next: begin(item.stored.record, attemptId) }));
  const takenOver = ready.filter(({ stored }) => stored.record.state === 'sending').length;
  const event = takenOver === 0 ? null : { id: `${attemptId}-takeover`, what: 'taken-over', at: now };
  if ((await commitChanges(round, workspace, { changes, event })) === 'conflict') {
    return null;
  }
  if (takenOver > 0) {
    round.tally.unknown += 1;
    round.deps.log('delivery-taken-over', { workspace, attempt: attemptId, deliveries: takenOver });
  }
  return changes.map(({ next }) => next);
}

async function load(round: Round, { workspace, items }: Bundle): Promise<readonly Item[]> {
  const loaded = items.map(async ({ deliveryKey, due }): Promise<readonly Item[]> => {
    const row = await round.deps.store.read(workspace, deliveryKey);
    if (row === null) {
      // Done and forgotten since the scan, unless the index row is still there without its delivery.
      const left = await round.deps.store.read(workspace, due.rowKey);
      if (left !== null) {
        reportUnreadable(round, workspace, left);
      }
      return [];
    }
    try {
      return [{ stored: toDelivery(row), due }];
    } catch {
      reportUnreadable(round, workspace, row);
      return [];
    }
  });
  return (await Promise.all(loaded)).flat();
}

/** What becomes of a due delivery without sending it; `send` when it may be sent, `skip` when it is not ours to touch. */
function withoutSending(round: Round, { stored, due }: Item, now: Instant): DeliveryRecord | 'send' | 'skip' {
  const { record, row } = stored;
  if (!isOpen(record) || record.nextUtc !== parseDueKey(due.rowKey)?.nextUtc) {
    return 'skip';
  }
  if (record.state === 'sending' && (round.unrecorded.has(record.attemptId ?? '') || isUnderWay(round, row, now))) {
    return 'skip';
  }
  if (now >= record.expires) {
    return end(record, 'expired', now);
  }
  if (isPoison(record)) {
    return end(record, 'failed', now);
  }
  if (!round.kinds.has(record.kind)) {
    reportFault(round, 'delivery-kind-unknown', { error: null, kind: record.kind });
    return postpone(record, addMs(now, UNKNOWN_KIND_MS));
  }
  const allowed = record.hours === 'any' ? now : allowedFrom(now);
  return allowed > now ? postpone(record, allowed) : 'send';
}

// An attempt is fenced by the lease under which it began: its message is out before that lease ends, or never goes. Who
// holds the next lease need not wait any longer. One of this lease's own that nobody could record waits as long as one.
function isUnderWay({ lease }: Round, row: Row, now: Instant): boolean {
  return row.timestamp >= lease.since && msBetween(row.timestamp, now) < LEASE_MS;
}

function allowedFrom(now: Instant): Instant {
  const { date, time } = nextAllowedMoment(now);
  return toInstant(date, time);
}
