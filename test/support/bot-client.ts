// Teams' other side: people who write and press, and the whole bot behind real HTTP with real tokens and real storage.
import { LOCAL_BOT_ID } from '../../src/config.ts';
import { createServer } from '../../src/platform/http/server.ts';
import type { Card } from '../../src/platform/cards/card.ts';
import type { Store } from '../../src/platform/storage/store.ts';
import {
  connectTeams,
  type EndpointOptions,
  type TeamsConnection,
  type TeamsLimits,
} from '../../src/platform/teams/teams-edge.ts';
import { openTestStore } from './azurite.ts';
import {
  startTeamsConnector,
  type ConnectorMember,
  type ConnectorTeam,
  type TeamsConnector,
} from './teams-connector.ts';
import { startTokenIssuer, type TokenIssuer, type TokenParts } from './token-issuer.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const BOT_ACCOUNT = { id: `28:${LOCAL_BOT_ID}`, name: 'Ratkaisupolku' };

export const AINO: ConnectorMember = {
  id: '29:aino',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Aino Aalto',
  userRole: 'user',
  tenantId: TENANT,
};
export const BENGT: ConnectorMember = {
  id: '29:bengt',
  aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000002',
  name: 'Bengt Berg',
  userRole: 'guest',
  tenantId: TENANT,
};
/** In no team. */
export const STRANGER: ConnectorMember = {
  id: '29:stranger',
  aadObjectId: 'cccccccc-0000-4000-8000-000000000003',
  name: 'Cecilia Outsider',
  tenantId: TENANT,
};

export const GENERAL = '19:general@thread.tacv2';
export const CASES = '19:cases@thread.tacv2';
export const PRIVATE = '19:private@thread.tacv2';

export const TEAM: ConnectorTeam = {
  id: GENERAL,
  name: 'Alueellinen vaikuttaminen',
  members: [AINO, BENGT],
  channels: [
    { id: GENERAL, name: 'General', type: 'standard' },
    { id: CASES, name: 'Tapaukset', type: 'standard' },
    { id: PRIVATE, name: 'Rajattu', type: 'private', members: [AINO] },
  ],
};

/** What Teams got back for one delivery: the answer itself and the messages that the bot posted meanwhile. */
export type Answered = {
  readonly status: number;
  readonly body: unknown;
  /** The card of an answered press; null when there is none. */
  readonly card: Readonly<Record<string, unknown>> | null;
  /** The activities that the bot posted, in order. */
  readonly posted: readonly Readonly<Record<string, unknown>>[];
};

/** Where something is said. `root` is the thread's first message; without it a new thread begins. */
export type Where = { readonly channel: string; readonly root?: string } | 'personal' | 'groupChat';

export type Fields = Readonly<Record<string, unknown>>;

/** What people do and what Teams tells, delivered to a bot. */
export interface TeamsSide {
  /** A message. `over` replaces fields of the activity. */
  say(person: ConnectorMember, text: string, where?: Where, over?: Fields): Promise<Answered>;
  /** An Action.Execute of a card. */
  press(person: ConnectorMember, verb: string, data?: Fields, where?: Where, over?: Fields): Promise<Answered>;
  /** An Action.Submit of a client too old for Action.Execute. */
  submit(person: ConnectorMember, verb: string, data?: Fields, where?: Where): Promise<Answered>;
  /** A conversationUpdate about the team. */
  tell(event: Fields, over?: Fields): Promise<Answered>;
  /** Sends the activity as it is, with a good token or what `change` makes of it; null sends none. */
  deliver(activity: Fields, change?: ((good: TokenParts) => TokenParts) | null): Promise<Answered>;
}

export interface BotClient extends TeamsSide {
  readonly url: string;
  readonly botId: string;
  readonly store: Store;
  readonly connector: TeamsConnector;
  readonly issuer: TokenIssuer;
  readonly connection: TeamsConnection;
  /** Faults that were reported, in order; the reference of the first is `ref-1`. */
  readonly faults: readonly unknown[];
  /** Codes of what the endpoint refused. */
  readonly refused: readonly string[];
  /** Starts another process of the bot on the same storage. */
  restarted(): Promise<BotClient>;
  close(): Promise<void>;
}

export type BotParts = Pick<EndpointOptions, 'commands' | 'actions' | 'replies'> &
  Partial<Pick<EndpointOptions, 'onTeamEvent'>>;

/** Features as a function of what they stand on, or ready. */
export type BotSetup =
  BotParts | ((parts: { readonly store: Store; readonly connection: TeamsConnection }) => BotParts);

/** A clock of its own for the caches, and shorter limits. */
export type BotSettings = { readonly monotonicMs?: () => number; readonly limits?: Partial<TeamsLimits> };

type Teams = { readonly connector: TeamsConnector; readonly issuer: TokenIssuer | null };
type World = Teams & { readonly store: Store; readonly issuer: TokenIssuer };

/** The bot with these features on fresh storage, in a Teams of its own that has TEAM. */
export async function startBot(setup: BotSetup, about: BotSettings = {}): Promise<BotClient> {
  const [{ store }, connector, issuer] = await Promise.all([
    openTestStore(),
    startTeamsConnector(),
    startTokenIssuer(),
  ]);
  connector.setTeam(TEAM);
  const client = await startProcess(setup, { store, connector, issuer }, about);
  return {
    ...client,
    async close() {
      await client.close();
      await Promise.all([connector.close(), issuer.close()]);
    },
  };
}

async function startProcess(setup: BotSetup, world: World, about: BotSettings): Promise<BotClient> {
  const faults: unknown[] = [];
  const refused: string[] = [];
  const reportFault = (fault: unknown): string => `ref-${faults.push(fault)}`;
  const connection = connectTeams({
    credentials: { kind: 'Local', botId: LOCAL_BOT_ID, issuer: world.issuer.url },
    store: world.store,
    monotonicMs: about.monotonicMs ?? (() => performance.now()),
    ...(about.limits === undefined ? {} : { limits: about.limits }),
  });
  const parts = typeof setup === 'function' ? setup({ store: world.store, connection }) : setup;
  const endpoint = connection.openEndpoint({
    tenantIds: new Set([TENANT]),
    serviceUrlHosts: new Set(),
    commands: parts.commands,
    actions: parts.actions,
    replies: parts.replies,
    onTeamEvent: parts.onTeamEvent ?? (() => Promise.resolve()),
    reportFault,
    onRefused: (code) => refused.push(code),
  });
  const server = createServer({ routes: [endpoint], reportFault, limits: { graceMs: 100 } });
  const port = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/api/messages`;
  return {
    ...world,
    ...createTeamsSide(url, world),
    url,
    botId: LOCAL_BOT_ID,
    connection,
    faults,
    refused,
    restarted: () => startProcess(setup, world, about),
    close: () => server.close(),
  };
}

/** Teams towards the bot that takes its messages at `url`; without an issuer nothing is signed. */
export function createTeamsSide(url: string, world: Teams): TeamsSide {
  const deliver = createDeliver(url, world);
  const id = createIds();
  return {
    deliver,
    say: (person, text, where = { channel: CASES }, over = {}) =>
      deliver({ ...activityOf(world, person, where, id()), type: 'message', text, ...over }),
    press: (person, verb, data = {}, where = { channel: CASES }, over = {}) =>
      deliver({
        ...activityOf(world, person, where, id()),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        replyToId: '1600000000001',
        ...over,
      }),
    submit: (person, verb, data = {}, where = { channel: CASES }) =>
      deliver({
        ...activityOf(world, person, where, id()),
        type: 'message',
        value: { ...data, verb },
        replyToId: '1600000000001',
      }),
    tell: (event, over = {}) => deliver({ ...eventOf(world, id()), ...event, ...over }),
  };
}

/** Ids as Teams makes them: milliseconds, rising. Counted, so that no two messages of a test share one. */
function createIds(): () => string {
  let next = 1_650_000_000_000 + Math.floor(performance.now() * 1_000);
  return () => String((next += 1));
}

function activityOf(world: Teams, person: ConnectorMember, where: Where, id: string): Fields {
  const common = {
    id,
    channelId: 'msteams',
    serviceUrl: world.connector.url,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: BOT_ACCOUNT,
  };
  if (typeof where === 'string') {
    const conversation = {
      id: `a:${where}-${person.id}`,
      conversationType: where,
      isGroup: where !== 'personal',
      tenantId: TENANT,
    };
    return { ...common, conversation, channelData: { tenant: { id: TENANT } } };
  }
  return {
    ...common,
    conversation: {
      id: `${where.channel};messageid=${where.root ?? id}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT,
    },
    channelData: { tenant: { id: TENANT }, team: { id: TEAM.id }, channel: { id: where.channel } },
  };
}

function eventOf(world: Teams, id: string): Fields {
  return {
    type: 'conversationUpdate',
    id,
    channelId: 'msteams',
    serviceUrl: world.connector.url,
    from: { id: AINO.id, aadObjectId: AINO.aadObjectId },
    recipient: BOT_ACCOUNT,
    conversation: { id: TEAM.id, conversationType: 'channel', isGroup: true, tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: TEAM.id, name: TEAM.name, aadGroupId: 'group-1' } },
  };
}

function createDeliver(url: string, world: Teams): TeamsSide['deliver'] {
  return async (activity, change) => {
    const before = world.connector.messages.length;
    const serviceUrl = typeof activity['serviceUrl'] === 'string' ? activity['serviceUrl'] : world.connector.url;
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (change !== null && world.issuer !== null) {
      headers['authorization'] = `Bearer ${world.issuer.token(LOCAL_BOT_ID, serviceUrl, change)}`;
    }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const posted = world.connector.messages.slice(before).map((message) => message.activity);
    return { status: response.status, body, card: cardOfAnswer(body), posted };
  };
}

function cardOfAnswer(body: unknown): Fields | null {
  const value = propertyOf(body, 'value');
  return propertyOf(body, 'type') === 'application/vnd.microsoft.card.adaptive' && isRecord(value) ? value : null;
}

/** The card of a posted activity; null when it holds none. */
export function cardOf(activity: Fields | undefined): Fields | null {
  const attachments = activity?.['attachments'];
  const content = Array.isArray(attachments) ? propertyOf(attachments[0], 'content') : undefined;
  return isRecord(content) ? content : null;
}

/** A card that is expanded enough for a test of the edge. */
export function plainCard(text: string): Card {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] };
  // A brand has no other maker than the template engine, which tests of the edge do without.
  return card as unknown as Card;
}

function propertyOf(holder: unknown, name: string): unknown {
  return isRecord(holder) ? holder[name] : undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
