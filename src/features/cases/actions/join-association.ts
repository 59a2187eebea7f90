import { textField } from '../../../platform/cards/field.ts';
import { joinAssociation } from '../domain/owner.ts';
import { decided, defineAction, formContent } from './form-action.ts';

/** S2-08: one more association stands behind the matter. Whoever sees the case may bring theirs. */
export const joinAssociationAction = defineAction({
  name: 'joinAssociation',
  form({ c, t }) {
    const words = t.joinAssociation;
    const joined = c.joinedAssociations.join(', ');
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: { name: textField(true, { label: words.name, hint: words.nameHint, problem: words.nameProblem }) },
      isList: true,
      notices: joined === '' ? [] : [{ tone: 'info', text: words.joinedAlready(joined) }],
    });
  },
  decide(c, { name }, { by, t }) {
    const isOutside = !c.participants.includes(by);
    return decided(joinAssociation(c, name), t.joinAssociation.said(name), {
      notices: isOutside ? [{ tone: 'info', text: t.joinAssociation.joinYourself }] : [],
    });
  },
});
