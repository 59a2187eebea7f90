// What the meetings give to the calendars: sessions of series, also those to come that only the rule knows, and events.
import { addDays } from '../../kernel/dates.ts';
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import type { CalendarEntry, CalendarSource, EntryDetails } from '../../platform/calendar/calendar-entry.ts';
import type { Asking } from '../../platform/teams/bot.ts';
import { unlessClosed } from '../../platform/teams/closed-channel.ts';
import { agendaCard, viewerOf } from './bot/looking.ts';
import { drawAnswers, drawMeeting } from './cards/meeting-card.ts';
import { makerButtons } from './cards/meeting-list.ts';
import { forWhomText, nameOf, whereText } from './cards/words.ts';
import { SOURCE } from './deliveries/promises.ts';
import { parseMeetingId } from './domain/ids.ts';
import { linkOf, type Home, type Meeting } from './domain/meeting.ts';
import { MEETING_KINDS } from './domain/vocabulary.ts';
import { isVisible, mayChange } from './policy.ts';
import type { MeetingTexts } from './texts.fi.ts';
import type { MeetingDeps } from './use-cases/deps.ts';
import { loadAnswers, loadMeeting } from './use-cases/load.ts';
import { sceneOf } from './use-cases/scene.ts';
import { meetingsBetween } from './use-cases/upcoming.ts';
import { meetingButton, VERBS } from './verbs.ts';

// Calendars look a year ahead.
const AHEAD_DAYS = 400;

/** The meetings as a source of calendar entries. */
export function createMeetingCalendar(deps: MeetingDeps): CalendarSource {
  const { store, t } = deps;
  return {
    source: SOURCE,
    kinds: MEETING_KINDS.map((code) => ({ code, label: t.kinds[code] })),
    async entries(workspace, person, { from, to, mine }) {
      const last = farthest(from);
      const all = await meetingsBetween(store, workspace, from, to === undefined || to > last ? last : to);
      const seen = await seenBy(deps, workspace, person);
      const visible = await Promise.all(
        all.map(async (m) => (await seen(m.home)) && (!mine || (await isMine(deps, workspace, m, person)))),
      );
      return all.filter((_meeting, index) => visible[index]).map((m) => toEntry(m, t));
    },
    async entry(workspace, person, id) {
      const meetingId = parseMeetingId(id);
      const loaded = meetingId === null ? null : await loadMeeting(store, workspace, meetingId);
      const m = loaded?.meeting.value ?? null;
      const seen = await seenBy(deps, workspace, person);
      return m !== null && (await seen(m.home)) ? toEntry(m, t) : null;
    },
    buttons({ id, audience }, place) {
      const meetingId = parseMeetingId(id);
      const isHere =
        audience === 'team' ||
        (audience !== 'person' && place.kind === 'channel' && place.channelId === audience.channelId);
      return meetingId !== null && isHere ? [meetingButton(t.buttons.showMeeting, VERBS.show, meetingId)] : [];
    },
    details: (asking, id) => detailsOf(deps, asking, id),
    newButtons: async (asking) => makerButtons(await viewerOf(deps, asking), t),
  };
}

/** The meeting, its agenda, and for who organises it who has answered what. */
async function detailsOf(deps: MeetingDeps, asking: Asking, id: string): Promise<EntryDetails | null> {
  const meetingId = parseMeetingId(id);
  const [loaded, viewer] = await Promise.all([
    meetingId === null ? null : loadMeeting(deps.store, asking.workspace, meetingId),
    viewerOf(deps, asking),
  ]);
  const m = loaded?.meeting.value ?? null;
  if (m === null || !isVisible(m.home, viewer.place)) {
    return null;
  }
  const [scene, agenda] = await Promise.all([
    sceneOf(deps, asking.workspace, m, viewer.people),
    agendaCard(deps, asking.workspace, m, viewer),
  ]);
  const answers = mayChange(viewer, m) ? [{ card: drawAnswers(scene), isPrinted: false }] : [];
  return { card: drawMeeting(scene, viewer), parts: [{ card: agenda, isPrinted: true }, ...answers] };
}

function farthest(from: LocalDate): LocalDate {
  return addDays(from, AHEAD_DAYS);
}

/** Whether a person sees a channel: every member the team's own, its roster a restricted one. */
async function seenBy(
  { people, roster }: MeetingDeps,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<(home: Home) => Promise<boolean>> {
  const { members } = await people.load(workspace);
  const isMember = members.some(({ id }) => id === person);
  const restricted = new Map<string, Promise<boolean>>();
  return async ({ access, channelId }) => {
    if (!isMember || access === 'team') {
      return isMember;
    }
    const known =
      restricted.get(channelId) ??
      unlessClosed(roster.channel(workspace, channelId), []).then((channel) => channel.some(({ id }) => id === person));
    restricted.set(channelId, known);
    return await known;
  };
}

/** Whoever organises it, or has answered that they come or may come. */
async function isMine({ store }: MeetingDeps, workspace: WorkspaceKey, m: Meeting, person: PersonId): Promise<boolean> {
  if (m.organiser === person) {
    return true;
  }
  const answers = m.rev === 0 ? [] : await loadAnswers(store, workspace, m.id);
  return answers.some((each) => each.person === person && each.answer !== 'no');
}

const STATUSES: Readonly<Record<Meeting['state']['kind'], CalendarEntry['status']>> = {
  asking: 'tentative',
  planned: 'confirmed',
  announced: 'confirmed',
  held: 'confirmed',
  skipped: 'cancelled',
  cancelled: 'cancelled',
};

function toEntry(m: Meeting, t: MeetingTexts): CalendarEntry {
  const forWhom = `${t.facts.forWhom}: ${forWhomText(m, t)}`;
  const materials = m.materials === '' ? '' : `${t.facts.materials}: ${m.materials}`;
  return {
    source: SOURCE,
    id: m.id,
    sequence: m.sequence,
    status: STATUSES[m.state.kind],
    kind: { code: m.kind, label: t.kinds[m.kind] },
    title: nameOf(m, t),
    description: [m.description, forWhom, materials, t.voluntary].filter((line) => line !== '').join('\n'),
    date: m.date,
    time: m.time,
    minutes: m.minutes,
    place: whereText(m, t),
    link: linkOf(m),
    counties: m.counties,
    audience: m.home.access === 'team' ? 'team' : { channelId: m.home.channelId },
    changedAt: m.changed.at,
  };
}
