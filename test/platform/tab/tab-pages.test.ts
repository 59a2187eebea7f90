// The pages as browsers get them: who may frame them, what they may run, how they are kept and packed.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { createServer, type WebServer } from '../../../src/platform/http/server.ts';
import type { TabSettings } from '../../../src/platform/tab/contract.ts';
import { loadTabFiles } from '../../../src/platform/tab/load-tab-files.ts';
import { tabPages, type TabFiles } from '../../../src/platform/tab/tab-pages.ts';

const INDEX = `<!doctype html><title>Ratkaisupolku</title>${'<p>Sama lause.</p>'.repeat(50)}`;
const SCRIPT = 'export const words = "polku";'.repeat(100);
const SETTINGS: TabSettings = { appId: '00000000-0000-4000-8000-00000000b07a', signIn: { kind: 'teams' } };

let folder: string;
let files: TabFiles | null;
let server: WebServer;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tab-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), INDEX);
  await writeFile(join(folder, 'assets/index-1a2b3c4d.js'), SCRIPT);
  await writeFile(join(folder, 'assets/index-1a2b3c4d.js.map'), '{"sources":["secret"]}');
  await writeFile(join(folder, 'assets/icon-1a2b3c4d.png'), Buffer.from([137, 80, 78, 71]));
  await writeFile(join(folder, '.hidden'), 'secret');
  files = await loadTabFiles(folder);
  [server, url] = await serve(files);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function serve(served: TabFiles | null, settings = SETTINGS): Promise<[WebServer, string]> {
  const started = createServer({
    routes: tabPages(served, settings),
    reportFault: () => 'ref',
    limits: { graceMs: 50 },
  });
  return [started, `http://127.0.0.1:${await started.listen(0, '127.0.0.1')}`];
}

/** The policy as a map: fetch's own name of a directive to its sources. */
function policyOf(response: Response): ReadonlyMap<string, readonly string[]> {
  const directives = (response.headers.get('content-security-policy') ?? '').split('; ');
  return new Map(directives.map((directive) => directive.split(' ')).map(([name = '', ...sources]) => [name, sources]));
}

/** The body as it came over the wire. */
function raw(
  path: string,
  encoding: string,
): Promise<{ readonly encoding: string | undefined; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('the page', () => {
  it.each(['/tab', '/tab/', '/tab/tapaukset', '/tab/tapaukset/2026-014', '/tab/asetukset/ihmiset?x=y', '/tab/a.b'])(
    'is what %s shows: it reads its address itself',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe(INDEX);
    },
  );

  it('is asked for anew each time, so that a new build is seen at once', async () => {
    expect((await fetch(`${url}/tab`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('has a head for who asks for that only', async () => {
    const response = await fetch(`${url}/tab/tapaukset`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('who may frame the page', () => {
  it("are Teams' hosts and nobody else", async () => {
    const allowed = policyOf(await fetch(`${url}/tab`)).get('frame-ancestors');
    expect(allowed).toEqual([
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
    ]);
  });

  it('are not narrowed by a header that knows no lists', async () => {
    expect((await fetch(`${url}/tab`)).headers.get('x-frame-options')).toBeNull();
  });
});

describe('what the page may do', () => {
  it.each([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['style-src', ["'self'"]],
    ['img-src', ["'self'", 'data:']],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['object-src', ["'none'"]],
  ])('%s is %j', async (directive, sources) => {
    const policy = policyOf(await fetch(`${url}/tab`));
    expect(policy.get(directive)).toEqual(sources);
    expect(policy.size).toBe(10);
  });

  it.each([
    ['x-content-type-options', 'nosniff'],
    ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
    ['referrer-policy', 'no-referrer'],
  ])('%s is %s', async (name, value) => {
    expect((await fetch(`${url}/tab`)).headers.get(name)).toBe(value);
    expect((await fetch(`${url}/tab/assets/index-1a2b3c4d.js`)).headers.get(name)).toBe(value);
  });
});

describe('a file of the build', () => {
  it('is kept for a year: its name changes with its content', async () => {
    const response = await fetch(`${url}/tab/assets/index-1a2b3c4d.js`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(SCRIPT);
  });

  it('comes packed as the browser takes it, else as it is', async () => {
    const path = '/tab/assets/index-1a2b3c4d.js';
    const brotli = await raw(path, 'gzip, deflate, br');
    expect([brotli.encoding, brotliDecompressSync(brotli.body).toString()]).toEqual(['br', SCRIPT]);
    const gzip = await raw(path, 'gzip, br;q=0');
    expect([gzip.encoding, gunzipSync(gzip.body).toString()]).toEqual(['gzip', SCRIPT]);
    const plain = await raw(path, 'identity');
    expect([plain.encoding, plain.body.toString()]).toEqual([undefined, SCRIPT]);
    expect(brotli.body.length).toBeLessThan(SCRIPT.length / 10);
    const picture = await raw('/tab/assets/icon-1a2b3c4d.png', 'gzip, br');
    expect([picture.encoding, picture.body.length]).toEqual([undefined, 4]);
  });

  it('of an older build is not there, rather than a page that a browser would run', async () => {
    const response = await fetch(`${url}/tab/assets/index-00000000.js`);
    expect([response.status, await response.json()]).toEqual([404, { code: 'not-found' }]);
  });

  it.each(['/tab/../package.json', '/tab/%2e%2e/package.json', '/tab/assets/..%2f..%2fpackage.json', '/tab/.hidden'])(
    'is one of the build only: %s is not',
    async (path) => {
      const text = await (await fetch(`${url}${path}`)).text();
      expect(text).not.toContain('dependencies');
      expect(text).not.toContain('secret');
    },
  );

  it('is no map of the sources', async () => {
    const response = await fetch(`${url}/tab/assets/index-1a2b3c4d.js.map`);
    expect(response.status).toBe(404);
  });
});

describe('what the page knows before anybody is signed in', () => {
  it('is the app and how to sign in', async () => {
    const response = await fetch(`${url}/tab/config.json`);
    expect(await response.json()).toEqual(SETTINGS);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });
});

describe('without a build', () => {
  it('says so in Finnish, and does not fall over', async () => {
    expect(await loadTabFiles(join(folder, 'nowhere'))).toBeNull();
    expect(await loadTabFiles(join(folder, 'assets'))).toBeNull();
    const [empty, at] = await serve(null);
    const response = await fetch(`${at}/tab/tapaukset`);
    const html = await response.text();
    await empty.close();
    expect(response.status).toBe(503);
    expect(html).toContain('<html lang="fi">');
    expect(html).toContain('Sivua ei voi näyttää');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors https://*.cloud.microsoft');
  });
});
