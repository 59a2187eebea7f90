// Secret addresses as rows. What a secret opens lies under the digest of the secret, in partitions of its own, so that a
// request costs one read and whoever reads the table learns no address. In the workspace lies which digest is a person's.
import { createHash } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import { parsePersonId, parseWorkspaceKey, type PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { parseCountyCode } from '../../kernel/regions/regions.ts';
import type { Cells, Row } from '../../platform/storage/store.ts';
import type { SecretLink } from './domain/subscription.ts';

const SCHEMA = 1;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
const DIGEST = /^[0-9a-f]{64}$/;
// Secrets spread evenly over so many partitions as two hexadecimal digits tell apart.
const SHARD_DIGITS = 2;

/** Where a secret's row lies; null when the text cannot be a secret of ours. */
export function placeOfSecret(secret: string): SecretPlace | null {
  return SECRET.test(secret) ? placeOfDigest(createHash('sha256').update(secret).digest('hex')) : null;
}

export type SecretPlace = { readonly partition: string; readonly rowKey: string };

export function placeOfDigest(digest: string): SecretPlace {
  return { partition: `calendar|${digest.slice(0, SHARD_DIGITS)}`, rowKey: digest };
}

/** The cells of what a secret opens. */
export function linkCells(link: SecretLink): Cells {
  const { kind, workspace, person } = link;
  const own =
    link.kind === 'feed'
      ? { county: link.scope.county ?? '', since: link.since }
      : { source: link.source, entry: link.id, until: link.until };
  return { schema: SCHEMA, kind, workspace, person, ...own };
}

/** What the row opens. An unreadable row is a Fault. */
export function rowToLink({ cells }: Row): SecretLink {
  const workspace = parseWorkspaceKey(cells['workspace']);
  const person = parsePersonId(cells['person']);
  const { kind, county, source, entry } = cells;
  if (cells['schema'] === SCHEMA && workspace !== null && person !== null) {
    const since = parseInstant(cells['since']);
    if (kind === 'feed' && since !== null && typeof county === 'string') {
      return { kind, workspace, person, scope: { county: parseCountyCode(county) }, since };
    }
    const until = parseInstant(cells['until']);
    if (kind === 'entry' && until !== null && typeof source === 'string' && typeof entry === 'string') {
      return { kind, workspace, person, source, id: entry, until };
    }
  }
  throw new Fault('row-unreadable', { row: 'calendar-link' });
}

/** When the link of a row ends by itself; null when it does not. */
export function endOf({ cells }: Row): Instant | null {
  return parseInstant(cells['until']);
}

export function ownRowKey(person: PersonId): string {
  return `calendar|${person}`;
}

export function ownCells(digest: string): Cells {
  return { schema: SCHEMA, digest };
}

/** The digest of a person's feed. An unreadable row is a Fault. */
export function rowToDigest({ cells }: Row): string {
  const { schema, digest } = cells;
  if (schema !== SCHEMA || typeof digest !== 'string' || !DIGEST.test(digest)) {
    throw new Fault('row-unreadable', { row: 'calendar' });
  }
  return digest;
}
