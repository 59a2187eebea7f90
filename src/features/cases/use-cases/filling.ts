// Who has a form of a case open right now. The case card in the channel is not redrawn under somebody who is filling a
// form in its place (B-18): Teams would throw away what they have typed.
import { addMs } from '../../../kernel/helsinki-time.ts';
import type { CaseId, PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { Row, Store } from '../../../platform/storage/store.ts';

// Long enough for a slow writer with a long form; an abandoned form holds the card back no longer than this.
const FILLING_MS = 15 * 60_000;

type Fillers = Readonly<Record<string, string>>;

function rowKeyOf(id: CaseId): string {
  return `filling|${id}`;
}

function fillersOf(row: Row | null): Fillers {
  const text = row?.cells['fillers'];
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : {};
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([person, until]) => [person, String(until)]))
    : {};
}

async function write(
  store: Store,
  workspace: WorkspaceKey,
  id: CaseId,
  change: (fillers: Fillers) => Fillers,
): Promise<void> {
  const row = await store.read(workspace, rowKeyOf(id));
  const before = fillersOf(row);
  const after = change(before);
  if (JSON.stringify(after) === JSON.stringify(before)) {
    return;
  }
  const cells = { fillers: JSON.stringify(after) };
  const rowKey = rowKeyOf(id);
  // A lost race costs at most an early or late redraw, so it is not tried again.
  await store.commit(workspace, [
    row === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag: row.etag, cells },
  ]);
}

/** Notes that somebody has opened a form of the case. */
export async function beginFilling(
  store: Store,
  workspace: WorkspaceKey,
  id: CaseId,
  person: PersonId,
  now: Instant,
): Promise<void> {
  await write(store, workspace, id, (fillers) => {
    const current = Object.fromEntries(Object.entries(fillers).filter(([, until]) => until > now));
    return { ...current, [person]: addMs(now, FILLING_MS) };
  });
}

/** Notes that the person's form is saved or put away. */
export async function endFilling(store: Store, workspace: WorkspaceKey, id: CaseId, person: PersonId): Promise<void> {
  await write(store, workspace, id, (fillers) =>
    Object.fromEntries(Object.entries(fillers).filter(([each]) => each !== person)),
  );
}

/** Whether anybody has a form of the case open at `now`. */
export async function isBeingFilled(store: Store, workspace: WorkspaceKey, id: CaseId, now: Instant): Promise<boolean> {
  const fillers = fillersOf(await store.read(workspace, rowKeyOf(id)));
  return Object.values(fillers).some((until) => until > now);
}
