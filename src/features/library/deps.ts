import type { NewId } from '../../kernel/ids.ts';
import type { DeliveryDesk } from '../../platform/delivery/delivery-desk.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import type { LibraryTexts } from './texts.fi.ts';

/** What this feature stands on. */
export type LibraryDeps = {
  readonly store: Store;
  readonly desk: DeliveryDesk;
  readonly people: PeopleDirectory;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
  readonly newId: NewId;
  readonly t: LibraryTexts;
};
