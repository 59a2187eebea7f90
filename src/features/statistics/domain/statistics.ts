// The figures of the page: what was opened in a period, and how what was closed in it went.
import type { LocalDate } from '../../../kernel/instants.ts';
import type { CountedCase, Vocabulary } from './counted-case.ts';
import { countBy, type Count } from './counts.ts';
import { countOverTime } from './over-time.ts';
import { isIn, type Period } from './period.ts';
import { timesTaken, type Span, type TimesTaken } from './times-taken.ts';

/** Under this a case is counted beside the stages: nobody works on it any more. */
export const CLOSED = 'closed';

/** S1-28: the word for cooperation that goes on regularly. */
const COOPERATES = 'yes';

export type Question = {
  readonly period: Period;
  /** Null for all counties. */
  readonly county: string | null;
  readonly today: LocalDate;
  readonly vocabulary: Vocabulary;
};

/** Each list of counts of `opened` sums to its total, and each of `ended` to its. */
export type Statistics = {
  readonly opened: {
    readonly total: number;
    readonly late: number;
    readonly stages: readonly Count[];
    readonly counties: readonly Count[];
    readonly themes: readonly Count[];
    readonly counterparts: readonly Count[];
    readonly overTime: readonly Count[];
  };
  readonly ended: {
    readonly total: number;
    readonly outcomes: readonly Count[];
    readonly times: TimesTaken;
    readonly cooperations: readonly Count[];
    /** S1-28, S3-20: how many led to continuous cooperation. */
    readonly cooperating: number;
  };
};

/**
 * Counts the cases of a county or of all. A case belongs to a period by the day it was opened, and its outcome by the day
 * it was closed; so one that was opened last year and closed this year is found in each year once.
 */
export function statisticsOf(cases: readonly CountedCase[], question: Question): Statistics {
  const { period, county, today, vocabulary } = question;
  const counted = cases.filter((each) => county === null || each.county === county);
  const opened = counted.filter(({ openedOn }) => isIn(period, openedOn));
  const ended = counted.filter(
    (each): each is CountedCase & Span => each.closedOn !== null && isIn(period, each.closedOn),
  );
  return {
    opened: {
      total: opened.length,
      late: opened.filter(({ isLate }) => isLate).length,
      stages: countBy(opened, [...vocabulary.stages, CLOSED], ({ status, stage }) =>
        status === 'closed' ? CLOSED : stage,
      ),
      counties: countBy(opened, county === null ? vocabulary.counties : [county], (each) => each.county),
      themes: countBy(opened, vocabulary.themes, ({ theme }) => theme),
      counterparts: countBy(opened, vocabulary.counterparts, ({ counterpart }) => counterpart),
      overTime: countOverTime(
        opened.map(({ openedOn }) => openedOn),
        period,
        today,
      ),
    },
    ended: {
      total: ended.length,
      outcomes: countBy(ended, vocabulary.outcomes, ({ outcome }) => outcome),
      times: timesTaken(ended),
      cooperations: countBy(ended, vocabulary.cooperations, ({ cooperation }) => cooperation),
      cooperating: ended.filter(({ cooperation }) => cooperation === COOPERATES).length,
    },
  };
}
