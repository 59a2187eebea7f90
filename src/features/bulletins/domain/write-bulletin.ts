// What a bulletin must say, and how it is written, changed and withdrawn. Pure.
import { addMonths } from '../../../kernel/dates.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';
import { hasMeeting, type Bulletin, type BulletinId, type BulletinKind, type Meeting } from './bulletin.ts';

export type BulletinRefusal =
  | 'scope-mixed'
  | 'date-missing'
  | 'date-in-past'
  | 'date-too-far'
  | 'deadline-after-meeting'
  | 'time-without-date'
  | 'link-not-https'
  | 'withdrawn'
  | 'changed-meanwhile';

/** What the form says. `counties` with `isNational` is one thing too many. */
export type BulletinRequest = Pick<Bulletin, 'title' | 'text' | 'deadline' | 'channel' | 'link'> & {
  readonly isNational: boolean;
  readonly counties: readonly CountyCode[];
  readonly date: LocalDate | null;
  readonly time: Meeting['time'];
  readonly place: string;
};

type Context = { readonly by: PersonId; readonly at: Instant; readonly today: LocalDate };

// A date further away than this is a slip of the year, not a plan.
const FURTHEST_MONTHS = 36;

/** A new bulletin, or why there is none. */
export function publishBulletin(
  request: BulletinRequest,
  about: { readonly id: BulletinId; readonly kind: BulletinKind; readonly home: Bulletin['home'] },
  context: Context,
): Result<Bulletin, BulletinRefusal> {
  const checked = checkRequest(request, about.kind, null, context.today);
  if (!checked.ok) {
    return checked;
  }
  return ok({
    ...about,
    ...contentOf(request),
    rev: 1,
    writer: context.by,
    publishedOn: context.today,
    changed: { by: context.by, at: context.at },
    withdrawnOn: null,
  });
}

/** The bulletin with what the form says; `seen` is the revision that the form was drawn from. */
export function changeBulletin(
  before: Bulletin,
  request: BulletinRequest,
  seen: number,
  context: Context,
): Result<Bulletin, BulletinRefusal> {
  if (before.withdrawnOn !== null) {
    return refuse('withdrawn');
  }
  if (before.rev !== seen) {
    return refuse('changed-meanwhile');
  }
  const checked = checkRequest(request, before.kind, before, context.today);
  if (!checked.ok) {
    return checked;
  }
  return ok({
    ...before,
    ...contentOf(request),
    rev: before.rev + 1,
    changed: { by: context.by, at: context.at },
  });
}

/** The bulletin as no longer valid; its text stays with it. */
export function withdrawBulletin(before: Bulletin, context: Context): Result<Bulletin, BulletinRefusal> {
  return before.withdrawnOn === null
    ? ok({
        ...before,
        rev: before.rev + 1,
        withdrawnOn: context.today,
        changed: { by: context.by, at: context.at },
      })
    : refuse('withdrawn');
}

function contentOf(request: BulletinRequest) {
  const { title, text, counties, date, time, place, deadline, channel, link } = request;
  return { title, text, counties, meeting: date === null ? null : { date, time, place }, deadline, channel, link };
}

function checkRequest(
  { isNational, counties, date, time, deadline, link }: BulletinRequest,
  kind: BulletinKind,
  before: Bulletin | null,
  today: LocalDate,
): Result<null, BulletinRefusal> {
  if (isNational && counties.length > 0) {
    return refuse('scope-mixed', { field: 'scope' });
  }
  // A regional group may be looking for members before it has met.
  if (hasMeeting(kind) && date === null && (kind === 'hearing' || deadline === null)) {
    return refuse('date-missing', { field: 'date' });
  }
  if (date === null && time !== null) {
    return refuse('time-without-date', { field: 'date' });
  }
  const dated = [
    checkDate(date, before?.meeting?.date ?? null, today, 'date'),
    checkDate(deadline, before?.deadline ?? null, today, 'deadline'),
  ].find((each) => !each.ok);
  if (dated !== undefined) {
    return dated;
  }
  if (date !== null && deadline !== null && deadline > date) {
    return refuse('deadline-after-meeting', { field: 'deadline' });
  }
  return link === '' || isHttpsLink(link) ? ok(null) : refuse('link-not-https', { field: 'link' });
}

// A date that the bulletin had before may stay, even when it has passed.
function checkDate(
  date: LocalDate | null,
  before: LocalDate | null,
  today: LocalDate,
  field: string,
): Result<null, BulletinRefusal> {
  if (date === null || date === before) {
    return ok(null);
  }
  if (date < today) {
    return refuse('date-in-past', { field });
  }
  return date > addMonths(today, FURTHEST_MONTHS) ? refuse('date-too-far', { field }) : ok(null);
}

function isHttpsLink(text: string): boolean {
  return !/\s/.test(text) && URL.parse(text)?.protocol === 'https:';
}
