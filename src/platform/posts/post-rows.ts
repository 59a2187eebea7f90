// What the platform keeps of a post: where it is seen in Teams, and the trail of who did what to it. Apart from the post
// itself, so that sending never collides with people's edits.
import { Fault } from '../../kernel/fault.ts';
import { parseChannelId, type ChannelId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Cells, Row, Store, Write } from '../storage/store.ts';

export type PostPlace = {
  readonly channelId: ChannelId;
  /** The first message of the thread; null until the bot has posted it. */
  readonly rootId: string | null;
  /** The message that holds the card; null until there is one. */
  readonly cardId: string | null;
};

const SEQ_DIGITS = 8;

/** The write that gives a new post its place: a thread of its own, yet to be begun. */
export function insertPlace(id: string, channelId: ChannelId): Write {
  return { kind: 'insert', rowKey: keyOf(id), cells: cellsOf({ channelId, rootId: null, cardId: null }) };
}

export function replacePlace(id: string, place: PostPlace, etag: string): Write {
  return { kind: 'replace', rowKey: keyOf(id), etag, cells: cellsOf(place) };
}

/** Null when there is no such post. An unreadable row is a Fault. */
export async function readPlace(
  store: Store,
  workspace: WorkspaceKey,
  id: string,
): Promise<{ readonly place: PostPlace; readonly etag: string } | null> {
  const row = await store.read(workspace, keyOf(id));
  return row === null ? null : { place: placeOf(row), etag: row.etag };
}

/** The write that notes who did what to a post and when (G-12). Its revision is its place in the order. */
export function postAuditWrite(
  id: string,
  entry: { readonly rev: number; readonly action: string; readonly by: PersonId; readonly at: Instant },
): Write {
  const { rev, action, by, at } = entry;
  return {
    kind: 'insert',
    rowKey: `event|${id}|${String(rev).padStart(SEQ_DIGITS, '0')}`,
    cells: { action, by, at, item: '' },
  };
}

function keyOf(id: string): string {
  return `post|${id}`;
}

function cellsOf({ channelId, rootId, cardId }: PostPlace): Cells {
  return { channelId, rootId: rootId ?? '', cardId: cardId ?? '' };
}

function placeOf(row: Row): PostPlace {
  const { channelId, rootId, cardId } = row.cells;
  const channel = parseChannelId(channelId);
  if (channel === null || typeof rootId !== 'string' || typeof cardId !== 'string') {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return { channelId: channel, rootId: rootId === '' ? null : rootId, cardId: cardId === '' ? null : cardId };
}
