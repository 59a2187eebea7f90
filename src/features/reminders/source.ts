// What a feature with dated things gives to the reminders: the thing as it is when somebody is to be reminded of it. Who is
// told, when, where and how often is decided here and not in the feature.
import type { ChannelId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../kernel/instants.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Write } from '../../platform/storage/store.ts';
import type { ActionRequest } from '../../platform/teams/bot.ts';
import type { Destination } from '../../platform/teams/messenger.ts';
import type { People } from '../settings/index.ts';
import type { Digest } from './domain/digests.ts';

export type { Digest, DigestLine } from './domain/digests.ts';

/** Which promise has come due. Ids only; `itemDate` tells whether the thing still has the date it was promised for. */
export type ReminderAbout = {
  /** The delivery's subject, for example a case id. */
  readonly subject: string;
  readonly item: string;
  readonly itemDate: LocalDate;
  /** `late`: its day has passed and nobody has said that it is done. */
  readonly when: 'before' | 'late';
};

/** A thing as of this moment. Texts are finished sentences or phrases in Finnish. */
export type Reminded = {
  /** The heading when it is the only thing of the message, `Toimenpide lähestyy`. */
  readonly title: string;
  /** `Tapaus 2026-014 · Kuljetuspalvelun odotusajat` (B-01). */
  readonly about: string;
  readonly what: string;
  /** `viikon päästä, keskiviikkona 2.12.2026 klo 13.00` (T-04). */
  readonly when: string;
  readonly where: string | null;
  readonly next: string;
  /** `3 päivää myöhässä`, or null. */
  readonly late: string | null;
  /** `Tehty`, `Lisää kalenteriin` and what else fits, at most three. `Siirrä myöhemmäksi` is added here. */
  readonly buttons: readonly Button[];
  /** Where the whole of it can be seen, `Näytä tapaus`. */
  readonly look: Button;
  /** Whom it concerns now, present members only; never empty unless nobody is left to tell. */
  readonly people: readonly PersonId[];
  /** Who is told when it is late, and when nobody of `people` can be reached. */
  readonly advisor: PersonId | null;
  /** The thread in which it may be said openly; null when it may only be said in private. */
  readonly thread: Destination | null;
  /** Only those who see the thread may read it: never said in private. False when absent. */
  readonly onlyInThread?: boolean;
  /** Whether its agreed day is for the person alone to move, with `move`: a task, not a meeting. False when absent. */
  readonly movable?: boolean;
  readonly help: string;
};

/** What became of moving an agreed day: a sentence that says it. */
export type Moved = { readonly ok: boolean; readonly said: string };

export interface ReminderSource {
  /** `cases`, `meetings`: told apart in payloads. */
  readonly source: string;
  /** The thing, or null when there is nothing to remind of any more: done, moved to another date, closed, on hold. */
  find(
    workspace: WorkspaceKey,
    about: ReminderAbout,
    at: { readonly now: Instant; readonly today: LocalDate; readonly people: People },
  ): Promise<Reminded | null>;
  /** What the source says in the Monday digest of that channel; empty lists for nothing. Never what others may not see there. */
  digest(
    workspace: WorkspaceKey,
    channel: Destination,
    at: { readonly today: LocalDate; readonly people: People },
  ): Promise<Digest>;
  /** The channels in which this source has something that a digest could tell of. */
  channels(workspace: WorkspaceKey): Promise<readonly Destination[]>;
  /** Moves the agreed day of what is `movable`, if this person may; the same nonce moves it once. */
  move?(request: ActionRequest, about: ReminderAbout, to: LocalDate, nonce: string): Promise<Moved>;
  /** The thread was gone and a reminder has begun a new one: what has to be written so that the subject lives there. */
  movedTo?(
    workspace: WorkspaceKey,
    subject: string,
    to: { readonly channelId: ChannelId; readonly rootId: string },
  ): Promise<readonly Write[]>;
}
