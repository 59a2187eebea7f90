// The web server: restify routes, everything in front of the routes is ours.
import {
  createServer as createHttpServer,
  IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import { pino } from 'pino';
import * as restify from 'restify';
import { readJson, type BodyProblem } from './read-json.ts';
import type { HttpResponse, RequestHead, Route } from './route.ts';

// restify adds a method `query` to every request of the process. Express takes it for its own parsed query and then
// ignores the real one, so an Azurite in the same process (tests) would answer every query with the whole table.
Reflect.deleteProperty(IncomingMessage.prototype, 'query');

export type ServerLimits = {
  /** A request's head must be complete by then; defeats slow heads. */
  readonly headersMs: number;
  /** The body must be complete by then; defeats slow bodies. */
  readonly bodyMs: number;
  /** Longer than the load balancer's own, or it reuses connections that are just being closed. */
  readonly keepAliveMs: number;
  readonly maxSockets: number;
  /** For routes that name no cap of their own. */
  readonly maxBodyBytes: number;
  /** How long closing waits for requests under way. */
  readonly graceMs: number;
};

export const SERVER_LIMITS: ServerLimits = {
  headersMs: 10_000,
  bodyMs: 15_000,
  keepAliveMs: 65_000,
  maxSockets: 1_000,
  maxBodyBytes: 256 * 1024,
  graceMs: 10_000,
};

export type ServerParts = {
  readonly routes: readonly Route[];
  /** Logs what broke under a reference id and returns the id, which is all that the caller is told. */
  readonly reportFault: (fault: unknown, where: Readonly<Record<string, string>>) => string;
  readonly limits?: Partial<ServerLimits>;
};

/** `listen` resolves with the port (useful for port 0); `close` lets requests under way finish, then cuts the rest. */
export interface WebServer {
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

const BODY_STATUS: Readonly<Record<BodyProblem, number>> = {
  'unsupported-encoding': 415,
  'unsupported-type': 415,
  'body-too-large': 413,
  'body-too-slow': 408,
  'body-broken': 400,
  'body-unexpected': 400,
};

/** Builds the server; it listens when told to. Whatever a route throws is answered with `{ code, ref }` and no more. */
export function createServer(parts: ServerParts): WebServer {
  const limits = { ...SERVER_LIMITS, ...parts.limits };
  const router = createRouter(parts, limits);
  // restify makes its HTTP server without options, and the check that enforces the timeouts would run every 30 s only.
  const server = createHttpServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.headersMs + limits.bodyMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.max(50, Math.floor(limits.headersMs / 4)),
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      // A kept-alive connection that falls idle while we close would hold the process until its timeout.
      response.once('close', () => {
        if (!server.listening) {
          setImmediate(() => server.closeIdleConnections());
        }
      });
      router.server.emit('request', request, response);
    },
  );
  server.maxConnections = limits.maxSockets;
  return {
    listen: (port, host) => listen(server, port, host),
    close: () => close(server, limits.graceMs),
  };
}

function createRouter(parts: ServerParts, limits: ServerLimits): restify.Server {
  const options: restify.ServerOptions = { name: '', ignoreTrailingSlash: true };
  const router = restify.createServer(
    // Both are documented; the published types are older.
    Object.assign(options, {
      // restify's own log lines quote requests and exceptions.
      log: pino({ level: 'silent' }),
      // Routes catch everything themselves; this catches what restify throws synchronously, without its costly domains.
      handleUncaughtExceptions: catchSynchronous,
    }),
  );
  for (const route of parts.routes) {
    // restify tells handlers apart by `async`: without it, it waits for a third argument to be called.
    router[REGISTER[route.method]](route.path, async (request: restify.Request, response: restify.Response) => {
      await serve(route, request, response, parts, limits);
    });
  }
  router.on('uncaughtException', (_request: unknown, response: restify.Response, _route: unknown, fault: unknown) => {
    send(response, { status: 500, json: { code: 'internal', ref: parts.reportFault(fault, { at: 'http' }) } });
  });
  router.on('restifyError', (_request: unknown, response: restify.Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    send(response, { status, json: { code: ROUTING_CODES[status] ?? 'internal' } });
    done();
  });
  return router;
}

const REGISTER = { GET: 'get', HEAD: 'head', POST: 'post', PUT: 'put', DELETE: 'del' } as const;

const ROUTING_CODES: Readonly<Record<number, string>> = { 400: 'bad-request', 404: 'not-found', 405: 'not-allowed' };

function catchSynchronous(
  request: unknown,
  response: unknown,
  onError: (error: unknown) => void,
  next: (request: unknown, response: unknown) => void,
): void {
  try {
    next(request, response);
  } catch (error) {
    onError(error);
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status in ROUTING_CODES ? status : 500;
}

// What somebody refused still sends is let pass and thrown away: cut off, they would not read why.
const NOTHING = 0;

async function admitted(route: Route, head: RequestHead, parts: ServerParts): Promise<HttpResponse | null> {
  try {
    return (await route.admit?.(head)) ?? null;
  } catch (fault) {
    return faultAnswer(route, fault, parts);
  }
}

function faultAnswer({ method, path }: Route, fault: unknown, { reportFault }: ServerParts): HttpResponse {
  return { status: 500, json: { code: 'internal', ref: reportFault(fault, { at: 'http', method, path }) } };
}

async function serve(
  route: Route,
  request: restify.Request,
  response: restify.Response,
  parts: ServerParts,
  limits: ServerLimits,
): Promise<void> {
  const head = toHead(request);
  const refused = await admitted(route, head, parts);
  const maxBytes = refused === null ? (route.maxBodyBytes ?? limits.maxBodyBytes) : NOTHING;
  const body = await readJson(request, { maxBytes, deadlineMs: limits.bodyMs });
  if (refused !== null) {
    send(response, { ...refused, headers: { ...refused.headers, connection: 'close' } });
    return;
  }
  if (!body.ok) {
    // What is left of the body is not read, so the connection cannot be used again.
    const headers = { connection: 'close' };
    send(response, { status: BODY_STATUS[body.refusal.code], headers, json: { code: body.refusal.code } });
    return;
  }
  try {
    send(response, await route.handle({ ...head, body: body.value }));
  } catch (fault) {
    send(response, faultAnswer(route, fault, parts));
  }
}

function toHead(request: restify.Request): RequestHead {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const params = Object.fromEntries(Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? 'GET', path, params, query: new URLSearchParams(query), headers };
}

function send(response: ServerResponse & Pick<restify.Response, 'sendRaw'>, answer: HttpResponse): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  const text = answer.json === undefined ? '' : JSON.stringify(answer.json);
  const bytes = answer.bytes === undefined ? Buffer.from(text) : Buffer.from(answer.bytes.content);
  const headers: Record<string, string> = { ...SECURITY_HEADERS };
  // "Not modified" speaks of a content that it does not carry; a length of 0 would be said of that content.
  if (answer.status !== 304) {
    headers['content-length'] = String(bytes.length);
  }
  if (bytes.length > 0) {
    headers['content-type'] = answer.bytes?.contentType ?? 'application/json; charset=utf-8';
  }
  response.sendRaw(answer.status, bytes, { ...headers, ...answer.headers });
}

function listen(server: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: HttpServer, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
