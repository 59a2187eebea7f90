import type { ChannelId, WorkspaceKey } from '../../kernel/ids.ts';
import type { CardMessage } from '../cards/card.ts';

/** Where a message goes. `thread` replies under `rootId`; `channel` starts a new thread. */
export type Destination =
  | { readonly kind: 'thread'; readonly channelId: ChannelId; readonly rootId: string }
  | { readonly kind: 'channel'; readonly channelId: ChannelId };

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
  post(workspace: WorkspaceKey, to: Destination, message: CardMessage): Promise<SendOutcome>;
  update(
    workspace: WorkspaceKey,
    at: { readonly channelId: ChannelId; readonly rootId: string; readonly activityId: string },
    message: CardMessage,
  ): Promise<SendOutcome>;
}
