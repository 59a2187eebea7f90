// What a feature with dated things gives to the reminders: the thing as it is when somebody is to be reminded of it. Who is
// told, when, where and how often is decided here and not in the feature.
import type { PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../kernel/instants.ts';
import type { Button } from '../../platform/cards/form.ts';
import type { Destination } from '../../platform/teams/messenger.ts';
import type { People } from '../settings/index.ts';

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
  /** `Tehty`, `Siirrä myöhemmäksi`, `Lisää kalenteriin`. */
  readonly buttons: readonly Button[];
  /** Where the whole of it can be seen, `Näytä tapaus`. */
  readonly look: Button;
  /** Whom it concerns now, present members only; never empty unless nobody is left to tell. */
  readonly people: readonly PersonId[];
  /** Who is told when it is late, and when nobody of `people` can be reached. */
  readonly advisor: PersonId | null;
  /** The thread in which it may be said openly; null when it may only be said in private. */
  readonly thread: Destination | null;
  readonly help: string;
};

/** One line of the weekly digest. */
export type DigestLine = { readonly date: LocalDate | null; readonly text: string };

/** What a channel is told on Monday: dates of this week, what is late, what has no next step or date. */
export type Digest = {
  readonly thisWeek: readonly DigestLine[];
  readonly late: readonly DigestLine[];
  readonly withoutNextStep: readonly DigestLine[];
};

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
}
