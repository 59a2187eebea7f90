// Cases as table rows. One case is one row: its JSON, beside the few columns that lists read.
import { Fault } from '../../kernel/fault.ts';
import { fold } from '../../kernel/fold.ts';
import { parseCaseId, type CaseId, type ChannelId, type PersonId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import {
  parseCountyCode,
  parseMunicipalityCode,
  type CountyCode,
  type MunicipalityCode,
} from '../../kernel/regions/regions.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import type { Cells, Row, Write } from '../../platform/storage/store.ts';
import { parseCase } from './case-schema.ts';
import type { Case, Status } from './domain/case.ts';
import { openItems, passesByItself } from './domain/dated-items.ts';
import {
  LEVELS,
  STAGES,
  URGENCIES,
  type Level,
  type OwnerKind,
  type Stage,
  type Urgency,
} from './domain/vocabulary.ts';

const SCHEMA_VERSION = 1;

export const CASE_PREFIX = 'case|';

export function caseRowKey(id: CaseId): string {
  return `${CASE_PREFIX}${id}`;
}

/** An agreed date; `passes`: once its day is over, nobody is late with it. */
export type SummaryDate = { readonly date: LocalDate; readonly passes: boolean };

/** What lists show and filter by; read without the case itself. */
export type CaseSummary = {
  readonly id: CaseId;
  readonly number: string;
  readonly title: string;
  readonly goal: string;
  readonly stage: Stage;
  readonly status: Status['kind'];
  readonly urgency: Urgency;
  readonly level: Level;
  readonly county: CountyCode;
  readonly municipality: MunicipalityCode | null;
  readonly ownerKind: OwnerKind;
  readonly ownerName: string;
  readonly lead: PersonId;
  readonly participants: readonly PersonId[];
  readonly targetDate: LocalDate;
  /** The open agreed dates, earliest first. */
  readonly dates: readonly SummaryDate[];
  readonly theme: string;
  readonly home: Case['home'];
  /** Folded words that search looks through. */
  readonly searchText: string;
};

/** The columns of a summary, for `select`. */
export const SUMMARY_COLUMNS = [
  'number',
  'title',
  'goal',
  'stage',
  'status',
  'urgency',
  'level',
  'county',
  'municipality',
  'ownerKind',
  'ownerName',
  'lead',
  'participants',
  'targetDate',
  'dates',
  'theme',
  'channelId',
  'access',
  'searchText',
] as const;

/** The cells of a case's row. Fault `record-too-large` past the cap of packed JSON. */
export function caseCells(c: Case): Cells {
  return {
    schema: SCHEMA_VERSION,
    number: c.number,
    title: c.basics.title,
    goal: c.basics.goal,
    stage: c.stage,
    status: c.status.kind,
    urgency: c.schedule.urgency,
    level: c.basics.level,
    county: c.basics.targetBody.county,
    municipality: c.basics.targetBody.municipality ?? '',
    ownerKind: c.owner.kind,
    ownerName: c.owner.name,
    lead: c.lead,
    participants: c.participants.join(','),
    targetDate: c.schedule.targetDate,
    dates: datesCell(c),
    theme: c.basics.theme ?? '',
    channelId: c.home.channelId,
    access: c.home.access,
    searchText: fold([c.number, c.basics.title, c.basics.goal, c.owner.name].join(' ')),
    ...packJson('case', c),
  };
}

// More than a list needs, and few enough for a column.
const DATES_MAX = 20;
const PASSES_MARK = '~';

function datesCell(c: Case): string {
  return openItems(c)
    .slice(0, DATES_MAX)
    .map(({ date, kind }) => (passesByItself(kind) ? `${date}${PASSES_MARK}` : date))
    .join(',');
}

function readDates(text: string): readonly SummaryDate[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const passes = part.endsWith(PASSES_MARK);
      // Written by datesCell from checked dates.
      return { date: (passes ? part.slice(0, -PASSES_MARK.length) : part) as LocalDate, passes };
    });
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

function cellText(row: Row, name: string): string {
  const value = row.cells[name];
  if (typeof value !== 'string') {
    throw new Fault('row-unreadable', { row: row.rowKey, cell: name });
  }
  return value;
}

function cellOf<Member extends string>(row: Row, name: string, members: readonly Member[]): Member {
  const value = cellText(row, name);
  const member = members.find((each) => each === value);
  if (member === undefined) {
    throw new Fault('row-unreadable', { row: row.rowKey, cell: name });
  }
  return member;
}

/** The summary of a row read with SUMMARY_COLUMNS. An unreadable row is a Fault. */
export function rowToSummary(row: Row): CaseSummary {
  const id = parseCaseId(row.rowKey.slice(CASE_PREFIX.length));
  const county = parseCountyCode(cellText(row, 'county'));
  if (id === null || county === null) {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  const participants = cellText(row, 'participants');
  return {
    id,
    number: cellText(row, 'number'),
    title: cellText(row, 'title'),
    goal: cellText(row, 'goal'),
    stage: cellOf(row, 'stage', STAGES),
    status: cellOf(row, 'status', ['open', 'onHold', 'closed'] as const),
    urgency: cellOf(row, 'urgency', URGENCIES),
    level: cellOf(row, 'level', LEVELS),
    county,
    municipality: parseMunicipalityCode(cellText(row, 'municipality')),
    ownerKind: cellOf(row, 'ownerKind', ['localAssociation', 'workingGroup'] as const),
    ownerName: cellText(row, 'ownerName'),
    // Ids and dates were checked when the case was written by this same module.
    lead: cellText(row, 'lead') as PersonId,
    participants: participants === '' ? [] : (participants.split(',') as PersonId[]),
    targetDate: cellText(row, 'targetDate') as LocalDate,
    dates: readDates(cellText(row, 'dates')),
    theme: cellText(row, 'theme'),
    home: {
      channelId: cellText(row, 'channelId') as ChannelId,
      access: cellOf(row, 'access', ['team', 'restricted'] as const),
    },
    searchText: cellText(row, 'searchText'),
  };
}
