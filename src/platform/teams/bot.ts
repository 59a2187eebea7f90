// What a feature gives the bot edge and what it gets back: the contract between features and Teams, free of any SDK.
import type { ChannelId, PersonId, WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../kernel/instants.ts';
import type { Card } from '../cards/card.ts';

/** Somebody of the team's (or channel's) roster. */
export type Member = {
  readonly id: PersonId;
  /** `29:…`, what a mention and a roster call use. */
  readonly teamsId: string;
  readonly name: string;
  readonly isGuest: boolean;
};

/** `channel` messages are read by its roster; `personal` only by the person. */
export type Place =
  | {
      readonly kind: 'channel';
      readonly channelId: ChannelId;
      /** Null when Teams does not say (the channel's name is stored once learnt). */
      readonly channelName: string | null;
      /** Whether only the channel's own roster sees it. */
      readonly access: 'team' | 'restricted';
      /** The first message of the thread, under which a reply goes; null where there is none, as on a channel's tab. */
      readonly rootId: string | null;
    }
  | { readonly kind: 'personal' };

/** Who asks, where, and when by the storage's clock. The edge has proved all of it. */
export type Asking = {
  readonly workspace: WorkspaceKey;
  readonly person: Member;
  readonly place: Place;
  readonly now: Instant;
  /** `now` as a date in Helsinki. */
  readonly today: LocalDate;
};

export type CommandRequest = Asking & {
  /** What followed the command's name, trimmed; may be empty. */
  readonly rest: string;
  /** The id of the message, for recognising a re-delivered one. */
  readonly messageId: string;
};

/**
 * One command. `names` are in plain lower-case Finnish without a slash, the first is the one shown; the router accepts
 * any case, a leading slash or mention, a/o for ä/ö, and suggests the nearest name for small misspellings.
 */
export type Command = {
  readonly names: readonly [string, ...string[]];
  /** One line for the help card. */
  readonly help: string;
  run(request: CommandRequest): Promise<CommandReply>;
};

/** `card` is posted as a reply in the thread; it carries its own notification text. */
export type CommandReply = { readonly kind: 'card'; readonly card: Card; readonly summary: string };

export type ActionRequest = Asking & {
  /** What the card sent: its `data` and the inputs, unchecked. */
  readonly data: unknown;
  /** The message that holds the card that was pressed; null when Teams does not say. */
  readonly cardActivityId: string | null;
};

/** The reply replaces the card for the person who pressed, and for nobody else. */
export type ActionReply = { readonly kind: 'card'; readonly card: Card };

/** One verb of a card's Action.Execute, `cases/contact` and the like. */
export type CardAction = {
  readonly verb: string;
  run(request: ActionRequest): Promise<ActionReply>;
};

/** What Teams tells about the team itself. */
export type TeamEvent =
  | {
      readonly kind: 'installed';
      readonly workspace: WorkspaceKey;
      readonly channelId: ChannelId;
      readonly now: Instant;
    }
  | { readonly kind: 'removed'; readonly workspace: WorkspaceKey; readonly now: Instant }
  | {
      readonly kind: 'channelDeleted' | 'channelRestored';
      readonly workspace: WorkspaceKey;
      readonly channelId: ChannelId;
      readonly now: Instant;
    };

/** Who is in the team, or in one channel of it, now (short cache). An outage throws. */
export interface Roster {
  team(workspace: WorkspaceKey): Promise<readonly Member[]>;
  channel(workspace: WorkspaceKey, channelId: ChannelId): Promise<readonly Member[]>;
}
