// Who wants to be reminded of a bulletin. A row for each person, so that many may press at once.
import { parsePersonId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { prefixRange } from '../../platform/storage/row-keys.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Bulletin, BulletinId } from './domain/bulletin.ts';

function prefixOf(id: BulletinId): string {
  return `follower|${id}|`;
}

/** Notes whether the person wants to be reminded; harmless when they said so before. */
export async function setFollowing(
  store: Store,
  workspace: WorkspaceKey,
  id: BulletinId,
  { person, wants, at }: { readonly person: PersonId; readonly wants: boolean; readonly at: Instant },
): Promise<void> {
  const rowKey = `${prefixOf(id)}${person}`;
  const row = await store.read(workspace, rowKey);
  const cells = { wants, at };
  // A conflict is another press of the same person at the same moment; either of the two is what they said.
  await store.commit(workspace, [
    row === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag: row.etag, cells },
  ]);
}

/** Whom the dates of a bulletin concern: who asked to be reminded, and its writer unless they said no. */
export async function readFollowers(
  store: Store,
  workspace: WorkspaceKey,
  { id, writer }: Pick<Bulletin, 'id' | 'writer'>,
): Promise<readonly PersonId[]> {
  const rows = await store.range(workspace, prefixRange(prefixOf(id)));
  const said = new Map(
    rows.flatMap((row) => {
      const person = parsePersonId(row.rowKey.slice(prefixOf(id).length));
      return person === null ? [] : [[person, row.cells['wants'] === true] as const];
    }),
  );
  const asked = [...said].filter(([, wants]) => wants).map(([person]) => person);
  return said.has(writer) ? asked : [writer, ...asked];
}
