import { ok } from '../../../kernel/result.ts';
import { choiceField, textField } from '../../../platform/cards/field.ts';
import { suggestedOwnerKind, withOwner } from '../domain/owner.ts';
import { OWNER_KINDS, type OwnerKind } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { exampleGroupName } from './group-name.ts';

function fields({ c, t }: FormContext) {
  const words = t.owner;
  const { targetBody } = c.basics;
  return {
    kind: choiceField<OwnerKind>({
      label: words.kind,
      hint: words.kindHint[suggestedOwnerKind(targetBody)],
      problem: words.kindProblem,
      choices: choicesOf(OWNER_KINDS, t.ownerKinds),
      initial: c.owner.kind,
    }),
    name: textField(true, {
      label: words.name,
      hint: words.nameHint(exampleGroupName(targetBody, t)),
      problem: words.nameProblem,
      initial: c.owner.name,
    }),
  };
}

/** S0-07: who acts, one of exactly two kinds and by name. What usually fits the target is a hint, not a rule. */
export const ownerAction = defineAction({
  name: 'owner',
  form: (context) =>
    formContent({ title: context.t.owner.title, intro: context.t.owner.intro, fields: fields(context) }),
  decide: (c, owner, { t }) => decided(ok(withOwner(c, owner)), t.owner.said(owner.name)),
});
