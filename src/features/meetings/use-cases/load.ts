// Reading series, meetings, and what people have answered and proposed. Unreadable rows and outages throw.
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import { prefixRange } from '../../../platform/storage/row-keys.ts';
import type { Store } from '../../../platform/storage/store.ts';
import { sessionOf, type MeetingId, type SeriesId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import { sessionInMonth } from '../domain/sessions.ts';
import {
  answersPrefix,
  MEETING_PREFIX,
  meetingKey,
  placeKey,
  rowToAnswer,
  rowToMeeting,
  rowToPlace,
  rowToSeries,
  rowToTopic,
  SERIES_PREFIX,
  seriesKey,
  sessionsPrefix,
  topicsPrefix,
  type MeetingPlace,
  type PersonAnswer,
  type Stored,
  type Topic,
} from '../rows.ts';

/** Null when there is no such series. */
export async function loadSeries(store: Store, workspace: WorkspaceKey, id: SeriesId): Promise<Stored<Series> | null> {
  const row = await store.read(workspace, seriesKey(id));
  return row === null ? null : rowToSeries(row);
}

/** Every series of the team, also those that have ended; oldest first. */
export async function listSeries(store: Store, workspace: WorkspaceKey): Promise<readonly Series[]> {
  const rows = await store.range(workspace, prefixRange(SERIES_PREFIX));
  return rows.map((row) => rowToSeries(row).value);
}

/** Everything that is stored of single meetings. */
export async function listMeetings(store: Store, workspace: WorkspaceKey): Promise<readonly Meeting[]> {
  const rows = await store.range(workspace, prefixRange(MEETING_PREFIX));
  return rows.map((row) => rowToMeeting(row).value);
}

/** What is stored of the sessions of one series. */
export async function loadSessions(
  store: Store,
  workspace: WorkspaceKey,
  id: SeriesId,
): Promise<readonly Stored<Meeting>[]> {
  const rows = await store.range(workspace, prefixRange(sessionsPrefix(id)));
  return rows.map(rowToMeeting);
}

/**
 * A meeting with its series; a session to come as its series has it while nothing is stored of it. Null when there is no
 * such meeting, or no longer.
 */
export async function loadMeeting(
  store: Store,
  workspace: WorkspaceKey,
  id: MeetingId,
): Promise<{ readonly meeting: Stored<Meeting>; readonly series: Stored<Series> | null } | null> {
  const session = sessionOf(id);
  const [row, series] = await Promise.all([
    store.read(workspace, meetingKey(id)),
    session === null ? null : loadSeries(store, workspace, session.series),
  ]);
  if (row !== null) {
    return { meeting: rowToMeeting(row), series };
  }
  const plain = session === null || series === null ? null : sessionInMonth(series.value, session.month);
  return plain === null ? null : { meeting: { value: plain, etag: null }, series };
}

/** Where the meeting is announced; null before it is. */
export async function loadPlace(
  store: Store,
  workspace: WorkspaceKey,
  id: MeetingId,
): Promise<(Stored<MeetingPlace> & { readonly etag: string }) | null> {
  const row = await store.read(workspace, placeKey(id));
  return row === null ? null : rowToPlace(row);
}

/** What people have answered, in the order in which they first did, as far as the rows tell. */
export async function loadAnswers(
  store: Store,
  workspace: WorkspaceKey,
  id: MeetingId,
): Promise<readonly PersonAnswer[]> {
  const rows = await store.range(workspace, prefixRange(answersPrefix(id)));
  return rows.map(rowToAnswer);
}

export async function loadTopics(store: Store, workspace: WorkspaceKey, id: MeetingId): Promise<readonly Topic[]> {
  const rows = await store.range(workspace, prefixRange(topicsPrefix(id)));
  return rows.map(rowToTopic);
}
