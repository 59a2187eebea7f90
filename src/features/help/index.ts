// The help feature as one value: help, the glossary, the greeting and what is said where no other feature speaks.
import type { DeliveryDesk } from '../../platform/delivery/delivery-desk.ts';
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import type { CardAction, Command, TeamEvent } from '../../platform/teams/bot.ts';
import type { EdgeReplies } from '../../platform/teams/edge-replies.ts';
import type { WorkspaceDirectory } from '../../platform/teams/workspace-directory.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import { drawChosenTerm } from './cards/glossary-cards.ts';
import { createHelpCommands } from './commands.ts';
import { createReplies } from './replies.ts';
import { createRunPress } from './run-command.ts';
import { HELP_VERBS } from './verbs.ts';
import { createOnTeamEvent, createWelcomeKind } from './welcome.ts';

export type HelpParts = {
  readonly desk: DeliveryDesk;
  readonly directory: Pick<WorkspaceDirectory, 'find' | 'isPaused'>;
  readonly people: PeopleDirectory;
  /** The commands of the other features; help lists them and its buttons run them. */
  readonly commands: readonly Command[];
};

export type HelpFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
  readonly replies: EdgeReplies;
  onTeamEvent(event: TeamEvent): Promise<void>;
};

/** Builds the feature on what it stands on; `parts.commands` must hold none of its own. */
export function createHelp(parts: HelpParts): HelpFeature {
  const allCommands = (): readonly Command[] => [...parts.commands, ...own];
  const own = createHelpCommands({ people: parts.people, allCommands });
  const [guide] = own;
  return {
    commands: own,
    actions: [
      createRunPress(allCommands),
      {
        verb: HELP_VERBS.term,
        run: ({ data, today }) => Promise.resolve({ kind: 'card', card: drawChosenTerm(data, today) }),
      },
    ],
    deliveries: [createWelcomeKind(parts.directory)],
    replies: createReplies({ directory: parts.directory, guide, allCommands }),
    onTeamEvent: createOnTeamEvent(parts.desk),
  };
}
