// `ohje` and `sanasto`.
import type { Card } from '../../platform/cards/card.ts';
import type { Asking, Command } from '../../platform/teams/bot.ts';
import type { PeopleDirectory } from '../settings/index.ts';
import { drawGlossary, drawTerm, drawUnknownTerm } from './cards/glossary-cards.ts';
import { drawGuide } from './cards/guide-card.ts';
import { replyWith } from './cards/say.ts';
import { findTerm } from './find-term.ts';
import { shownBack } from './typed-text.ts';
import { helpFi } from './texts.fi.ts';

export type CommandParts = {
  readonly people: PeopleDirectory;
  /** All commands of the app, these two included. */
  readonly allCommands: () => readonly Command[];
};

/** The two commands of this feature. */
export function createHelpCommands(parts: CommandParts): readonly [Command, Command] {
  return [
    {
      names: [helpFi.commandNames.help, 'apua', 'help'],
      help: helpFi.commands.help,
      run: async (request) => replyWith(await drawGuideFor(parts, request), helpFi.guide.title),
    },
    {
      names: [helpFi.commandNames.glossary],
      help: helpFi.commands.glossary,
      run: ({ rest }) => Promise.resolve(replyWith(lookUp(rest), helpFi.glossary.title)),
    },
  ];
}

async function drawGuideFor({ people, allCommands }: CommandParts, { workspace }: Asking): Promise<Card> {
  const known = await people.load(workspace);
  const adminNames = known.members.filter(({ id }) => known.isAdmin(id)).map(({ name }) => name);
  return drawGuide({ commands: allCommands(), adminNames, model: known.links.model });
}

function lookUp(rest: string): Card {
  if (rest.trim() === '') {
    return drawGlossary();
  }
  const found = findTerm(rest);
  return found.kind === 'found' ? drawTerm(found.term) : drawUnknownTerm(shownBack(rest), found.suggestion);
}
