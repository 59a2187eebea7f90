import { refuse } from '../../../kernel/result.ts';
import type { ActionName } from '../domain/action-rules.ts';
import type { CaseRefusal } from '../domain/decision.ts';
import { defineAction, formContent, type Action } from './form-action.ts';

/**
 * What an action is while the list that it chooses from is empty: no form, for a card cannot ask it; a refusal at once,
 * with its reason.
 */
export function nothingToChooseAction(name: ActionName, code: CaseRefusal = 'nothing-to-choose'): Action {
  return defineAction({
    name,
    form: ({ t }) =>
      formContent({
        title: t.actions[name],
        fields: {},
        notices: [{ tone: 'warning', text: t.refusals[code] }],
      }),
    decide: () => refuse(code),
    isImmediate: () => true,
  });
}
