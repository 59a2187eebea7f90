// What goes on in the counties, from their cases.
import { compareFinnish } from '../../../kernel/fold.ts';

/** What a tally reads of a case. */
export type TalliedCase = {
  readonly county: string;
  readonly status: 'open' | 'onHold' | 'closed';
  readonly isLate: boolean;
  readonly workingGroup: string | null;
};

/** A paused case is an open one; a late case is one of the open. */
export type Tally = {
  readonly open: number;
  readonly late: number;
  readonly closed: number;
  /** The working groups that act in its cases, in alphabetical order, each once. */
  readonly workingGroups: readonly string[];
};

/** The tally of some cases. */
export function tallyOf(cases: readonly TalliedCase[]): Tally {
  const open = cases.filter(({ status }) => status !== 'closed');
  // The name is asked in stage 1, so a group may not have one yet.
  const named = cases.flatMap(({ workingGroup }) =>
    workingGroup === null || workingGroup === '' ? [] : [workingGroup],
  );
  return {
    open: open.length,
    late: open.filter(({ isLate }) => isLate).length,
    closed: cases.length - open.length,
    workingGroups: [...new Set(named)].toSorted(compareFinnish),
  };
}

/** The cases of each county that has any, in their order. */
export function byCounty<Each extends TalliedCase>(cases: readonly Each[]): ReadonlyMap<string, readonly Each[]> {
  return Map.groupBy(cases, ({ county }) => county);
}
