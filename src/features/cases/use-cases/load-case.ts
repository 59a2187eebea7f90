import { parseCaseId, type CaseId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Case } from '../domain/case.ts';
import { caseRowKey, rowToCase } from '../rows.ts';

/** A case with the ETag that a change of it must name. */
export type LoadedCase = { readonly c: Case; readonly etag: string };

/** Null when there is no such case. An unreadable row or an outage throws. */
export async function loadCase(store: Store, workspace: WorkspaceKey, id: CaseId): Promise<LoadedCase | null> {
  const row = await store.read(workspace, caseRowKey(id));
  return row === null ? null : { c: rowToCase(row), etag: row.etag };
}

export function numberRowKey(number: string): string {
  return `number|${number}`;
}

/** The id behind a case number such as `2026-014`; null when there is none. */
export async function findCaseId(store: Store, workspace: WorkspaceKey, number: string): Promise<CaseId | null> {
  const row = await store.read(workspace, numberRowKey(number));
  return row === null ? null : parseCaseId(row.cells['caseId']);
}
