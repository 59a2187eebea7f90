// What other features may know of cases: which are open where, without opening them.
import type { CaseId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Case } from './domain/case.ts';
import { byNextDate, isLate, listCasesShownIn } from './use-cases/list-cases.ts';

export type OpenCase = {
  readonly id: CaseId;
  readonly number: string;
  readonly title: string;
  readonly county: CountyCode;
  readonly isLate: boolean;
  /** Its lead and its other participants. */
  readonly people: readonly PersonId[];
};

export interface OpenCases {
  /**
   * The open cases that may be shown in that channel, those that are late first, then by their next date. A case of
   * a restricted channel shows in no other.
   */
  openCases(workspace: WorkspaceKey, channel: Case['home'], today: LocalDate): Promise<readonly OpenCase[]>;
}

/** Reads them from the rows of the cases. An outage throws. */
export function createOpenCases(store: Store): OpenCases {
  return {
    async openCases(workspace, channel, today) {
      const shown = await listCasesShownIn(store, workspace, channel);
      const cases = byNextDate(
        shown.filter(({ status }) => status !== 'closed'),
        today,
      ).map((summary): OpenCase => ({
        id: summary.id,
        number: summary.number,
        title: summary.title,
        county: summary.county,
        isLate: isLate(summary, today),
        people: [...new Set([summary.lead, ...summary.participants])],
      }));
      return [...cases.filter((each) => each.isLate), ...cases.filter((each) => !each.isLate)];
    },
  };
}
