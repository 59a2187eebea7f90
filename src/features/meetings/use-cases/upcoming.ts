import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Meeting } from '../domain/meeting.ts';
import { sessionsBetween } from '../domain/sessions.ts';
import { listMeetings, listSeries } from './load.ts';

/** Every meeting between the two days, stored or still only in the rule of its series; in the order of their days. */
export async function meetingsBetween(
  store: Store,
  workspace: WorkspaceKey,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly Meeting[]> {
  const [all, meetings] = await Promise.all([listSeries(store, workspace), listMeetings(store, workspace)]);
  const sessions = all.flatMap((series) =>
    sessionsBetween(
      series,
      meetings.filter((m) => m.series?.id === series.id),
      from,
      to,
    ),
  );
  const events = meetings.filter(({ series, date }) => series === null && date >= from && date <= to);
  return [...sessions, ...events].toSorted((a, b) => compare(a, b));
}

function compare(a: Meeting, b: Meeting): number {
  const [first, second] = [a, b].map(({ date, time, id }) => `${date}T${time ?? '00:00'} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
