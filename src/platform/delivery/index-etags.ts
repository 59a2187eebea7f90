import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Store, Write } from '../storage/store.ts';
import { DUE_PREFIX } from './delivery-keys.ts';

// No ETag looks like this, and no commit is made with one in it.
const ASSUMED = 'assumed';

/**
 * The writes that `decide` comes to, with the ETags of the index rows that they change. Most changes touch no index row,
 * or one of dozens, so only those are read that the writes name: `decide` is asked again until it names none unread. It
 * must be pure. What an index row that is not read would be is assumed: it is there.
 */
export async function withIndexEtags(
  store: Store,
  workspace: WorkspaceKey,
  decide: (etagOf: (dueKey: string) => string | null) => readonly Write[],
): Promise<readonly Write[]> {
  const etags = new Map<string, string | null>();
  for (;;) {
    const writes = decide((dueKey) => (etags.has(dueKey) ? (etags.get(dueKey) ?? null) : ASSUMED));
    const unread = writes.filter(
      (write) => write.kind !== 'insert' && write.rowKey.startsWith(DUE_PREFIX) && write.etag === ASSUMED,
    );
    if (unread.length === 0) {
      return writes;
    }
    const rows = await Promise.all(unread.map(({ rowKey }) => store.read(workspace, rowKey)));
    unread.forEach(({ rowKey }, index) => etags.set(rowKey, rows[index]?.etag ?? null));
  }
}
