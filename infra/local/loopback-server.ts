// A small HTTP server that only this machine can reach; the issuer and the signing proxy stand on it.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

export type LoopbackRequest = {
  readonly method: string;
  /** The path as it was sent, without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type LoopbackAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type LoopbackServer = { readonly port: number; readonly stop: () => Promise<void> };

const MAX_BODY_BYTES = 512 * 1024;

/**
 * Listens on 127.0.0.1 (port 0 picks a free one). A request whose Host is not loopback is refused with 403, so that a
 * web page cannot reach it under a name of its own (DNS rebinding); a body over 512 KB with 413.
 */
export async function serveLoopback(
  port: number,
  handle: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    void answerTo(request, handle).then((answer) => {
      response.writeHead(answer.status, { ...answer.headers, 'cache-control': 'no-store' });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: portOf(server), stop: () => stop(server) };
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown): LoopbackAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the text is an http address of this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'http:' && LOOPBACK_NAMES.has(url.hostname);
}

/** Whether a form came from a page of ours: browsers name the origin of every form; what names none is no browser. */
export function isOwnForm({ headers: { origin, host } }: LoopbackRequest): boolean {
  return origin === undefined || origin === `http://${host ?? ''}`;
}

async function answerTo(
  request: IncomingMessage,
  handle: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
): Promise<LoopbackAnswer> {
  if (!isLoopbackUrl(`http://${request.headers.host ?? ''}`)) {
    return json(403, { code: 'foreign-host' });
  }
  const body = await readBody(request);
  if (body === null) {
    return json(413, { code: 'body-too-large' });
  }
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  try {
    return await handle({ method: request.method ?? 'GET', path, query, headers: request.headers, body });
  } catch {
    // What stands behind this server is starting, stopping or gone.
    return json(502, { code: 'not-reachable' });
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) {
      return null;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
