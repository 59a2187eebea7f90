// Where a case is seen in Teams: its thread and its card. Kept apart from the case, so that sending never collides with
// people's edits.
import { Fault } from '../../../kernel/fault.ts';
import { parseChannelId, type CaseId, type ChannelId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Cells, Row, Store, Write } from '../../../platform/storage/store.ts';

export type CasePlace = {
  readonly channelId: ChannelId;
  /** The first message of the thread; null until the bot has posted one. */
  readonly rootId: string | null;
  /** The message that holds the case card; null until there is one. */
  readonly cardId: string | null;
  /** The revision that the card shows. */
  readonly shownRev: number;
};

function placeKey(id: CaseId): string {
  return `place|${id}`;
}

function placeCells(place: CasePlace): Cells {
  return {
    channelId: place.channelId,
    rootId: place.rootId ?? '',
    cardId: place.cardId ?? '',
    shownRev: place.shownRev,
  };
}

function rowToPlace(row: Row): CasePlace {
  const { channelId, rootId, cardId, shownRev } = row.cells;
  const channel = parseChannelId(channelId);
  if (channel === null || typeof rootId !== 'string' || typeof cardId !== 'string' || typeof shownRev !== 'number') {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return { channelId: channel, rootId: rootId === '' ? null : rootId, cardId: cardId === '' ? null : cardId, shownRev };
}

/** Null when the case has no place, which only happens when its row was lost. */
export async function readPlace(
  store: Store,
  workspace: WorkspaceKey,
  id: CaseId,
): Promise<{ readonly place: CasePlace; readonly etag: string } | null> {
  const row = await store.read(workspace, placeKey(id));
  return row === null ? null : { place: rowToPlace(row), etag: row.etag };
}

export function insertPlace(id: CaseId, place: CasePlace): Write {
  return { kind: 'insert', rowKey: placeKey(id), cells: placeCells(place) };
}

export function replacePlace(id: CaseId, place: CasePlace, etag: string): Write {
  return { kind: 'replace', rowKey: placeKey(id), etag, cells: placeCells(place) };
}
