import type { Asking, CommandReply, CommandRequest } from './bot.ts';
import type { TeamChoice } from './asking.ts';

/**
 * What the bot says where no feature speaks. The words come from outside: this folder holds none. None of these may
 * throw for what a person wrote.
 */
export interface EdgeReplies {
  /** The bot was named and nothing was said. */
  help(request: CommandRequest): Promise<CommandReply>;
  /** No command begins like this; `suggestion` is one that is a slip away. */
  unknownCommand(asking: Asking, text: string, suggestion: string | null): Promise<CommandReply>;
  /** A card of an older version holds a button that nothing answers any more. */
  unknownAction(asking: Asking, verb: string): Promise<CommandReply>;
  /** The person is not in the roster of the place now. */
  stranger(): CommandReply;
  /** Personal chat: the bot is in no team of the person's. */
  noTeam(): CommandReply;
  /** Personal chat: which team is meant? The card's buttons press CHOOSE_TEAM_VERB with `{ teamId }`. */
  severalTeams(teams: readonly TeamChoice[]): CommandReply;
  /** Personal chat: the choice is kept. */
  teamChosen(asking: Asking): Promise<CommandReply>;
  /** A group chat: the bot works in teams. */
  unsupportedPlace(): CommandReply;
  /** An old client sent a form in a channel, where its private answer has no place. The form counts. */
  answeredElsewhere(asking: Asking): Promise<CommandReply>;
  /** Something broke; the reference finds it in the log. */
  fault(ref: string): CommandReply;
}

/** The verb of the buttons on the card of `severalTeams`. */
export const CHOOSE_TEAM_VERB = 'teams/choose';
