// One dated thing as calendars know it: what a feature gives, and what becomes an .ics file, a feed or a Teams link.
import type { ChannelId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../kernel/instants.ts';
import type { CountyCode } from '../../kernel/regions/regions.ts';
import type { Card } from '../cards/card.ts';
import type { Button } from '../cards/form.ts';
import type { Asking, Place } from '../teams/bot.ts';

/** Who may read an entry besides the person it was asked for: the whole team, one channel's roster, or nobody. */
export type Audience = 'team' | 'person' | { readonly channelId: ChannelId };

/** `source` and `id` together name it for ever, also after it was moved or cancelled: its UID is made of them. */
export type CalendarEntry = {
  /** The feature: `cases`, `meetings`. */
  readonly source: string;
  /** What a button sends to find it again; ASCII letters, digits, `-` and `.` only. */
  readonly id: string;
  /** Grows with every change that others must notice (RFC 5545 SEQUENCE). */
  readonly sequence: number;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** Code of the kind for filters, and the word people see. */
  readonly kind: { readonly code: string; readonly label: string };
  readonly title: string;
  /** Plain text, lines separated by \n; may be empty. */
  readonly description: string;
  readonly date: LocalDate;
  /** Null for a whole day. */
  readonly time: LocalTime | null;
  /** Length when there is a time. */
  readonly minutes: number;
  /** Place in words, or ''. */
  readonly place: string;
  /** https address of the remote meeting, or ''. */
  readonly link: string;
  /** Of the case that it belongs to, `2026-014`; absent when it belongs to none. */
  readonly caseNumber?: string;
  /** The counties it is for; empty for the whole country. */
  readonly counties: readonly CountyCode[];
  /** Where it may be shown openly: a card in a channel is read by everybody there. */
  readonly audience: Audience;
  readonly changedAt: Instant;
};

/** What each feature with dates gives to the calendars. */
export interface CalendarSource {
  readonly source: string;
  /** The kinds that its entries can be of, by which they can be chosen also where there is none. Absent: none. */
  readonly kinds?: readonly CalendarEntry['kind'][];
  /**
   * What that person may see: everything from `from` on, cancelled ones included so that calendars learn of it. `mine`:
   * only what the person takes part in or answers for. `to`: whoever asks looks at nothing after that day, so it may be
   * left out.
   */
  entries(
    workspace: WorkspaceKey,
    person: PersonId,
    range: { readonly from: LocalDate; readonly mine: boolean; readonly to?: LocalDate },
  ): Promise<readonly CalendarEntry[]>;
  /** One entry, or null when it is gone or the person may not see it. */
  entry(workspace: WorkspaceKey, person: PersonId, id: string): Promise<CalendarEntry | null>;
  /** What the source's own cards offer for an entry in this place, at most two, `Näytä tapaus`. Absent: nothing. */
  readonly buttons?: (entry: CalendarEntry, place: Place) => readonly Button[];
  /** An entry as the source's own cards show it to who asks; null when it may not be shown there. Absent: it has none. */
  readonly details?: (asking: Asking, id: string) => Promise<EntryDetails | null>;
  /** What who asks may add to the calendar from there, `Uusi tapahtuma`. Absent: nothing. */
  readonly newButtons?: (asking: Asking) => Promise<readonly Button[]>;
}

/** The thing itself, and what belongs to it: its agenda, its answers. */
export type EntryDetails = {
  readonly card: Card;
  /** `isPrinted`: people take it along on paper. */
  readonly parts: readonly { readonly card: Card; readonly isPrinted: boolean }[];
};
