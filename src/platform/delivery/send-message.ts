// One message to Teams, once, within the limits and only under the lease.
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Wording } from './delivery.ts';
import type { DeliveryRecord } from './delivery-rows.ts';
import { type Answer, isSamePlace } from './next-state.ts';
import { reportFault, type Round } from './round.ts';
import { ATTEMPT_MS } from '../teams/attempt-limits.ts';
import type { Destination, SendOutcome } from '../teams/messenger.ts';

export type Message = Extract<Wording, { kind: 'post' | 'update' }>;

/** The answer; where it went (null for an update in place), and where its wording wanted it. */
type Sent = { readonly answer: Answer; readonly to: Destination | null; readonly wanted: Destination };

// Whoever waits has begun an attempt and takes one of the few places in flight.
const LONGEST_WAIT_MS = 1_000;

/**
 * Sends the message exactly once, or not at all: `waits` when a limit is full for longer, or the lease may not outlast
 * the sending. A place that refused these deliveries before is replaced by its fallback.
 */
export async function sendMessage(
  round: Round,
  workspace: WorkspaceKey,
  { message, records }: { readonly message: Message; readonly records: readonly DeliveryRecord[] },
): Promise<Sent> {
  const { deps, lease, rates } = round;
  const wanted = placeOf(message);
  const instead = records
    .map((record) => record.instead)
    .find((place) => place !== null && isSamePlace(place.of, wanted));
  const to = instead?.to ?? (message.kind === 'post' ? message.to : null);
  const thread = threadKey(workspace, to ?? wanted);
  const unready = await prepare(round, workspace, to);
  if (unready !== null) {
    return { answer: unready, to, wanted };
  }
  for (let waitedMs = 0; ;) {
    const isKept = await lease.keep(ATTEMPT_MS);
    // Nothing may be awaited between these two checks and the POST.
    if (!isKept || lease.remainingMs() < ATTEMPT_MS) {
      return { answer: { kind: 'waits', ms: 0 }, to, wanted };
    }
    const waitMs = rates.reserve(thread);
    if (waitMs === 0) {
      break;
    }
    if (waitedMs + waitMs > LONGEST_WAIT_MS) {
      return { answer: { kind: 'waits', ms: Math.max(waitMs, rates.book(thread)) }, to, wanted };
    }
    await deps.pause(waitMs);
    waitedMs += waitMs;
  }
  round.onPost();
  const answer = await post(round, workspace, { message, to });
  if (answer.kind === 'busy') {
    round.tally.throttled += answer.status === 429 ? 1 : 0;
    rates.hold(thread, answer.retryAfterMs ?? 0);
  }
  return { answer, to, wanted };
}

/** Whatever has to be asked of Teams before the one POST, outside of its time. */
async function prepare(round: Round, workspace: WorkspaceKey, to: Destination | null): Promise<Answer | null> {
  if (to?.kind !== 'person') {
    return null;
  }
  try {
    return (await round.deps.messenger.prepare?.(workspace, to.person)) ?? null;
  } catch (error) {
    reportFault(round, 'messenger-fault', { error, workspace });
    return { kind: 'notSent' };
  }
}

async function post(
  round: Round,
  workspace: WorkspaceKey,
  { message, to }: { readonly message: Message; readonly to: Destination | null },
): Promise<SendOutcome> {
  try {
    return message.kind === 'update' && to === null
      ? await round.deps.messenger.update(workspace, message.at, message.message)
      : await round.deps.messenger.post(workspace, to ?? placeOf(message), message.message);
  } catch (error) {
    // A messenger does not throw for what Teams answers; if it does throw, nobody knows how far it came.
    reportFault(round, 'messenger-fault', { error, workspace });
    return { kind: 'unknown', status: null };
  }
}

function placeOf(message: Message): Destination {
  return message.kind === 'post'
    ? message.to
    : { kind: 'thread', channelId: message.at.channelId, rootId: message.at.rootId };
}

function threadKey(workspace: WorkspaceKey, place: Destination): string {
  // A personal chat is a thread of its own, whichever of its teams the person is told for.
  return place.kind === 'person'
    ? `person ${place.person}`
    : `${workspace} ${place.channelId} ${place.kind === 'thread' ? place.rootId : ''}`;
}
