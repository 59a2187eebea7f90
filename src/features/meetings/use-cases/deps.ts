import type { NewId } from '../../../kernel/ids.ts';
import type { DeliveryDesk } from '../../../platform/delivery/delivery-desk.ts';
import type { OnlineMeetings } from '../../../platform/graph/online-meetings.ts';
import type { Store } from '../../../platform/storage/store.ts';
import type { Roster } from '../../../platform/teams/bot.ts';
import type { WorkspaceDirectory } from '../../../platform/teams/workspace-directory.ts';
import type { OpenCases } from '../../cases/index.ts';
import type { PeopleDirectory } from '../../settings/index.ts';
import type { MeetingTexts } from '../texts.fi.ts';

/** What this feature stands on. */
export type MeetingDeps = {
  readonly store: Store;
  readonly desk: DeliveryDesk;
  readonly people: PeopleDirectory;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
  /** Who sees a restricted channel, where somebody asks outside of it. */
  readonly roster: Pick<Roster, 'channel'>;
  readonly cases: OpenCases;
  readonly online: OnlineMeetings;
  readonly newId: NewId;
  readonly t: MeetingTexts;
};
