import type { ChannelId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { CardMessage } from '../cards/card.ts';

/**
 * Where a message goes. `thread` replies under `rootId`; `channel` starts a new thread; `person` is the personal chat of
 * the bot with a member of the team.
 */
export type Destination =
  | { readonly kind: 'thread'; readonly channelId: ChannelId; readonly rootId: string }
  | { readonly kind: 'channel'; readonly channelId: ChannelId }
  | { readonly kind: 'person'; readonly person: PersonId };

/**
 * What became of one attempt. `unknown`: it may have arrived (5xx, reset, deadline after the POST). `busy`: Teams asks
 * to come back later. `refused`: permanent, with the fallback that fits. `notSent`: it failed before the POST.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'refused'; readonly status: number; readonly why: 'gone' | 'forbidden' | 'tooLarge' | 'other' }
  | { readonly kind: 'unknown'; readonly status: number | null }
  | { readonly kind: 'notSent' };

/** Sends exactly one request per call, with a deadline; never throws for what Teams answers. */
export interface Messenger {
  /**
   * Makes sure that a message can go to that person: begins the personal chat when there is none, which notifies nobody
   * and can be repeated. Null when all is ready, else why not. To be awaited before `post`, which only sends. Absent:
   * everything is ready always.
   */
  prepare?(workspace: WorkspaceKey, person: PersonId): Promise<Exclude<SendOutcome, { kind: 'sent' }> | null>;
  post(workspace: WorkspaceKey, to: Destination, message: CardMessage): Promise<SendOutcome>;
  update(
    workspace: WorkspaceKey,
    at: { readonly channelId: ChannelId; readonly rootId: string; readonly activityId: string },
    message: CardMessage,
  ): Promise<SendOutcome>;
}
