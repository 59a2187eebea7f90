// Somebody asks to send once more what failed or expired: a new generation of the same promise, due now.
import { addMs } from '../../kernel/helsinki-time.ts';
import type { NewId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { packJson } from '../storage/packed-json.ts';
import type { Store, Write } from '../storage/store.ts';
import type { DeliveryKind } from './delivery.ts';
import type { DeliveryDesk } from './delivery-desk.ts';
import { deliveryEventPrefix, missedKey } from './delivery-keys.ts';
import { type DeliveryRecord, isMissed, isOpen, toDelivery } from './delivery-rows.ts';
import { readFrom } from './read-troubles.ts';

/**
 * `gone`: there is no such delivery. `waiting`: it is still being tried, or is again. `over`: it was said, or ended in
 * another way. `not-needed`: its kind has nothing to say about it any more.
 */
export type TryAgainRefusal = 'gone' | 'waiting' | 'over' | 'not-needed';

export type TryAgainDeps = {
  readonly store: Store;
  readonly desk: DeliveryDesk;
  readonly kinds: readonly DeliveryKind[];
  readonly newId: NewId;
};

export type TryAgainRequest = {
  /** The row key of the delivery. */
  readonly key: string;
  readonly by: PersonId;
  readonly now: Instant;
};

// Whoever asks for it wants it said soon, and an outage may last some days.
const WORTH_MS = 7 * 24 * 60 * 60_000;
const ROUNDS = 4;

/**
 * Promises a failed or expired delivery again, in one transaction with the audit of who asked. Twice at once promises
 * once: the second is told that it waits. An outage throws, and so does a kind that cannot word it now.
 */
export async function tryAgain(
  deps: TryAgainDeps,
  workspace: WorkspaceKey,
  request: TryAgainRequest,
): Promise<Result<DeliveryRecord, TryAgainRefusal>> {
  for (let round = 1; ; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round decides on what the round before has met
    const found = await findMissed(deps.store, workspace, request.key);
    if (!found.ok) {
      return found;
    }
    const record = found.value;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (!(await isStillWorded(deps.kinds, workspace, record, request.now))) {
      return refuse('not-needed');
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const outcome = await deps.desk.commit(workspace, {
      // oxlint-disable-next-line no-await-in-loop -- as above
      writes: await endingWrites(deps, workspace, record, request),
      send: [{ ...draftOf(record), due: 'now', expires: addMs(request.now, WORTH_MS) }],
    });
    if (outcome === 'committed') {
      return ok(record);
    }
    if (round === ROUNDS) {
      return refuse('waiting');
    }
  }
}

async function findMissed(
  store: Store,
  workspace: WorkspaceKey,
  key: string,
): Promise<Result<DeliveryRecord, TryAgainRefusal>> {
  const [row, ...later] = await readFrom(store, workspace, key);
  if (row?.rowKey !== key) {
    return refuse('gone');
  }
  const { record } = toDelivery(row);
  const last = toDelivery(later.at(-1) ?? row).record;
  if (isOpen(last)) {
    return refuse('waiting');
  }
  return later.length === 0 && isMissed(record) ? ok(record) : refuse('over');
}

async function isStillWorded(
  kinds: readonly DeliveryKind[],
  workspace: WorkspaceKey,
  record: DeliveryRecord,
  now: Instant,
): Promise<boolean> {
  const kind = kinds.find((each) => each.kind === record.kind);
  if (kind === undefined) {
    return false;
  }
  if (kind.actsWhenWorded === true) {
    return true;
  }
  const { wording, holds } = await kind.word(workspace, [record], now);
  const { subject, name } = record;
  const isHeld = holds.includes(name) || holds.includes(`${subject}~${name}`);
  return wording.kind === 'paused' || wording.kind === 'later' || (wording.kind !== 'obsolete' && isHeld);
}

function draftOf({ subject, name, kind, bundle, hours, payload }: DeliveryRecord) {
  return { subject, name, kind, bundle, hours, payload };
}

/** It is missed no longer; and who has asked for that. */
async function endingWrites(
  { store, newId }: TryAgainDeps,
  workspace: WorkspaceKey,
  record: DeliveryRecord,
  { key, by, now }: TryAgainRequest,
): Promise<readonly Write[]> {
  const listed = await store.read(workspace, missedKey(record.endedAt ?? record.nextUtc, record));
  const { state, attemptId, lastStatus, activityId } = record;
  const deliveries = [{ key, attempt: attemptId, state, status: lastStatus, activityId }];
  return [
    ...(listed === null ? [] : [{ kind: 'remove', rowKey: listed.rowKey, etag: listed.etag } satisfies Write]),
    {
      kind: 'insert',
      rowKey: `${deliveryEventPrefix(now)}|${newId()}-again`,
      cells: { v: 1, what: 'delivery-again', at: now, by, ...packJson('deliveries', deliveries) },
    },
  ];
}
