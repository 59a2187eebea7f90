// The presses that look at meetings and series, answer, and decide on a day; and what is shown after saving.
import { addDays } from '../../../kernel/dates.ts';
import type { WorkspaceKey } from '../../../kernel/ids.ts';
import type { Card } from '../../../platform/cards/card.ts';
import { holdCard, READING_MS, releaseCard } from '../../../platform/cards/card-holds.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { readForm } from '../../../platform/cards/read-form.ts';
import type { ActionRequest, Asking, CardAction } from '../../../platform/teams/bot.ts';
import { drawAgenda } from '../cards/agenda-card.ts';
import { drawAnswers, drawMeeting } from '../cards/meeting-card.ts';
import { drawMenu, menuFields, menuItems } from '../cards/menu.ts';
import { drawMessage } from '../cards/message.ts';
import { answerOnMeeting, answerOnSeries, putAway } from '../cards/tab-answer.ts';
import { drawSeries } from '../cards/series-card.ts';
import { agendaOf } from '../domain/agenda.ts';
import { parseMeetingId, parseSeriesId, type SeriesId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { sessionsBetween } from '../domain/sessions.ts';
import type { Saved } from '../forms/meeting-form.ts';
import { isVisible, mayChange, type Viewer } from '../policy.ts';
import { readPress, type Press } from '../read-press.ts';
import { answerMeeting, takesAnswers } from '../use-cases/answering.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadMeeting, loadSeries, loadSessions, loadTopics } from '../use-cases/load.ts';
import { sceneOf } from '../use-cases/scene.ts';
import { VERBS } from '../verbs.ts';

// What a series card tells of: a year and a half covers the next July and Christmas.
const SERIES_AHEAD_DAYS = 550;

type Looking = {
  readonly deps: MeetingDeps;
  readonly request: ActionRequest;
  readonly press: Press;
  readonly viewer: Viewer;
  readonly m: Meeting;
};

/** Who asks, with what the settings say of people today. */
export async function viewerOf({ people }: MeetingDeps, asking: Asking): Promise<Viewer> {
  const { person, place, today, workspace } = asking;
  return { person, place, today, people: await people.load(workspace) };
}

/** The presses that only look, and the answer of a member. `runVerb` runs what the menu leads to. */
export function createLookingPresses(
  deps: MeetingDeps,
  runVerb: (verb: string, request: ActionRequest) => Promise<Card>,
): readonly CardAction[] {
  const looks: Readonly<Record<string, (looking: Looking) => Promise<Card>>> = {
    [VERBS.show]: show,
    [VERBS.answer]: answer,
    [VERBS.agenda]: agenda,
    [VERBS.answers]: answers,
    [VERBS.menu]: ({ m, viewer, press: { isInTab } }) =>
      Promise.resolve(drawMenu(m, viewer, { t: deps.t, problem: null, isInTab })),
    [VERBS.menuGo]: (looking) => menuGo(looking, runVerb),
  };
  const ofMeetings = Object.entries(looks).map(([verb, look]): CardAction => ({
    verb,
    run: async (request) => ({ kind: 'card', card: await lookAt(deps, request, look) }),
  }));
  const series: CardAction = {
    verb: VERBS.series,
    run: async (request) => ({
      kind: 'card',
      card: await showSeries(deps, request, seriesOf(readPress(request.data)), []),
    }),
  };
  const away: CardAction = {
    verb: VERBS.putAway,
    run: () => Promise.resolve({ kind: 'card', card: putAway(deps.t) }),
  };
  return [...ofMeetings, series, away];
}

function seriesOf({ seriesId, meetingId }: Press): SeriesId | null {
  // From the menu of a session: its id begins with that of its series.
  return seriesId ?? parseSeriesId(meetingId?.split('-', 1)[0]);
}

async function lookAt(
  deps: MeetingDeps,
  request: ActionRequest,
  look: (looking: Looking) => Promise<Card>,
): Promise<Card> {
  const press = readPress(request.data);
  const [loaded, viewer] = await Promise.all([
    press.meetingId === null ? null : loadMeeting(deps.store, request.workspace, press.meetingId),
    viewerOf(deps, request),
  ]);
  const m = loaded?.meeting.value ?? null;
  return m === null || !isVisible(m.home, viewer.place)
    ? drawMessage(deps.t.notFound, deps.t)
    : await look({ deps, request, press, viewer, m });
}

async function draw({ deps, request, viewer, m }: Looking, notices: readonly Notice[]): Promise<Card> {
  return drawMeeting(await sceneOf(deps, request.workspace, m, viewer.people), viewer, notices);
}

async function show(looking: Looking): Promise<Card> {
  const { deps, request, press, m } = looking;
  if (!press.isInTab) {
    await releaseCard(deps.store, request.workspace, m.id, request.person.id);
  }
  return await draw(looking, []);
}

async function answer(looking: Looking): Promise<Card> {
  const { deps, request, press, viewer, m } = looking;
  const { t } = deps;
  if (press.answer === null || !takesAnswers(m, viewer.today)) {
    return await draw(looking, [{ tone: 'warning', text: t.notAnswering }]);
  }
  if (!viewer.people.mayWrite(viewer.person)) {
    return await draw(looking, [{ tone: 'warning', text: t.guestsReadOnly }]);
  }
  const notices: readonly Notice[] = [{ tone: 'done', text: t.answered[press.answer] }];
  if (press.isInTab) {
    await answerMeeting(deps, request, m, press.answer);
    return answerOnMeeting(m, notices, { viewer, t });
  }
  const { workspace, person, now } = request;
  // Before the answer is committed, or the redrawn card could overtake this one.
  await holdCard(deps.store, workspace, m.id, { person: person.id, now, ms: READING_MS });
  await answerMeeting(deps, request, m, press.answer);
  return await draw(looking, notices);
}

function agenda({ deps, request, viewer, m }: Looking): Promise<Card> {
  return agendaCard(deps, request.workspace, m, viewer);
}

/** The agenda of a meeting as it is now. */
export async function agendaCard(
  deps: MeetingDeps,
  workspace: WorkspaceKey,
  m: Meeting,
  viewer: Viewer,
): Promise<Card> {
  const [topics, open] = await Promise.all([
    loadTopics(deps.store, workspace, m.id),
    deps.cases.openCases(workspace, m.home, viewer.today),
  ]);
  return drawAgenda(m, agendaOf(m.counties, topics, open), { people: viewer.people, t: deps.t });
}

async function answers(looking: Looking): Promise<Card> {
  const { deps, request, viewer, m } = looking;
  return mayChange(viewer, m)
    ? drawAnswers(await sceneOf(deps, request.workspace, m, viewer.people))
    : await draw(looking, [{ tone: 'warning', text: deps.t.notAllowed }]);
}

async function menuGo(
  { deps, request, press, viewer, m }: Looking,
  runVerb: (verb: string, request: ActionRequest) => Promise<Card>,
): Promise<Card> {
  const { t } = deps;
  const fields = menuFields(m, viewer, t);
  const reading = readForm(fields, press.data, { today: viewer.today, confirmed: true });
  const what = reading.kind === 'values' ? reading.values.what : '';
  const item = menuItems(m, viewer, t).find(({ value }) => value === what);
  if (item === undefined) {
    return drawMenu(m, viewer, { t, problem: t.menu.problem, isInTab: press.isInTab });
  }
  const data = { meetingId: m.id, ...item.data, ...(press.isInTab ? { origin: 'tab' } : {}) };
  return await runVerb(item.verb, { ...request, data });
}

/** A series as the person sees it. */
async function showSeries(
  deps: MeetingDeps,
  request: ActionRequest,
  id: SeriesId | null,
  notices: readonly Notice[],
): Promise<Card> {
  const { store, t } = deps;
  const [stored, viewer] = await Promise.all([
    id === null ? null : loadSeries(store, request.workspace, id),
    viewerOf(deps, request),
  ]);
  if (stored === null || !isVisible(stored.value.home, viewer.place)) {
    return drawMessage(t.notFound, t);
  }
  const series = stored.value;
  if (notices.length > 0 && readPress(request.data).isInTab) {
    return answerOnSeries(series, notices, { viewer, t });
  }
  const known = await loadSessions(store, request.workspace, series.id);
  const from = viewer.today;
  const sessions = sessionsBetween(
    series,
    known.map(({ value }) => value),
    from,
    addDays(from, SERIES_AHEAD_DAYS),
  ).filter(({ state }) => state.kind !== 'cancelled');
  return drawSeries({ series, sessions, viewer, t }, notices);
}

/** What a saved form was about, as it is now. */
export async function showSaved(
  deps: MeetingDeps,
  request: ActionRequest,
  saved: Saved,
  notices: readonly Notice[],
): Promise<Card> {
  if (saved.kind === 'series') {
    return await showSeries(deps, request, parseSeriesId(saved.id), notices);
  }
  const id = parseMeetingId(saved.id);
  const [loaded, viewer] = await Promise.all([
    id === null ? null : loadMeeting(deps.store, request.workspace, id),
    viewerOf(deps, request),
  ]);
  if (loaded === null) {
    return drawMessage(deps.t.notFound, deps.t);
  }
  const m = loaded.meeting.value;
  return readPress(request.data).isInTab
    ? answerOnMeeting(m, notices, { viewer, t: deps.t })
    : drawMeeting(await sceneOf(deps, request.workspace, m, viewer.people), viewer, notices);
}
