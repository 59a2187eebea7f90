// Which cases have something dated in some days: told from their summaries, so that hardly any case is opened.
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Row, Store } from '../../../platform/storage/store.ts';
import type { Case } from '../domain/case.ts';
import { caseRowKey, rowToCase } from '../rows.ts';
import { CASE_PREFIX, type CaseSummary } from '../summary-row.ts';
import type { FollowedSummaries } from '../use-cases/followed-summaries.ts';
import { datedCase, type DatedCase, type StoredCase } from './case-entries.ts';

/** The days asked about; without `to`, all from `from` on. */
export type Days = { readonly from: LocalDate; readonly to?: LocalDate };

/** The cases of a team that have something dated in those days, each with that alone; whoever may see them. */
export async function casesWithin(
  { store, summaries }: { readonly store: Store; readonly summaries: FollowedSummaries },
  workspace: WorkspaceKey,
  days: Days,
): Promise<readonly DatedCase[]> {
  const all = await summaries.all(workspace);
  const kept = all.map(keptCase);
  const unknown = all.filter((summary, index) => kept[index] === null && isCurrent(summary, days));
  const opened = await readCases(
    store,
    workspace,
    unknown.map(({ id }) => id),
  );
  const told = all.flatMap((summary, index) => {
    const dated = within(kept[index] ?? null, days);
    // Last, because it is dear to ask and few are left.
    return dated !== null && isCurrent(summary, days) ? [dated] : [];
  });
  return [...told, ...opened.flatMap((stored) => within(datedCase(stored), days) ?? [])];
}

/** The case of a row; null when it is gone. */
export async function readCase(store: Store, workspace: WorkspaceKey, id: Case['id']): Promise<StoredCase | null> {
  const row = await store.read(workspace, caseRowKey(id));
  return row === null ? null : toStored(row);
}

/** Null when the summary does not tell what calendars list. */
function keptCase(summary: CaseSummary): DatedCase | null {
  const { id, number, title, county, home, lead, participants, calendar, rev, writtenAt } = summary;
  return calendar === null || rev === null
    ? null
    : { id, number, title, county, home, lead, participants, items: calendar, rev, changedAt: writtenAt };
}

function within(dated: DatedCase | null, { from, to }: Days): DatedCase | null {
  const items = dated?.items.filter(({ date }) => date >= from && (to === undefined || date <= to)) ?? [];
  return dated === null || items.length === 0 ? null : { ...dated, items };
}

// What a case called off when it was closed, calendars have to learn only for a while.
function isCurrent({ status, writtenAt }: CaseSummary, { from }: Days): boolean {
  return status !== 'closed' || localDateOf(writtenAt) >= from;
}

// Rows read at once; more would only wait for each other.
const READS_AT_ONCE = 25;
// One after another they would take longer than reading all of them at once.
const SINGLE_MAX = 50;

async function readCases(
  store: Store,
  workspace: WorkspaceKey,
  wanted: readonly Case['id'][],
): Promise<readonly StoredCase[]> {
  if (wanted.length > SINGLE_MAX) {
    const keys = new Set(wanted.map(caseRowKey));
    const rows = await store.range(workspace, prefixRange(CASE_PREFIX));
    return rows.filter(({ rowKey }) => keys.has(rowKey)).map(toStored);
  }
  const found: (StoredCase | null)[] = [];
  for (let start = 0; start < wanted.length; start += READS_AT_ONCE) {
    const ids = wanted.slice(start, start + READS_AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- a bounded number at a time
    found.push(...(await Promise.all(ids.map((id) => readCase(store, workspace, id)))));
  }
  return found.filter((stored) => stored !== null);
}

function toStored(row: Row): StoredCase {
  return { c: rowToCase(row), changedAt: row.timestamp };
}
