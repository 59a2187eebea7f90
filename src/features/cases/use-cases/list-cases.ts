import { fold, matchesFolded } from '../../../kernel/fold.ts';
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Level, Stage } from '../domain/vocabulary.ts';
import { isVisible, type Viewer } from '../policy.ts';
import { CASE_PREFIX, rowToSummary, SUMMARY_COLUMNS, type CaseSummary, type SummaryDate } from '../summary-row.ts';

/** What a list is narrowed to; null and '' narrow nothing. */
export type CaseFilter = {
  readonly stage: Stage | null;
  readonly level: Level | null;
  readonly county: CountyCode | null;
  readonly mine: PersonId | null;
  readonly lateOn: LocalDate | null;
  readonly text: string;
  readonly closedToo: boolean;
};

export const NO_FILTER: CaseFilter = {
  stage: null,
  level: null,
  county: null,
  mine: null,
  lateOn: null,
  text: '',
  closedToo: false,
};

/** Every case of the team that may be shown in this place, newest first. */
export async function listCases(
  store: Store,
  workspace: WorkspaceKey,
  viewer: Pick<Viewer, 'place'>,
): Promise<readonly CaseSummary[]> {
  return (await readSummaries(store, workspace)).filter((summary) => isVisible(summary, viewer));
}

/** Every case that may be shown to whoever sees the channel, newest first. */
export async function listCasesShownIn(
  store: Store,
  workspace: WorkspaceKey,
  channel: CaseSummary['home'],
): Promise<readonly CaseSummary[]> {
  return (await readSummaries(store, workspace)).filter(
    ({ home }) => home.access === 'team' || home.channelId === channel.channelId,
  );
}

async function readSummaries(store: Store, workspace: WorkspaceKey): Promise<readonly CaseSummary[]> {
  const rows = await store.range(workspace, prefixRange(CASE_PREFIX, { select: SUMMARY_COLUMNS }));
  return rows.map(rowToSummary).toReversed();
}

function nextOf({ dates }: CaseSummary, today: LocalDate): SummaryDate | null {
  return dates.find(({ date, passes }) => date >= today || !passes) ?? null;
}

/** The earliest agreed date that somebody still has to see to, or null. */
export function nextDateOf(summary: CaseSummary, today: LocalDate): LocalDate | null {
  return nextOf(summary, today)?.date ?? null;
}

/** The date that decides where a case stands: the first one that is late, else the next agreed one, else the target date. */
export function dueOf(summary: CaseSummary, today: LocalDate): Pick<SummaryDate, 'date' | 'kind'> {
  const next = nextOf(summary, today);
  const target = { date: summary.targetDate, kind: 'targetDate' } as const;
  const [first, second] = next === null ? [target] : next.date <= target.date ? [next, target] : [target, next];
  return [first, second].find((each) => each !== undefined && each.date < today) ?? next ?? target;
}

/** Whether something promised, or the target date, has passed. */
export function isLate(summary: CaseSummary, today: LocalDate): boolean {
  return summary.status !== 'closed' && dueOf(summary, today).date < today;
}

/** The summaries that fit a filter, in the order given. */
export function filterCases(summaries: readonly CaseSummary[], filter: CaseFilter): readonly CaseSummary[] {
  return summaries.filter(
    (summary) =>
      (filter.closedToo || summary.status !== 'closed') &&
      (filter.stage === null || summary.stage === filter.stage) &&
      (filter.level === null || summary.level === filter.level) &&
      (filter.county === null || summary.county === filter.county) &&
      (filter.mine === null || summary.lead === filter.mine || summary.participants.includes(filter.mine)) &&
      (filter.lateOn === null || isLate(summary, filter.lateOn)) &&
      (filter.text === '' || matchesFolded(summary.searchText, fold(filter.text))),
  );
}

/** Summaries with the nearest date first: the next promised one, else the target date. */
export function byNextDate(summaries: readonly CaseSummary[], today: LocalDate): readonly CaseSummary[] {
  const key = (summary: CaseSummary): string => nextDateOf(summary, today) ?? summary.targetDate;
  return summaries.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
