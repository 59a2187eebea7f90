import { createFollowedRows, type FollowedRows } from '../../../platform/storage/followed-rows.ts';
import type { WatchedStore } from '../../../platform/storage/watched-store.ts';
import { CASE_PREFIX, rowToSummary, SUMMARY_COLUMNS, type CaseSummary } from '../summary-row.ts';

/** The summaries of a team's cases, kept in memory for pages that ask for all of them again and again; oldest first. */
export type FollowedSummaries = FollowedRows<CaseSummary>;

/** Follows the rows of the cases. `monotonicMs`: a clock that never goes back. */
export function followSummaries(store: WatchedStore, monotonicMs: () => number): FollowedSummaries {
  return createFollowedRows({ store, prefix: CASE_PREFIX, select: SUMMARY_COLUMNS, read: rowToSummary, monotonicMs });
}
