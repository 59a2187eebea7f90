// Support from Tukiliitto's experts as one value: questions and their answers.
import type { DeliveryKind } from '../../platform/delivery/delivery.ts';
import { createFormActions } from '../../platform/posts/form-actions.ts';
import type { CardAction, Command } from '../../platform/teams/bot.ts';
import type { AgendaSource } from '../overview/index.ts';
import { createQuestionAgenda } from './agenda-source.ts';
import { createAnswerForm } from './answer-form.ts';
import { createAskForm } from './ask-form.ts';
import { createSupportCommands, createSupportPresses } from './bot.ts';
import { createSupportKinds } from './deliveries.ts';
import type { SupportDeps } from './deps.ts';
import { supportFi } from './texts.fi.ts';
import { createWithdrawForm } from './withdraw-form.ts';

export type SupportFeature = {
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  readonly deliveries: readonly DeliveryKind[];
  readonly agenda: AgendaSource;
};

/** Builds the feature in Finnish on what it stands on. */
export function createSupport(parts: Omit<SupportDeps, 't'>): SupportFeature {
  const deps: SupportDeps = { ...parts, t: supportFi };
  return {
    commands: createSupportCommands(deps),
    actions: [
      ...createFormActions(deps, createAskForm(deps)),
      ...createFormActions(deps, createAnswerForm(deps)),
      ...createFormActions(deps, createWithdrawForm(deps)),
      ...createSupportPresses(deps),
    ],
    deliveries: createSupportKinds(deps),
    agenda: createQuestionAgenda(deps),
  };
}
