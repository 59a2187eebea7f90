// The tab's API as HTTP. Every request walks the same way: token, limit, team, roster, role; then the route.
import { Fault } from '../../kernel/fault.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { createRequestLimit, type RequestLimit } from '../http/request-limit.ts';
import type { HttpRequest, HttpResponse, RequestHead, Route } from '../http/route.ts';
import type { Store } from '../storage/store.ts';
import type { Member } from '../teams/bot.ts';
import { readMe, resolveTabAsking, type TabTeams } from './tab-asking.ts';
import { jsonResponse, problem, toResponse } from './tab-answers.ts';
import type { TabRoute } from './tab-route.ts';
import type { TokenHolder, TokenVerifier } from './user-token.ts';

export type TabLimits = {
  /** What one person may ask for in a minute. */
  readonly reads: number;
  readonly writes: number;
};

export type TabApiParts = {
  readonly routes: readonly TabRoute[];
  readonly verify: TokenVerifier;
  readonly teams: TabTeams;
  readonly store: Pick<Store, 'now'>;
  readonly isAdmin: (workspace: WorkspaceKey, person: Member) => Promise<boolean>;
  readonly monotonicMs: () => number;
  /** Logs what broke under a reference id, which is all that the caller is told. */
  readonly reportFault: (fault: unknown, where: Readonly<Record<string, string>>) => string;
  /** Counts what was refused, by code. */
  readonly onRefused: (code: string) => void;
  readonly limits?: Partial<TabLimits> | undefined;
};

const LIMITS: TabLimits = { reads: 240, writes: 60 };
const WINDOW_MS = 60_000;
const BODY_MAX_BYTES = 32 * 1024;

// What is broken is not here, and may be there again in a moment.
const OUTAGES: ReadonlySet<string> = new Set([
  'keys-unavailable',
  'roster-unavailable',
  'channels-unavailable',
  'storage-unavailable',
]);

/** `GET /api/me`, and every tab route below `/api/teams/:team`. */
export function createTabApi(parts: TabApiParts): readonly Route[] {
  const guard = createGuard(parts);
  const me = guard({ method: 'GET', path: '/api/me' }, async (request, holder) =>
    jsonResponse(await readMe(parts.teams, holder), request),
  );
  return [
    me,
    ...parts.routes.map((route) =>
      guard({ ...route, path: `/api/teams/:team${route.path}` }, async (request, holder, now) => {
        const { params, query, body } = request;
        const where = { team: params['team'] ?? '', channel: query.get('channel') };
        const asking = await resolveTabAsking(parts.teams, { holder, ...where, now });
        if (asking === null) {
          return refused(parts, 'not-member');
        }
        if (route.access === 'admin' && !(await parts.isAdmin(asking.workspace, asking.person))) {
          return refused(parts, 'not-allowed');
        }
        return await toResponse(await route.run({ ...asking, params, query, body }), request);
      }),
    ),
  ];
}

type Guarded = (request: HttpRequest, holder: TokenHolder, now: Instant) => Promise<HttpResponse>;

type At = Pick<TabRoute, 'method' | 'path' | 'maxBodyBytes'>;

/** Lets nobody past without a good token, nobody too often, and no other site's page at all. */
function createGuard(parts: TabApiParts): (at: At, next: Guarded) => Route {
  const max = { ...LIMITS, ...parts.limits };
  const limits: Readonly<Record<'GET' | 'POST', RequestLimit>> = {
    GET: createRequestLimit(max.reads, WINDOW_MS, parts.monotonicMs),
    POST: createRequestLimit(max.writes, WINDOW_MS, parts.monotonicMs),
  };
  return (at, next) => {
    const { method, path, maxBodyBytes = BODY_MAX_BYTES } = at;
    const handle = (request: HttpRequest): Promise<HttpResponse> =>
      enter(parts, at, request, async (holder, now) =>
        limits[method].allows(`${holder.tenantId}|${holder.id}`)
          ? await next(request, holder, now)
          : refused(parts, 'too-many-requests', { 'retry-after': String(WINDOW_MS / 1_000) }),
      );
    // A file is not read for somebody whom nobody vouches for.
    const admit = (head: RequestHead): Promise<HttpResponse | null> =>
      enter(parts, at, head, () => Promise.resolve(null));
    return { method, path, maxBodyBytes, handle, ...(maxBodyBytes > BODY_MAX_BYTES ? { admit } : {}) };
  };
}

/** Goes on for the holder of a good token; otherwise, and when that breaks, the answer says why not. */
async function enter<Answer>(
  parts: TabApiParts,
  { method, path }: At,
  head: RequestHead,
  goOn: (holder: TokenHolder, now: Instant) => Promise<Answer>,
): Promise<Answer | HttpResponse> {
  try {
    if (method === 'POST' && isForeign(head)) {
      return refused(parts, 'bad-request');
    }
    const now = await parts.store.now();
    const holder = await parts.verify(head.headers['authorization'] ?? '', now);
    return holder === null ? refused(parts, 'sign-in', { 'www-authenticate': 'Bearer' }) : await goOn(holder, now);
  } catch (fault) {
    const code = fault instanceof Fault && OUTAGES.has(fault.code) ? 'unavailable' : 'internal';
    return problem({ code, ref: parts.reportFault(fault, { at: 'tab', method, path }) });
  }
}

// A token in a header is not sent along by itself, so this is the second lock. Browsers tell where a request comes from;
// what tells nothing is no browser.
function isForeign({ headers }: RequestHead): boolean {
  return (headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin';
}

function refused(
  parts: TabApiParts,
  code: 'bad-request' | 'sign-in' | 'not-member' | 'not-allowed' | 'too-many-requests',
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  parts.onRefused(code);
  return problem({ code }, headers);
}
