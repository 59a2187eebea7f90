// What the meetings give to the reminders: each meeting for who comes, each next step for the organiser, and the week's
// meetings for the Monday digest.
import { addDays, daysBetween, weekdayOf } from '../../../kernel/dates.ts';
import { localDateOf, toInstant } from '../../../kernel/helsinki-time.ts';
import { parseItemId, type ChannelId, type PersonId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { findMunicipality } from '../../../kernel/regions/regions.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import { formatDaysLate, formatTime, formatWeekdayDate, relativeDay } from '../../../platform/texts/finnish-dates.ts';
import type { Digest, Reminded, ReminderAbout, ReminderSource } from '../../reminders/index.ts';
import type { People } from '../../settings/index.ts';
import { aboutMeeting, helpLine, nameOf, whenText, whereText } from '../cards/words.ts';
import { parseMeetingId } from '../domain/ids.ts';
import { linkOf, type Meeting } from '../domain/meeting.ts';
import { municipalMeetings } from '../domain/municipal.ts';
import { placeWrite, type MeetingPlace } from '../rows.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadAnswers, loadMeeting, loadPlace, loadTopics } from '../use-cases/load.ts';
import { moveStep } from '../use-cases/move-step.ts';
import { meetingsBetween } from '../use-cases/upcoming.ts';
import { calendarButton, meetingButton, stepButton, VERBS } from '../verbs.ts';
import { threadOf } from './meeting-deliveries.ts';
import { MEETING_ITEM, SOURCE } from './promises.ts';

type Scene = {
  readonly workspace: WorkspaceKey;
  readonly m: Meeting;
  readonly place: MeetingPlace | null;
  readonly people: People;
  readonly now: Instant;
  readonly today: LocalDate;
};

/** The meetings as a source of reminders. */
export function createMeetingReminders(deps: MeetingDeps): ReminderSource {
  return {
    source: SOURCE,
    async find(workspace, about, { now, today, people }) {
      const id = parseMeetingId(about.subject);
      const [loaded, placed] = await Promise.all([
        id === null ? null : loadMeeting(deps.store, workspace, id),
        id === null ? null : loadPlace(deps.store, workspace, id),
      ]);
      if (loaded === null) {
        return null;
      }
      const scene: Scene = { workspace, m: loaded.meeting.value, place: placed?.value ?? null, people, now, today };
      return about.item === MEETING_ITEM ? await meetingReminded(deps, scene, about) : stepReminded(deps, scene, about);
    },
    digest: (workspace, channel, { today }) => digestOf(deps, workspace, channel, today),
    channels: (workspace) => channelsOf(deps, workspace),
    move: (request, about, to, nonce) => moveStep(deps, request, { about, to, nonce }),
    async movedTo(workspace, subject, to) {
      const id = parseMeetingId(subject);
      const placed = id === null ? null : await loadPlace(deps.store, workspace, id);
      // The card stays behind in the thread that is gone; the next redrawing posts it anew.
      return id === null || placed === null ? [] : [placeWrite(id, { ...to, cardId: null }, placed.etag)];
    },
  };
}

async function meetingReminded(
  { store, t }: MeetingDeps,
  scene: Scene,
  { itemDate, when }: ReminderAbout,
): Promise<Reminded | null> {
  const { workspace, m, people, today } = scene;
  if (m.state.kind !== 'announced' || m.date !== itemDate || when === 'late' || hasBegun(scene)) {
    return null;
  }
  const [answers, topics] = await Promise.all([
    loadAnswers(store, workspace, m.id),
    loadTopics(store, workspace, m.id),
  ]);
  const coming = answers.filter(({ answer }) => answer !== 'no').map(({ person }) => person);
  const words = t.reminded;
  const link = linkOf(m);
  const day = relativeDay(m.date, today);
  return {
    ...common(scene, t),
    title: words.title,
    what: nameOf(m, t),
    when: m.time === null ? day : `${day} ${formatTime(m.time)}`,
    where: link === '' ? whereText(m, t) : `${whereText(m, t)}. ${link}`,
    next: topics.length === 0 ? words.next : words.nextWithTopics(t.topicCount(topics.length)),
    late: null,
    buttons: [
      calendarButton(t.buttons.addToCalendar, SOURCE, m.id),
      meetingButton(t.buttons.agenda, VERBS.agenda, m.id),
    ],
    people: present(people, [m.organiser, ...coming]),
    movable: false,
  };
}

// A reminder that an outage kept until then would only mislead.
function hasBegun({ m, now, today }: Scene): boolean {
  return m.time === null ? m.date < today : toInstant(m.date, m.time) <= now;
}

function stepReminded({ t }: MeetingDeps, scene: Scene, about: ReminderAbout): Reminded | null {
  const { m, people, today } = scene;
  const step = m.nextSteps.find(({ id }) => id === parseItemId(about.item));
  if (step === undefined || step.done !== null || step.date !== about.itemDate) {
    return null;
  }
  const isLate = about.when === 'late';
  const days = daysBetween(step.date, today);
  if (isLate && days < 1) {
    return null;
  }
  const words = t.reminded;
  return {
    ...common(scene, t),
    title: isLate ? words.stepLate : words.stepTitle,
    what: words.step(step.what),
    when: relativeDay(step.date, today),
    where: null,
    next: words.nextStep,
    late: days > 0 ? formatDaysLate(days) : null,
    buttons: isLate ? [] : [stepButton(t.buttons.done, VERBS.stepDone, m.id, step.id)],
    people: present(people, [m.organiser]),
    movable: true,
  };
}

function common(scene: Scene, t: MeetingDeps['t']) {
  const { m, people, today } = scene;
  const [county] = m.counties;
  const supporter = county === undefined ? null : people.supporterOf(county, today);
  return {
    about: aboutMeeting(m, t),
    look: meetingButton(t.buttons.showMeeting, VERBS.show, m.id),
    advisor: supporter ?? m.organiser,
    thread: threadOf(scene),
    onlyInThread: m.home.access === 'restricted',
    help: helpLine(m, people, t),
  };
}

function present(people: People, wanted: readonly PersonId[]): readonly PersonId[] {
  return [...new Set(wanted)].filter((person) => people.mentionOf(person) !== null);
}

const SUNDAY = 7;
// A day that waits for a decision is said from a month before on, as the organiser was asked then.
const UNDECIDED_DAYS = 35;
const AHEAD_DAYS = 400;
const BACK_DAYS = 800;

/** Of the meetings that were made in that channel. */
async function digestOf(
  { store, t }: MeetingDeps,
  workspace: WorkspaceKey,
  channel: Destination,
  today: LocalDate,
): Promise<Digest> {
  const all = await meetingsBetween(store, workspace, addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS));
  const here = all.filter(({ home }) => channel.kind !== 'person' && home.channelId === channel.channelId);
  const words = t.digest;
  const lastDay = addDays(today, SUNDAY - weekdayOf(today));
  const steps = here.flatMap(({ nextSteps }) =>
    nextSteps.flatMap(({ what, date, done }) => (date === null || done !== null ? [] : [{ what, date }])),
  );
  const week = here.filter(({ state, date }) => state.kind === 'announced' && date >= today && date <= lastDay);
  const undecided = here.filter(
    ({ state, date }) => state.kind === 'asking' && date >= today && date <= addDays(today, UNDECIDED_DAYS),
  );
  const withoutNext = municipalMeetings(here, today).filter(({ last, next }) => last !== null && next === null);
  return {
    thisWeek: [
      ...week.map((m) => ({ date: m.date, text: words.meeting(nameOf(m, t), whenText(m, t)) })),
      ...steps
        .filter(({ date }) => date >= today && date <= lastDay)
        .map(({ what, date }) => ({ date, text: words.step(what, formatWeekdayDate(date)) })),
    ],
    late: steps
      .filter(({ date }) => date < today)
      .map(({ what, date }) => ({ date, text: words.step(what, formatDaysLate(daysBetween(date, today))) })),
    withoutNextStep: [
      ...undecided.map((m) => ({ date: m.date, text: words.undecided(nameOf(m, t), whenText(m, t)) })),
      ...withoutNext.map(({ municipality }) => ({
        date: null,
        text: words.noNext(findMunicipality(municipality)?.nameFi ?? ''),
      })),
    ],
  };
}

async function channelsOf({ store }: MeetingDeps, workspace: WorkspaceKey): Promise<readonly Destination[]> {
  const now = await store.now();
  const today = localDateOf(now);
  const all = await meetingsBetween(store, workspace, addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS));
  const ids = new Set<ChannelId>(all.map(({ home }) => home.channelId));
  return [...ids].map((channelId) => ({ kind: 'channel', channelId }));
}
