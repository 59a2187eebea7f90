import { refuse } from '../../../kernel/result.ts';
import type { ActionName } from '../domain/action-rules.ts';
import { defineAction, formContent, type Action } from './form-action.ts';

/** What an action is while the list that it chooses from is empty: no form, for a card cannot ask it; a refusal at once. */
export function nothingToChooseAction(name: ActionName): Action {
  return defineAction({
    name,
    form: ({ t }) =>
      formContent({
        title: t.actions[name],
        fields: {},
        notices: [{ tone: 'warning', text: t.refusals['nothing-to-choose'] }],
      }),
    decide: () => refuse('nothing-to-choose'),
    isImmediate: () => true,
  });
}
