// Who is filling in a form, or reading an answer, in the place of a card. The card in the channel is not redrawn
// under them (B-18): Teams would throw away what they have typed, or the answer that they are reading (B-10).
import { addMs, msBetween, parseInstant } from '../../kernel/helsinki-time.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Row, Store, Write } from '../storage/store.ts';

/** Long enough for a slow writer with a long form and a break (B-07); an abandoned form holds the card no longer. */
export const FILLING_MS = 2 * 60 * 60_000;
/** Long enough to read two sentences without hurry. */
export const READING_MS = 20_000;

/** Until when each person holds the card, by person. */
type Holds = Readonly<Record<string, Instant>>;

function rowKeyOf(id: string): string {
  return `hold|${id}`;
}

function cellsOf(holds: Holds): { readonly holds: string } {
  return { holds: JSON.stringify(holds) };
}

function holdsOf(row: Row | null): Holds {
  const text = row?.cells['holds'];
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : {};
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([person, until]) => {
      const instant = parseInstant(until);
      return instant === null ? [] : [[person, instant]];
    }),
  );
}

async function change(store: Store, workspace: WorkspaceKey, id: string, make: (holds: Holds) => Holds): Promise<void> {
  const writes = writesFor(await readHold(store, workspace, id), id, make);
  if (writes.length > 0) {
    // A lost race costs at most an early or late redraw, so it is not tried again.
    await store.commit(workspace, writes);
  }
}

function writesFor(row: Row | null, id: string, make: (holds: Holds) => Holds): readonly Write[] {
  const before = holdsOf(row);
  const after = make(before);
  if (JSON.stringify(after) === JSON.stringify(before)) {
    return [];
  }
  const rowKey = rowKeyOf(id);
  const cells = cellsOf(after);
  return [row === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag: row.etag, cells }];
}

/** The row that says who holds the card; null when nobody ever did. */
export function readHold(store: Store, workspace: WorkspaceKey, id: string): Promise<Row | null> {
  return store.read(workspace, rowKeyOf(id));
}

type Hold = { readonly person: PersonId; readonly now: Instant; readonly ms: number };

/** The writes of `holdCard`, for a transaction; `row` is what `readHold` gave. */
export function holdWrites(row: Row | null, id: string, hold: Hold): readonly Write[] {
  return writesFor(row, id, (holds) => withHold(holds, hold));
}

function withHold(holds: Holds, { person, now, ms }: Hold): Holds {
  const current = Object.fromEntries(Object.entries(holds).filter(([, until]) => until > now));
  return { ...current, [person]: addMs(now, ms) };
}

/** The person holds the card from now for so long; a longer hold of theirs ends with it. */
export async function holdCard(store: Store, workspace: WorkspaceKey, id: string, hold: Hold): Promise<void> {
  await change(store, workspace, id, (holds) => withHold(holds, hold));
}

/** The person has put the form away. */
export async function releaseCard(store: Store, workspace: WorkspaceKey, id: string, person: PersonId): Promise<void> {
  await change(store, workspace, id, (holds) =>
    Object.fromEntries(Object.entries(holds).filter(([each]) => each !== person)),
  );
}

/** For how long from `now` the card is held; 0 when it may be redrawn. */
export async function heldForMs(store: Store, workspace: WorkspaceKey, id: string, now: Instant): Promise<number> {
  const holds = holdsOf(await store.read(workspace, rowKeyOf(id)));
  return Math.max(0, ...Object.values(holds).map((until) => msBetween(now, until)));
}

/** The write that lets whoever made a new card read the answer before its card is redrawn for all. */
export function newCardHold(id: string, person: PersonId, now: Instant): Write {
  return { kind: 'insert', rowKey: rowKeyOf(id), cells: cellsOf({ [person]: addMs(now, READING_MS) }) };
}
