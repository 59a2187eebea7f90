// The ready days to which a reminder can be moved.
import { addDays, weekdayOf } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts';

const MONDAY = 1;
const DAYS = 7;

export type LaterDay = { readonly kind: 'tomorrow' | 'nextWorkingDay' | 'nextWeek'; readonly date: LocalDate };

/** The next working day, and the first one of next week when that is another day. Days off are never offered. */
export function laterDays(today: LocalDate): readonly LaterDay[] {
  const next = workingDayOnOrAfter(addDays(today, 1));
  const kind = next === addDays(today, 1) ? 'tomorrow' : 'nextWorkingDay';
  const monday = workingDayOnOrAfter(nextMonday(today));
  return [{ kind, date: next }, ...(monday === next ? [] : [{ kind: 'nextWeek', date: monday } as const])];
}

/** The Monday after a date, never the date itself. */
export function nextMonday(date: LocalDate): LocalDate {
  return addDays(date, DAYS + MONDAY - weekdayOf(date));
}
