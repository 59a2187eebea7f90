import { textField } from '../../../platform/cards/field.ts';
import { raiseToGroup } from '../domain/owner.ts';
import { decided, defineAction, formContent } from './form-action.ts';
import { exampleGroupName } from './group-name.ts';

/** S2-08: a local case becomes the working group's; the association that opened it stays in it. */
export const raiseAction = defineAction({
  name: 'raise',
  form({ c, t }) {
    const words = t.raise;
    const isGroups = c.owner.kind === 'workingGroup';
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: {
        name: textField(true, {
          label: words.name,
          hint: words.nameHint(exampleGroupName(c.basics.targetBody, t)),
          problem: words.nameProblem,
          initial: isGroups ? c.owner.name : '',
        }),
      },
      submit: words.submit,
      notices: isGroups || c.owner.name === '' ? [] : [{ tone: 'info', text: words.ownerStays(c.owner.name) }],
    });
  },
  decide: (c, { name }, { t }) => decided(raiseToGroup(c, name), t.raise.said(name)),
});
