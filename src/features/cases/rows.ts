// Cases as table rows. One case is one row: its JSON, beside the few columns that lists read (summary-row.ts).
import { Fault } from '../../kernel/fault.ts';
import type { CaseId } from '../../kernel/ids.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import type { Cells, Row, Write } from '../../platform/storage/store.ts';
import { parseCase } from './case-schema.ts';
import type { Case } from './domain/case.ts';
import { CASE_PREFIX, summaryCells } from './summary-row.ts';

const SCHEMA_VERSION = 1;

export function caseRowKey(id: CaseId): string {
  return `${CASE_PREFIX}${id}`;
}

/** The cells of a case's row. Fault `record-too-large` past the cap of packed JSON. */
export function caseCells(c: Case): Cells {
  return { schema: SCHEMA_VERSION, ...summaryCells(c), ...packJson('case', c) };
}

/** The write that makes a new case; it conflicts when the id is taken. */
export function insertCase(c: Case): Write {
  return { kind: 'insert', rowKey: caseRowKey(c.id), cells: caseCells(c) };
}

/** The write that replaces a case, if nobody has written since `etag` was read. */
export function replaceCase(c: Case, etag: string): Write {
  return { kind: 'replace', rowKey: caseRowKey(c.id), etag, cells: caseCells(c) };
}

/** The case of a row. An unreadable or newer row is a Fault: it is reported, never skipped or overwritten. */
export function rowToCase(row: Row): Case {
  const c = row.cells['schema'] === SCHEMA_VERSION ? parseCase(unpackJson(row.cells, 'case')) : null;
  if (c === null) {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  return c;
}
