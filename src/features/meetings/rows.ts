// Series, meetings, what people answer and propose, as table rows. Answers and topics have rows of their own, so that
// dozens of people can answer at once without meeting each other.
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import {
  parseCaseId,
  parseChannelId,
  parsePersonId,
  type CaseId,
  type ChannelId,
  type PersonId,
} from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { packJson, unpackJson } from '../../platform/storage/packed-json.ts';
import type { Row, Write } from '../../platform/storage/store.ts';
import type { MeetingId, SeriesId } from './domain/ids.ts';
import type { Meeting } from './domain/meeting.ts';
import type { Series } from './domain/series.ts';
import { ANSWERS, type Answer } from './domain/vocabulary.ts';
import { parseMeeting, parseSeries } from './schema.ts';

const SCHEMA = 1;

export const SERIES_PREFIX = 'series|';
export const MEETING_PREFIX = 'meeting|';

/** A record with the ETag that a change of it must name; null when it is not stored yet. */
export type Stored<Value> = { readonly value: Value; readonly etag: string | null };

export function seriesKey(id: SeriesId): string {
  return `${SERIES_PREFIX}${id}`;
}

export function meetingKey(id: MeetingId): string {
  return `${MEETING_PREFIX}${id}`;
}

/** All sessions of a series lie under this. */
export function sessionsPrefix(id: SeriesId): string {
  return `${MEETING_PREFIX}${id}-`;
}

/** The write of a series or a meeting: an insert while nothing is stored, which conflicts when somebody was faster. */
export function recordWrite(rowKey: string, value: Series | Meeting, etag: string | null): Write {
  const cells = { v: SCHEMA, ...packJson('data', value) };
  return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

/** The series of a row; one that cannot be read is a Fault: it is reported, never skipped or overwritten. */
export function rowToSeries(row: Row): Stored<Series> & { readonly etag: string } {
  return { value: readRow(row, parseSeries), etag: row.etag };
}

/** The meeting of a row; one that cannot be read is a Fault. */
export function rowToMeeting(row: Row): Stored<Meeting> & { readonly etag: string } {
  return { value: readRow(row, parseMeeting), etag: row.etag };
}

function readRow<Value>(row: Row, parse: (value: unknown) => Value | null): Value {
  const value = row.cells['v'] === SCHEMA ? parse(unpackJson(row.cells, 'data')) : null;
  if (value === null) {
    throw unreadable(row);
  }
  return value;
}

/** Where a meeting is seen in Teams. A row of its own, so that sending never collides with people's changes. */
export type MeetingPlace = {
  readonly channelId: ChannelId;
  /** The first message of the thread and the card itself; null until it was posted. */
  readonly rootId: string | null;
  readonly cardId: string | null;
};

export function placeKey(id: MeetingId): string {
  return `meetingPlace|${id}`;
}

export function placeWrite(id: MeetingId, { channelId, rootId, cardId }: MeetingPlace, etag: string | null): Write {
  const cells = { channelId, rootId: rootId ?? '', cardId: cardId ?? '' };
  const rowKey = placeKey(id);
  return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

export function rowToPlace(row: Row): Stored<MeetingPlace> & { readonly etag: string } {
  const { rootId, cardId } = row.cells;
  const channelId = parseChannelId(row.cells['channelId']);
  if (channelId === null || typeof rootId !== 'string' || typeof cardId !== 'string') {
    throw unreadable(row);
  }
  const place = { channelId, rootId: rootId === '' ? null : rootId, cardId: cardId === '' ? null : cardId };
  return { value: place, etag: row.etag };
}

export type PersonAnswer = { readonly person: PersonId; readonly answer: Answer; readonly at: Instant };

export function answersPrefix(id: MeetingId): string {
  return `meetingAnswer|${id}|`;
}

export function answerWrite(id: MeetingId, { person, answer, at }: PersonAnswer, etag: string | null): Write {
  const rowKey = `${answersPrefix(id)}${person}`;
  const cells = { answer, at };
  return etag === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag, cells };
}

export function rowToAnswer(row: Row): PersonAnswer {
  const person = parsePersonId(row.rowKey.slice(row.rowKey.lastIndexOf('|') + 1));
  const answer = ANSWERS.find((each) => each === row.cells['answer']);
  const at = parseInstant(row.cells['at']);
  if (person === null || answer === undefined || at === null) {
    throw unreadable(row);
  }
  return { person, answer, at };
}

/** Something to talk about: words, or a case that somebody brings. */
export type Topic = { readonly by: PersonId; readonly text: string; readonly caseId: CaseId | null };

export function topicsPrefix(id: MeetingId): string {
  return `meetingTopic|${id}|`;
}

/** `key` tells the topics of a meeting apart; a case has its own id as key, so it is brought only once. */
export function topicWrite(id: MeetingId, key: string, { by, text, caseId }: Topic): Write {
  const cells = { v: SCHEMA, by, caseId: caseId ?? '', ...packJson('text', text) };
  return { kind: 'insert', rowKey: `${topicsPrefix(id)}${key}`, cells };
}

export function rowToTopic(row: Row): Topic {
  const by = parsePersonId(row.cells['by']);
  const text = unpackJson(row.cells, 'text');
  const { caseId } = row.cells;
  if (by === null || typeof text !== 'string' || typeof caseId !== 'string') {
    throw unreadable(row);
  }
  return { by, text, caseId: caseId === '' ? null : parseCaseId(caseId) };
}

/** Who changed what and when, in codes and ids, never in people's words (G-12). `by` is null for the app itself. */
export function auditWrite(
  id: SeriesId | MeetingId,
  entry: { readonly rev: number; readonly action: string; readonly by: PersonId | null; readonly at: Instant },
): Write {
  const rowKey = `event|${id}|${String(entry.rev).padStart(SEQ_DIGITS, '0')}`;
  return { kind: 'insert', rowKey, cells: { action: entry.action, by: entry.by ?? '', at: entry.at } };
}

const SEQ_DIGITS = 8;

function unreadable({ rowKey }: Row): Fault {
  return new Fault('row-unreadable', { row: rowKey.slice(0, rowKey.indexOf('|')) });
}
