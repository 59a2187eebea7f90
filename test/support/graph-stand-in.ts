// A stand-in for the part of Microsoft Graph that makes meetings: real HTTP, a calendar for each person, a token that must
// be right, idempotency by transactionId, and the ways in which the real one refuses.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;

export type GraphEvent = { readonly id: string; readonly user: string; readonly draft: Json; readonly content: Json };

export type GraphRequestSeen = { readonly method: string; readonly path: string; readonly query: URLSearchParams };

/** What happens to the next request instead of an answer. */
export type GraphTrouble =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly text?: string }
  | { readonly kind: 'hang' }
  /** The work is done and the answer is lost. */
  | { readonly kind: 'reset-after' };

export type GraphStandIn = {
  readonly url: string;
  readonly events: readonly GraphEvent[];
  readonly requests: readonly GraphRequestSeen[];
  /** Whether an administrator has granted the right. */
  granted: boolean;
  /** People with a mailbox; null: everybody. */
  mailboxes: readonly string[] | null;
  /** Whether a refusal of a used transactionId names the event. */
  namesDuplicates: boolean;
  /** Whether join addresses are there at once. */
  givesJoinUrls: boolean;
  /** For the next requests, one each. */
  readonly troubles: GraphTrouble[];
  close(): Promise<void>;
};

/** Starts a Graph that takes this token only. */
export async function startGraphStandIn(token: string): Promise<GraphStandIn> {
  const events: GraphEvent[] = [];
  const requests: GraphRequestSeen[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const graph = {
    events,
    requests,
    granted: true,
    mailboxes: null,
    namesDuplicates: true,
    givesJoinUrls: true,
    troubles: [],
  } as Omit<GraphStandIn, 'url' | 'close'>;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://graph');
    const seen = { method: request.method ?? '', path: url.pathname, query: url.searchParams };
    requests.push(seen);
    const body = await readBody(request);
    const trouble = graph.troubles.shift();
    if (trouble?.kind === 'hang') {
      return;
    }
    if (trouble?.kind === 'status') {
      const headers: Record<string, string> =
        trouble.retryAfter === undefined ? {} : { 'retry-after': trouble.retryAfter };
      response.writeHead(trouble.status, headers);
      response.end(trouble.text ?? '{"error":{"code":"Trouble"}}');
      return;
    }
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const { status, json } = isKnown ? route(seen, body) : refusal(401, 'InvalidAuthenticationToken');
    if (trouble?.kind === 'reset-after') {
      request.socket.destroy();
      return;
    }
    // Not chained: restify, when a test has loaded it in the same process, makes writeHead return nothing.
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(json === null ? '' : JSON.stringify(json));
  }

  function route({ method, path, query }: GraphRequestSeen, body: Json): { status: number; json: Json | null } {
    const [, version, users, user = '', what = '', id = '', act] = path.split('/').map(decodeURIComponent);
    if (version !== 'v1.0' || users !== 'users') {
      return refusal(404, 'ResourceNotFound');
    }
    if (!graph.granted) {
      return refusal(403, 'ErrorAccessDenied');
    }
    if (graph.mailboxes !== null && !graph.mailboxes.includes(user)) {
      return refusal(404, 'MailboxNotEnabledForRESTAPI');
    }
    if (query.has('$filter')) {
      return refusal(400, 'ErrorInvalidProperty');
    }
    const own = events.filter((event) => event.user === user);
    const event = own.find((each) => each.id === id);
    if (method === 'GET' && what === 'calendarView') {
      return { status: 200, json: { value: own.map(shown) } };
    }
    if (method === 'POST' && what === 'events' && id === '') {
      return create(user, body, own);
    }
    if (what !== 'events' || event === undefined) {
      return refusal(404, 'ErrorItemNotFound');
    }
    const index = events.indexOf(event);
    if (method === 'GET') {
      return { status: 200, json: shown(event) };
    }
    if (method === 'PATCH') {
      events[index] = { ...event, content: { ...event.content, ...body } };
      return { status: 200, json: shown(event) };
    }
    if (method === 'POST' && act === 'cancel') {
      if (!('attendees' in event.content)) {
        return refusal(400, 'ErrorInvalidRequest');
      }
      events.splice(index, 1);
      return { status: 202, json: null };
    }
    events.splice(index, 1);
    return { status: 204, json: null };
  }

  function create(user: string, draft: Json, own: readonly GraphEvent[]): { status: number; json: Json } {
    const earlier = own.find((event) => event.draft['transactionId'] === draft['transactionId']);
    if (earlier === undefined) {
      const event = { id: `AAMk=${events.length + 1}`, user, draft, content: draft };
      events.push(event);
      return { status: 201, json: shown(event) };
    }
    return isDeepStrictEqual(earlier.draft, draft)
      ? { status: 201, json: shown(earlier) }
      : refusal(
          409,
          'ErrorDuplicateTransactionId',
          graph.namesDuplicates ? { '@event.existingEventId': earlier.id } : {},
        );
  }

  function shown({ id, content }: GraphEvent): Json {
    const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(id)}`;
    return { id, ...content, onlineMeeting: graph.givesJoinUrls ? { joinUrl } : null };
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return Object.assign(graph, {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function refusal(status: number, code: string, more: Json = {}): { status: number; json: Json } {
  return { status, json: { error: { code, message: code, ...more } } };
}

async function readBody(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk as Uint8Array)); // no encoding is set, so chunks are bytes
  }
  const text = Buffer.concat(chunks).toString();
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
