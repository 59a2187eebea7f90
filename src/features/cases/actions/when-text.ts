import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { formatDateTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';

/** `tiistaina 5.1.2027 klo 9.05`, or without the time when it is not known. */
export function whenText({ date, time }: { readonly date: LocalDate; readonly time: LocalTime | null }): string {
  return time === null ? formatWeekdayDate(date) : formatDateTime(date, time);
}
