import type { ActionName } from '../domain/action-rules.ts';
import type { Action, FormContext } from './form-action.ts';

/** An action that asks other things in other situations: `choose` picks the form by what it is drawn from. */
export function varyingAction(name: ActionName, choose: (context: FormContext) => Action): Action {
  return {
    name,
    content: (context) => choose(context).content(context),
    read: (context, data, options) => choose(context).read(context, data, options),
    isImmediate: (context) => choose(context).isImmediate(context),
  };
}
