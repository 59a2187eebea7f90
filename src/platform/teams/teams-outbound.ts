// The way out to Teams put together: what speaks there on its own needs no more than this.
import type { Store } from '../storage/store.ts';
import { TOKEN_MS } from './attempt-limits.ts';
import { type BotAuthentication, type BotCredentials, createBotAuthentication } from './bot-authentication.ts';
import type { Messenger } from './messenger.ts';
import { createProactive, type Proactive } from './proactive.ts';
import { TeamsAdapter } from './teams-adapter.ts';
import { createTeamsMessenger } from './teams-messenger.ts';
import { createTeamsRoster, type TeamsRoster } from './teams-roster.ts';
import { createWorkspaceDirectory, type WorkspaceDirectory } from './workspace-directory.ts';

export type TeamsOutbound = {
  readonly authentication: BotAuthentication;
  readonly proactive: Proactive;
  readonly directory: WorkspaceDirectory;
  readonly roster: TeamsRoster;
  readonly messenger: Messenger;
};

/** Everything on the way out, with these credentials; `requestMs` is how long one request may take. */
export function openOutbound(parts: {
  readonly credentials: BotCredentials;
  readonly store: Store;
  readonly monotonicMs: () => number;
  readonly requestMs: number;
}): TeamsOutbound {
  const { credentials, store, monotonicMs, requestMs } = parts;
  const authentication = createBotAuthentication(credentials, TOKEN_MS);
  const adapter = new TeamsAdapter(authentication, requestMs);
  const proactive = createProactive(adapter, credentials.botId);
  const directory = createWorkspaceDirectory(store, monotonicMs);
  const roster = createTeamsRoster({ proactive, directory, monotonicMs });
  const messenger = createTeamsMessenger({ proactive, directory, roster, connectorKey: adapter.ConnectorClientKey });
  return { authentication, proactive, directory, roster, messenger };
}
