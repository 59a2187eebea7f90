// The register as table rows: one for each organisation, and one that every change of the register goes through.
import { z } from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import { parsePersonId, type NewId, type PersonId, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { parseCountyCode, parseMunicipalityCode } from '../../kernel/regions/regions.ts';
import { contentHash } from '../../platform/storage/operations.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import { prefixRange } from '../../platform/storage/row-keys.ts';
import type { Cells, Row, Store, Write } from '../../platform/storage/store.ts';
import { parseOrganisationId, type Organisation } from './domain/organisation.ts';

export const ORGANISATION_PREFIX = 'org|';
const REGISTER = 'orgregister';
const SCHEMA = 1;

export type Counts = { readonly added: number; readonly changed: number; readonly removed: number };

/** An import that has begun and not yet ended. */
export type Running = {
  /** Of the plan that its admin confirmed. */
  readonly digest: string;
  /** Of the file itself: only the same file goes on without a new look. */
  readonly file: string;
  readonly counts: Counts;
};

/** `version` grows with every transaction, so that two changes of the register never interleave unseen. */
export type RegisterState = {
  readonly version: number;
  readonly running: Running | null;
  readonly lastChange: { readonly by: PersonId; readonly at: Instant } | null;
};

export type StoredState = { readonly state: RegisterState; readonly etag: string | null };

export type StoredRegister = StoredState & {
  /** In alphabetical order of their ids. */
  readonly organisations: readonly Organisation[];
  readonly etags: ReadonlyMap<string, string>;
};

const parsed = <Value>(parse: (value: unknown) => Value | null) =>
  z.pipe(
    z.unknown().check(z.refine((value) => parse(value) !== null)),
    // The check before has shown that it can be parsed.
    z.transform((value) => parse(value) as Value),
  );

const stateShape = z.strictObject({
  version: z.int(),
  running: z.nullable(
    z.strictObject({
      digest: z.string(),
      file: z.string(),
      counts: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
    }),
  ),
  lastChange: z.nullable(z.strictObject({ by: parsed(parsePersonId), at: parsed(parseInstant) })),
});

const organisationShape = z.strictObject({
  id: parsed(parseOrganisationId),
  kind: z.enum(['district', 'association']),
  name: z.string(),
  counties: z.array(parsed(parseCountyCode)),
  municipalities: z.array(parsed(parseMunicipalityCode)),
  district: z.nullable(parsed(parseOrganisationId)),
  page: z.string(),
  isActive: z.boolean(),
});

/** What has become of the register so far, without its organisations. An unreadable row is a Fault. */
export async function readState(store: Store, workspace: WorkspaceKey): Promise<StoredState> {
  const row = await store.read(workspace, REGISTER);
  if (row === null) {
    return { state: { version: 0, running: null, lastChange: null }, etag: null };
  }
  return { state: read(row, stateShape), etag: row.etag };
}

/** What an organisation's row is read from; its caps let it fit the first part. */
export const ORGANISATION_COLUMNS = ['schema', 'dataParts', 'data0'] as const;

/** The organisation of a row. An unreadable row is a Fault. */
export function rowToOrganisation(row: Row): Organisation {
  return read(row, organisationShape);
}

/** The whole register. The state is read first: a change that comes in between makes a later commit conflict. */
export async function readRegister(store: Store, workspace: WorkspaceKey): Promise<StoredRegister> {
  const stored = await readState(store, workspace);
  const rows = await store.range(workspace, prefixRange(ORGANISATION_PREFIX));
  return {
    ...stored,
    organisations: rows.map(rowToOrganisation),
    etags: new Map(rows.map(({ rowKey, etag }) => [rowKey.slice(ORGANISATION_PREFIX.length), etag])),
  };
}

/**
 * Names this state of an organisation. It follows from the row's version, not from what it says: after there and back
 * again it is another one, or the same form as before would pass for one that was sent twice.
 */
export function seenOf({ etags }: Pick<StoredRegister, 'etags'>, id: string): string {
  return contentHash([id, etags.get(id) ?? '']);
}

/** The write that puts the state in place of the one that was read. */
export function stateWrite(state: RegisterState, etag: string | null): Write {
  const cells = packed(state);
  return etag === null
    ? { kind: 'insert', rowKey: REGISTER, cells }
    : { kind: 'replace', rowKey: REGISTER, etag, cells };
}

/** The write of one organisation: new without an etag, otherwise in place of what was read. */
export function organisationWrite(organisation: Organisation, etag: string | undefined): Write {
  const rowKey = `${ORGANISATION_PREFIX}${organisation.id}`;
  const cells = packed(organisation);
  return etag === undefined ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

export function organisationRemoval({ id }: Organisation, etag: string): Write {
  return { kind: 'remove', rowKey: `${ORGANISATION_PREFIX}${id}`, etag };
}

/** The trail entry of a change: who, what, how many and when (G-12). */
export function organisationsAuditWrite(
  newId: NewId,
  entry: {
    readonly action: 'import-begun' | 'imported' | 'saved';
    readonly by: PersonId;
    readonly at: Instant;
  } & Counts,
): Write {
  return { kind: 'insert', rowKey: `event|organisations|${newId()}`, cells: { ...entry } };
}

function packed(value: Organisation | RegisterState): Cells {
  return { schema: SCHEMA, ...packJson('data', value) };
}

function read<Value>(row: Row, shape: z.ZodMiniType<Value>): Value {
  const result = row.cells['schema'] === SCHEMA ? shape.safeParse(unpackJson(row.cells, 'data')) : null;
  if (result?.success !== true) {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return result.data;
}
