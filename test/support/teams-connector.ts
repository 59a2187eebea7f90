// Teams' side of the conversation: the connector that the bot calls. It keeps teams, channels, members and messages, and
// can be told to misbehave.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type ConnectorMember = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userRole?: 'user' | 'guest';
  readonly tenantId?: string;
};

export type ConnectorChannel = {
  readonly id: string;
  readonly name: string;
  readonly type?: 'standard' | 'private' | 'shared';
  /** Who sees a channel that is not for the whole team. */
  readonly members?: readonly ConnectorMember[];
};

export type ConnectorTeam = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly ConnectorMember[];
  readonly channels: readonly ConnectorChannel[];
};

/** One message in a conversation, as its last update left it. */
export type ConnectorMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly replyToId: string | null;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly updates: number;
};

export type ConnectorRequest = { readonly method: string; readonly path: string; readonly body: string };

/**
 * A status (with headers or a body), or what networks do. `hang`: no answer ever. `reset`, `stall`, `garbage`: the message
 * is taken, then the line is cut, or the answer begins and never ends, or it is not what it says. `cut`: not even taken.
 */
export type ConnectorAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | 'hang'
  | 'reset'
  | 'stall'
  | 'garbage'
  | 'cut';

export interface TeamsConnector {
  readonly url: string;
  /** All requests since the start or the last `forget`. */
  readonly requests: readonly ConnectorRequest[];
  /** All messages, in the order they came, as they are now. */
  readonly messages: readonly ConnectorMessage[];
  setTeam(team: ConnectorTeam): void;
  /** From now on, requests whose `METHOD path body` contains the sentinel are answered like this. */
  answer(sentinel: string, answer: ConnectorAnswer): void;
  /** Resolves as soon as the messages are as `holds` says. */
  until(holds: (messages: readonly ConnectorMessage[]) => boolean): Promise<void>;
  /** Ends all scripted answers and drops what was received; teams stay. */
  forget(): void;
  close(): Promise<void>;
}

type State = {
  readonly teams: Map<string, ConnectorTeam>;
  readonly requests: ConnectorRequest[];
  readonly messages: ConnectorMessage[];
  readonly scripts: Map<string, ConnectorAnswer>;
  /** The personal chats that the bot has begun, by the member's id. */
  readonly chats: Map<string, string>;
  nextId: number;
};

export async function startTeamsConnector(): Promise<TeamsConnector> {
  const state: State = {
    teams: new Map(),
    requests: [],
    messages: [],
    scripts: new Map(),
    chats: new Map(),
    nextId: 1_700_000_000_000,
  };
  const server = createServer((request, response) => {
    receive(state, request, response)
      .catch(() => response.destroy())
      .finally(() => server.emit('answered'));
  });
  const url = await listen(server);
  return {
    url,
    requests: state.requests,
    messages: state.messages,
    setTeam: (team) => void state.teams.set(team.id, team),
    answer: (sentinel, answer) => void state.scripts.set(sentinel, answer),
    until(holds) {
      return new Promise((resolve) => {
        const look = (): void => {
          if (holds(state.messages)) {
            server.off('answered', look);
            resolve();
          }
        };
        server.on('answered', look);
        look();
      });
    },
    forget() {
      state.scripts.clear();
      state.requests.length = 0;
      state.messages.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
  }
  const [path = '/'] = decodeURIComponent(request.url ?? '/').split('?');
  const method = request.method ?? 'GET';
  state.requests.push({ method, path, body });
  const whole = `${method} ${path} ${body}`;
  const scripted = [...state.scripts].find(([sentinel]) => whole.includes(sentinel))?.[1];
  if (scripted === 'hang') {
    return;
  }
  if (scripted === 'cut') {
    response.destroy();
    return;
  }
  const answer = typeof scripted === 'object' ? scripted : handle(state, method, path, body);
  if (typeof scripted === 'string') {
    spoil(response, scripted);
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}

function spoil(response: ServerResponse, how: 'reset' | 'stall' | 'garbage'): void {
  if (how === 'reset') {
    response.destroy();
    return;
  }
  response.writeHead(201, { 'content-type': 'application/json' });
  if (how === 'stall') {
    response.write('{"id":');
  } else {
    response.end('<html>');
  }
}

type Answer = Exclude<ConnectorAnswer, string>;

function handle(state: State, method: string, path: string, body: string): Answer {
  const [, kind, id = '', part, activityId] =
    /^\/v3\/(conversations|teams)\/([^/]+)(?:\/(\w+))?(?:\/([^/]+))?$/.exec(path) ?? [];
  if (method === 'POST' && path === '/v3/conversations') {
    return beginChat(state, body);
  }
  if (kind === 'teams') {
    return handleTeam(state.teams.get(id), part);
  }
  if (kind === 'conversations' && part === 'activities') {
    return handleActivity(state, method, { conversationId: id, activityId: activityId ?? null, body });
  }
  if (kind === 'conversations' && (part === 'members' || part === 'pagedmembers')) {
    const members = membersOf(state, id);
    return members === null ? notFound() : { status: 200, body: part === 'members' ? members : { members } };
  }
  return notFound();
}

/** The same person always gets the same chat, and only members of a team of the bot get one. */
function beginChat(state: State, body: string): Answer {
  const { members, isGroup } = asRecord(JSON.parse(body));
  const [first]: readonly unknown[] = Array.isArray(members) ? members : [];
  const id = String(asRecord(first)['id']);
  const isMember = [...state.teams.values()].some((team) => team.members.some((member) => member.id === id));
  if (isGroup !== false || !isMember) {
    return { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
  }
  state.chats.set(id, state.chats.get(id) ?? `a:personal-${id}`);
  return { status: 201, body: { id: state.chats.get(id) } };
}

function handleTeam(team: ConnectorTeam | undefined, part: string | undefined): Answer {
  if (team === undefined) {
    return notFound();
  }
  const conversations = team.channels.map(({ id, name, type }) => ({ id, name, type }));
  return part === 'conversations'
    ? { status: 200, body: { conversations } }
    : { status: 200, body: { id: team.id, name: team.name } };
}

function handleActivity(
  state: State,
  method: string,
  { conversationId, activityId, body }: { conversationId: string; activityId: string | null; body: string },
): Answer {
  if (method === 'POST') {
    state.nextId += 1;
    const id = String(state.nextId);
    const activity = asRecord(JSON.parse(body));
    state.messages.push({ id, conversationId, replyToId: activityId, activity, updates: 0 });
    return { status: 201, body: { id } };
  }
  const index = state.messages.findIndex((message) => message.id === activityId);
  const message = state.messages[index];
  if (message === undefined) {
    return notFound();
  }
  if (method === 'DELETE') {
    state.messages.splice(index, 1);
    return { status: 200 };
  }
  state.messages[index] = { ...message, activity: asRecord(JSON.parse(body)), updates: message.updates + 1 };
  return { status: 200, body: { id: message.id } };
}

function membersOf(state: State, conversationId: string): readonly ConnectorMember[] | null {
  const [channelId = ''] = conversationId.split(';');
  for (const team of state.teams.values()) {
    if (team.id === channelId) {
      return team.members;
    }
    const channel = team.channels.find(({ id }) => id === channelId);
    if (channel !== undefined) {
      return channel.members ?? team.members;
    }
  }
  return null;
}

function notFound(): Answer {
  return { status: 404, body: { error: { code: 'ConversationNotFound', message: 'Not found' } } };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
}
