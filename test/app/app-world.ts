// The whole app as it runs, in a Teams of its own: people write and press over HTTP with real tokens, rows lie in a real
// storage whose clock the test sets, and the postman works when the test says so.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { startTokenIssuer as startLocalIssuer } from '../../infra/local/token-issuer.ts';
import { startSigningProxy } from '../../infra/local/signing-proxy.ts';
import { createApp } from '../../src/app.ts';
import { LOCAL_BOT_ID, parseConfig } from '../../src/config.ts';
import { loadCase, findCaseId } from '../../src/features/cases/use-cases/load-case.ts';
import type { Case } from '../../src/features/cases/domain/case.ts';
import { parseChannelId, workspaceKey } from '../../src/kernel/ids.ts';
import { parseInstant } from '../../src/kernel/helsinki-time.ts';
import type { Instant } from '../../src/kernel/instants.ts';
import type { Delivery } from '../../src/platform/delivery/delivery.ts';
import type { Postman } from '../../src/platform/delivery/postman.ts';
import { readWorkspaceDeliveries } from '../../src/platform/delivery/read-deliveries.ts';
import { NO_ONLINE_MEETINGS } from '../../src/platform/graph/online-meetings.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createStorageClock } from '../../src/platform/storage/storage-clock.ts';
import type { TableStore } from '../../src/platform/storage/table-store.ts';
import type { TabFiles } from '../../src/platform/tab/tab-pages.ts';
import type { TabRoute } from '../../src/platform/tab/tab-route.ts';
import type { TabLimits } from '../../src/platform/tab/tab-api.ts';
import { createWorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';
import { openTestStore } from '../support/azurite.ts';
import { BOT_ACCOUNT, createTeamsSide, GENERAL, TENANT, type TeamsSide } from '../support/bot-client.ts';
import {
  startTeamsConnector,
  type ConnectorMember,
  type ConnectorTeam,
  type TeamsConnector,
} from '../support/teams-connector.ts';
import { createTabSide, type TabSide, type TabSideParts } from '../support/tab-client.ts';
import type { TravellingTables } from '../support/time-travel.ts';
import { startTokenIssuer, type TokenParts } from '../support/token-issuer.ts';
import { KAISA, TEAM } from './people.ts';

/** Tuesday 24.11.2026 at 11.00 in Helsinki. */
export const TUESDAY = '2026-11-24T09:00:00.000Z';

export const WORKSPACE = known(workspaceKey(TENANT, GENERAL));

/** Where people reach the app, as far as it knows; tests fetch the same paths where it listens. */
export const PUBLIC_URL = 'https://ratkaisupolku.example.org';

/** What the app noted or reported, exactly as it would be logged. */
export type Note = { readonly code: string; readonly about: Readonly<Record<string, unknown>> };

/** One running app. */
export interface AppProcess extends TeamsSide, TabSide {
  /** Where it listens, `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly postman: Postman;
  readonly tabRoutes: readonly TabRoute[];
  close(): Promise<void>;
}

export interface AppWorld extends AppProcess {
  readonly connector: TeamsConnector;
  /** The storage itself, whatever a test has put between it and the app. */
  readonly store: TableStore;
  /** Of all processes, in order. */
  readonly notes: readonly Note[];
  readonly faults: readonly { readonly fault: unknown; readonly where: Readonly<Record<string, string>> }[];
  /** The bot learns of a team as when it is added there, without its welcome. */
  introduce(team: ConnectorTeam): Promise<void>;
  /** Another process of the app on the same storage. */
  another(): Promise<AppProcess>;
  /** From now on it is this moment for everybody. */
  travel(to: string): Promise<void>;
  read(number: string): Promise<Case>;
  deliveries(): Promise<readonly Delivery[]>;
}

export type AppWorldOptions = {
  readonly tables: TravellingTables;
  /** Puts something between the app and its storage. */
  readonly wrap?: (store: TableStore) => TableStore;
  /** Nobody signs: the local signing proxy stands before the app, as on a developer's machine. */
  readonly isBehindProxy?: boolean;
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** The built pages, for tests in a browser; without them the API alone is served. */
  readonly tabFiles?: TabFiles | null;
  readonly tabLimits?: Partial<TabLimits>;
};

/** A fresh world on that Tuesday with TEAM in it; Kaisa is the admin of the configuration. */
export async function openAppWorld(options: AppWorldOptions): Promise<AppWorld> {
  const { tables, wrap = (store) => store, isBehindProxy = false, env = {}, tabFiles = null, tabLimits } = options;
  await tables.travel(instant(TUESDAY));
  const clock = createStorageClock(() => tables.monotonicMs());
  const [opened, connector, signing] = await Promise.all([
    openTestStore({ url: tables.url, clock }),
    startTeamsConnector(),
    startSigning(isBehindProxy),
  ]);
  connector.setTeam(TEAM);
  const { store, postmen } = opened;
  const notes: Note[] = [];
  const faults: { fault: unknown; where: Readonly<Record<string, string>> }[] = [];
  const parts = {
    config: parseConfig({ ...localEnvironment(signing.issuerUrl, tables.url), ...env }),
    store: wrap(store),
    postmen,
    monotonicMs: () => tables.monotonicMs(),
    tabFiles,
    ...(tabLimits === undefined ? {} : { tabLimits }),
    log: (code: string, about: Readonly<Record<string, string | number>>) => void notes.push({ code, about }),
    reportFault: (fault: unknown, where: Readonly<Record<string, string>>) => `ref-${faults.push({ fault, where })}`,
  };
  const processes: AppProcess[] = [];
  const start = async (): Promise<AppProcess> => {
    const started = await startProcess(parts, connector, signing, {
      introduce: once(() => tellOfTeam({ store, connector }, TEAM)),
      presentMs: () => tables.presentMs(),
    });
    processes.push(started);
    return started;
  };
  return {
    ...(await start()),
    connector,
    store,
    notes,
    faults,
    introduce: (team) => tellOfTeam({ store, connector }, team),
    another: start,
    travel: (to) => tables.travel(instant(to)),
    read: async (number) => {
      const id = known(await findCaseId(store, WORKSPACE, number));
      return known(await loadCase(store, WORKSPACE, id)).c;
    },
    deliveries: async () => (await readWorkspaceDeliveries(store, WORKSPACE)).deliveries.map(({ record }) => record),
    async close() {
      await Promise.all(processes.map((each) => each.close()));
      await Promise.all([connector.close(), signing.close()]);
    },
  };
}

type ProcessParts = Omit<
  Parameters<typeof createApp>[0],
  'newId' | 'newSecret' | 'onlineMeetings' | 'pause' | 'random'
>;

type TabParts = Pick<TabSideParts, 'introduce'> & { readonly presentMs: () => number };

async function startProcess(
  parts: ProcessParts,
  connector: TeamsConnector,
  signing: Signing,
  { introduce, presentMs }: TabParts,
): Promise<AppProcess> {
  const nextUlid = monotonicFactory();
  const app = createApp({
    ...parts,
    newId: () => nextUlid(Date.parse(TUESDAY)),
    onlineMeetings: NO_ONLINE_MEETINGS,
    newSecret: () => randomBytes(32).toString('base64url'),
    pause: () => Promise.resolve(),
    random: () => randomInt(1_000) / 1_000,
  });
  const server = createServer({ routes: app.routes, reportFault: parts.reportFault, limits: { graceMs: 100 } });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const front = await signing.standBefore(url);
  return {
    ...createTeamsSide(`${front.url}/api/messages`, { connector, issuer: signing.issuer }),
    ...createTabSide({
      url,
      team: GENERAL,
      introduce,
      token: (person, change) => signing.userToken(person, presentMs(), change),
    }),
    url,
    postman: app.postman,
    tabRoutes: app.tabRoutes,
    async close() {
      await Promise.all([front.close(), server.close()]);
      await app.postman.stop();
    },
  };
}

/** What the app is told in a world of its own; Kaisa is its first admin. */
export function localEnvironment(issuerUrl: string, tablesUrl: string): Readonly<Record<string, string>> {
  return {
    BOT_ID: LOCAL_BOT_ID,
    BOT_TYPE: 'Local',
    LOCAL_ISSUER: issuerUrl,
    TENANT_IDS: TENANT,
    ADMIN_IDS: KAISA.aadObjectId,
    TABLES_URL: tablesUrl,
    PORT: '0',
    PUBLIC_URL,
  };
}

/** Who vouches for what people send. */
type Signing = {
  readonly issuerUrl: string;
  /** Signs as Teams does; null where a proxy before the app signs. */
  readonly issuer: Awaited<ReturnType<typeof startTokenIssuer>> | null;
  /** What the person's page has when it is signed in. */
  userToken(person: ConnectorMember, presentMs: number, change?: (good: TokenParts) => TokenParts): Promise<string>;
  standBefore(appUrl: string): Promise<{ readonly url: string; close(): Promise<void> }>;
  close(): Promise<void>;
};

async function startSigning(isBehindProxy: boolean): Promise<Signing> {
  if (!isBehindProxy) {
    const issuer = await startTokenIssuer();
    return {
      issuerUrl: issuer.url,
      issuer,
      userToken: ({ aadObjectId, name, tenantId = TENANT }, presentMs, change) =>
        Promise.resolve(
          issuer.userToken({ appId: LOCAL_BOT_ID, tenantId, objectId: aadObjectId, name, presentMs }, change),
        ),
      standBefore: (url) => Promise.resolve({ url, close: () => Promise.resolve() }),
      close: () => issuer.close(),
    };
  }
  const { url, signActivityToken, stop } = await startLocalIssuer(0, {
    botId: LOCAL_BOT_ID,
    // Nobody signs in there: their time is not the tests'.
    appUrl: 'http://127.0.0.1:9',
    presentMs: () => Promise.resolve(0),
  });
  return {
    issuerUrl: url,
    issuer: null,
    userToken: () => Promise.reject(new Error('behind the proxy people sign in by the page')),
    async standBefore(appUrl) {
      const proxy = await startSigningProxy(0, { appUrl, playgroundUrl: null, signActivityToken });
      return { url: `http://127.0.0.1:${proxy.port}`, close: () => proxy.stop() };
    },
    close: stop,
  };
}

async function tellOfTeam(
  { store, connector }: { readonly store: TableStore; readonly connector: TeamsConnector },
  team: ConnectorTeam,
): Promise<void> {
  const directory = createWorkspaceDirectory(store, () => 0);
  const workspace = known(workspaceKey(TENANT, team.id));
  if ((await directory.find(workspace)) !== null) {
    return;
  }
  await directory.remember(workspace, {
    tenantId: TENANT,
    teamId: team.id,
    aadGroupId: `group-of-${team.id}`,
    name: team.name,
    serviceUrl: connector.url,
    botTeamsId: BOT_ACCOUNT.id,
    generalChannelId: known(parseChannelId(team.id)),
  });
  for (const { id, name, type } of team.channels) {
    const access = type === 'standard' ? 'team' : 'restricted';
    await directory.rememberChannel(workspace, {
      channelId: known(parseChannelId(id)),
      name,
      access,
      isDeleted: false,
    });
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

function instant(text: string): Instant {
  return known(parseInstant(text));
}

/** The value, which has to be there. */
export function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) {
    throw new Error('what the test relies on is not there');
  }
  return value;
}

/** A word that nothing else has, for what a test looks for later. Letters only: digits might be somebody's number. */
export function marked(word: string): string {
  return (
    word +
    randomUUID()
      .slice(0, 8)
      .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
  );
}
