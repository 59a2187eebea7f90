// The one way to write: changes of a series and of meetings, what follows for the series by itself, and every message that
// is promised, in one transaction.
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import type { CommitOutcome, Write } from '../../../platform/storage/store.ts';
import {
  cardDraft,
  datedPromises,
  looksOf,
  newsDraft,
  onlineDraft,
  questionDraft,
  wantsOnline,
  type News,
} from '../deliveries/promises.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { askedOf, planAhead, type Plan } from '../domain/plan-ahead.ts';
import type { Series } from '../domain/series.ts';
import { auditWrite, meetingKey, placeWrite, recordWrite, seriesKey, type Stored } from '../rows.ts';
import type { MeetingDeps } from './deps.ts';
import { loadPlace, loadSessions } from './load.ts';

/** A changed meeting; `etag` is of what is stored, null when nothing is. */
export type ChangedMeeting = {
  readonly value: Meeting;
  readonly etag: string | null;
  readonly action: string;
  /** What the thread of the announcement is told; null for nothing. */
  readonly news: News | null;
};

export type Change = {
  readonly workspace: WorkspaceKey;
  /** Null when the app does it by itself. */
  readonly by: PersonId | null;
  readonly now: Instant;
  /** The series of the meetings; looked ahead for in the same transaction. */
  readonly series: Stored<Series> | null;
  /** What was done to the series itself; null when it stays as it is. */
  readonly seriesAction: string | null;
  readonly meetings: readonly ChangedMeeting[];
  /** Of the form that asks for it. */
  readonly also: readonly Write[];
};

const NOTHING_DUE: Plan = { announce: [], ask: [], nextLook: null };

/** Commits a change with all that follows from it. A conflict means: read again and decide anew. */
export async function commitChange(deps: MeetingDeps, change: Change): Promise<CommitOutcome> {
  const { workspace, by, now, series, seriesAction } = change;
  const stored = series === null ? [] : await loadSessions(deps.store, workspace, series.value.id);
  const sessions = new Map<MeetingId, Stored<Meeting>>(stored.map((session) => [session.value.id, session]));
  for (const meeting of change.meetings) {
    sessions.set(meeting.value.id, meeting);
  }
  const plan = series === null ? NOTHING_DUE : planAhead(series.value, valuesOf(sessions), now);
  const meetings = withPlan(change, plan, sessions);
  if (seriesAction === null && meetings.length === 0 && series === null) {
    return 'committed';
  }
  const places = await placesToMake(deps, workspace, meetings);
  const seriesWrites: readonly Write[] =
    series === null || seriesAction === null
      ? []
      : [
          recordWrite(seriesKey(series.value.id), series.value, series.etag),
          auditWrite(series.value.id, { rev: series.value.rev, action: seriesAction, by, at: now }),
        ];
  return await deps.desk.commit(workspace, {
    writes: [
      ...seriesWrites,
      ...meetings.flatMap(({ value, etag, action }) => [
        recordWrite(meetingKey(value.id), value, etag),
        auditWrite(value.id, { rev: value.rev, action, by, at: now }),
      ]),
      ...places.map((m) => placeWrite(m.id, { channelId: m.home.channelId, rootId: null, cardId: null }, null)),
      ...change.also,
    ],
    reconcile: [
      ...(series === null ? [] : [looksOf(series.value.id, plan.nextLook)]),
      ...meetings.flatMap(({ value }) => datedPromises(value)),
    ],
    send: meetings.flatMap((meeting) => sends(deps, meeting, change)),
  });
}

function valuesOf(sessions: ReadonlyMap<MeetingId, Stored<Meeting>>): readonly Meeting[] {
  return [...sessions.values()].map(({ value }) => value);
}

/** What was asked for, with what the series has to do now on top. */
function withPlan(
  { meetings, now }: Change,
  plan: Plan,
  sessions: ReadonlyMap<MeetingId, Stored<Meeting>>,
): readonly ChangedMeeting[] {
  const asked = new Map(meetings.map((meeting) => [meeting.value.id, meeting]));
  const steps = [
    ...plan.announce.map((m) => ({ ...m, state: { kind: 'announced', at: now } as const })),
    ...plan.ask.map((m) => askedOf(m)),
  ].map((value): ChangedMeeting => {
    const already = asked.get(value.id);
    const rev = already === undefined ? value.rev + 1 : value.rev;
    const action = value.state.kind === 'asking' ? 'ask' : 'announce';
    return { action, news: null, ...already, value: { ...value, rev }, etag: sessions.get(value.id)?.etag ?? null };
  });
  const planned = new Set(steps.map(({ value }) => value.id));
  return [...meetings.filter(({ value }) => !planned.has(value.id)), ...steps];
}

async function placesToMake(
  { store }: MeetingDeps,
  workspace: WorkspaceKey,
  meetings: readonly ChangedMeeting[],
): Promise<readonly Meeting[]> {
  const told = meetings.map(({ value }) => value).filter(({ state }) => state.kind === 'announced');
  const known = await Promise.all(told.map(({ id }) => loadPlace(store, workspace, id)));
  return told.filter((_meeting, index) => known[index] === null);
}

function sends({ online }: MeetingDeps, { value, news }: ChangedMeeting, change: Change): readonly DeliveryDraft[] {
  const { now } = change;
  const hours = change.by === null ? 'workingDays' : 'any';
  const { state } = value;
  const wasTold =
    state.kind === 'announced' || state.kind === 'held' || (state.kind === 'cancelled' && state.wasAnnounced);
  const touchesTeams =
    online.isOn && (value.online?.kind === 'made' || (state.kind === 'announced' && wantsOnline(value)));
  return [
    ...(wasTold ? [cardDraft(value, now, hours)] : []),
    ...(state.kind === 'asking' ? [questionDraft(value, now, hours)] : []),
    ...(wasTold && news !== null ? [newsDraft(value, news, now, hours)] : []),
    ...(touchesTeams ? [onlineDraft(value, now)] : []),
  ];
}
