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
      { heading: words.commandsTitle, lines: [words.where] },
      ...groupsOf(commands),
      { heading: words.peopleTitle, lines: [words.advisor, adminLine(adminNames)] },
    ],
    buttons: [commandButton(helpFi.buttons.glossary, helpFi.commandNames.glossary)],
    links: model === null ? [] : [{ label: words.model, url: model }],
    help: helpFi.help,
  });
}

type GroupName = keyof typeof helpFi.guide.groups;

// What belongs together, by the commands' first names. A command that stands nowhere here is shown with the last group.
const GROUPS: readonly (readonly [GroupName, readonly string[]])[] = [
  ['cases', ['uusi tapaus', 'tapaukset', 'tapaus', 'muistutukset']],
  ['meetings', ['kalenteri', 'tukitapaaminen', 'verkkotreffit', 'kuntatapaaminen', 'tapahtuma']],
  ['knowledge', ['tiedotteet', 'tiedote', 'kysy', 'kysymykset', 'kokemus', 'kokemukset']],
  ['own', []],
];

function groupsOf(commands: GuideView['commands']): readonly { heading: string; lines: readonly string[] }[] {
  const words = helpFi.guide;
  const groupOf = (name: string): GroupName => GROUPS.find(([, names]) => names.includes(name))?.[0] ?? 'own';
  return GROUPS.map(([group]) => ({
    heading: words.groups[group],
    lines: commands
      .filter(({ names: [name] }) => groupOf(name) === group)
      .map(({ names: [name], help }) => words.command(name, help)),
  })).filter(({ lines }) => lines.length > 0);
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
