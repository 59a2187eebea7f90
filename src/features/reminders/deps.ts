import { Fault } from '../../kernel/fault.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { DeliveryDesk } from '../../platform/delivery/delivery-desk.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import type { ReminderSource } from './source.ts';
import type { RemindersTexts } from './texts.fi.ts';

/** What the reminders stand on. */
export type RemindersDeps = {
  readonly store: Store;
  readonly desk: DeliveryDesk;
  readonly people: PeopleDirectory;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
  readonly newId: NewId;
  readonly sources: readonly ReminderSource[];
  readonly t: RemindersTexts;
};

/** The source of a promise. One that is missing is a Fault: the promise waits until a version that has it. */
export function sourceOf({ sources }: Pick<RemindersDeps, 'sources'>, name: string): ReminderSource {
  const source = sources.find((each) => each.source === name);
  if (source === undefined) {
    throw new Fault('reminder-source-unknown', { source: name });
  }
  return source;
}
