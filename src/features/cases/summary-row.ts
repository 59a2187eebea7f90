// The few columns beside a case's JSON that lists, statistics and digests read without the case itself.
import { Fault } from '../../kernel/fault.ts';
import { fold } from '../../kernel/fold.ts';
import { parseCaseId, type CaseId, type ChannelId, type PersonId } from '../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../kernel/instants.ts';
import {
  parseCountyCode,
  parseMunicipalityCode,
  type CountyCode,
  type MunicipalityCode,
} from '../../kernel/regions/regions.ts';
import type { Cells, Row } from '../../platform/storage/store.ts';
import { calendarCells, readCalendarItems } from './calendar-cells.ts';
import type { EntryItem } from './domain/calendar-items.ts';
import type { Case, Status } from './domain/case.ts';
import { concernedPeople, waitsForSupport } from './domain/concerns.ts';
import { openItems, passesByItself } from './domain/dated-items.ts';
import type { StepFacts } from './domain/step-facts.ts';
import {
  COOPERATIONS,
  DATED_KINDS,
  LEVELS,
  OUTCOMES,
  OWNER_KINDS,
  STAGES,
  TARGET_BODY_KINDS,
  THEMES,
  URGENCIES,
  type Cooperation,
  type DatedKind,
  type Level,
  type Outcome,
  type OwnerKind,
  type Stage,
  type TargetBodyKind,
  type Theme,
  type Urgency,
} from './domain/vocabulary.ts';
import { cellOf, cellText, laterCell, laterCellOf } from './summary-cells.ts';
import { readStepFacts, STEP_COLUMNS, stepCells } from './step-cells.ts';

export const CASE_PREFIX = 'case|';

/** An agreed date; `passes`: once its day is over, nobody is late with it. `kind` is null in rows written before it was. */
export type SummaryDate = { readonly date: LocalDate; readonly passes: boolean; readonly kind: DatedKind | null };

/**
 * What lists show and filter by; read without the case itself. What is said to be null in old rows was added later: a
 * row has it from its next change on.
 */
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
  /** Null in old rows. */
  readonly targetBodyKind: TargetBodyKind | null;
  /** '' unless the target body is a joint authority. */
  readonly jointAuthorityName: string;
  readonly ownerKind: OwnerKind;
  readonly ownerName: string;
  readonly lead: PersonId;
  readonly participants: readonly PersonId[];
  readonly targetDate: LocalDate;
  /** The open agreed dates, earliest first. */
  readonly dates: readonly SummaryDate[];
  /** What calendars list of it; null in old rows, and when it is too much to be kept here. */
  readonly calendar: readonly EntryItem[] | null;
  /** What the next step is told from; null in old rows. */
  readonly step: StepFacts | null;
  readonly theme: Theme | null;
  /** Null in old rows, as are the next two. */
  readonly openedOn: LocalDate | null;
  /** When its present stage was entered the last time. */
  readonly stageSince: LocalDate | null;
  /** When anybody changed it last. */
  readonly changedAt: Instant | null;
  /** When its row was written last, by the storage's clock. */
  readonly writtenAt: Instant;
  /** Null while it is not closed, and in old rows, as are the next two. */
  readonly closedOn: LocalDate | null;
  readonly outcome: Outcome | null;
  /** S1-28; null too when it was not asked. */
  readonly cooperation: Cooperation | null;
  /** Whom it waits for; null in old rows and when it is closed. */
  readonly concerns: readonly PersonId[] | null;
  /** Whether the support that was asked for has no answer; false in old rows. */
  readonly isWaitingForSupport: boolean;
  /** Counts the changes; null in old rows. */
  readonly rev: number | null;
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
  'targetBodyKind',
  'jointAuthorityName',
  'ownerKind',
  'ownerName',
  'lead',
  'participants',
  'targetDate',
  'dates',
  'dateKinds',
  'calendar',
  ...STEP_COLUMNS,
  'theme',
  'openedOn',
  'stageSince',
  'changedAt',
  'closedOn',
  'outcome',
  'cooperation',
  'rev',
  'concerns',
  'support',
  'channelId',
  'access',
  'searchText',
] as const;

/** The columns of a case. */
export function summaryCells(c: Case): Cells {
  const { title, goal, level, theme, targetBody } = c.basics;
  const closed = c.status.kind === 'closed' ? c.status : null;
  return {
    number: c.number,
    title,
    goal,
    stage: c.stage,
    status: c.status.kind,
    urgency: c.schedule.urgency,
    level,
    county: targetBody.county,
    municipality: targetBody.municipality ?? '',
    targetBodyKind: targetBody.kind,
    jointAuthorityName: targetBody.jointAuthorityName,
    ownerKind: c.owner.kind,
    ownerName: c.owner.name,
    lead: c.lead,
    participants: c.participants.join(','),
    targetDate: c.schedule.targetDate,
    ...dateCells(c),
    ...calendarCells(c),
    ...stepCells(c),
    theme: theme ?? '',
    openedOn: c.opened.on,
    stageSince: c.stageHistory.at(-1)?.on ?? c.opened.on,
    changedAt: changedAt(c),
    closedOn: closed?.on ?? '',
    outcome: closed?.outcome ?? '',
    cooperation: closed?.cooperation ?? '',
    rev: c.rev,
    template: c.template,
    concerns: concernedPeople(c).join(','),
    support: waitsForSupport(c) ? WAITING : '',
    channelId: c.home.channelId,
    access: c.home.access,
    searchText: fold([c.number, title, goal, c.owner.name].join(' ')),
  };
}

function changedAt({ opened, touched }: Case): Instant {
  return Object.values(touched).reduce((last, { at }) => (at > last ? at : last), opened.at);
}

const WAITING = 'waiting';

// More than a list needs, and few enough for a column.
const DATES_MAX = 20;
const PASSES_MARK = '~';

function dateCells(c: Case): Cells {
  const items = openItems(c).slice(0, DATES_MAX);
  return {
    dates: items.map(({ date, kind }) => (passesByItself(kind) ? `${date}${PASSES_MARK}` : date)).join(','),
    dateKinds: items.map(({ kind }) => kind).join(','),
  };
}

function readDates(row: Row): readonly SummaryDate[] {
  const kinds = (laterCell(row, 'dateKinds') ?? '').split(',');
  return cellText(row, 'dates')
    .split(',')
    .filter((part) => part !== '')
    .map((part, index) => {
      const passes = part.endsWith(PASSES_MARK);
      // Written by dateCells from checked dates.
      const date = (passes ? part.slice(0, -PASSES_MARK.length) : part) as LocalDate;
      return { date, passes, kind: DATED_KINDS.find((kind) => kind === kinds[index]) ?? null };
    });
}

/** The summary of a row read with SUMMARY_COLUMNS. An unreadable row is a Fault. */
export function rowToSummary(row: Row): CaseSummary {
  const id = parseCaseId(row.rowKey.slice(CASE_PREFIX.length));
  const county = parseCountyCode(cellText(row, 'county'));
  if (id === null || county === null) {
    throw new Fault('row-unreadable', { row: row.rowKey });
  }
  const stage = cellOf(row, 'stage', STAGES);
  const participants = cellText(row, 'participants');
  return {
    id,
    number: cellText(row, 'number'),
    title: cellText(row, 'title'),
    goal: cellText(row, 'goal'),
    stage,
    status: cellOf(row, 'status', ['open', 'onHold', 'closed'] as const),
    urgency: cellOf(row, 'urgency', URGENCIES),
    level: cellOf(row, 'level', LEVELS),
    county,
    municipality: parseMunicipalityCode(cellText(row, 'municipality')),
    ...readTargetBody(row),
    ownerKind: cellOf(row, 'ownerKind', OWNER_KINDS),
    ownerName: cellText(row, 'ownerName'),
    // Ids and dates were checked when the case was written by this same module.
    lead: cellText(row, 'lead') as PersonId,
    participants: participants === '' ? [] : (participants.split(',') as PersonId[]),
    targetDate: cellText(row, 'targetDate') as LocalDate,
    dates: readDates(row),
    calendar: readCalendarItems(row),
    step: readStepFacts(row, stage),
    theme: laterCellOf(row, 'theme', THEMES),
    ...readCourse(row),
    writtenAt: row.timestamp,
    // Ids that were checked when the case was written by this same module.
    concerns: (laterCell(row, 'concerns')?.split(',') ?? null) as readonly PersonId[] | null,
    isWaitingForSupport: laterCell(row, 'support') === WAITING,
    home: {
      channelId: cellText(row, 'channelId') as ChannelId,
      access: cellOf(row, 'access', ['team', 'restricted'] as const),
    },
    searchText: cellText(row, 'searchText'),
  };
}

function readTargetBody(row: Row): Pick<CaseSummary, 'targetBodyKind' | 'jointAuthorityName'> {
  return {
    targetBodyKind: laterCellOf(row, 'targetBodyKind', TARGET_BODY_KINDS),
    jointAuthorityName: laterCell(row, 'jointAuthorityName') ?? '',
  };
}

type Course = 'openedOn' | 'stageSince' | 'changedAt' | 'closedOn' | 'outcome' | 'cooperation' | 'rev';

function readCourse(row: Row): Pick<CaseSummary, Course> {
  const rev = row.cells['rev'];
  return {
    // Dates and instants were checked when the case was written by this same module.
    openedOn: laterCell(row, 'openedOn') as LocalDate | null,
    stageSince: laterCell(row, 'stageSince') as LocalDate | null,
    changedAt: laterCell(row, 'changedAt') as Instant | null,
    closedOn: laterCell(row, 'closedOn') as LocalDate | null,
    outcome: laterCellOf(row, 'outcome', OUTCOMES),
    cooperation: laterCellOf(row, 'cooperation', COOPERATIONS),
    rev: typeof rev === 'number' ? rev : null,
  };
}
