// The app put together: every feature on the platform. It reads no environment and opens no socket (index.ts does), so
// that tests run exactly what production runs.
import type { Config } from './config.ts';
import { createCases } from './features/cases/index.ts';
import { createHelp } from './features/help/index.ts';
import { createPrivacy } from './features/privacy/index.ts';
import { createSettings } from './features/settings/index.ts';
import type { NewId } from './kernel/ids.ts';
import { createDeliveryDesk } from './platform/delivery/delivery-desk.ts';
import { createHints } from './platform/delivery/hints.ts';
import type { Postman } from './platform/delivery/postman.ts';
import { createPostman } from './platform/delivery/postman.ts';
import type { PostmanLog } from './platform/delivery/postman-deps.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import type { Route } from './platform/http/route.ts';
import type { TableStore } from './platform/storage/table-store.ts';
import { createWorkspaceQueue } from './platform/storage/workspace-queue.ts';
import { connectTeams } from './platform/teams/teams-edge.ts';
import type { ReportFault } from './platform/teams/bot-turn.ts';

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
  const wake: { nudge: () => void } = { nudge: () => undefined };
  const desk = createDeliveryDesk({
    store,
    hints: createHints(postmen, { pause, random }),
    nudge: () => wake.nudge(),
  });
  const { roster, directory, messenger } = teams;
  const settings = createSettings({
    store,
    roster,
    adminIds: config.adminIds,
    newId,
    advisorLabel: config.labels.advisor,
  });
  const cases = createCases({
    store,
    desk,
    people: settings.people,
    queue: createWorkspaceQueue(),
    directory,
    newId,
    links: { legalAdvice: config.links.legalAdvice, model: config.links.model },
  });
  const privacy = createPrivacy({
    people: settings.people,
    controller: config.labels.controller,
    link: config.links.privacy,
  });
  const working = [cases, settings, privacy];
  const help = createHelp({
    desk,
    directory,
    people: settings.people,
    model: config.links.model,
    commands: working.flatMap((feature) => feature.commands),
  });
  const features = [...working, help];
  const postman = createPostman({
    store,
    postmen,
    messenger,
    kinds: [...cases.deliveries, ...help.deliveries],
    owner: newId(),
    monotonicMs,
    pause,
    random,
    newId,
    log,
  });
  wake.nudge = () => postman.nudge();
  const endpoint = teams.openEndpoint({
    tenantIds: config.tenantIds,
    serviceUrlHosts: config.serviceUrlHosts,
    commands: features.flatMap((feature) => feature.commands),
    actions: features.flatMap((feature) => feature.actions),
    replies: help.replies,
    onTeamEvent: help.onTeamEvent,
    reportFault,
    onRefused: (code) => log('activity-refused', { code }),
  });
  return { routes: [endpoint, ...healthRoutes(() => store.ping(), READY_MS)], postman };
}
