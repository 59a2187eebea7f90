import type { Branded } from './ids.ts';

/** A calendar date, `YYYY-MM-DD`; compares as text. */
export type LocalDate = Branded<string, 'LocalDate'>;
/** A wall-clock time, `HH:MM` in 24 hours; compares as text. */
export type LocalTime = Branded<string, 'LocalTime'>;
/** A moment in UTC, always `YYYY-MM-DDTHH:MM:SS.mmmZ`; compares as text. */
export type Instant = Branded<string, 'Instant'>;

/** The only zone people's dates are in. */
export const HELSINKI = 'Europe/Helsinki';
