// Between wall-clock time in Finland and moments in UTC (T-05, T-06). Recompute future moments when zone data changes.
import { Temporal } from 'temporal-polyfill';
import { localDate, parseLocalTime } from './dates.ts';
import { invariant } from './fault.ts';
import { HELSINKI, type Instant, type LocalDate, type LocalTime } from './instants.ts';

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
// What Azure, Teams and JSON send: a full date and time with its offset, seconds optionally with a fraction.
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment when clocks in Finland show `time` on `date`. A time that the spring change skips is an hour later (3.30
 * means 4.30); a time that the autumn change repeats is its first occurrence (T-06).
 */
export function toInstant(date: LocalDate, time: LocalTime): Instant {
  const key = `${date} ${time}`;
  const known = toldInstants.get(key);
  if (known !== undefined) {
    return known;
  }
  if (toldInstants.size >= TOLD_MAX) {
    toldInstants.clear();
  }
  const instant = atWallClock(date, time);
  toldInstants.set(key, instant);
  return instant;
}

// Promises are made for the same few hundred mornings again and again, and the zone's rules are slow to ask.
const TOLD_MAX = 1_000;
const toldInstants = new Map<string, Instant>();

function atWallClock(date: LocalDate, time: LocalTime): Instant {
  const wallClock = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return fromTemporal(wallClock.toZonedDateTime(HELSINKI, { disambiguation: 'compatible' }).toInstant());
}

/** The calendar date in Finland at that moment. */
export function localDateOf(instant: Instant): LocalDate {
  const { year, month, day } = inHelsinki(instant);
  const date = localDate(year, month, day);
  invariant(date !== null, 'date-out-of-range');
  return date;
}

/** What clocks in Finland show at that moment; seconds are dropped. */
export function localTimeOf(instant: Instant): LocalTime {
  const time = parseLocalTime(inHelsinki(instant).toPlainTime().toString({ smallestUnit: 'minute' }));
  invariant(time !== null, 'not-a-time');
  return time;
}

/** How far clocks in Finland are ahead of UTC at that moment, `+02:00` or `+03:00` in our time. */
export function offsetOf(instant: Instant): string {
  return inHelsinki(instant).offset;
}

/** The moment `ms` milliseconds later; earlier when negative. */
export function addMs(instant: Instant, ms: number): Instant {
  const moment = new Date(Date.parse(instant) + ms);
  invariant(!Number.isNaN(moment.getTime()), 'instant-out-of-range');
  const text = moment.toISOString();
  invariant(isInstant(text), 'instant-out-of-range');
  return text;
}

/** How many milliseconds `b` is after `a`; negative when it is before. */
export function msBetween(a: Instant, b: Instant): number {
  return Date.parse(b) - Date.parse(a);
}

/**
 * The moment that an ISO 8601 text with seconds and an offset (or Z) names, written our way; parts of a millisecond
 * are dropped. Null for anything else, also for a date that does not exist.
 */
export function parseInstant(value: unknown): Instant | null {
  if (typeof value !== 'string' || !ISO_INSTANT.test(value)) {
    return null;
  }
  // Every row and every answer of the storage holds moments in UTC: they take a way without the polyfill's objects.
  if (value.endsWith('Z')) {
    return parseUtc(value);
  }
  try {
    const text = written(Temporal.Instant.from(value));
    return isInstant(text) ? text : null; // an offset can push it past the year 9999
  } catch (error) {
    if (error instanceof RangeError) {
      return null; // 31 February and the like
    }
    throw error;
  }
}

// The built-in parser moves 31 February on to March, so a date counts only when it comes back as it was.
function parseUtc(value: string): Instant | null {
  const milliseconds = value.slice(20, -1).padEnd(3, '0').slice(0, 3);
  const text = `${value.slice(0, 19)}.${milliseconds}Z`;
  const epochMs = Date.parse(text);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString() === text && isInstant(text) ? text : null;
}

function inHelsinki(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(HELSINKI);
}

function fromTemporal(instant: Temporal.Instant): Instant {
  const text = written(instant);
  invariant(isInstant(text), 'instant-out-of-range');
  return text;
}

function written(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

function isInstant(text: string): text is Instant {
  return CANONICAL.test(text);
}
