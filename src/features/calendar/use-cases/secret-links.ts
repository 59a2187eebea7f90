// Secret addresses: finding what one opens, and making one for a single entry.
import { Fault } from '../../../kernel/fault.ts';
import { addMs } from '../../../kernel/helsinki-time.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import type { CalendarDeps } from '../deps.ts';
import type { SecretLink } from '../domain/subscription.ts';
import { endOf, linkCells, placeOfSecret, rowToLink } from '../rows.ts';

/** How long the address of one entry works. */
export const ENTRY_DAYS = 7;

const DAY_MS = 24 * 60 * 60 * 1_000;
// Whenever an address is made, its partition is looked through for ended ones: one page, and a transaction that fits.
const LOOKED_AT = 1_000;
const REMOVED_AT_ONCE = 90;

/** What a secret opens at this moment, with the name under which its requests are counted; null when it is none. */
export async function findLink(
  { store }: Pick<CalendarDeps, 'store'>,
  secret: string,
): Promise<{ readonly link: SecretLink; readonly digest: string; readonly now: Instant } | null> {
  const place = placeOfSecret(secret);
  const row = place === null ? null : await store.read(place.partition, place.rowKey);
  if (row === null) {
    return null;
  }
  const [link, now] = [rowToLink(row), await store.now()];
  return link.kind === 'entry' && link.until <= now ? null : { link, digest: row.rowKey, now };
}

/** The path of a new address at which that person can download that entry for some days. */
export async function makeEntryPath(
  { store, newSecret }: Pick<CalendarDeps, 'store' | 'newSecret'>,
  { workspace, person, now }: Asking,
  { source, id }: CalendarEntry,
): Promise<string> {
  const secret = newSecret();
  const place = placeOfSecret(secret);
  if (place === null) {
    throw new Fault('calendar-secret-invalid');
  }
  const until = addMs(now, ENTRY_DAYS * DAY_MS);
  const cells = linkCells({ kind: 'entry', workspace, person: person.id, source, id, until });
  const ended = await endedIn(store, place.partition, now);
  await store.commit(place.partition, [{ kind: 'insert', rowKey: place.rowKey, cells }]);
  if (ended.length > 0) {
    // A conflict means that another process has removed them.
    await store.commit(place.partition, ended);
  }
  return `/calendar/${secret}/${source}/${id}.ics`;
}

async function endedIn(store: CalendarDeps['store'], partition: string, now: Instant) {
  // Digests are hexadecimal.
  const rows = await store.range(partition, { from: '0', before: 'g', select: ['until'], limit: LOOKED_AT });
  return rows
    .filter((row) => (endOf(row) ?? now) < now)
    .slice(0, REMOVED_AT_ONCE)
    .map((row) => ({ kind: 'remove', rowKey: row.rowKey, etag: row.etag }) as const);
}
