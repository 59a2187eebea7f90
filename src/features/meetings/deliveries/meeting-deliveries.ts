// What the messages about one meeting have in common: finding it and its place, and where to go when the thread is gone.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import type { Delivery, DeliveryKind, Wording } from '../../../platform/delivery/delivery.ts';
import type { Write } from '../../../platform/storage/store.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import type { People } from '../../settings/index.ts';
import { parseMeetingId, type MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { placeWrite, type MeetingPlace } from '../rows.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadMeeting, loadPlace } from '../use-cases/load.ts';

export type SpeakingScene = {
  readonly workspace: WorkspaceKey;
  readonly m: Meeting;
  /** Null before the meeting was told of. */
  readonly place: MeetingPlace | null;
  readonly people: People;
  readonly now: Instant;
  readonly today: LocalDate;
};

export type Worded = { readonly wording: Wording; readonly holds: readonly string[] };

export const NOTHING: Worded = { wording: { kind: 'obsolete' }, holds: [] };

/** Says it, for all deliveries of the bundle. */
export function said(wording: Wording, deliveries: readonly Delivery[]): Worded {
  return { wording, holds: deliveries.map(({ name }) => name) };
}

export function later(ms: number): Worded {
  return { wording: { kind: 'later', ms }, holds: [] };
}

/** A kind of message about one meeting: all deliveries of a bundle are of the same. */
export function meetingDeliveryKind(
  deps: MeetingDeps,
  kind: string,
  word: (scene: SpeakingScene, deliveries: readonly Delivery[]) => Promise<Worded>,
): DeliveryKind {
  return {
    kind,
    async word(workspace, deliveries, now) {
      const id = meetingIdOf(deliveries);
      const [loaded, placed] = await Promise.all([
        id === null ? null : loadMeeting(deps.store, workspace, id),
        id === null ? null : loadPlace(deps.store, workspace, id),
      ]);
      if (loaded === null) {
        return NOTHING;
      }
      const m = loaded.meeting.value;
      if (await deps.directory.isPaused(workspace, placed?.value.channelId ?? m.home.channelId)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      const people = await deps.people.load(workspace);
      return await word(
        { workspace, m, place: placed?.value ?? null, people, now, today: localDateOf(now) },
        deliveries,
      );
    },
    recordSent: (workspace, deliveries, sent) => rememberThread(deps, workspace, meetingIdOf(deliveries), sent),
    fallback: (workspace, _deliveries, refused) => fallback(deps, workspace, refused),
  };
}

/** The meeting that deliveries are about; null when the payload is not ours. */
export function meetingIdOf(deliveries: readonly Delivery[]): MeetingId | null {
  return parseMeetingId(deliveries[0]?.payload['meetingId']);
}

/** Where what is said about the meeting goes: under its announcement, or a thread of its own. */
export function threadOf({ m, place }: Pick<SpeakingScene, 'm' | 'place'>): Destination {
  return place === null || place.rootId === null
    ? { kind: 'channel', channelId: place?.channelId ?? m.home.channelId }
    : { kind: 'thread', channelId: place.channelId, rootId: place.rootId };
}

// What had to begin a new thread because the old one was gone moves the meeting there.
async function rememberThread(
  { store }: MeetingDeps,
  workspace: WorkspaceKey,
  id: MeetingId | null,
  sent: { readonly activityId: string; readonly to: Destination | null },
): Promise<readonly Write[]> {
  if (id === null || sent.to?.kind !== 'channel') {
    return [];
  }
  const placed = await loadPlace(store, workspace, id);
  const { channelId } = sent.to;
  return placed === null || placed.value.rootId === null
    ? []
    : [placeWrite(id, { channelId, rootId: sent.activityId, cardId: null }, placed.etag)];
}

/** Thread gone: a new post in the channel. Channel gone: the General channel. Nothing after that. */
async function fallback(
  { directory }: MeetingDeps,
  workspace: WorkspaceKey,
  refused: Destination,
): Promise<Destination | null> {
  if (refused.kind === 'thread') {
    return { kind: 'channel', channelId: refused.channelId };
  }
  const general = (await directory.find(workspace))?.generalChannelId ?? null;
  const isGeneral = refused.kind === 'channel' && refused.channelId === general;
  return general === null || isGeneral ? null : { kind: 'channel', channelId: general };
}
