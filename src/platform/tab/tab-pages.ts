// The pages themselves, and what they must know before anybody is signed in. Public: they hold no data of anybody.
import type { HttpRequest, HttpResponse, Route } from '../http/route.ts';
import type { TabSettings } from './contract.ts';
import { acceptsEncoding } from './tab-answers.ts';
import { tabTextsFi } from './texts.fi.ts';

/** One file of the built tab with its compressed forms; null where packing wins nothing. */
export type TabFile = {
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly gzip: Uint8Array | null;
  readonly brotli: Uint8Array | null;
};

/** By path below the folder, `assets/shell-1a2b3c4d.js`. */
export type TabFiles = ReadonlyMap<string, TabFile>;

const INDEX = 'index.html';
// Vite writes a hash of the content into the names of these.
const HASHED = /^assets\//;

/** Teams' own hosts, after Microsoft's list for tabs; nobody else may show the page in a frame. */
const TEAMS_HOSTS = 'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  `frame-ancestors ${TEAMS_HOSTS}`,
].join('; ');

/**
 * `/tab` and everything below it: a file of the build where the path names one, else the page, which reads its address
 * itself. Without a build (`null`) the page says so.
 */
export function tabPages(files: TabFiles | null, settings: TabSettings): readonly Route[] {
  const page = (request: HttpRequest): Promise<HttpResponse> =>
    Promise.resolve(files === null ? notBuilt() : serveFile(files, request));
  const config = (): Promise<HttpResponse> =>
    Promise.resolve({ status: 200, headers: { 'cache-control': 'no-cache' }, json: settings });
  return (['GET', 'HEAD'] as const).flatMap((method): readonly Route[] => [
    { method, path: '/tab/config.json', handle: config },
    { method, path: '/tab', handle: page },
    { method, path: '/tab/*', handle: page },
  ]);
}

function serveFile(files: TabFiles, request: HttpRequest): HttpResponse {
  const name = request.path.replace(/^\/tab\/?/, '');
  const named = files.get(name);
  // A page of an older build asks for files that are gone: the page in their place would be taken for a broken script.
  if (named === undefined && HASHED.test(name)) {
    return { status: 404, json: { code: 'not-found' } };
  }
  const file = named ?? files.get(INDEX);
  return file === undefined ? notBuilt() : sendFile(file, request, named !== undefined && HASHED.test(name));
}

function sendFile(file: TabFile, request: HttpRequest, isHashed: boolean): HttpResponse {
  const encoding = encodingFor(file, request);
  const content = (encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : null) ?? file.content;
  return {
    status: 200,
    headers: {
      'content-security-policy': PAGE_POLICY,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    },
    bytes: { contentType: file.contentType, content },
  };
}

function encodingFor(file: TabFile, request: HttpRequest): 'br' | 'gzip' | null {
  if (file.brotli !== null && acceptsEncoding(request, 'br')) {
    return 'br';
  }
  return file.gzip !== null && acceptsEncoding(request, 'gzip') ? 'gzip' : null;
}

// Shown in Teams' frame as well, so it says where it may stand as the page does.
function notBuilt(): HttpResponse {
  const t = tabTextsFi.notBuilt;
  const html = `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>${t.title}</title></head><body><h1>${t.title}</h1><p>${t.text}</p></body></html>`;
  return {
    status: 503,
    headers: { 'content-security-policy': PAGE_POLICY },
    bytes: { contentType: 'text/html; charset=utf-8', content: Buffer.from(html) },
  };
}
