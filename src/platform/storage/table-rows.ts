// Between our rows and Table Storage's entities, with the limits that the storage has but Azurite does not enforce.
import type { TableEntityResult, TransactionAction } from '@azure/data-tables';
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import type { Cells, CellValue, Row, Write } from './store.ts';

/** A row with the token of the commit that wrote it. */
export type TokenedRow = Row & { readonly token: string | null };

type Entity = TableEntityResult<Record<string, unknown>>;

// Our own cell in every row: which commit wrote it. Row.cells never shows it.
const TOKEN = 'token';
const SYSTEM = new Set(['partitionKey', 'rowKey', 'timestamp', 'etag', TOKEN]);
const RESERVED = new Set([...SYSTEM, 'PartitionKey', 'RowKey', 'Timestamp']);
const CELL_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const FORBIDDEN_IN_KEYS = /[/\\#?\p{Cc}]/u;

const MAX_WRITES = 100;
// 255 properties less three of the system and our token.
const MAX_CELLS = 251;
const MAX_CELL_UNITS = 32_768;
// 1 MiB less room for keys, timestamp and token.
const MAX_ROW_BYTES = 1_040_000;
// 4 MiB less the frame that the SDK writes around each row.
const MAX_COMMIT_BYTES = 4_000_000;
const FRAME_BYTES = 2_000;
const INT32 = 2 ** 31;

/** Throws `commit-invalid` unless the storage could take these writes as one transaction. */
export function assertCommittable(partition: string, writes: readonly Write[]): void {
  const refuse = (why: string): never => {
    throw new Fault('commit-invalid', { why, writes: writes.length });
  };
  if (writes.length === 0 || writes.length > MAX_WRITES) {
    refuse('count');
  }
  if (new Set(writes.map((write) => write.rowKey)).size !== writes.length) {
    refuse('duplicate-row');
  }
  if (![partition, ...writes.map((write) => write.rowKey)].every(isKey)) {
    refuse('key');
  }
  // An asterisk would mean "whatever is there"; nothing is written over what was not read.
  if (writes.some((write) => write.kind !== 'insert' && !isEtag(write.etag))) {
    refuse('etag');
  }
  const sizes = writes.map((write) => (write.kind === 'remove' ? 0 : rowBytes(write.cells, refuse)));
  if (sizes.reduce((sum, size) => sum + size + FRAME_BYTES, 0) > MAX_COMMIT_BYTES) {
    refuse('size');
  }
}

/** The SDK's form of one write; inserted and replaced rows carry `token`. */
export function toAction(partitionKey: string, write: Write, token: string): TransactionAction {
  const { rowKey } = write;
  if (write.kind === 'remove') {
    // The SDK has no place for the ETag of a removal: see etag-guard.ts.
    return ['delete', { partitionKey, rowKey }];
  }
  const entity = {
    ...Object.fromEntries(Object.entries(write.cells).map(toProperty)),
    partitionKey,
    rowKey,
    [TOKEN]: token,
  };
  return write.kind === 'insert' ? ['create', entity] : ['update', entity, 'Replace', { etag: write.etag }];
}

/** The row in an answer of the storage; throws `row-unreadable` when the storage left out what every row has. */
export function toRow(entity: Entity): TokenedRow {
  const { rowKey, etag } = entity;
  const timestamp = parseInstant(entity.timestamp);
  if (rowKey === undefined || etag === '' || timestamp === null) {
    throw new Fault('row-unreadable', { name: 'system' });
  }
  const cells = Object.entries(entity).flatMap(([name, value]): [string, CellValue][] =>
    SYSTEM.has(name) || name.startsWith('odata.') || !isCellValue(value) ? [] : [[name, value]],
  );
  const token = entity[TOKEN];
  return { rowKey, etag, timestamp, cells: Object.fromEntries(cells), token: typeof token === 'string' ? token : null };
}

/** Which properties to ask for, so that a row with only the cells `select` can be made of them. */
export function propertiesFor(select: readonly string[]): string[] {
  return [...new Set(['rowKey', 'timestamp', ...select])];
}

function isKey(key: string): boolean {
  return key !== '' && key.length <= 1_024 && !FORBIDDEN_IN_KEYS.test(key);
}

function isEtag(etag: string): boolean {
  return etag.trim() !== '' && etag.trim() !== '*' && !/[\r\n]/.test(etag);
}

function rowBytes(cells: Cells, refuse: (why: string) => never): number {
  const entries = Object.entries(cells);
  if (entries.length > MAX_CELLS) {
    refuse('cells');
  }
  let bytes = 0;
  for (const [name, value] of entries) {
    if (RESERVED.has(name) || !CELL_NAME.test(name)) {
      refuse('cell-name');
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      refuse('cell-value');
    }
    if (typeof value === 'string' && value.length > MAX_CELL_UNITS) {
      refuse('cell-size');
    }
    bytes += 2 * (name.length + String(value).length) + 8;
  }
  if (bytes > MAX_ROW_BYTES) {
    refuse('row-size');
  }
  return bytes;
}

// Without a type the storage takes whole numbers as 32 bits.
function toProperty([name, value]: [string, CellValue]): [string, unknown] {
  const wide = typeof value === 'number' && Number.isInteger(value) && (value >= INT32 || value < -INT32);
  return [name, wide ? { type: 'Double', value } : value];
}

function isCellValue(value: unknown): value is CellValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
