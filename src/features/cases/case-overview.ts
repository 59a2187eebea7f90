// The cases as other features count and list them, without opening them.
import type { LocalDate } from '../../kernel/instants.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import {
  COOPERATIONS,
  OUTCOMES,
  STAGES,
  TARGET_BODY_KINDS,
  THEMES,
  type Cooperation,
  type Outcome,
  type Stage,
  type TargetBodyKind,
  type Theme,
} from './domain/vocabulary.ts';
import { isVisible } from './policy.ts';
import { caseRowKey, rowToCase } from './rows.ts';
import { rowToSummary, summaryCells, type CaseSummary } from './summary-row.ts';
import type { CaseTexts } from './texts.fi.ts';
import type { FollowedSummaries } from './use-cases/followed-summaries.ts';
import { isLate } from './use-cases/list-cases.ts';

/** What may be counted and listed of a case: no people. */
export type CaseFacts = {
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly status: 'open' | 'onHold' | 'closed';
  readonly county: CountyCode;
  readonly theme: Theme | null;
  /** The kind of its target body. */
  readonly counterpart: TargetBodyKind;
  /** The name of the working group that acts in it; null when a local association does. */
  readonly workingGroup: string | null;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: Outcome | null;
  readonly cooperation: Cooperation | null;
  readonly isLate: boolean;
};

/** A code with the word that people read. */
export type CaseWord = { readonly key: string; readonly label: string };

/** The words that a case can hold, in the order of the process. */
export type CaseWords = {
  readonly stages: readonly CaseWord[];
  readonly themes: readonly CaseWord[];
  readonly counterparts: readonly CaseWord[];
  readonly outcomes: readonly CaseWord[];
  readonly cooperations: readonly CaseWord[];
};

export interface CaseOverview {
  readonly words: CaseWords;
  /** Every case that may be shown to this person in this place, newest first. An outage throws. */
  list(asking: Pick<Asking, 'workspace' | 'place' | 'today'>): Promise<readonly CaseFacts[]>;
}

export type CaseOverviewDeps = {
  readonly store: Store;
  readonly summaries: FollowedSummaries;
  readonly t: CaseTexts;
};

/** Reads them from the followed summaries of the cases. */
export function createCaseOverview({ store, summaries, t }: CaseOverviewDeps): CaseOverview {
  return {
    words: wordsOf(t),
    async list({ workspace, place, today }) {
      const shown = (await summaries.all(workspace)).filter((summary) => isVisible(summary, { place }));
      const facts = await Promise.all(
        shown
          .toReversed()
          .map(async (summary) => factsOf(summary, today) ?? (await factsOfOldRow(store, workspace, summary, today))),
      );
      return facts.filter((each) => each !== null);
    },
  };
}

function factsOf(summary: CaseSummary, today: LocalDate): CaseFacts | null {
  const { number, title, stage, status, county, theme, openedOn, closedOn, outcome, cooperation } = summary;
  const { targetBodyKind: counterpart, ownerKind, ownerName } = summary;
  if (openedOn === null || counterpart === null) {
    return null;
  }
  const workingGroup = ownerKind === 'workingGroup' ? ownerName : null;
  const course = { openedOn, closedOn, outcome, cooperation, isLate: isLate(summary, today) };
  return { number, title, stage, status, county, theme, counterpart, workingGroup, ...course };
}

// A row that was written before it had these columns has them in its case. Null: the case has gone meanwhile.
async function factsOfOldRow(
  store: Store,
  workspace: WorkspaceKey,
  { id }: CaseSummary,
  today: LocalDate,
): Promise<CaseFacts | null> {
  const row = await store.read(workspace, caseRowKey(id));
  return row === null ? null : factsOf(rowToSummary({ ...row, cells: summaryCells(rowToCase(row)) }), today);
}

function wordsOf(t: CaseTexts): CaseWords {
  const words = <Key extends string>(
    keys: readonly Key[],
    labels: Readonly<Record<Key, string>>,
  ): readonly CaseWord[] => keys.map((key) => ({ key, label: labels[key] }));
  return {
    stages: words(STAGES, t.stages).map(({ key, label }, index) => ({ key, label: `${index + 1} ${label}` })),
    themes: words(THEMES, t.themes),
    counterparts: words(TARGET_BODY_KINDS, t.targetBodyKinds),
    outcomes: words(OUTCOMES, t.outcomes),
    cooperations: words(COOPERATIONS, t.cooperations),
  };
}
