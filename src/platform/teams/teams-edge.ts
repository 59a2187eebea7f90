// The bot edge put together: what index.ts needs to know of Teams is here.
import type { Route } from '../http/route.ts';
import type { Store } from '../storage/store.ts';
import { REQUEST_MS } from './attempt-limits.ts';
import { createAuthenticator } from './authenticator.ts';
import { createBotApplication } from './bot-application.ts';
import type { BotCredentials } from './bot-authentication.ts';
import { botEndpoint } from './bot-endpoint.ts';
import type { ReportFault, TurnParts } from './bot-turn.ts';
import type { CardAction, Command, TeamEvent } from './bot.ts';
import { createCommandRouter } from './command-router.ts';
import type { EdgeReplies } from './edge-replies.ts';
import type { Messenger } from './messenger.ts';
import { createSeenMessages } from './seen-messages.ts';
import { TeamsAdapter } from './teams-adapter.ts';
import { openOutbound } from './teams-outbound.ts';
import type { TeamsRoster } from './teams-roster.ts';
import type { WorkspaceDirectory } from './workspace-directory.ts';

export type TeamsLimits = {
  /** One request to Teams. */
  readonly requestMs: number;
  /** One turn, without the sending of its reply. */
  readonly turnMs: number;
  /** Fetching Microsoft's keys. */
  readonly keysMs: number;
};

const LIMITS: TeamsLimits = { requestMs: REQUEST_MS, turnMs: 3_000, keysMs: 5_000 };

export type ConnectionParts = {
  readonly credentials: BotCredentials;
  readonly store: Store;
  readonly monotonicMs: () => number;
  readonly limits?: Partial<TeamsLimits>;
};

/** What features and the delivery engine use of Teams; it stands before any feature is built. */
export type TeamsConnection = {
  readonly messenger: Messenger;
  readonly roster: TeamsRoster;
  readonly directory: WorkspaceDirectory;
  /** The way in, once the features are there. */
  openEndpoint(parts: EndpointOptions): Route;
};

export type EndpointOptions = {
  readonly tenantIds: ReadonlySet<string>;
  readonly serviceUrlHosts: ReadonlySet<string>;
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly replies: EdgeReplies;
  readonly onTeamEvent: (event: TeamEvent) => Promise<void>;
  readonly reportFault: ReportFault;
  readonly onRefused: (code: string) => void;
};

/** Connects to Teams with these credentials; nothing is sent or received yet. */
export function connectTeams(parts: ConnectionParts): TeamsConnection {
  const { credentials, store, monotonicMs } = parts;
  const limits = { ...LIMITS, ...parts.limits };
  const outbound = openOutbound({ credentials, store, monotonicMs, requestMs: limits.requestMs });
  const { authentication, proactive, directory, roster, messenger } = outbound;
  const seen = createSeenMessages(store);
  return {
    messenger,
    roster,
    directory,
    openEndpoint(options) {
      const { replies, reportFault, onTeamEvent, onRefused, tenantIds, serviceUrlHosts } = options;
      const asking = { store, directory, roster, proactive, deadlineMs: limits.requestMs };
      const route = createCommandRouter(options.commands);
      const actions = actionsByVerb(options.actions);
      const turns: TurnParts = { ...asking, route, actions, replies, seen, reportFault, budgetMs: limits.turnMs };
      const events = { botId: credentials.botId, store, directory, seen, onTeamEvent };
      const loopbackOnly = credentials.kind === 'Local';
      return botEndpoint({
        policy: { botId: credentials.botId, tenantIds, serviceUrlHosts, loopbackOnly },
        authenticator: createAuthenticator({
          authentication,
          botId: credentials.botId,
          deadlineMs: limits.keysMs,
        }),
        adapter: new TeamsAdapter(authentication, limits.requestMs),
        application: createBotApplication({ turns, events }),
        reportFault,
        onRefused,
      });
    },
  };
}

function actionsByVerb(actions: readonly CardAction[]): ReadonlyMap<string, CardAction> {
  const byVerb = new Map(actions.map((action) => [action.verb, action]));
  if (byVerb.size !== actions.length) {
    throw new Error('two card actions share a verb');
  }
  return byVerb;
}
