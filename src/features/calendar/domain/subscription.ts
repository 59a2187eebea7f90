import type { PersonId, WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';

/** What comes into the feed: what the person has a part in, and with a county all of its meetings and events too. */
export type FeedScope = { readonly county: CountyCode | null };

/** What a secret address opens. The table knows the secret by its digest only. */
export type SecretLink = FeedLink | EntryLink;

export type FeedLink = {
  readonly kind: 'feed';
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
  readonly scope: FeedScope;
  readonly since: Instant;
};

/** One entry for one person, to be downloaded once; it ends by itself. */
export type EntryLink = {
  readonly kind: 'entry';
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
  readonly source: string;
  readonly id: string;
  readonly until: Instant;
};
