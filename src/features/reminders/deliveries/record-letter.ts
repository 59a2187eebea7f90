// What follows from a letter that was sent, and where it goes when its place refuses.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { Delivery, DeliveryKind } from '../../../platform/delivery/delivery.ts';
import type { Write } from '../../../platform/storage/store.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import { sourceOf, type RemindersDeps } from '../deps.ts';
import { readLetter } from '../promises.ts';
import { readTold, toldWrite } from '../rows.ts';
import { placeWithout, readStanding } from './standing.ts';

/** Notes who has been told today, and moves what had to begin a new thread there. */
export async function recordLetter(
  deps: RemindersDeps,
  workspace: WorkspaceKey,
  deliveries: readonly Delivery[],
  sent: { readonly activityId: string; readonly to: Destination | null; readonly now: Instant },
): Promise<readonly Write[]> {
  const letters = deliveries.map(readLetter).filter((each) => each !== null);
  const { to, activityId } = sent;
  const subjects = new Map(letters.map((letter) => [`${letter.source} ${letter.about.subject}`, letter]));
  const moved = await Promise.all(
    [...subjects.values()].map(async ({ source, about: { subject } }) =>
      to?.kind === 'channel'
        ? await sourceOf(deps, source).movedTo?.(workspace, subject, { channelId: to.channelId, rootId: activityId })
        : undefined,
    ),
  );
  const people = new Set(
    letters.filter(({ place }) => place === 'own' || place === 'together').map(({ person }) => person),
  );
  const told = await Promise.all(
    [...people].map(async (person) =>
      toldWrite(person, localDateOf(sent.now), await readTold(deps.store, workspace, person)),
    ),
  );
  return [...moved.flatMap((writes) => writes ?? []), ...told];
}

/**
 * Person unreachable: the thread, else the advisor. Thread gone: a new one in the channel. Channel gone: the General
 * channel, unless only the channel may read it, and then the advisor.
 */
export async function fallbackOfLetter(
  deps: RemindersDeps,
  ...[workspace, deliveries, refused]: Parameters<DeliveryKind['fallback']>
): Promise<Destination | null> {
  if (refused.kind === 'thread') {
    return { kind: 'channel', channelId: refused.channelId };
  }
  const { standing } = await readStanding(deps, workspace, deliveries, await deps.store.now());
  const [first] = standing;
  if (first === undefined) {
    return null;
  }
  const { advisor, onlyInThread = false } = first.reminded;
  if (refused.kind === 'person') {
    return refused.person === first.letter.person ? placeWithout(first) : null;
  }
  if (onlyInThread) {
    return null;
  }
  const general = (await deps.directory.find(workspace))?.generalChannelId ?? null;
  if (general !== null && general !== refused.channelId) {
    return { kind: 'channel', channelId: general };
  }
  return advisor === null || advisor === first.letter.person ? null : { kind: 'person', person: advisor };
}
