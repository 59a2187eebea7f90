// The port to real Teams meetings. Without an administrator's grant everything else works and only the link is missing.
import type { PersonId } from '../../kernel/ids.ts';
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';

export type OnlineMeetingDraft = {
  /** The same draft asked for again gives the same meeting (Graph's transactionId). */
  readonly transactionId: string;
  /** In whose calendar it is made; the Entra object id. */
  readonly organiser: PersonId;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly minutes: number;
};

/** `notGranted`: no administrator has allowed it; not worth trying again. `unavailable`: try again later. */
export type OnlineMeetingAnswer =
  | { readonly kind: 'made'; readonly eventId: string; readonly joinUrl: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'notGranted' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unavailable'; readonly retryAfterMs: number | null };

/** What changes when a meeting is moved. */
export type MeetingMove = Pick<OnlineMeetingDraft, 'subject' | 'date' | 'time' | 'minutes'>;

/** Nothing here throws for what Graph or the network does. */
export interface OnlineMeetings {
  /** False when the app was set up without the grant: nothing is asked of Graph then. */
  readonly isOn: boolean;
  create(draft: OnlineMeetingDraft): Promise<OnlineMeetingAnswer>;
  /** The body stays as it was: Teams keeps its join information there, and a new body would take it away. */
  move(organiser: PersonId, eventId: string, to: MeetingMove): Promise<OnlineMeetingAnswer>;
  cancel(organiser: PersonId, eventId: string, comment: string): Promise<OnlineMeetingAnswer>;
}

const NOT_GRANTED: OnlineMeetingAnswer = { kind: 'notGranted' };

/** Without the grant: nothing is made, and people give the link themselves. */
export const NO_ONLINE_MEETINGS: OnlineMeetings = {
  isOn: false,
  create: () => Promise.resolve(NOT_GRANTED),
  move: () => Promise.resolve(NOT_GRANTED),
  cancel: () => Promise.resolve(NOT_GRANTED),
};
