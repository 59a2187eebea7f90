// What calendar programs fetch. The address itself is the proof, so that it is never logged or repeated, and whatever is
// wrong with it is answered in one and the same way.
import { createHash } from 'node:crypto';
import { addDays } from '../../kernel/dates.ts';
import { localDateOf } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { CalendarEntry } from '../../platform/calendar/calendar-entry.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import { createRequestLimit, type RequestLimit } from '../../platform/http/request-limit.ts';
import type { HttpRequest, HttpResponse, Route } from '../../platform/http/route.ts';
import type { CalendarDeps } from './deps.ts';
import type { FeedLink, SecretLink } from './domain/subscription.ts';
import { findEntry, isForCounty, loadEntries, together } from './use-cases/load-entries.ts';
import { findLink } from './use-cases/secret-links.ts';

type RouteDeps = Pick<CalendarDeps, 'store' | 'sources' | 'isMember' | 'monotonicMs' | 't'>;

// What has been and what was cancelled stays so long, so that programs that rarely ask learn of it.
const PAST_DAYS = 90;
// Programs ask a few times a day; people who set one up, a few times a minute.
const REQUESTS_MAX = 30;
const WINDOW_MS = 60_000;
const NOT_FOUND: HttpResponse = { status: 404, json: { code: 'not-found' } };
const FILE_ENDING = '.ics';

/** The feed of a person, and one entry of one's own choice. */
export function createCalendarRoutes(deps: RouteDeps): readonly Route[] {
  const limit = createRequestLimit(REQUESTS_MAX, WINDOW_MS, deps.monotonicMs);
  const feed = (request: HttpRequest): Promise<HttpResponse> =>
    serve(deps, limit, request, {
      secret: withoutEnding(request.params['file']),
      entries: (link, now) => (link.kind === 'feed' ? feedEntries(deps, link, now) : Promise.resolve(null)),
    });
  const entry = (request: HttpRequest): Promise<HttpResponse> =>
    serve(deps, limit, request, {
      secret: request.params['secret'] ?? '',
      entries: (link) => oneEntry(deps, link, request),
    });
  return (['GET', 'HEAD'] as const).flatMap((method): readonly Route[] => [
    { method, path: '/calendar/:file', handle: feed },
    { method, path: '/calendar/:secret/:source/:file', handle: entry },
  ]);
}

type Asked = {
  readonly secret: string;
  /** Null when the secret does not open that. */
  readonly entries: (link: SecretLink, now: Instant) => Promise<readonly CalendarEntry[] | null>;
};

async function serve(
  deps: RouteDeps,
  limit: RequestLimit,
  request: HttpRequest,
  { secret, entries }: Asked,
): Promise<HttpResponse> {
  const found = await findLink(deps, secret);
  if (found === null) {
    return NOT_FOUND;
  }
  const { link, digest, now } = found;
  if (!limit.allows(digest)) {
    return { status: 429, headers: { 'retry-after': String(WINDOW_MS / 1_000) }, json: { code: 'too-many-requests' } };
  }
  // Who has left the team sees nothing of it any more, whatever they kept.
  const shown = (await deps.isMember(link.workspace, link.person)) ? await entries(link, now) : null;
  return shown === null ? NOT_FOUND : answerWith(writeCalendar(deps.t.calendarName, shown), request, link);
}

async function feedEntries(deps: RouteDeps, link: FeedLink, now: Instant): Promise<readonly CalendarEntry[]> {
  const from = addDays(localDateOf(now), -PAST_DAYS);
  const { county } = link.scope;
  const [own, all] = await Promise.all([
    loadEntries(deps.sources, link, { from, mine: true }),
    county === null ? [] : loadEntries(deps.sources, link, { from, mine: false }),
  ]);
  return together(
    own,
    all.filter((entry) => isForCounty(entry, county)),
  );
}

async function oneEntry(
  deps: RouteDeps,
  link: SecretLink,
  { params }: HttpRequest,
): Promise<readonly CalendarEntry[] | null> {
  const isIt = link.kind === 'entry' && link.source === params['source'] && link.id === withoutEnding(params['file']);
  const entry = isIt ? await findEntry(deps.sources, link, link) : null;
  return entry === null ? null : [entry];
}

function answerWith(text: string, request: HttpRequest, link: SecretLink): HttpResponse {
  const content = Buffer.from(text);
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const headers = {
    etag,
    // Nobody between may keep it, and who keeps it asks whether it still holds.
    'cache-control': 'private, no-cache',
    ...(link.kind === 'entry' ? { 'content-disposition': 'attachment; filename="ratkaisupolku.ics"' } : {}),
  };
  if (isKnown(request.headers['if-none-match'], etag)) {
    return { status: 304, headers };
  }
  return { status: 200, headers, bytes: { contentType: 'text/calendar; charset=utf-8', content } };
}

function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

// Without the ending it is no address of ours.
function withoutEnding(file = ''): string {
  return file.endsWith(FILE_ENDING) ? file.slice(0, -FILE_ENDING.length) : '';
}
