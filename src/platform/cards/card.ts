import type { Branded } from '../../kernel/ids.ts';

/** An Adaptive Card (≤ 1.5) after its template was expanded exactly once. Expanding it again would run user text. */
export type Card = Branded<Readonly<Record<string, unknown>>, 'ExpandedCard'>;

/** A person to notify: Teams only notifies those whom a message mentions. */
export type Mention = { readonly teamsId: string; readonly name: string };

/** What one message says: one card (never text beside it), what a notification shows, and whom it concerns. */
export type CardMessage = {
  readonly card: Card;
  readonly summary: string;
  readonly mentions: readonly Mention[];
};
