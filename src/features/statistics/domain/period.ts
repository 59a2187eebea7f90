// The stretch of time that statistics are about, as it stands in an address.
import { dateParts } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';

export type Half = 1 | 2;

export type Period =
  | { readonly kind: 'all' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: Half };

export const ALL: Period = { kind: 'all' };

const FORM = /^(?<year>[2-9]\d{3})(?:-(?<half>[12]))?$/;
const MONTHS_IN_HALF = 6;

/** The period that an address names: nothing for the whole time, `2026`, `2026-2`; null for anything else. */
export function parsePeriod(text: string): Period | null {
  if (text === '') {
    return ALL;
  }
  const found = FORM.exec(text)?.groups;
  if (found?.['year'] === undefined) {
    return null;
  }
  const year = Number(found['year']);
  return found['half'] === undefined
    ? { kind: 'year', year }
    : { kind: 'half', year, half: found['half'] === '1' ? 1 : 2 };
}

/** The period as `parsePeriod` reads it. */
export function periodKey(period: Period): string {
  if (period.kind === 'all') {
    return '';
  }
  return period.kind === 'year' ? String(period.year) : `${period.year}-${period.half}`;
}

/** Whether the day belongs to the period. */
export function isIn(period: Period, date: LocalDate): boolean {
  const { year, month } = dateParts(date);
  if (period.kind === 'all') {
    return true;
  }
  return year === period.year && (period.kind === 'year' || halfOf(month) === period.half);
}

/** Everything, then each year from this one back to the first, and after each year its halves that have begun. */
export function periodsSince(first: LocalDate, today: LocalDate): readonly Period[] {
  const now = dateParts(today);
  const years = Array.from(
    { length: Math.max(1, now.year - dateParts(first).year + 1) },
    (_, index) => now.year - index,
  );
  return [ALL, ...years.flatMap((year) => periodsOfYear(year, year === now.year ? halfOf(now.month) : 2))];
}

function periodsOfYear(year: number, begun: Half): readonly Period[] {
  const halves: readonly Half[] = begun === 1 ? [1] : [2, 1];
  return [{ kind: 'year', year }, ...halves.map((half): Period => ({ kind: 'half', year, half }))];
}

function halfOf(month: number): Half {
  return month <= MONTHS_IN_HALF ? 1 : 2;
}
