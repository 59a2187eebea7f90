import type { TryAgainDeps } from '../../platform/delivery/try-again.ts';
import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import type { MessageSubjects } from './subjects.ts';
import type { DeliveriesTexts } from './texts.fi.ts';

/** What this feature stands on. */
export type DeliveriesDeps = TryAgainDeps & {
  readonly people: PeopleDirectory;
  readonly directory: Pick<WorkspaceDirectory, 'isPaused' | 'channel'>;
  readonly subjects: readonly MessageSubjects[];
  readonly t: DeliveriesTexts;
};
