// What a person has chosen for their own pages: one small row a person.
import { z } from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Row, Store } from '../../platform/storage/store.ts';

const SCHEMA = 1;
const ROUNDS = 3;

const shape = z.object({ schema: z.literal(SCHEMA), texts: z.enum(['short', 'long']) });

type TextLevel = z.infer<typeof shape>['texts'];

const keyOf = (person: PersonId): string => `own|${person}`;

/** The length of text that the person has chosen; short when they have chosen nothing. An unreadable row is a Fault. */
export async function readTextLevel(store: Store, workspace: WorkspaceKey, person: PersonId): Promise<TextLevel> {
  const row = await store.read(workspace, keyOf(person));
  return row === null ? 'short' : levelIn(row);
}

/** Keeps the choice. The last one wins: nobody but the person makes it. */
export async function keepTextLevel(
  store: Store,
  workspace: WorkspaceKey,
  person: PersonId,
  texts: TextLevel,
): Promise<void> {
  const rowKey = keyOf(person);
  const cells = { schema: SCHEMA, texts };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Serialised: a lost race re-reads.
    // oxlint-disable-next-line no-await-in-loop
    const row = await store.read(workspace, rowKey);
    if (row !== null && levelIn(row) === texts) {
      return;
    }
    const write =
      row === null
        ? ({ kind: 'insert', rowKey, cells } as const)
        : ({ kind: 'replace', rowKey, etag: row.etag, cells } as const);
    // oxlint-disable-next-line no-await-in-loop
    if ((await store.commit(workspace, [write])) === 'committed') {
      return;
    }
  }
  throw new Fault('settings-too-busy');
}

function levelIn({ cells, rowKey }: Row): TextLevel {
  const read = shape.safeParse(cells);
  if (!read.success) {
    throw new Fault('row-unreadable', { row: rowKey });
  }
  return read.data.texts;
}
