// What somebody typed into a form that was not accepted, kept so that it can be continued later (B-06). Text that may
// hold personal data is never kept: it is only shown back.
import { findIdentityCodes } from '../../kernel/identity-codes.ts';
import type { ItemId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import { findPersonalData } from '../../kernel/personal-data.ts';
import { packJson, unpackJson } from '../storage/packed-json.ts';
import type { Store, Write } from '../storage/store.ts';

type Typed = Readonly<Record<string, string>>;

/** Which form of whom: one draft each. `subject` is what it is about, a case or a meeting; null for a form that opens one. */
export type DraftKey = {
  readonly person: PersonId;
  readonly form: string;
  readonly subject: string | null;
  readonly item: ItemId | null;
};

export type Draft = { readonly typed: Typed; readonly etag: string };

function draftRowKey(key: DraftKey): string {
  return ['draft', key.person, key.form, key.subject ?? '-', key.item ?? '-'].join('|');
}

/** Null when there is none, or when it cannot be read: a draft is a convenience. */
export async function readDraft(store: Store, workspace: WorkspaceKey, key: DraftKey): Promise<Draft | null> {
  const row = await store.read(workspace, draftRowKey(key));
  if (row === null) {
    return null;
  }
  const value = unpackJson(row.cells, 'typed');
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isRecord ? Object.entries(value) : [];
  const typed = Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return { typed, etag: row.etag };
}

/** Whether typed text may be stored before its author has confirmed it. */
function isStorable(typed: Typed): boolean {
  return Object.values(typed).every(
    (text) => findIdentityCodes(text).length === 0 && findPersonalData(text, { names: true }).length === 0,
  );
}

/** Keeps what was typed. When two windows write at once the other one's stays: either is a draft of the same person. */
export async function keepDraft(
  store: Store,
  workspace: WorkspaceKey,
  key: DraftKey,
  typed: Typed,
  earlier: Draft | null,
): Promise<void> {
  if (!isStorable(typed)) {
    return;
  }
  const rowKey = draftRowKey(key);
  const cells = packJson('typed', typed);
  const write: Write =
    earlier === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag: earlier.etag, cells };
  await store.commit(workspace, [write]);
}

/** The write that ends a draft in the same transaction as the change it became. */
export function endDraft(key: DraftKey, draft: Draft): Write {
  return { kind: 'remove', rowKey: draftRowKey(key), etag: draft.etag };
}
