// Where the question which time suits is seen in Teams. Kept apart from the case, as the place of its card is.
import { Fault } from '../../../kernel/fault.ts';
import { parseChannelId, type CaseId, type ChannelId, type ItemId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Store, Write } from '../../../platform/storage/store.ts';

export type TimePollPlace = {
  readonly channelId: ChannelId;
  /** The first message of the thread. */
  readonly rootId: string;
  readonly activityId: string;
};

function rowKeyOf(id: CaseId, poll: ItemId): string {
  return `times|${id}|${poll}`;
}

/** Null until the question has been posted. */
export async function readTimePollPlace(
  store: Store,
  workspace: WorkspaceKey,
  id: CaseId,
  poll: ItemId,
): Promise<{ readonly place: TimePollPlace; readonly etag: string } | null> {
  const row = await store.read(workspace, rowKeyOf(id, poll));
  if (row === null) {
    return null;
  }
  const { rootId, activityId } = row.cells;
  const channelId = parseChannelId(row.cells['channelId']);
  if (channelId === null || typeof rootId !== 'string' || typeof activityId !== 'string') {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return { place: { channelId, rootId, activityId }, etag: row.etag };
}

/** The write that remembers a new message; `etag` of the one before it, null for the first. */
export function timePollPlaceWrite(id: CaseId, poll: ItemId, place: TimePollPlace, etag: string | null): Write {
  const rowKey = rowKeyOf(id, poll);
  return etag === null
    ? { kind: 'insert', rowKey, cells: { ...place } }
    : { kind: 'replace', rowKey, etag, cells: { ...place } };
}
