import type { NewId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { CalendarSource } from '../../platform/calendar/calendar-entry.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { CalendarTexts } from './texts.fi.ts';

/** What the calendar stands on. */
export type CalendarDeps = {
  readonly store: Store;
  /** Of every feature with dates, told apart by their names. */
  readonly sources: readonly CalendarSource[];
  /** Whether the bot is in the team and the person is a member of it now; may be a minute old. */
  readonly isMember: (workspace: WorkspaceKey, person: PersonId) => Promise<boolean>;
  readonly newId: NewId;
  /** A new secret of 256 random bits, 43 letters of base64url. */
  readonly newSecret: () => string;
  readonly monotonicMs: () => number;
  /** Where people reach the app; null: no addresses can be given. */
  readonly publicUrl: string | null;
  readonly t: CalendarTexts;
};
