import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { Command } from '../../platform/teams/bot.ts';
import type { EdgeReplies } from '../../platform/teams/edge-replies.ts';
import {
  drawAnsweredElsewhere,
  drawTeamChoice,
  drawUnknownAction,
  drawUnknownCommand,
  helpButton,
  type UnknownCommandView,
} from './cards/edge-cards.ts';
import { drawSaying, replyWith } from './cards/say.ts';
import { findCommand, restAfter } from './run-command.ts';
import { helpFi } from './texts.fi.ts';
import { matterIn, shownBack } from './typed-text.ts';

export type ReplyParts = {
  readonly directory: Pick<WorkspaceDirectory, 'find'>;
  readonly guide: Command;
  readonly allCommands: () => readonly Command[];
};

/** What the bot says where no feature speaks. Only the help card and the team's name need storage or Teams. */
export function createReplies({ directory, guide, allCommands }: ReplyParts): EdgeReplies {
  return {
    help: (request) => guide.run(request),
    unknownCommand: (_asking, text, suggestion) => {
      const card = drawUnknownCommand(readUnknown(allCommands(), text, suggestion));
      return Promise.resolve(replyWith(card, helpFi.unknownCommand.title));
    },
    unknownAction: () => Promise.resolve(replyWith(drawUnknownAction(allCommands()), helpFi.unknownAction.title)),
    stranger: () => saying(helpFi.stranger),
    noTeam: () => saying(helpFi.noTeam),
    severalTeams: (teams) => replyWith(drawTeamChoice(teams), helpFi.severalTeams.title),
    teamChosen: async ({ workspace }) => {
      const { title, text, next } = helpFi.teamChosen;
      const name = (await directory.find(workspace))?.name ?? helpFi.severalTeams.unnamed;
      return replyWith(drawSaying(title, [text(name), next], [helpButton()]), title);
    },
    unsupportedPlace: () => saying({ ...helpFi.unsupportedPlace, next: '' }),
    answeredElsewhere: () =>
      Promise.resolve(replyWith(drawAnsweredElsewhere(allCommands()), helpFi.answeredElsewhere.title)),
    fault: (ref) => saying({ ...helpFi.fault, next: helpFi.fault.next(ref) }),
  };
}

function readUnknown(commands: readonly Command[], text: string, suggestion: string | null): UnknownCommandView {
  const { open } = helpFi.commandNames;
  const isKnown = suggestion !== null && findCommand(commands, suggestion) !== null;
  // Whoever meant to open a case is offered that by the suggestion, without the misspelt command in the matter.
  const canOpen = suggestion !== open && findCommand(commands, open) !== null;
  return {
    text: shownBack(text),
    suggestion: isKnown ? { command: suggestion, rest: restAfter(text, suggestion) } : null,
    matter: canOpen ? matterIn(text) : null,
  };
}

function saying({ title, text, next }: { readonly title: string; readonly text: string; readonly next: string }) {
  return replyWith(drawSaying(title, [text, next]), title);
}
