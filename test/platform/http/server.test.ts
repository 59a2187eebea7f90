import { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createServer, type WebServer } from '../../../src/platform/http/server.ts';
import { healthRoutes } from '../../../src/platform/http/health-routes.ts';
import type { HttpRequest, Route } from '../../../src/platform/http/route.ts';

const faults: unknown[] = [];
const seen: HttpRequest[] = [];
let isStorageUp = true;

const routes: readonly Route[] = [
  ...healthRoutes(() => (isStorageUp ? Promise.resolve() : new Promise(() => undefined)), 100),
  {
    method: 'POST',
    path: '/echo/:id',
    handle: (request) => {
      seen.push(request);
      return Promise.resolve({ status: 200, json: { id: request.params['id'], body: request.body } });
    },
  },
  {
    method: 'POST',
    path: '/guarded',
    admit: ({ headers }) => {
      if (headers['x-key'] === 'broken') {
        throw new Error('secret detail');
      }
      return Promise.resolve(headers['x-key'] === 'good' ? null : { status: 401, json: { code: 'sign-in' } });
    },
    handle: ({ body }) => Promise.resolve({ status: 200, json: body }),
  },
  { method: 'POST', path: '/small', maxBodyBytes: 10, handle: () => Promise.resolve({ status: 204 }) },
  {
    method: 'GET',
    path: '/page',
    handle: () =>
      Promise.resolve({
        status: 200,
        headers: { 'content-security-policy': "default-src 'self'" },
        bytes: { contentType: 'text/html; charset=utf-8', content: Buffer.from('<p>ä</p>') },
      }),
  },
  {
    method: 'HEAD',
    path: '/page',
    handle: () =>
      Promise.resolve({
        status: 200,
        bytes: { contentType: 'text/html; charset=utf-8', content: Buffer.from('<p>ä</p>') },
      }),
  },
  { method: 'GET', path: '/same', handle: () => Promise.resolve({ status: 304, headers: { etag: '"1"' } }) },
  {
    method: 'GET',
    path: '/rejects',
    handle: () => Promise.reject(new Error('secret detail')),
  },
  {
    method: 'GET',
    path: '/throws',
    handle: () => {
      throw new Error('secret detail');
    },
  },
];

let server: WebServer;
let port: number;
let base: string;

beforeAll(async () => {
  server = createServer({
    routes,
    reportFault: (fault) => `ref-${faults.push(fault)}`,
    limits: { headersMs: 400, bodyMs: 300, keepAliveMs: 500, graceMs: 200 },
  });
  port = await server.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await server.close();
});

beforeEach(() => {
  faults.length = 0;
  seen.length = 0;
  isStorageUp = true;
});

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream;

async function postJson(path: string, body: Body, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(`${base}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  });
}

/** Writes bytes as they are and gives what comes back until the server closes. */
function raw(parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
    for (const part of parts) {
      socket.write(part);
    }
  });
}

async function expectAlive(): Promise<void> {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
}

describe('routes', () => {
  test('a route gets the parsed body, its parameters and its query', async () => {
    const response = await postJson('/echo/7?q=a&q=b', '{"text":"ä"}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: '7', body: { text: 'ä' } });
    expect(seen[0]?.query.getAll('q')).toEqual(['a', 'b']);
  });

  test('a request without a body gives the route an undefined body', async () => {
    await fetch(`${base}/echo/7`, { method: 'POST' });
    expect(seen[0]?.body).toBeUndefined();
  });

  test('a route that admits nobody without a key parses nothing of what others send', async () => {
    const long = 'x'.repeat(2 * 1024 * 1024);
    for (const body of ['{"text":', JSON.stringify(long), long]) {
      // oxlint-disable-next-line no-await-in-loop -- each alone, so that one answer cannot hide another
      const refused = await postJson('/guarded', body);
      expect([refused.status, refused.headers.get('connection')]).toEqual([401, 'close']);
    }
    expect(await (await postJson('/guarded', '{"text":"ä"}', { 'x-key': 'good' })).json()).toEqual({ text: 'ä' });
    expect((await postJson('/guarded', '{"text":', { 'x-key': 'good' })).status).toBe(400);
    expect(await (await postJson('/guarded', '{}', { 'x-key': 'broken' })).json()).toEqual({
      code: 'internal',
      ref: 'ref-1',
    });
    await expectAlive();
  });

  test('bytes are sent with their own type, and a route can set its own headers', async () => {
    const response = await fetch(`${base}/page`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(await response.text()).toBe('<p>ä</p>');
  });

  test('HEAD gets the head of the answer alone', async () => {
    const response = await fetch(`${base}/page`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '9', '']);
  });

  test('"not modified" says nothing of a length', async () => {
    const response = await fetch(`${base}/same`);
    expect([response.status, response.headers.get('etag'), response.headers.get('content-length')]).toEqual([
      304,
      '"1"',
      null,
    ]);
  });

  test('every answer carries the security headers and none names the software', async () => {
    for (const path of ['/healthz', '/nowhere', '/rejects']) {
      const { headers } = await fetch(`${base}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toContain('max-age');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test.each([
    ['an unknown path', 'GET', '/nowhere', 404, 'not-found'],
    ['a known path with another method', 'GET', '/echo/1', 405, 'not-allowed'],
    ['a path that cannot be decoded', 'GET', '/echo/%zz', 404, 'not-found'],
  ])('%s is refused with a code and nothing else', async (_title, method, path, status, code) => {
    const response = await fetch(`${base}${path}`, { method });
    expect([response.status, await response.json()]).toEqual([status, { code }]);
  });

  test.each(['/rejects', '/throws'])('what %s with is reported and stays hidden from the caller', async (path) => {
    const response = await fetch(`${base}${path}`);
    expect([response.status, await response.json()]).toEqual([500, { code: 'internal', ref: 'ref-1' }]);
    expect(faults).toEqual([new Error('secret detail')]);
  });
});

describe('health', () => {
  test('the process is alive whatever the storage does; it is ready only while the storage answers', async () => {
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    isStorageUp = false;
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});

describe('hostile bodies change nothing and the process lives', () => {
  const bomb = Uint8Array.from(gzipSync(Buffer.alloc(20_000_000, 0x20)));

  test.each<[string, Body, Record<string, string>, number]>([
    ['gzip that is not gzip', 'not gzip at all', { 'content-encoding': 'gzip' }, 415],
    ['a gzip bomb', bomb, { 'content-encoding': 'gzip' }, 415],
    ['deflate', 'x', { 'content-encoding': 'deflate' }, 415],
    ['the encoding that changes nothing', '{}', { 'content-encoding': 'identity' }, 415],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a multipart form', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415],
    ['another character set', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['300 KB', `"${'x'.repeat(300 * 1024)}"`, {}, 413],
    ['6 MB', `"${'x'.repeat(6 * 1024 * 1024)}"`, {}, 413],
    ['broken JSON', '{"a":', {}, 400],
    ['two values', '{}{}', {}, 400],
    ['broken UTF-8', Uint8Array.from([0x22, 0xc3, 0x28, 0x22]), {}, 400],
    ['100,000 nested lists', '['.repeat(100_000) + ']'.repeat(100_000), {}, 400],
    ['lists nested 80 deep', '['.repeat(80) + ']'.repeat(80), {}, 400],
  ])('%s is refused', async (_title, body, headers, status) => {
    // A client may see its connection cut while it still sends; it must never see an acceptance.
    const answer = await postJson('/echo/1', body, headers).then(
      (response) => response.status,
      () => status,
    );
    expect(answer).toBe(status);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await expectAlive();
  });

  test('1 MB in chunks without a length is refused', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const stream = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        return sent > 16 ? controller.close() : controller.enqueue(chunk);
      },
    });
    expect((await postJson('/echo/1', stream)).status).toBe(413);
    expect(seen).toEqual([]);
    await expectAlive();
  });

  test('a route can have a smaller cap', async () => {
    expect((await postJson('/small', '{"a":"12345678"}')).status).toBe(413);
    expect((await postJson('/small', '{}')).status).toBe(204);
  });

  test('a key named __proto__ is dropped wherever it stands', async () => {
    await postJson('/echo/1', '{"a":{"__proto__":{"isAdmin":true}},"__proto__":{"isAdmin":true},"b":1}');
    expect(seen[0]?.body).toEqual({ a: {}, b: 1 });
    expect(Object.keys(seen[0]?.body ?? {})).toEqual(['a', 'b']);
  });

  test.each(['5', '"text"', 'null', 'true', '[]'])('%s is JSON and is the route to judge', async (body) => {
    expect((await postJson('/echo/1', body)).status).toBe(200);
    expect(JSON.stringify(seen[0]?.body)).toBe(body);
  });

  test('a body on a GET is refused', async () => {
    const answer = await raw(['GET /page HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nabcd']);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('slow and broken connections', () => {
  test('a head that never ends is cut off', async () => {
    const answer = await raw(['POST /echo/1 HTTP/1.1\r\nhost: x\r\nx-slow: ']);
    expect(answer).not.toMatch(/ 200 /);
    await expectAlive();
  });

  test('a body that never ends is refused and the connection closed', async () => {
    const head = 'POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';
    const answer = await raw([head, '{"a":']);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/connection: close/i);
    expect(seen).toEqual([]);
  });

  test('a client that goes away in the middle of its body does no harm', async () => {
    const head = 'POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(head, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    await expectAlive();
    expect(seen).toEqual([]);
  });

  test.each([
    ['no HTTP at all', '\u0016\u0003\u0001 hello\r\n\r\n'],
    ['two lengths', 'POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}'],
    [
      'a length beside chunks',
      'POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a head of 64 KB', `GET /page HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(65_536)}\r\n\r\n`],
  ])('%s is refused', async (_title, bytes) => {
    expect(await raw([bytes])).toMatch(/^HTTP\/1\.1 4\d\d /);
    await expectAlive();
  });
});

test('closing lets a request under way finish', async () => {
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const other = createServer({
    routes: [
      {
        method: 'GET',
        path: '/wait',
        handle: async () => {
          started.resolve();
          await gate.promise;
          return { status: 200, json: 'done' };
        },
      },
    ],
    reportFault: () => 'ref',
  });
  const otherPort = await other.listen(0, '127.0.0.1');
  const answer = fetch(`http://127.0.0.1:${otherPort}/wait`);
  await started.promise;
  const closed = other.close();
  gate.resolve();
  expect(await (await answer).json()).toBe('done');
  await closed;
  await expect(fetch(`http://127.0.0.1:${otherPort}/wait`)).rejects.toThrow('fetch failed');
});

test('requests of other servers in the process keep their own `query`', () => {
  expect('query' in IncomingMessage.prototype).toBe(false);
});
