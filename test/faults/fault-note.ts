// What is delivered in the fault tests: notes that say on their face which deliveries they are, of which attempt.
import * as z from 'zod/mini';
import { parseChannelId, type ChannelId, type WorkspaceKey } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { Delivery, DeliveryDraft, DeliveryKind, Due } from '../../src/platform/delivery/delivery.ts';
import { deliveryKey } from '../../src/platform/delivery/delivery-keys.ts';

/** What stands in every message: who sent it, for which attempt, and which promises it keeps. */
export type Mark = {
  readonly workspace: string;
  readonly attempt: string;
  readonly deliveries: readonly { readonly key: string; readonly dueUtc: string }[];
};

const StoredMark = z.object({
  workspace: z.string(),
  attempt: z.string(),
  deliveries: z.array(z.object({ key: z.string(), dueUtc: z.string() })),
});
// The engine hands a feature its own records, which also name the attempt.
const Attempted = z.object({ attemptId: z.string() });

export const NOTE_KIND = 'fault/note';
const CHANNEL = channel('19:cases@thread.tacv2');

/** A note of a thread; all notes of one subject go into the thread of that name. */
export function noteDraft(about: {
  readonly subject: string;
  readonly name: string;
  readonly bundle: string;
  readonly due: Due;
  readonly expires: Instant;
}): DeliveryDraft {
  return { ...about, kind: NOTE_KIND, hours: 'any', payload: {} };
}

/** Words notes; every promise holds. */
export function createNoteKind(): DeliveryKind {
  return {
    kind: NOTE_KIND,
    word(workspace, deliveries) {
      const mark = markOf(workspace, deliveries);
      const rootId = deliveries[0]?.subject ?? '';
      const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
      return Promise.resolve({
        holds: deliveries.map(({ subject, name }) => `${subject}~${name}`),
        wording: {
          kind: 'post',
          to: { kind: 'thread', channelId: CHANNEL, rootId },
          // No template was expanded, so there is no other maker of the brand.
          message: { card: card as unknown as Card, summary: JSON.stringify(mark), mentions: [] },
        },
      });
    },
    fallback: () => Promise.resolve(null),
  };
}

/** The mark of a message that Teams received; throws when it bears none. */
export function readMark(activity: unknown): Mark {
  const { summary } = z.object({ summary: z.string() }).parse(activity);
  return StoredMark.parse(JSON.parse(summary));
}

function markOf(workspace: WorkspaceKey, deliveries: readonly Delivery[]): Mark {
  const { attemptId } = Attempted.parse(deliveries[0]);
  return {
    workspace,
    attempt: attemptId,
    deliveries: deliveries.map((delivery) => ({ key: deliveryKey(delivery), dueUtc: delivery.dueUtc })),
  };
}

function channel(id: string): ChannelId {
  const parsed = parseChannelId(id);
  if (parsed === null) {
    throw new Error('no channel');
  }
  return parsed;
}
