// The app put together: every feature on the platform. It reads no environment and opens no socket (index.ts does), so
// that tests run exactly what production runs.
import type { Config } from './config.ts';
import { createCases } from './features/cases/index.ts';
import { createHelp } from './features/help/index.ts';
import { createMeetings } from './features/meetings/index.ts';
import { createPrivacy } from './features/privacy/index.ts';
import { createReminders, ownRemindersButton, type ReminderSource } from './features/reminders/index.ts';
import { createSettings } from './features/settings/index.ts';
import type { NewId } from './kernel/ids.ts';
import type { CalendarSource } from './platform/calendar/calendar-entry.ts';
import type { DeliveryKind } from './platform/delivery/delivery.ts';
import { NO_ONLINE_MEETINGS } from './platform/graph/online-meetings.ts';
import { createDeliveryDesk, type DeliveryDesk } from './platform/delivery/delivery-desk.ts';
import { createHints } from './platform/delivery/hints.ts';
import { createPostman, type Postman } from './platform/delivery/postman.ts';
import type { PostmanLog } from './platform/delivery/postman-deps.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import type { Route } from './platform/http/route.ts';
import type { TableStore } from './platform/storage/table-store.ts';
import { createWorkspaceQueue } from './platform/storage/workspace-queue.ts';
import type { CardAction, Command } from './platform/teams/bot.ts';
import type { ReportFault } from './platform/teams/bot-turn.ts';
import { connectTeams, type TeamsConnection } from './platform/teams/teams-edge.ts';

export type AppParts = {
  readonly config: Config;
  /** The table of the workspaces, and the one of the postmen. */
  readonly store: TableStore;
  readonly postmen: TableStore;
  readonly newId: NewId;
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly reportFault: ReportFault;
  /** Notes what happened, as codes with ids. */
  readonly log: PostmanLog;
};

export type App = { readonly routes: readonly Route[]; readonly postman: Postman };

const READY_MS = 3_000;

/** Builds the app; nothing runs until its routes are served and its postman started. */
export function createApp(parts: AppParts): App {
  const { config, store, postmen, newId, monotonicMs, pause, random, reportFault, log } = parts;
  const teams = connectTeams({ credentials: config.identity, store, monotonicMs });
  // The postman comes last, but a commit must be able to wake it.
  const wake = { nudge: (): void => undefined };
  const hints = createHints(postmen, { pause, random });
  const desk = createDeliveryDesk({ store, hints, nudge: () => wake.nudge() });
  const features = createFeatures(parts, teams, desk);
  const { messenger } = teams;
  const kinds = features.all.flatMap((feature) => feature.deliveries ?? []);
  const owner = newId();
  const postman = createPostman({ store, postmen, messenger, kinds, owner, monotonicMs, pause, random, newId, log });
  wake.nudge = () => postman.nudge();
  const endpoint = teams.openEndpoint({
    tenantIds: config.tenantIds,
    serviceUrlHosts: config.serviceUrlHosts,
    commands: features.all.flatMap((feature) => feature.commands),
    actions: features.all.flatMap((feature) => feature.actions),
    replies: features.help.replies,
    onTeamEvent: async (event) => {
      await features.help.onTeamEvent(event);
      await features.reminders.onTeamEvent(event);
    },
    reportFault,
    onRefused: (code) => log('activity-refused', { code }),
  });
  return { routes: [endpoint, ...healthRoutes(() => store.ping(), READY_MS)], postman };
}

/** What a feature adds to the bot. */
type Feature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries?: readonly DeliveryKind[];
  /** What it wants people to be reminded of. */
  readonly reminders?: ReminderSource;
  /** What it has to be seen in calendars. */
  readonly calendar?: CalendarSource;
};

/** Every area of the mission. A new one is a folder and a line here. */
function createFeatures({ config, store, newId }: AppParts, teams: TeamsConnection, desk: DeliveryDesk) {
  const { roster, directory } = teams;
  const { adminIds, labels, links } = config;
  const settings = createSettings({
    store,
    roster,
    adminIds,
    newId,
    advisorLabel: labels.advisor,
    ownButtons: [ownRemindersButton],
  });
  const { people } = settings;
  const caseLinks = { legalAdvice: links.legalAdvice, model: links.model };
  const cases = createCases({ store, desk, people, queue: createWorkspaceQueue(), directory, newId, links: caseLinks });
  const privacy = createPrivacy({ people, controller: labels.controller, link: links.privacy });
  const meetings = createMeetings({
    store,
    desk,
    people,
    directory,
    roster,
    newId,
    cases: cases.openCases,
    online: NO_ONLINE_MEETINGS,
  });
  const working: readonly Feature[] = [cases, meetings, settings, privacy];
  const sources = working.flatMap((feature) => feature.reminders ?? []);
  const reminders = createReminders({ store, desk, people, directory, newId, sources });
  const commands = working.flatMap((feature) => feature.commands);
  const help = createHelp({ desk, directory, people, model: links.model, commands });
  const all: readonly Feature[] = [...working, { ...reminders, commands: [] }, help];
  return { all, help, reminders };
}
