// An HTTP proxy that breaks on request: what a network does to a storage or a service now and then.
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * `reset-before`: the connection breaks before the request arrives. `reset-after`: it arrives, its answer is lost.
 * `unavailable`: 503, and it does not arrive. `throttled`: 429 with Retry-After, likewise. `hang-before`, `hang-after`:
 * no answer ever, without or with arrival. `slow`: it arrives, the answer takes `slowMs`. `late`: it arrives only after
 * `lateMs`, which may be long after whoever sent it has given up.
 */
export type NetworkFault =
  'reset-before' | 'reset-after' | 'unavailable' | 'throttled' | 'hang-before' | 'hang-after' | 'slow' | 'late';

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export interface FaultProxy {
  /** The target's URL, through the proxy. */
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** The next requests that `matches` accepts (all when absent) meet these faults, one each. */
  fail(faults: readonly NetworkFault[], matches?: (request: SeenRequest) => boolean): void;
  /** From now on nothing fails; resolves when every request that was on its way has arrived. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

type Delays = { readonly slowMs: number; readonly lateMs: number };

export async function openFaultProxy(
  targetUrl: string,
  delays: Delays = { slowMs: 5_000, lateMs: 5_000 },
): Promise<FaultProxy> {
  const target = new URL(targetUrl);
  const seen: SeenRequest[] = [];
  const waiting: { readonly fault: NetworkFault; readonly matches: (request: SeenRequest) => boolean }[] = [];

  const serving = new Set<Promise<void>>();

  const server = createServer((incoming, outgoing) => {
    const served = collect(incoming).then(async (body) => {
      const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body };
      seen.push(request);
      const index = waiting.findIndex(({ matches }) => matches(request));
      const fault = index < 0 ? null : (waiting.splice(index, 1)[0]?.fault ?? null);
      await serve({ request, fault, target, outgoing, delays });
    });
    serving.add(served);
    void served.finally(() => serving.delete(served));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the proxy listens on no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}${target.pathname}`,
    seen,
    fail(faults, matches = () => true) {
      waiting.push(...faults.map((fault) => ({ fault, matches })));
    },
    async calm() {
      waiting.length = 0;
      await Promise.all(serving);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Serving = {
  readonly request: SeenRequest;
  readonly fault: NetworkFault | null;
  readonly target: URL;
  readonly outgoing: ServerResponse;
  readonly delays: Delays;
};

async function serve({ request, fault, target, outgoing, delays }: Serving): Promise<void> {
  if (fault === 'reset-before') {
    outgoing.destroy();
    return;
  }
  if (fault === 'unavailable' || fault === 'throttled') {
    // What stands before a storage tells no time of the storage.
    outgoing.sendDate = false;
    outgoing.writeHead(fault === 'unavailable' ? 503 : 429, fault === 'unavailable' ? {} : { 'Retry-After': '1' });
    outgoing.end();
    return;
  }
  if (fault === 'hang-before') {
    return;
  }
  if (fault === 'late') {
    await pause(delays.lateMs);
  }
  const answer = await forward(request, target);
  if (fault === 'reset-after') {
    outgoing.destroy();
    return;
  }
  if (fault === 'slow') {
    await pause(delays.slowMs);
  }
  if (fault !== 'hang-after') {
    // Not chained: restify, once loaded in the process, makes writeHead return nothing.
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  }
}

function forward(
  { method, path, headers, body }: SeenRequest,
  target: URL,
): Promise<{ readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      void collect(answer).then((text) => {
        const { 'transfer-encoding': _chunked, ...rest } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, headers: rest, body: text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function collect(stream: IncomingMessage): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    text += String(chunk);
  }
  return text;
}
