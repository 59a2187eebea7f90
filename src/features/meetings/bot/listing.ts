// `tukitapaaminen`, `verkkotreffit`, `kuntatapaaminen`, `tapahtuma`: what is coming, and the way to make more.
import { addDays } from '../../../kernel/dates.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { ActionRequest, Asking, CardAction, Command } from '../../../platform/teams/bot.ts';
import { drawMeetingList, drawMunicipalList } from '../cards/meeting-list.ts';
import { drawSeriesList } from '../cards/series-card.ts';
import type { Meeting } from '../domain/meeting.ts';
import { municipalMeetings } from '../domain/municipal.ts';
import { isVisible } from '../policy.ts';
import { readPress } from '../read-press.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { listSeries } from '../use-cases/load.ts';
import { meetingsBetween } from '../use-cases/upcoming.ts';
import { VERBS, type ListName } from '../verbs.ts';
import { viewerOf } from './looking.ts';

const AHEAD_DAYS = 400;
// The last meeting with a municipality may be some time ago.
const BACK_DAYS = 800;

const COMMANDS: readonly { readonly list: ListName; readonly names: readonly [string, ...string[]] }[] = [
  { list: 'supervision', names: ['tukitapaaminen', 'tukitapaamiset', 'työnohjaus'] },
  { list: 'onlineMeetup', names: ['verkkotreffit', 'vaikuttamisen verkkotreffit'] },
  { list: 'municipalCooperation', names: ['kuntatapaaminen', 'kuntayhteistyö'] },
  { list: 'events', names: ['tapahtuma', 'tapahtumat', 'uusi tapahtuma'] },
];

export function createListingCommands(deps: MeetingDeps): readonly Command[] {
  return COMMANDS.map(({ list, names }) => ({
    names,
    help: deps.t.commands[list],
    run: async (request) => ({
      kind: 'card',
      card: await drawList(deps, request, list),
      summary: deps.t.lists[list].title,
    }),
  }));
}

export function createListingPresses(deps: MeetingDeps): readonly CardAction[] {
  const listOf = (request: ActionRequest): ListName => readPress(request.data).list ?? 'supervision';
  return [
    {
      verb: VERBS.list,
      run: async (request) => ({ kind: 'card', card: await drawList(deps, request, listOf(request)) }),
    },
    {
      verb: VERBS.seriesList,
      run: async (request) => ({ kind: 'card', card: await drawAllSeries(deps, request, listOf(request)) }),
    },
  ];
}

async function drawList(deps: MeetingDeps, asking: Asking, list: ListName): Promise<Card> {
  const { store, t } = deps;
  const { today, place, workspace } = asking;
  const from = list === 'municipalCooperation' ? addDays(today, -BACK_DAYS) : today;
  const [all, viewer] = await Promise.all([
    meetingsBetween(store, workspace, from, addDays(today, AHEAD_DAYS)),
    viewerOf(deps, asking),
  ]);
  const visible = all.filter(({ home, state }) => isVisible(home, place) && state.kind !== 'skipped');
  if (list === 'municipalCooperation') {
    return drawMunicipalList(municipalMeetings(visible, today), { viewer, t });
  }
  const isOfList = ({ kind, series }: Meeting): boolean => (list === 'events' ? series === null : kind === list);
  const coming = visible.filter((m) => isOfList(m) && m.state.kind !== 'held');
  return drawMeetingList(list, coming, { viewer, t });
}

async function drawAllSeries(deps: MeetingDeps, request: ActionRequest, list: ListName): Promise<Card> {
  const { store, t } = deps;
  const { today, place, workspace } = request;
  const [all, meetings] = await Promise.all([
    listSeries(store, workspace),
    meetingsBetween(store, workspace, today, addDays(today, AHEAD_DAYS)),
  ]);
  const shown = all
    .filter(({ kind, status, home }) => kind === list && status === 'active' && isVisible(home, place))
    .map((series) => ({
      series,
      next: meetings.find((m) => m.series?.id === series.id && ['planned', 'announced'].includes(m.state.kind)) ?? null,
    }));
  return drawSeriesList(list, shown, { t, notices: [] });
}
