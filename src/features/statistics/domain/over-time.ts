// When things happened: by month within a year, by quarter over several.
import { addMonths, dateParts } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { countBy, type Count } from './counts.ts';
import type { Period } from './period.ts';

const MONTHS_IN_QUARTER = 3;
const MONTHS_IN_HALF = 6;
const MONTHS_IN_YEAR = 12;

/**
 * How many of the days, which lie in the period and not after today, fall on each month (`2026-03`) or, of the whole time, on
 * each quarter (`2026-q1`). Those without any are listed too, up to today's. Empty when nothing has happened yet.
 */
export function countOverTime(days: readonly LocalDate[], period: Period, today: LocalDate): readonly Count[] {
  const steps = period.kind === 'all' ? quartersOf(days, today) : monthsOf(period, today);
  const keyOf = period.kind === 'all' ? quarterKey : monthKey;
  return countBy(days, steps, keyOf);
}

function monthKey(day: LocalDate): string {
  return day.slice(0, 'YYYY-MM'.length);
}

function quarterKey(day: LocalDate): string {
  const { year, month } = dateParts(day);
  return `${year}-q${Math.ceil(month / MONTHS_IN_QUARTER)}`;
}

function monthsOf(period: Exclude<Period, { readonly kind: 'all' }>, today: LocalDate): readonly string[] {
  const first = period.kind === 'half' && period.half === 2 ? MONTHS_IN_HALF + 1 : 1;
  const length = period.kind === 'half' ? MONTHS_IN_HALF : MONTHS_IN_YEAR;
  const months = Array.from({ length }, (_, index) => `${period.year}-${String(first + index).padStart(2, '0')}`);
  return months.filter((month) => month <= monthKey(today));
}

function quartersOf(days: readonly LocalDate[], today: LocalDate): readonly string[] {
  const earliest = days.toSorted()[0];
  if (earliest === undefined) {
    return [];
  }
  const last = quarterKey(today);
  const quarters: string[] = [];
  for (let day = earliest; quarterKey(day) <= last; day = addMonths(day, MONTHS_IN_QUARTER)) {
    quarters.push(quarterKey(day));
  }
  return quarters;
}
