// What becomes of a delivery: decisions without effects.
import { assertNever } from '../../kernel/fault.ts';
import { addMs } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Destination, SendOutcome } from '../teams/messenger.ts';
import type { DeliveryRecord } from './delivery-rows.ts';

type Circumstances = {
  readonly now: Instant;
  /** From 0 up to 1. */
  readonly random: () => number;
};

/** What was tried, and what Teams or the feature said. */
export type Answer =
  | SendOutcome
  /** The rules do not let it out now, or the feature could not word it: nothing was sent. */
  | { readonly kind: 'waits'; readonly ms: number }
  | { readonly kind: 'obsolete' }
  /** What it stood for is promised by others. */
  | { readonly kind: 'handedOn' };

const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 10 * 60_000;
/** So often may an answer that nobody can name repeat itself. */
const UNNAMED_LIMIT = 5;
/**
 * So often may processes die over a message before it counts as what kills them. One that is killed for another reason
 * takes down whatever it is at, and a message must not be given up because it was unlucky a few times.
 */
const DEATHS_LIMIT = 8;
const FALLBACK_LIMIT = 5;

/** The delivery as an attempt begins. `takenOver`: its last attempt's process never said what became of it. */
export function begin(record: DeliveryRecord, attemptId: string): DeliveryRecord {
  const takenOver = record.state === 'sending';
  return {
    ...record,
    state: 'sending',
    attemptId,
    attempts: record.attempts + 1,
    takeovers: record.takeovers + (takenOver ? 1 : 0),
  };
}

/** Whether its attempts killed their processes so often that another would be no help. */
export function isPoison(record: DeliveryRecord): boolean {
  return record.state === 'sending' && record.takeovers + 1 >= DEATHS_LIMIT;
}

/** The delivery at its end. */
export function end(
  record: DeliveryRecord,
  state: 'sent' | 'handedOn' | 'failed' | 'cancelled' | 'expired' | 'obsolete',
  now: Instant,
): DeliveryRecord {
  return { ...record, state, endedAt: now };
}

/** The delivery when nothing was tried: it waits until `nextUtc`. */
export function postpone(record: DeliveryRecord, nextUtc: Instant): DeliveryRecord {
  return { ...record, state: 'pending', nextUtc: earlier(nextUtc, record.expires) };
}

/** The delivery after `answer`. A refusal for good is not decided here: `afterRefusal` knows the fallback. */
export function afterAnswer(
  record: DeliveryRecord,
  answer: Exclude<Answer, { kind: 'refused' }>,
  { now, random }: Circumstances,
): DeliveryRecord {
  switch (answer.kind) {
    case 'sent':
      return { ...end(record, 'sent', now), activityId: answer.activityId };
    case 'obsolete':
    case 'handedOn':
      return end(record, answer.kind, now);
    case 'waits':
      return postpone({ ...record, attempts: record.attempts - 1 }, addMs(now, answer.ms));
    case 'notSent':
      return postpone(record, addMs(now, backoffMs(record, random)));
    case 'unknown':
      return postpone({ ...record, lastStatus: answer.status }, addMs(now, backoffMs(record, random)));
    case 'busy': {
      const waitMs = Math.max(answer.retryAfterMs ?? 0, backoffMs(record, random));
      return postpone({ ...record, lastStatus: answer.status }, addMs(now, waitMs));
    }
    default:
      return assertNever(answer);
  }
}

/**
 * The delivery after `of` refused it for good. With a fallback it goes there at once; without one it has failed. An
 * answer that nobody can name is tried five times before it counts as a refusal.
 */
export function afterRefusal(
  record: DeliveryRecord,
  refusal: {
    readonly status: number;
    readonly named: boolean;
    readonly of: Destination;
    readonly to: Destination | null;
  },
  { now, random }: Circumstances,
): DeliveryRecord {
  const seen = { ...record, lastStatus: refusal.status };
  if (!refusal.named && record.unnamed + 1 < UNNAMED_LIMIT) {
    return postpone({ ...seen, unnamed: record.unnamed + 1 }, addMs(now, backoffMs(record, random)));
  }
  if (refusal.to === null || record.fallbacks >= FALLBACK_LIMIT) {
    return end(seen, 'failed', now);
  }
  const instead = { of: refusal.of, to: refusal.to };
  return postpone({ ...seen, instead, fallbacks: record.fallbacks + 1, unnamed: 0 }, now);
}

/** Whether two destinations are the same place. */
export function isSamePlace(a: Destination, b: Destination): boolean {
  return JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b));
}

function placeOf(place: Destination): readonly string[] {
  switch (place.kind) {
    case 'thread':
      return [place.channelId, place.rootId];
    case 'channel':
      return [place.channelId];
    case 'person':
      return ['person', place.person];
    default:
      return assertNever(place);
  }
}

// Doubled each time that Teams did not take it, which deaths of ours say nothing of, and somewhere between half and all of
// it, so that those who failed together do not return together.
function backoffMs({ attempts, takeovers }: DeliveryRecord, random: () => number): number {
  const full = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(attempts - takeovers - 1, 20));
  return Math.round(full * (0.5 + random() / 2));
}

// Nothing waits beyond its own end, which has to be seen as such.
function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
