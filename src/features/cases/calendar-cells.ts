// What calendars make entries of, as a cell of a case's row: a month is shown without opening its cases.
import { z } from 'zod/mini';
import { Fault } from '../../kernel/fault.ts';
import type { Cells, Row } from '../../platform/storage/store.ts';
import { CALENDAR_STATES, calendarItems, type EntryItem } from './domain/calendar-items.ts';
import type { Case } from './domain/case.ts';
import { DATED_KINDS } from './domain/vocabulary.ts';
import { laterCell } from './summary-cells.ts';

const text = z.string();

// Ids and dates were checked when the case was written by this same module; the brands are given below.
const itemsSchema = z.array(
  z.strictObject({
    kind: z.enum(DATED_KINDS),
    id: text,
    date: text,
    time: z.nullable(text),
    what: text,
    person: text,
    state: z.enum(CALENDAR_STATES),
    place: text,
    link: text,
  }),
);

// Few cases agree so much; those are opened instead, so that the many stay quick to read.
const UNITS_MAX = 8_000;

/** The calendar items of a case, or '' when they are too much for a cell. */
export function calendarCells(c: Case): Cells & { readonly calendar: string } {
  const items = calendarItems(c).map(({ kind, id, date, time, what, person, state, place, link }): EntryItem => ({
    kind,
    id,
    date,
    time,
    what,
    person,
    state,
    place,
    link,
  }));
  const written = JSON.stringify(items);
  return { calendar: written.length > UNITS_MAX ? '' : written };
}

/** The items of a row; null when only the case itself has them. A cell that says something else is a Fault. */
export function readCalendarItems(row: Row): readonly EntryItem[] | null {
  const written = laterCell(row, 'calendar');
  if (written === null) {
    return null;
  }
  const parsed = itemsSchema.safeParse(jsonOf(written));
  if (!parsed.success) {
    throw new Fault('row-unreadable', { row: row.rowKey, cell: 'calendar' });
  }
  return parsed.data as unknown as readonly EntryItem[];
}

// The fault of broken JSON would quote people's words.
function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
