import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { Command } from '../../platform/teams/bot.ts';
import type { EdgeReplies } from '../../platform/teams/edge-replies.ts';
import {
  drawAnsweredElsewhere,
  drawTeamChoice,
  drawUnknownAction,
  drawUnknownCommand,
  helpButton,
} from './cards/edge-cards.ts';
import { drawSaying, replyWith } from './cards/say.ts';
import { findCommand, restAfter } from './run-command.ts';
import { helpFi } from './texts.fi.ts';
import { shownBack } from './typed-text.ts';

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
      const known = suggestion === null ? null : findCommand(allCommands(), suggestion);
      const meant =
        suggestion === null || known === null ? null : { command: suggestion, rest: restAfter(text, suggestion) };
      return Promise.resolve(replyWith(drawUnknownCommand(shownBack(text), meant), helpFi.unknownCommand.title));
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

function saying({ title, text, next }: { readonly title: string; readonly text: string; readonly next: string }) {
  return replyWith(drawSaying(title, [text, next]), title);
}
