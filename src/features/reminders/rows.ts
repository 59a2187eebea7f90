// The reminders' own rows: what a person has chosen, and when they were last told something.
import { z } from 'zod/mini';
import { parseLocalDate, parseLocalTime } from '../../kernel/dates.ts';
import { Fault } from '../../kernel/fault.ts';
import { parsePersonId, type NewId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../kernel/instants.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import { prefixRange } from '../../platform/storage/row-keys.ts';
import type { Row, Store, Write } from '../../platform/storage/store.ts';
import { OFFERED_LEADS } from './domain/leads.ts';
import type { Preferences } from './domain/preferences.ts';

const PREFERENCES = 'pref|';
const TOLD = 'told|';
const SCHEMA = 1;

/** `preferences` is null for the defaults; `version` counts the changes, 0 while there was none. */
export type StoredPreferences = {
  readonly preferences: Preferences | null;
  readonly version: number;
  readonly etag: string | null;
};

const parsed = <Value>(parse: (value: unknown) => Value | null) =>
  z.pipe(
    z.unknown().check(z.refine((value) => parse(value) !== null)),
    // The check before has shown that it can be parsed.
    z.transform((value) => parse(value) as Value),
  );
const time = parsed(parseLocalTime);

const shape = z.strictObject({
  version: z.int(),
  preferences: z.nullable(
    z.strictObject({
      on: z.boolean(),
      leads: z.array(z.literal([...OFFERED_LEADS])),
      where: z.enum(['thread', 'private']),
      from: time,
      until: time,
    }),
  ),
});

/** What the person has chosen in this team. An unreadable row is a Fault. */
export async function readPreferences(
  store: Store,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<StoredPreferences> {
  const row = await store.read(workspace, `${PREFERENCES}${person}`);
  return row === null ? { preferences: null, version: 0, etag: null } : toPreferences(row);
}

/** Everybody in the team who has chosen something. */
export async function readAllPreferences(
  store: Store,
  workspace: WorkspaceKey,
): Promise<ReadonlyMap<PersonId, Preferences>> {
  const rows = await store.range(workspace, prefixRange(PREFERENCES));
  return new Map(
    rows.flatMap((row): readonly (readonly [PersonId, Preferences])[] => {
      const person = parsePersonId(row.rowKey.slice(PREFERENCES.length));
      const { preferences } = toPreferences(row);
      return person === null || preferences === null ? [] : [[person, preferences]];
    }),
  );
}

/** The write that puts `preferences` in place of what was read; null takes the defaults back. */
export function preferencesWrite(person: PersonId, preferences: Preferences | null, before: StoredPreferences): Write {
  const rowKey = `${PREFERENCES}${person}`;
  const cells = { v: SCHEMA, ...packJson('data', { preferences, version: before.version + 1 }) };
  const { etag } = before;
  return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

/** The trail entry of what somebody did with their own reminders, in codes and ids (G-12). */
export function auditWrite(
  newId: NewId,
  entry: { readonly action: 'preferences' | 'defaults' | 'later'; readonly by: PersonId; readonly at: Instant },
): Write {
  return { kind: 'insert', rowKey: `event|reminders|${newId()}`, cells: { ...entry } };
}

/** The last day on which the person was sent a letter, with what a write that changes it must name. */
export type Told = { readonly on: LocalDate | null; readonly etag: string | null };

export async function readTold(store: Store, workspace: WorkspaceKey, person: PersonId): Promise<Told> {
  const row = await store.read(workspace, `${TOLD}${person}`);
  return row === null ? { on: null, etag: null } : { on: parseLocalDate(row.cells['on']), etag: row.etag };
}

export function toldWrite(person: PersonId, on: LocalDate, { etag }: Told): Write {
  const rowKey = `${TOLD}${person}`;
  const cells = { v: SCHEMA, on };
  return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

function toPreferences(row: Row): StoredPreferences {
  const read = row.cells['v'] === SCHEMA ? shape.safeParse(unpackJson(row.cells, 'data')) : null;
  if (read?.success !== true) {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return { ...read.data, etag: row.etag };
}
