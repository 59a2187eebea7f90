// Days on which a series never meets without asking (T-10).
import { addDays, dateParts } from '../../../kernel/dates.ts';
import { holidaysOf, type HolidayCode } from '../../../kernel/holidays.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { isWorkingDay } from '../../../kernel/working-days.ts';

/** `yearEnd`: 27.–31.12. */
export type AwkwardReason = HolidayCode | 'yearEnd' | 'july';

const JULY = 7;
const DECEMBER = 12;
const AFTER_CHRISTMAS = 27;

/** Why a day is asked about: a public holiday, an eve, 27.–31.12. or July; null for any other day. */
export function awkwardReason(date: LocalDate): AwkwardReason | null {
  const { year, month, day } = dateParts(date);
  const holiday = holidaysOf(year).get(date);
  if (holiday !== undefined) {
    return holiday;
  }
  if (month === DECEMBER && day >= AFTER_CHRISTMAS) {
    return 'yearEnd';
  }
  return month === JULY ? 'july' : null;
}

const WEEK = 7;
// July with the days around it is the longest run of days that are asked about.
const FURTHEST_WEEKS = 6;

/**
 * Near days to move to instead: of the same weekday, working days, not asked about, not before `earliest`, not `taken`.
 * The nearest first, of two as near the earlier.
 */
export function freeDaysNear(
  date: LocalDate,
  { earliest, taken }: { readonly earliest: LocalDate; readonly taken: ReadonlySet<LocalDate> },
): readonly LocalDate[] {
  const weeks = Array.from({ length: FURTHEST_WEEKS }, (_, index) => index + 1);
  return weeks
    .flatMap((count) => [addDays(date, -count * WEEK), addDays(date, count * WEEK)])
    .filter((day) => day >= earliest && isWorkingDay(day) && awkwardReason(day) === null && !taken.has(day));
}
