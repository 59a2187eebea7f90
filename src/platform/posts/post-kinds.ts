// How a post is seen in Teams: a thread of its own that begins with its card, the card redrawn in place after each change,
// and what is said about it under the card.
import { addMs } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { heldForMs } from '../cards/card-holds.ts';
import type { CardMessage } from '../cards/card.ts';
import type { Delivery, DeliveryDraft, DeliveryKind, Wording } from '../delivery/delivery.ts';
import type { Store, Write } from '../storage/store.ts';
import type { Destination } from '../teams/messenger.ts';
import type { WorkspaceDirectory } from '../teams/workspace-directory.ts';
import { readPlace, replacePlace, type PostPlace } from './post-rows.ts';

export type PostKindDeps = {
  readonly store: Store;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
};

/** Words a message from the state of this moment; null when there is nothing left to say. */
export type WordPost = (
  workspace: WorkspaceKey,
  id: string,
  about: { readonly now: Instant; readonly payload: Readonly<Record<string, string>> },
) => Promise<CardMessage | null>;

const WORTH_MS = 7 * 24 * 60 * 60_000;
// A form may be saved or put away long before its hold ends.
const LOOK_AGAIN_MS = 60_000;
// How long the first card of a post takes to be posted, usually.
const FIRST_CARD_MS = 3_000;

/** The post's card, posted as its own thread at first and redrawn in place later; several at once become one. */
export function postCardDraft(kind: string, id: string, now: Instant): DeliveryDraft {
  return {
    subject: id,
    name: 'card',
    kind,
    due: 'now',
    expires: addMs(now, WORTH_MS),
    bundle: `${kind}:${id}`,
    hours: 'any',
    payload: { id },
  };
}

/** A message under the card, to be sent at once. `name` is unique in the life of the post. */
export function postReplyDraft(
  kind: string,
  about: { readonly id: string; readonly name: string; readonly payload: Readonly<Record<string, string>> },
  now: Instant,
): DeliveryDraft {
  const { id, name, payload } = about;
  return {
    subject: id,
    name,
    kind,
    due: 'now',
    expires: addMs(now, WORTH_MS),
    bundle: `${kind}:${id}:${name}`,
    hours: 'any',
    payload: { ...payload, id },
  };
}

/** The kind of delivery that keeps the card of a post as the post is. */
export function createPostCardKind(deps: PostKindDeps, kind: string, word: WordPost): DeliveryKind {
  const base = createKind(deps, kind, word, async ({ rootId, cardId, channelId }, message, { workspace, id, now }) => {
    if (rootId === null || cardId === null) {
      return { kind: 'post', to: threadOf({ rootId, channelId }), message };
    }
    const ms = await heldForMs(deps.store, workspace, id, now);
    return ms > 0
      ? { kind: 'later', ms: Math.min(ms, LOOK_AGAIN_MS) }
      : { kind: 'update', at: { channelId, rootId, activityId: cardId }, message };
  });
  return {
    ...base,
    recordSent: (workspace, deliveries, sent) =>
      remember(deps, workspace, deliveries, sent, (place, to) => ({
        ...place,
        ...(to.kind === 'channel' ? { channelId: to.channelId, rootId: sent.activityId } : {}),
        cardId: sent.activityId,
      })),
  };
}

/** The kind of delivery that says something in the thread of a post. */
export function createPostReplyKind(deps: PostKindDeps, kind: string, word: WordPost): DeliveryKind {
  const base = createKind(deps, kind, word, (place, message) =>
    Promise.resolve(
      place.rootId === null ? { kind: 'later', ms: FIRST_CARD_MS } : { kind: 'post', to: threadOf(place), message },
    ),
  );
  return {
    ...base,
    // A reply whose thread is gone begins a new one: the card follows it there.
    recordSent: (workspace, deliveries, sent) =>
      remember(deps, workspace, deliveries, sent, (place, to) =>
        to.kind === 'channel' ? { channelId: to.channelId, rootId: sent.activityId, cardId: null } : place,
      ),
  };
}

type Place = (
  place: PostPlace,
  message: CardMessage,
  about: { readonly workspace: WorkspaceKey; readonly id: string; readonly now: Instant },
) => Promise<Wording>;

const NOTHING = { wording: { kind: 'obsolete' }, holds: [] } as const;

function createKind({ store, directory }: PostKindDeps, kind: string, word: WordPost, place: Place): DeliveryKind {
  return {
    kind,
    async word(workspace, deliveries, now) {
      const [first] = deliveries;
      const id = first?.payload['id'] ?? '';
      const placed = first === undefined || id === '' ? null : await readPlace(store, workspace, id);
      if (first === undefined || placed === null) {
        return NOTHING;
      }
      if (await directory.isPaused(workspace, placed.place.channelId)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      const { payload } = first;
      const message = await word(workspace, id, { now, payload });
      return message === null
        ? NOTHING
        : {
            wording: await place(placed.place, message, { workspace, id, now }),
            holds: deliveries.map(({ name }) => name),
          };
    },
    fallback: (workspace, _deliveries, refused) => fallback(directory, workspace, refused),
  };
}

function threadOf({ channelId, rootId }: Pick<PostPlace, 'channelId' | 'rootId'>): Destination {
  return rootId === null ? { kind: 'channel', channelId } : { kind: 'thread', channelId, rootId };
}

async function remember(
  { store }: PostKindDeps,
  workspace: WorkspaceKey,
  deliveries: readonly Delivery[],
  sent: { readonly to: Destination | null },
  change: (place: PostPlace, to: Destination) => PostPlace,
): Promise<readonly Write[]> {
  const id = deliveries[0]?.payload['id'] ?? '';
  const placed = sent.to === null || id === '' ? null : await readPlace(store, workspace, id);
  if (placed === null || sent.to === null) {
    return [];
  }
  const moved = change(placed.place, sent.to);
  return moved === placed.place ? [] : [replacePlace(id, moved, placed.etag)];
}

/** Thread gone: a new one in the channel. Channel gone: the General channel. Nothing after that. */
async function fallback(
  directory: Pick<WorkspaceDirectory, 'find'>,
  workspace: WorkspaceKey,
  refused: Destination,
): Promise<Destination | null> {
  if (refused.kind === 'person') {
    return null; // no post goes there
  }
  if (refused.kind === 'thread') {
    return { kind: 'channel', channelId: refused.channelId };
  }
  const general = (await directory.find(workspace))?.generalChannelId ?? null;
  return general === null || general === refused.channelId ? null : { kind: 'channel', channelId: general };
}
