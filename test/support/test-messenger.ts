// Teams as the delivery engine sees it. Where a message goes decides what becomes of it, so a failing place is data.
import type { PersonId, WorkspaceKey } from '../../src/kernel/ids.ts';
import type { CardMessage } from '../../src/platform/cards/card.ts';
import type { Destination, Messenger, SendOutcome } from '../../src/platform/teams/messenger.ts';

type Posted = {
  readonly workspace: WorkspaceKey;
  readonly to: Destination;
  /** The message that was redrawn; null for a new one. */
  readonly updated: string | null;
  readonly summary: string;
  readonly activityId: string;
};

export interface TestMessenger extends Messenger {
  /** Every message that reached its place, also when the answer did not say so. */
  readonly posted: readonly Posted[];
  /** Every attempt, also those that came to nothing. */
  readonly attempts: readonly Omit<Posted, 'activityId'>[];
  /** Whose personal chat was looked after before a message, in order. */
  readonly prepared: readonly PersonId[];
  /** Runs while the next message is on its way. */
  during(job: () => Promise<void>): void;
  /** Turns a failing place into a working one, or back. */
  repair(rootId: string, repaired?: boolean): void;
}

// The root of a thread names how it answers; any other accepts.
const ANSWERS: Readonly<Record<string, SendOutcome>> = {
  'fails-403': { kind: 'refused', status: 403, why: 'forbidden' },
  'fails-404': { kind: 'refused', status: 404, why: 'gone' },
  'fails-412': { kind: 'busy', status: 412, retryAfterMs: null },
  'fails-413': { kind: 'refused', status: 413, why: 'tooLarge' },
  'fails-418': { kind: 'refused', status: 418, why: 'other' },
  'fails-429': { kind: 'busy', status: 429, retryAfterMs: 90_000 },
  'fails-502': { kind: 'busy', status: 502, retryAfterMs: null },
  'fails-504': { kind: 'busy', status: 504, retryAfterMs: 20_000 },
  'fails-503': { kind: 'unknown', status: 503 },
  'fails-before': { kind: 'notSent' },
  // It arrives, but the answer is lost.
  'arrives-unknown': { kind: 'unknown', status: null },
};

export function createTestMessenger(): TestMessenger {
  const posted: Posted[] = [];
  const attempts: Omit<Posted, 'activityId'>[] = [];
  const prepared: PersonId[] = [];
  const repaired = new Set<string>();
  const jobs: (() => Promise<void>)[] = [];

  async function send(attempt: Omit<Posted, 'activityId'>): Promise<SendOutcome> {
    attempts.push(attempt);
    await jobs.shift()?.();
    const rootId = attempt.to.kind === 'thread' ? attempt.to.rootId : '';
    const answer = repaired.has(rootId) ? undefined : ANSWERS[rootId];
    const activityId = `a${attempts.length}`;
    if (answer === undefined || rootId === 'arrives-unknown') {
      posted.push({ ...attempt, activityId });
    }
    return answer ?? { kind: 'sent', activityId };
  }

  return {
    posted,
    attempts,
    prepared,
    prepare(_workspace, person) {
      prepared.push(person);
      const answer = repaired.has(person) ? undefined : ANSWERS[person];
      return Promise.resolve(answer === undefined || answer.kind === 'sent' ? null : answer);
    },
    post: (workspace, to, { summary }: CardMessage) => send({ workspace, to, updated: null, summary }),
    update: (workspace, { channelId, rootId, activityId }, { summary }: CardMessage) =>
      send({ workspace, to: { kind: 'thread', channelId, rootId }, updated: activityId, summary }),
    during(job) {
      jobs.push(job);
    },
    repair(rootId, works = true) {
      if (works) {
        repaired.add(rootId);
      } else {
        repaired.delete(rootId);
      }
    },
  };
}
