// What the bot says where no other feature speaks.
import type { Card } from '../../../platform/cards/card.ts';
import { choiceField } from '../../../platform/cards/field.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { MAIN_CHOICES_MAX } from '../../../platform/cards/parts.ts';
import { presentForm } from '../../../platform/cards/present-form.ts';
import type { Command } from '../../../platform/teams/bot.ts';
import { CHOOSE_TEAM_VERB, type EdgeReplies } from '../../../platform/teams/edge-replies.ts';
import { helpFi } from '../texts.fi.ts';
import { commandButton, drawSaying } from './say.ts';

type TeamChoices = Parameters<EdgeReplies['severalTeams']>[0];

export type UnknownCommandView = {
  /** What was written, fit to be shown. */
  readonly text: string;
  /** The command that may have been meant, and what followed it. */
  readonly suggestion: { readonly command: string; readonly rest: string } | null;
  /** What was written, as the matter of a new case; null offers none. */
  readonly matter: string | null;
};

/** The text that was no command, with what may have been meant: another command or a matter for a new case. */
export function drawUnknownCommand({ text, suggestion, matter }: UnknownCommandView): Card {
  const words = helpFi.unknownCommand;
  const { didYouMean, openCase } = helpFi.buttons;
  const ways = [
    ...(suggestion === null ? [] : [{ ...suggestion, label: didYouMean(suggestion.command) }]),
    ...(matter === null ? [] : [{ command: helpFi.commandNames.open, rest: matter, label: openCase }]),
  ];
  const buttons = ways.map(({ label, command, rest }, index) =>
    commandButton(label, command, { look: index === 0 ? 'primary' : 'plain', rest }),
  );
  return drawSaying(words.title, [words.typed(text), nextAfter({ suggestion, matter })], [...buttons, helpButton()]);
}

function nextAfter({ suggestion, matter }: Pick<UnknownCommandView, 'suggestion' | 'matter'>): string {
  const words = helpFi.unknownCommand;
  if (suggestion !== null) {
    return words.suggested;
  }
  return matter === null ? words.next : words.openCase;
}

/** A button that nothing answers any more, with a way on. */
export function drawUnknownAction(commands: readonly Command[]): Card {
  const { title, text, next } = helpFi.unknownAction;
  return drawSaying(title, [text, next], [...casesButtons(commands, 'primary'), helpButton()]);
}

/** The answer to a form of a client too old to show the real one here. */
export function drawAnsweredElsewhere(commands: readonly Command[]): Card {
  const { title, text, next } = helpFi.answeredElsewhere;
  return drawSaying(title, [text, next], casesButtons(commands, 'plain'));
}

/** Which team is meant: a button for each when they are few, else a menu. */
export function drawTeamChoice(teams: TeamChoices): Card {
  const words = helpFi.severalTeams;
  const choices = teams.map(({ teamId, name }) => ({ value: teamId, title: name ?? words.unnamed }));
  if (choices.length <= MAIN_CHOICES_MAX) {
    const buttons = choices.map(({ value, title }) => chooseTeamButton(title, { teamId: value }, false));
    return drawSaying(words.title, [words.text], buttons);
  }
  return presentForm({
    title: words.title,
    about: null,
    intro: words.text,
    step: null,
    notices: [],
    privacyNotice: null,
    fields: { teamId: choiceField<string>({ label: words.team, problem: words.teamProblem, choices }) },
    typed: {},
    problems: {},
    buttons: [chooseTeamButton(helpFi.buttons.chooseTeam, {}, true)],
    help: helpFi.help,
  });
}

function chooseTeamButton(label: string, data: Button['data'], sendsInputs: boolean): Button {
  return { label, verb: CHOOSE_TEAM_VERB, data, look: sendsInputs ? 'primary' : 'plain', sendsInputs };
}

/** The way to the help card. */
export function helpButton(): Button {
  return commandButton(helpFi.buttons.help, helpFi.commandNames.help);
}

// No button that leads nowhere: the list of cases belongs to another feature.
function casesButtons(commands: readonly Command[], look: Button['look']): readonly Button[] {
  const name = helpFi.commandNames.cases;
  return commands.some(({ names }) => names.includes(name))
    ? [commandButton(helpFi.buttons.cases, name, { look })]
    : [];
}
