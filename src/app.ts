// The app put together: every feature on the platform. It reads no environment and opens no socket (index.ts does), so
// that tests run exactly what production runs.
import type { Config } from './config.ts';
import { createBulletins } from './features/bulletins/index.ts';
import { createCalendar } from './features/calendar/index.ts';
import { createCases } from './features/cases/index.ts';
import { createCounties } from './features/counties/index.ts';
import { createDeliveries, type MessageSubjects } from './features/deliveries/index.ts';
import { createHelp } from './features/help/index.ts';
import { createLibrary } from './features/library/index.ts';
import { createMeetings } from './features/meetings/index.ts';
import { createOrganisations } from './features/organisations/index.ts';
import { createOverview, type AgendaSource } from './features/overview/index.ts';
import { createPrivacy } from './features/privacy/index.ts';
import {
  createReminders,
  ownRemindersButton,
  reminderDefaults,
  type ReminderSource,
} from './features/reminders/index.ts';
import { createSettings, type PeopleDirectory } from './features/settings/index.ts';
import { createStatistics } from './features/statistics/index.ts';
import { createSupport } from './features/support/index.ts';
import type { NewId } from './kernel/ids.ts';
import type { CalendarSource } from './platform/calendar/calendar-entry.ts';
import type { DeliveryKind } from './platform/delivery/delivery.ts';
import { createDeliveryDesk, type DeliveryDesk } from './platform/delivery/delivery-desk.ts';
import { createHints } from './platform/delivery/hints.ts';
import { createPostman, type Postman } from './platform/delivery/postman.ts';
import type { PostmanLog } from './platform/delivery/postman-deps.ts';
import type { OnlineMeetings } from './platform/graph/online-meetings.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import type { Route } from './platform/http/route.ts';
import { measuredRoute, metricsRoute } from './platform/metrics/metrics-route.ts';
import { createMetrics, type Meter, type Metrics } from './platform/metrics/metrics.ts';
import type { TableStore } from './platform/storage/table-store.ts';
import { watchedStore, type WatchedStore } from './platform/storage/watched-store.ts';
import { createWorkspaceQueue } from './platform/storage/workspace-queue.ts';
import type { TabSettings } from './platform/tab/contract.ts';
import { pressRoute } from './platform/tab/press-route.ts';
import { createTabApi, type TabLimits } from './platform/tab/tab-api.ts';
import { tabPages, type TabFiles } from './platform/tab/tab-pages.ts';
import { createTabLink } from './platform/tab/tab-link.ts';
import type { TabRoute } from './platform/tab/tab-route.ts';
import { createTokenVerifier } from './platform/tab/user-token.ts';
import { isTeamOf } from './platform/teams/asking.ts';
import type { CardAction, Command } from './platform/teams/bot.ts';
import type { ReportFault } from './platform/teams/bot-turn.ts';
import { connectTeams, type TeamsConnection } from './platform/teams/teams-edge.ts';

export type AppParts = {
  readonly config: Config;
  /** The table of the workspaces, and the one of the postmen. */
  readonly store: TableStore;
  readonly postmen: TableStore;
  readonly newId: NewId;
  /** A new secret of 256 random bits, as 43 letters of base64url. */
  readonly newSecret: () => string;
  /** Teams meetings with an address to join, where an administrator has allowed them. */
  readonly onlineMeetings: OnlineMeetings;
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly reportFault: ReportFault;
  /** Notes what happened, as codes with ids. */
  readonly log: PostmanLog;
  /** The built tab; null where there is none, and the page then says so. */
  readonly tabFiles: TabFiles | null;
  readonly tabLimits?: Partial<TabLimits>;
};

export type App = {
  readonly routes: readonly Route[];
  /** What the tab asks below a team, as features give it: they are among `routes`. */
  readonly tabRoutes: readonly TabRoute[];
  readonly postman: Postman;
};

const READY_MS = 3_000;

/** Builds the app; nothing runs until its routes are served and its postman started. */
export function createApp(parts: AppParts): App {
  const { config, store, postmen, newId, monotonicMs, pause, random, reportFault, log } = parts;
  const teams = connectTeams({ credentials: config.identity, store, monotonicMs });
  // The postman comes last, but a commit must be able to wake it.
  const wake: Pick<Postman, 'nudge'> = { nudge: () => undefined };
  const hints = createHints(postmen, { pause, random });
  // Features write through it, so that what they keep in memory is never older than their own commits.
  const watched = watchedStore(store);
  const desk = createDeliveryDesk({ store: watched, hints, nudge: (workspace) => wake.nudge(workspace) });
  const features = createFeatures({ ...parts, store: watched }, teams, desk);
  const { messenger } = teams;
  const kinds = features.all.flatMap((feature) => feature.deliveries ?? []);
  const owner = newId();
  const metrics = config.metricsToken === null ? null : createMetrics(() => postman.counts());
  const report = metrics === null ? reportFault : countedFaults(reportFault, metrics.meter);
  const posting = { store, postmen, messenger, kinds, owner, monotonicMs, pause, random, newId, log };
  const postman: Postman = createPostman({ ...posting, ...(metrics === null ? {} : { meter: metrics.meter }) });
  wake.nudge = (workspace) => postman.nudge(workspace);
  const actions = features.all.flatMap((feature) => feature.actions ?? []);
  const tabRoutes = [pressRoute(actions), ...features.all.flatMap((feature) => feature.tabRoutes ?? [])];
  const endpoint = teams.openEndpoint({
    tenantIds: config.tenantIds,
    serviceUrlHosts: config.serviceUrlHosts,
    commands: features.all.flatMap((feature) => feature.commands ?? []),
    actions,
    replies: features.help.replies,
    onTeamEvent: async (event) => {
      await features.help.onTeamEvent(event);
      await features.reminders.onTeamEvent(event);
    },
    reportFault: report,
    onRefused: (code) => log('activity-refused', { code }),
  });
  const routes = [
    ...withMetrics(endpoint, metrics, parts),
    ...features.all.flatMap((feature) => feature.routes ?? []),
    ...createTab(parts, { teams, people: features.people, tabRoutes, reportFault: report }),
    ...healthRoutes(() => store.ping(), READY_MS),
  ];
  return { routes, tabRoutes, postman };
}

/** The tab: its pages, and behind them the API, where the same people have the same roles as in the channels. */
function createTab(
  { config, store, monotonicMs, log, tabFiles, tabLimits }: AppParts,
  about: {
    readonly teams: TeamsConnection;
    readonly people: PeopleDirectory;
    readonly tabRoutes: readonly TabRoute[];
    readonly reportFault: ReportFault;
  },
): readonly Route[] {
  const { appId, authority } = config.tab;
  const settings: TabSettings = {
    appId,
    signIn: config.identity.kind === 'Local' ? { kind: 'local', address: `${authority}/kirjaudu` } : { kind: 'teams' },
  };
  const api = createTabApi({
    routes: about.tabRoutes,
    verify: createTokenVerifier({ audience: appId, authority, tenantIds: config.tenantIds }),
    teams: about.teams,
    store,
    isAdmin: async (workspace, person) => (await about.people.load(workspace)).isAdmin(person.id),
    monotonicMs,
    reportFault: about.reportFault,
    onRefused: (code) => log('tab-refused', { code }),
    limits: tabLimits,
  });
  return [...api, ...tabPages(tabFiles, settings)];
}

/** The endpoint alone, or measured and with the page that shows what was measured. */
function withMetrics(endpoint: Route, metrics: Metrics | null, { config, monotonicMs }: AppParts): readonly Route[] {
  return metrics === null || config.metricsToken === null
    ? [endpoint]
    : [measuredRoute(endpoint, metrics.meter, monotonicMs), metricsRoute(metrics, config.metricsToken)];
}

function countedFaults(reportFault: ReportFault, meter: Meter): ReportFault {
  return (fault, where) => {
    meter.fault(where['at'] ?? 'unknown');
    return reportFault(fault, where);
  };
}

/** What a feature adds to the bot and to the tab. */
type Feature = {
  readonly commands?: readonly Command[];
  readonly actions?: readonly CardAction[];
  readonly deliveries?: readonly DeliveryKind[];
  /** What it wants people to be reminded of. */
  readonly reminders?: ReminderSource;
  readonly calendar?: CalendarSource;
  /** What it tells of the things that its messages are about. */
  readonly subjects?: MessageSubjects;
  /** What it gives to each person's own page. */
  readonly agenda?: AgendaSource;
  readonly routes?: readonly Route[];
  readonly tabRoutes?: readonly TabRoute[];
};

/** Every area of the mission. A new one is a folder and a line here. */
function createFeatures(
  parts: Omit<AppParts, 'store'> & { readonly store: WatchedStore },
  teams: TeamsConnection,
  desk: DeliveryDesk,
) {
  const { config, store, newId, newSecret, monotonicMs, onlineMeetings } = parts;
  const { roster, directory } = teams;
  const { adminIds, labels, links } = config;
  const settings = createSettings({
    store,
    roster,
    adminIds,
    newId,
    advisorLabel: labels.advisor,
    links,
    ownButtons: [ownRemindersButton],
    times: reminderDefaults(),
  });
  const { people } = settings;
  const posting = { store, desk, people, directory, newId };
  const queue = createWorkspaceQueue();
  const organisations = createOrganisations({ store, people, newId, monotonicMs });
  const { associations } = organisations;
  const cases = createCases({ ...posting, roster, queue, monotonicMs, associations, page: createTabLink(config) });
  const bulletins = createBulletins({ ...posting, advisorLabel: labels.advisor });
  const support = createSupport(posting);
  const library = createLibrary(posting);
  const privacy = createPrivacy({ people, controller: labels.controller });
  const meetings = createMeetings({ ...posting, roster, cases: cases.openCases, online: onlineMeetings });
  const dated: readonly Feature[] = [cases, meetings, bulletins, support, library];
  const calendar = createCalendar({
    store,
    sources: dated.flatMap((feature) => feature.calendar ?? []),
    isMember: (workspace, person) => isTeamOf(teams, workspace, person),
    newId,
    newSecret,
    monotonicMs,
    publicUrl: config.publicUrl,
  });
  const sources = dated.flatMap((feature) => feature.reminders ?? []);
  const reminders = createReminders({ store, desk, people, directory, newId, sources });
  const counting = { cases: cases.overview, people, calendar: calendar.ofCounty };
  const inTab: readonly Feature[] = [createStatistics(counting), createCounties(counting), organisations];
  const working: readonly Feature[] = [...dated, calendar, settings, privacy];
  const commands = working.flatMap((feature) => feature.commands ?? []);
  const help = createHelp({ desk, directory, people, commands });
  const speaking: readonly Feature[] = [...working, { ...reminders, commands: [] }, help];
  const all = [...speaking, ...inTab, ...createAcross({ store, desk, people, directory, newId }, dated, speaking)];
  return { all, help, reminders, people };
}

type Common = Omit<Parameters<typeof createDeliveries>[0], 'kinds' | 'subjects'>;

/** What is in the tab alone: it adds nothing to the bot. */
function createAcross(common: Common, dated: readonly Feature[], speaking: readonly Feature[]): readonly Feature[] {
  const deliveries = createDeliveries({
    ...common,
    kinds: speaking.flatMap((feature) => feature.deliveries ?? []),
    subjects: dated.flatMap((feature) => feature.subjects ?? []),
  });
  const overview = createOverview({
    people: common.people,
    sources: dated.flatMap((feature) => feature.agenda ?? []),
    calendars: dated.flatMap((feature) => feature.calendar ?? []),
  });
  return [deliveries, overview];
}
