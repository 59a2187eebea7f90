import type { Card } from '../../../platform/cards/card.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { Command } from '../../../platform/teams/bot.ts';
import { helpFi } from '../texts.fi.ts';
import { commandButton } from './say.ts';

export type GuideView = {
  readonly commands: readonly Pick<Command, 'names' | 'help'>[];
  readonly adminNames: readonly string[];
  /** Where the original model can be read; null shows no link. */
  readonly model: string | null;
};

const ADMINS_MAX = 5;

/** What the app does, the four stages, every command with its help, and who helps (S0-05). */
export function drawGuide({ commands, adminNames, model }: GuideView): Card {
  const words = helpFi.guide;
  return presentMessage({
    title: words.title,
    about: null,
    notices: [],
    paragraphs: words.paragraphs,
    facts: [],
    sections: [
      { heading: words.stagesTitle, lines: words.stages },
      {
        heading: words.commandsTitle,
        lines: [words.where, ...commands.map(({ names: [name], help }) => words.command(name, help))],
      },
      { heading: words.peopleTitle, lines: [words.advisor, adminLine(adminNames)] },
    ],
    buttons: [commandButton(helpFi.buttons.glossary, helpFi.commandNames.glossary)],
    links: model === null ? [] : [{ label: words.model, url: model }],
    help: helpFi.help,
  });
}

function adminLine(names: readonly string[]): string {
  const words = helpFi.guide;
  if (names.length === 0) {
    return words.noAdmin;
  }
  const shown = names.slice(0, ADMINS_MAX).join(', ');
  const more = names.length - ADMINS_MAX;
  return more > 0 ? words.adminsMore(shown, more) : words.admins(shown);
}
