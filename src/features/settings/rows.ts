// The settings of a team as one row. What cannot be read is reported, never taken for "nothing set".
import { z } from 'zod/mini';
import { parseLocalDate } from '../../kernel/dates.ts';
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import { parsePersonId, type NewId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { parseCountyCode } from '../../kernel/regions/regions.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import type { Store, Write } from '../../platform/storage/store.ts';
import { NO_LINKS } from './domain/links.ts';
import { NO_SETTINGS, type Settings } from './domain/settings.ts';

const ROW = 'settings|people';
const SCHEMA_VERSION = 1;

/** `etag` is null while nothing has been stored. */
export type StoredSettings = { readonly settings: Settings; readonly etag: string | null };

const parsed = <Value>(parse: (value: unknown) => Value | null) =>
  z.pipe(
    z.unknown().check(z.refine((value) => parse(value) !== null)),
    // The check before has shown that it can be parsed.
    z.transform((value) => parse(value) as Value),
  );
const person = parsed(parsePersonId);
const date = parsed(parseLocalDate);

const settingsShape = z.strictObject({
  version: z.number().check(z.int(), z.positive()),
  holders: z.array(
    z.strictObject({
      person,
      name: z.string(),
      isAdmin: z.boolean(),
      advisor: z.nullable(
        z.strictObject({
          areas: z.array(parsed(parseCountyCode)),
          absence: z.nullable(z.strictObject({ from: date, until: date, standIn: z.nullable(person) })),
        }),
      ),
    }),
  ),
  guests: z.enum(['all', 'read']),
  // Rows written before there were links have none.
  links: z.prefault(z.strictObject({ legalAdvice: z.string(), model: z.string(), privacy: z.string() }), NO_LINKS),
  lastChange: z.nullable(z.strictObject({ by: person, at: parsed(parseInstant) })),
});

/** The settings of the team; none yet when nothing is stored. A row of another schema or shape is a Fault. */
export async function readSettings(store: Store, workspace: WorkspaceKey): Promise<StoredSettings> {
  const row = await store.read(workspace, ROW);
  if (row === null) {
    return { settings: NO_SETTINGS, etag: null };
  }
  if (row.cells['schema'] !== SCHEMA_VERSION) {
    throw new Fault('row-unreadable', { row: ROW, schema: row.cells['schema'] ?? '' });
  }
  const read = settingsShape.safeParse(unpackJson(row.cells, 'people'));
  if (!read.success) {
    throw new Fault('row-unreadable', { row: ROW });
  }
  return { settings: read.data, etag: row.etag };
}

/** The write that puts the settings in place of what was read with `etag`. */
export function settingsWrite(settings: Settings, etag: string | null): Write {
  const cells = { schema: SCHEMA_VERSION, ...packJson('people', settings) };
  return etag === null ? { kind: 'insert', rowKey: ROW, cells } : { kind: 'replace', rowKey: ROW, etag, cells };
}

/** The trail entry of a change: who did what to whom and when, in codes and ids (G-12). */
export function settingsAuditWrite(
  newId: NewId,
  entry: { readonly action: string; readonly by: PersonId; readonly whom: PersonId | null; readonly at: Instant },
): Write {
  const { action, by, whom, at } = entry;
  return { kind: 'insert', rowKey: `event|settings|${newId()}`, cells: { action, by, person: whom ?? '', at } };
}
