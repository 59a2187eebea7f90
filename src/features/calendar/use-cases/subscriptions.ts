// A person's own feed: one at a time in each team. The row under the secret's digest decides whether an address works, so
// it goes first when an address ends and comes before the person's own row when one begins: whatever breaks in between, no
// address works that somebody could not end.
import { Fault } from '../../../kernel/fault.ts';
import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import { contentHash, operationWrite, readOperation } from '../../../platform/storage/operations.ts';
import type { Row, Write } from '../../../platform/storage/store.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import type { CalendarDeps } from '../deps.ts';
import type { FeedLink, FeedScope } from '../domain/subscription.ts';
import {
  linkCells,
  ownCells,
  ownRowKey,
  placeOfDigest,
  placeOfSecret,
  rowToDigest,
  rowToLink,
  type SecretPlace,
} from '../rows.ts';

type Deps = Pick<CalendarDeps, 'store' | 'newSecret'>;

const ROUNDS = 4;

/** `made` carries the only sight of the secret there ever is; `again`: the same form was carried out before. */
export type StartOutcome =
  | { readonly kind: 'made'; readonly secret: string }
  | { readonly kind: 'again' }
  /** There is a feed already, and the form did not say that it ends. */
  | { readonly kind: 'exists' };

/** The feed of a person; null when there is none. */
export async function readSubscription(
  { store }: Pick<CalendarDeps, 'store'>,
  workspace: WorkspaceKey,
  person: PersonId,
): Promise<FeedLink | null> {
  const own = await store.read(workspace, ownRowKey(person));
  return own === null ? null : ((await readFeed({ store }, own))?.link ?? null);
}

/** Starts a feed, or with `renew` puts a new address in place of the old one, which ends at once. */
export async function startSubscription(
  deps: Deps,
  asking: Asking,
  { nonce, scope, renew }: { readonly nonce: string; readonly scope: FeedScope; readonly renew: boolean },
): Promise<StartOutcome> {
  const { store } = deps;
  const { workspace, person, now } = asking;
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round decides on what the round before has left
    if ((await readOperation(store, workspace, nonce)) !== null) {
      return { kind: 'again' };
    }
    // oxlint-disable-next-line no-await-in-loop
    const own = await store.read(workspace, ownRowKey(person.id));
    // oxlint-disable-next-line no-await-in-loop
    const feed = own === null ? null : await readFeed(deps, own);
    if (feed !== null && !renew) {
      return { kind: 'exists' };
    }
    const secret = deps.newSecret();
    const link: FeedLink = { kind: 'feed', workspace, person: person.id, scope: feed?.link.scope ?? scope, since: now };
    // oxlint-disable-next-line no-await-in-loop
    if (await replaceFeed(deps, { own, feed, secret, link, nonce })) {
      return { kind: 'made', secret };
    }
  }
  throw new Fault('calendar-too-busy');
}

/** Changes what comes into a feed; its address stays. False when there is none, or when it has just ended. */
export async function changeScope(
  { store }: Pick<CalendarDeps, 'store'>,
  { workspace, person }: Asking,
  scope: FeedScope,
): Promise<boolean> {
  const own = await store.read(workspace, ownRowKey(person.id));
  const feed = own === null ? null : await readFeed({ store }, own);
  if (feed === null) {
    return false;
  }
  const { partition, rowKey } = feed.place;
  const cells = linkCells({ ...feed.link, scope });
  return (await store.commit(partition, [{ kind: 'replace', rowKey, etag: feed.etag, cells }])) === 'committed';
}

/** Ends a person's feed: its address opens nothing from now on. False when there was none. */
export async function endSubscription(
  { store }: Pick<CalendarDeps, 'store'>,
  { workspace, person }: Asking,
): Promise<boolean> {
  const own = await store.read(workspace, ownRowKey(person.id));
  if (own === null) {
    return false;
  }
  await removeFeed({ store }, placeOfDigest(rowToDigest(own)));
  // Somebody who was faster has ended it too, or has started another one, which stays.
  return (await store.commit(workspace, [{ kind: 'remove', rowKey: own.rowKey, etag: own.etag }])) === 'committed';
}

type Feed = { readonly link: FeedLink; readonly place: SecretPlace; readonly etag: string };

async function readFeed({ store }: Pick<CalendarDeps, 'store'>, own: Row): Promise<Feed | null> {
  const place = placeOfDigest(rowToDigest(own));
  const row = await store.read(place.partition, place.rowKey);
  const link = row === null ? null : rowToLink(row);
  return row === null || link?.kind !== 'feed' ? null : { link, place, etag: row.etag };
}

async function replaceFeed(
  deps: Deps,
  change: {
    readonly own: Row | null;
    readonly feed: Feed | null;
    readonly secret: string;
    readonly link: FeedLink;
    readonly nonce: string;
  },
): Promise<boolean> {
  const { own, feed, secret, link, nonce } = change;
  const place = placeOfSecret(secret);
  if (place === null) {
    throw new Fault('calendar-secret-invalid');
  }
  if (feed !== null) {
    await removeFeed(deps, feed.place);
  }
  await deps.store.commit(place.partition, [{ kind: 'insert', rowKey: place.rowKey, cells: linkCells(link) }]);
  const rowKey = ownRowKey(link.person);
  const cells = ownCells(place.rowKey);
  const write: Write =
    own === null ? { kind: 'insert', rowKey, cells } : { kind: 'replace', rowKey, etag: own.etag, cells };
  const op = operationWrite(nonce, { hash: contentHash(['calendar', link.person]), outcome: {} });
  const outcome = await deps.store.commit(link.workspace, [write, op]);
  if (outcome === 'conflict') {
    await removeFeed(deps, place);
  }
  return outcome === 'committed';
}

// A conflict means that somebody has just written the row: what is there now is looked at again, until it is gone.
async function removeFeed({ store }: Pick<CalendarDeps, 'store'>, { partition, rowKey }: SecretPlace): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const row = await store.read(partition, rowKey);
    if (row === null) {
      return;
    }
    // oxlint-disable-next-line no-await-in-loop
    if ((await store.commit(partition, [{ kind: 'remove', rowKey, etag: row.etag }])) === 'committed') {
      return;
    }
  }
  throw new Fault('calendar-too-busy');
}
