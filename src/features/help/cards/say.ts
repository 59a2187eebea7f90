// The plain card of this feature: a title, some sentences and at most a few buttons.
import type { Card } from '../../../platform/cards/card.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { presentMessage } from '../../../platform/cards/present-message.ts';
import type { CommandReply } from '../../../platform/teams/bot.ts';
import { helpFi } from '../texts.fi.ts';
import { HELP_VERBS } from '../verbs.ts';

/** A card that says these sentences. */
export function drawSaying(title: string, paragraphs: readonly string[], buttons: readonly Button[] = []): Card {
  return presentMessage({
    title,
    about: null,
    notices: [],
    paragraphs,
    facts: [],
    sections: [],
    buttons,
    help: helpFi.help,
  });
}

/** A card as the reply to a message; the notification shows its title. */
export function replyWith(card: Card, summary: string): CommandReply {
  return { kind: 'card', card, summary };
}

/** A button that runs a command as if the person had written it, with `rest` after its name. */
export function commandButton(
  label: string,
  command: string,
  about: { readonly look?: Button['look']; readonly rest?: string } = {},
): Button {
  const rest = about.rest ?? '';
  return {
    label,
    verb: HELP_VERBS.run,
    data: rest === '' ? { command } : { command, rest },
    look: about.look ?? 'plain',
    sendsInputs: false,
  };
}
