// `help/run`: a button that runs a command as if the person had written it. The answer is seen by the presser alone.
import { z } from 'zod/mini';
import { maskIdentityCodes } from '../../kernel/identity-codes.ts';
import type { ActionRequest, CardAction, Command } from '../../platform/teams/bot.ts';
import { drawUnknownAction } from './cards/edge-cards.ts';
import { HELP_VERBS } from './verbs.ts';

/** More than this after a command is not carried over by a button. */
const REST_MAX = 200;

const shape = z.looseObject({
  command: z.string().check(z.maxLength(100)),
  rest: z.optional(z.string().check(z.maxLength(REST_MAX))),
});

/** Runs a command of the app by the name that a button carries; anything else is an old card's button. */
export function createRunPress(allCommands: () => readonly Command[]): CardAction {
  return {
    verb: HELP_VERBS.run,
    async run(request: ActionRequest) {
      const { data, cardActivityId, ...asking } = request;
      const sent = shape.safeParse(data);
      const command = sent.success ? findCommand(allCommands(), sent.data.command) : null;
      if (!sent.success || command === null) {
        return { kind: 'card', card: drawUnknownAction(allCommands()) };
      }
      const { card } = await command.run({ ...asking, rest: sent.data.rest ?? '', messageId: cardActivityId ?? '' });
      return { kind: 'card', card };
    },
  };
}

/** The command of that name, exactly as the command table spells it; null when there is none. */
export function findCommand(commands: readonly Command[], name: string): Command | null {
  return commands.find(({ names }) => names.includes(name)) ?? null;
}

/** What followed a misspelt command, for the button that runs the right one; '' when it is too long to carry. */
export function restAfter(text: string, command: string): string {
  const words = command.split(' ').length;
  const rest = maskIdentityCodes(text.replace(new RegExp(`^(?:\\S+\\s*){${words}}`), '').trim());
  return rest.length > REST_MAX ? '' : rest;
}
