// The trail of a case: who did what and when, in codes and ids, never in people's words (G-12).
import type { CaseId, ItemId, PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import { parsePersonId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import { parseInstant } from '../../../kernel/helsinki-time.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Store, Write } from '../../../platform/storage/store.ts';
import type { ActionName } from '../domain/action-rules.ts';

export type AuditEntry = {
  readonly seq: number;
  readonly action: ActionName | 'open';
  readonly by: PersonId;
  readonly at: Instant;
  readonly item: ItemId | null;
};

const SEQ_DIGITS = 8;

function prefix(id: CaseId): string {
  return `event|${id}|`;
}

/** The write that appends an entry; the case's revision is its place in the order, so it can never be doubled. */
export function auditWrite(id: CaseId, entry: AuditEntry): Write {
  return {
    kind: 'insert',
    rowKey: `${prefix(id)}${String(entry.seq).padStart(SEQ_DIGITS, '0')}`,
    cells: { action: entry.action, by: entry.by, at: entry.at, item: entry.item ?? '' },
  };
}

/** The trail of a case, oldest first. Rows of other kinds under the same key (sent messages) are left out. */
export async function readAudit(store: Store, workspace: WorkspaceKey, id: CaseId): Promise<readonly AuditEntry[]> {
  const rows = await store.range(workspace, prefixRange(prefix(id)));
  return rows.flatMap((row) => {
    const { action, by, at, item } = row.cells;
    const person = parsePersonId(by);
    const instant = parseInstant(at);
    if (typeof action !== 'string' || person === null || instant === null) {
      return [];
    }
    const entry: AuditEntry = {
      seq: Number(row.rowKey.slice(prefix(id).length)),
      // Written by auditWrite from the same union.
      action: action as AuditEntry['action'],
      by: person,
      at: instant,
      item: typeof item === 'string' && item !== '' ? (item as ItemId) : null,
    };
    return [entry];
  });
}
