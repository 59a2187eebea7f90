import { addMonths } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

// A date further away than this is a slip of the year, not a plan.
const FURTHEST_MONTHS = 36;

/** A date that something is promised for: today or later, and not absurdly far. */
export function promisedDate(
  date: LocalDate,
  today: LocalDate,
  field: string,
): Result<LocalDate, 'date-in-past' | 'date-too-far'> {
  if (date < today) {
    return refuse('date-in-past', { field });
  }
  return date > addMonths(today, FURTHEST_MONTHS) ? refuse('date-too-far', { field }) : ok(date);
}

/** A date on which something has happened: today or earlier. */
export function pastDate(date: LocalDate, today: LocalDate, field: string): Result<LocalDate, 'date-in-future'> {
  return date > today ? refuse('date-in-future', { field }) : ok(date);
}

/** A promised date after an edit: the date that the thing had before may stay, even when it has passed. */
export function keptOrPromisedDate(
  date: LocalDate,
  before: LocalDate | null,
  today: LocalDate,
  field: string,
): Result<LocalDate, 'date-in-past' | 'date-too-far'> {
  return date === before ? ok(date) : promisedDate(date, today, field);
}
