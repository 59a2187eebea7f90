import { ok } from '../../../kernel/result.ts';
import { longTextField, textField } from '../../../platform/cards/field.ts';
import { describe } from '../domain/basics.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c: { basics }, t }: FormContext) {
  const words = t.describe;
  return {
    title: textField(true, {
      label: words.matter,
      hint: words.matterHint,
      problem: words.matterProblem,
      initial: basics.title,
    }),
    description: longTextField(false, {
      label: words.description,
      hint: words.descriptionHint,
      problem: words.descriptionProblem,
      initial: basics.description,
    }),
  };
}

/** S0-14: the matter itself, in a few words and at more length. */
export const describeAction = defineAction({
  name: 'describe',
  form: (context) => formContent({ title: context.t.describe.title, fields: fields(context) }),
  decide: (c, description, { t }) => decided(ok(describe(c, description)), t.describe.said),
});
