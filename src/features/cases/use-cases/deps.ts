import type { NewId } from '../../../kernel/ids.ts';
import type { DeliveryDesk } from '../../../platform/delivery/delivery-desk.ts';
import type { WatchedStore } from '../../../platform/storage/watched-store.ts';
import type { TabLink } from '../../../platform/tab/tab-link.ts';
import type { Roster } from '../../../platform/teams/bot.ts';
import type { WorkspaceDirectory } from '../../../platform/teams/workspace-directory.ts';
import type { WorkspaceQueue } from '../../../platform/storage/workspace-queue.ts';
import type { Associations } from '../../organisations/index.ts';
import type { PeopleDirectory } from '../../settings/index.ts';
import type { CaseTexts } from '../texts.fi.ts';
import type { FollowedSummaries } from './followed-summaries.ts';

/** What the use-cases of this feature stand on. */
export type CaseDeps = {
  readonly store: WatchedStore;
  /** All cases of a team in few words, for pages that ask for them again and again. */
  readonly summaries: FollowedSummaries;
  readonly desk: DeliveryDesk;
  readonly people: PeopleDirectory;
  readonly roster: Pick<Roster, 'channel'>;
  readonly queue: WorkspaceQueue;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
  /** The register, for names to choose from. */
  readonly associations: Associations;
  readonly newId: NewId;
  readonly t: CaseTexts;
  /** The way from a card to a page of the tab. */
  readonly page: TabLink;
};
