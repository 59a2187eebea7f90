// How long cases took from opening to outcome, against the time that the federation's model gives.
import { addDays, addMonths, daysBetween } from '../../../kernel/dates.ts';
import { invariant } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countBy, total, type Count } from './counts.ts';

export type Span = { readonly openedOn: LocalDate; readonly closedOn: LocalDate };

/** Whole days; `lower` and `upper` are the quartiles. */
export type Spread = { readonly lower: number; readonly median: number; readonly upper: number };

export type TimesTaken = {
  readonly byLength: readonly Count[];
  /** How many took the model's 2 weeks to 2 months (S0-06). */
  readonly withinModel: number;
  /** Null when there are none. */
  readonly median: number | null;
  /** Null when there are too few for quartiles to say anything. */
  readonly spread: Spread | null;
};

type Length = 'under2Weeks' | 'upTo1Month' | 'upTo2Months' | 'upTo6Months' | 'over6Months';

type Step = { readonly key: Length; readonly isOfModel: boolean; readonly holds: (span: Span) => boolean };

const WEEKS_2_DAYS = 14;

// The first step that holds is the span's. A month ends on the same day number, as people count it.
const STEPS: readonly Step[] = [
  {
    key: 'under2Weeks',
    isOfModel: false,
    holds: ({ openedOn, closedOn }) => closedOn < addDays(openedOn, WEEKS_2_DAYS),
  },
  { key: 'upTo1Month', isOfModel: true, holds: ({ openedOn, closedOn }) => closedOn <= addMonths(openedOn, 1) },
  { key: 'upTo2Months', isOfModel: true, holds: ({ openedOn, closedOn }) => closedOn <= addMonths(openedOn, 2) },
  { key: 'upTo6Months', isOfModel: false, holds: ({ openedOn, closedOn }) => closedOn <= addMonths(openedOn, 6) },
  { key: 'over6Months', isOfModel: false, holds: () => true },
];

/** S0-06: whether a length of `byLength` is one that the model gives. */
export function isOfModel(length: string): boolean {
  return STEPS.some((step) => step.key === length && step.isOfModel);
}

/** Fewer than this, and one case alone would move a share or a quartile more than it should. */
export const FEW = 5;

/** How long the spans are, each counted once. */
export function timesTaken(spans: readonly Span[]): TimesTaken {
  const days = spans.map(({ openedOn, closedOn }) => daysBetween(openedOn, closedOn)).toSorted((a, b) => a - b);
  const byLength = countBy(
    spans,
    STEPS.map(({ key }) => key),
    lengthOf,
  );
  return {
    byLength,
    withinModel: total(byLength.filter(({ key }) => isOfModel(key))),
    median: days.length === 0 ? null : quantile(days, 1 / 2),
    spread:
      days.length < FEW
        ? null
        : { lower: quantile(days, 1 / 4), median: quantile(days, 1 / 2), upper: quantile(days, 3 / 4) },
  };
}

function lengthOf(span: Span): Length {
  const step = STEPS.find(({ holds }) => holds(span));
  invariant(step !== undefined, 'length-unknown');
  return step.key;
}

// Between two neighbours in proportion, as spreadsheets do, in whole days. `sorted` is not empty.
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return Math.round(below + (above - below) * (at - Math.floor(at)));
}
