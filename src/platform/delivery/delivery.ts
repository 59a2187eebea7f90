// What features say to the delivery engine: which message is promised for when, and how it is worded when its time comes.
import type { ChannelId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../kernel/instants.ts';
import type { CardMessage } from '../cards/card.ts';
import type { Write } from '../storage/store.ts';
import type { Destination } from '../teams/messenger.ts';

/** `now`: as soon as committed, at any hour. A date and time: that wall-clock time in Helsinki. */
export type Due = 'now' | { readonly date: LocalDate; readonly time: LocalTime };

/** A message promised. Ids only, no words: it is worded from the state of the moment when it is sent. */
export type DeliveryDraft = {
  /** What it is about, for example a case id: all deliveries of a subject can be found together. No `|` or `~`. */
  readonly subject: string;
  /** Which promise of the subject: the same name re-dated is a new generation of the same delivery. No `|`. */
  readonly name: string;
  /** Which DeliveryKind words it. */
  readonly kind: string;
  readonly due: Due;
  /** After this it is no longer worth saying; it ends as `expired`, visibly. */
  readonly expires: Instant;
  /** Deliveries due together with the same bundle become one message. */
  readonly bundle: string;
  /** `workingDays`: never at night, on a weekend or holiday (late ones wait for the next 9.00–18.00). `any`: at once. */
  readonly hours: 'workingDays' | 'any';
  readonly payload: Readonly<Record<string, string>>;
};

/** `handedOn`: it said nothing itself, and what it stood for is promised by other deliveries. */
export type DeliveryState =
  'pending' | 'sending' | 'sent' | 'handedOn' | 'failed' | 'cancelled' | 'expired' | 'obsolete';

export type Delivery = DeliveryDraft & {
  readonly generation: number;
  readonly dueUtc: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Where it goes instead of where its kind says, because that place refused for good. */
  readonly instead: { readonly of: Destination; readonly to: Destination } | null;
};

/** What a bundle of due deliveries becomes. `obsolete`: the promise no longer holds (done, re-dated, closed). */
export type Wording =
  | { readonly kind: 'post'; readonly to: Destination; readonly message: CardMessage }
  | {
      readonly kind: 'update';
      readonly at: { readonly channelId: ChannelId; readonly rootId: string; readonly activityId: string };
      readonly message: CardMessage;
    }
  | { readonly kind: 'obsolete' }
  /**
   * Nothing is sent: the deliveries end, and these are promised in the same transaction, also for a time that has passed.
   * One that is promised already, or has been said, for the same time under the same name is left as it is. At most
   * HANDED_ON_MAX.
   */
  | { readonly kind: 'handOn'; readonly drafts: readonly DeliveryDraft[] }
  /** Not now: the workspace or channel is paused; ask again later, lose nothing. */
  | { readonly kind: 'paused' }
  /** Not in this moment: ask again after so long; no attempt is counted. */
  | { readonly kind: 'later'; readonly ms: number };

/** So many deliveries can follow from one: all rows of it fit into one transaction. */
export const HANDED_ON_MAX = 40;

/** A feature's kind of message. */
export interface DeliveryKind {
  readonly kind: string;
  /**
   * Words the deliveries of one bundle, from the state of this moment. `holds` names the deliveries it speaks for, each
   * by its `name`, or as `<subject>~<name>` where a bundle spans subjects; the others of the bundle are obsolete. When it
   * throws, the bundle is tried again later.
   */
  word(
    workspace: WorkspaceKey,
    deliveries: readonly Delivery[],
    now: Instant,
  ): Promise<{ readonly wording: Wording; readonly holds: readonly string[] }>;
  /**
   * Whether wording it does something by itself, as making a meeting, so that nobody asks for it without sending. False
   * when absent.
   */
  readonly actsWhenWorded?: boolean;
  /**
   * Called after a message was accepted, before it is recorded as sent: more writes for the same transaction, such as
   * the id of a card that was posted. Must not touch rows that people edit. Absent: none.
   */
  readonly recordSent?: (
    workspace: WorkspaceKey,
    deliveries: readonly Delivery[],
    sent: { readonly activityId: string; readonly to: Destination | null; readonly now: Instant },
  ) => Promise<readonly Write[]>;
  /** Where to try when the first place refused for good: the next destination, or null when there is none. */
  fallback(workspace: WorkspaceKey, deliveries: readonly Delivery[], refused: Destination): Promise<Destination | null>;
}
