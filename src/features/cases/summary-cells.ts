// Single cells of a summary's row, read strictly, or forgivingly where old rows lack them.
import { Fault } from '../../kernel/fault.ts';
import type { Row } from '../../platform/storage/store.ts';

/** The text of a cell that every row has. Anything else is a Fault. */
export function cellText(row: Row, name: string): string {
  const value = row.cells[name];
  if (typeof value !== 'string') {
    throw unreadable(row, name);
  }
  return value;
}

/** The member that a cell of every row names. Anything else is a Fault. */
export function cellOf<Member extends string>(row: Row, name: string, members: readonly Member[]): Member {
  const member = memberOf(cellText(row, name), members);
  if (member === null) {
    throw unreadable(row, name);
  }
  return member;
}

/** The text of a cell that was added later: null when it is empty or the row was written before. */
export function laterCell(row: Row, name: string): string | null {
  const value = row.cells[name] ?? '';
  if (typeof value !== 'string') {
    throw unreadable(row, name);
  }
  return value === '' ? null : value;
}

/** The member that a cell names that was added later: null as with laterCell. Another word is a Fault. */
export function laterCellOf<Member extends string>(row: Row, name: string, members: readonly Member[]): Member | null {
  const value = laterCell(row, name);
  const member = value === null ? null : memberOf(value, members);
  if (value !== null && member === null) {
    throw unreadable(row, name);
  }
  return member;
}

function memberOf<Member extends string>(value: string, members: readonly Member[]): Member | null {
  return members.find((each) => each === value) ?? null;
}

function unreadable(row: Row, cell: string): Fault {
  return new Fault('row-unreadable', { row: row.rowKey, cell });
}
