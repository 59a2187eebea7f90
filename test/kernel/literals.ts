// Dates written out in tests; a slip in one stops the test instead of changing its meaning.
import { parseLocalDate, parseLocalTime } from '../../src/kernel/dates.ts';
import { parseInstant } from '../../src/kernel/helsinki-time.ts';
import type { Instant, LocalDate, LocalTime } from '../../src/kernel/instants.ts';

export function day(text: string): LocalDate {
  return must(parseLocalDate(text), text);
}

export function clock(text: string): LocalTime {
  return must(parseLocalTime(text), text);
}

export function moment(text: string): Instant {
  return must(parseInstant(text), text);
}

function must<Value>(value: Value | null, text: string): Value {
  if (value === null) {
    throw new Error(`not what the test means: ${text}`);
  }
  return value;
}
