import { createHash } from 'node:crypto';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Store } from '../storage/store.ts';
import type { InboundActivity } from './activity.ts';

/** True when the message was taken before, by this process or another. The first to ask takes it. */
export type SeenMessages = (workspace: WorkspaceKey, messageId: string) => Promise<boolean>;

const RECENT_MAX = 2_000;

/**
 * Teams delivers a message again when a turn is slow. A row per message makes it count once, also across restarts; the
 * recent ones are known without asking. When the storage fails the message is not taken and the Fault passes.
 */
export function createSeenMessages(store: Store): SeenMessages {
  const recent = new Map<string, Promise<boolean>>();
  return async (workspace, messageId) => {
    const key = `${workspace} ${messageId}`;
    const earlier = recent.get(key);
    if (earlier !== undefined) {
      await earlier;
      return true;
    }
    const taking = take(store, workspace, messageId);
    recent.set(key, taking);
    for (const oldest of recent.keys()) {
      if (recent.size <= RECENT_MAX) {
        break;
      }
      recent.delete(oldest);
    }
    try {
      return await taking;
    } catch (error) {
      recent.delete(key);
      throw error;
    }
  };
}

async function take(store: Store, workspace: WorkspaceKey, messageId: string): Promise<boolean> {
  const outcome = await store.commit(workspace, [
    { kind: 'insert', rowKey: `op|msg-${messageId}`, cells: { kind: 'message' } },
  ]);
  return outcome === 'conflict';
}

/** A key for the message: Teams' ids are times in milliseconds, unique in one conversation only. */
export function messageKey(activity: InboundActivity): string {
  return createHash('sha256')
    .update(`${activity.conversation.id} ${activity.id ?? ''}`)
    .digest('hex')
    .slice(0, 32);
}
