import type { Branded } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';

/** ULID. */
export type SeriesId = Branded<string, 'SeriesId'>;
/** ULID of a single event; `<series>-<YYYY-MM>` for the session that a series has in a month. */
export type MeetingId = Branded<string, 'MeetingId'>;
/** `YYYY-MM`: the month that a session is for, also when it was moved out of it. */
export type Month = Branded<string, 'Month'>;

const SERIES = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const MEETING = /^[0-9A-HJKMNP-TV-Z]{26}(?:-\d{4}-\d{2})?$/;

export function parseSeriesId(value: unknown): SeriesId | null {
  return typeof value === 'string' && SERIES.test(value) ? (value as SeriesId) : null;
}

export function parseMeetingId(value: unknown): MeetingId | null {
  return typeof value === 'string' && MEETING.test(value) ? (value as MeetingId) : null;
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

/** Two instances, or a run that is repeated, name the same session by the same id: it can be made only once. */
export function sessionId(series: SeriesId, month: Month): MeetingId {
  return `${series}-${month}` as MeetingId;
}

/** Which session of which series an id names; null for a single event. */
export function sessionOf(id: MeetingId): { readonly series: SeriesId; readonly month: Month } | null {
  const [series = '', year, month] = id.split('-');
  return month === undefined ? null : { series: series as SeriesId, month: `${year}-${month}` as Month };
}
