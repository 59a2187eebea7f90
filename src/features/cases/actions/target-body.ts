import { ok } from '../../../kernel/result.ts';
import { choiceField, textField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { targetBodyName } from '../cards/case-words.ts';
import type { TargetBody } from '../domain/case.ts';
import { targetBodyAt } from '../domain/target-body.ts';
import { TARGET_BODY_KINDS, type TargetBodyKind } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { placeOf, regionField, regionValueOf } from './region-field.ts';

function fields({ c, t }: FormContext) {
  const words = t.targetBody;
  const { targetBody } = c.basics;
  return {
    region: regionField({ label: words.region, problem: words.regionProblem, initial: regionValueOf(targetBody) }),
    kind: choiceField<TargetBodyKind>({
      label: words.kind,
      hint: words.kindHint,
      problem: words.kindProblem,
      choices: choicesOf(TARGET_BODY_KINDS, t.targetBodyKinds),
      initial: targetBody.kind,
    }),
    jointAuthorityName: textField(false, {
      label: words.jointAuthorityName,
      hint: words.jointAuthorityNameHint,
      conditional: true,
      problem: words.jointAuthorityNameProblem,
      initial: targetBody.jointAuthorityName,
    }),
  };
}

// S0-08: the supporter is found from the county, so another county may mean another person.
function supporterNotices(before: TargetBody, after: TargetBody, { t, viewer }: FormContext): readonly Notice[] {
  const { people, today } = viewer;
  const supporter = people.supporterOf(after.county, today);
  if (before.county === after.county || supporter === people.supporterOf(before.county, today)) {
    return [];
  }
  return supporter === null
    ? [{ tone: 'warning', text: t.targetBody.noSupporter }]
    : [{ tone: 'info', text: t.targetBody.newSupporter(people.nameOf(supporter)) }];
}

/** S1-27, S2-04: whom the case turns to. */
export const targetBodyAction = defineAction({
  name: 'targetBody',
  form: (context) =>
    formContent({ title: context.t.targetBody.title, intro: context.t.targetBody.intro, fields: fields(context) }),
  decide(c, { region, kind, jointAuthorityName }, context) {
    const target = targetBodyAt(placeOf(region), kind, jointAuthorityName);
    if (!target.ok) {
      return target;
    }
    const changed = { ...c, basics: { ...c.basics, targetBody: target.value } };
    return decided(ok(changed), context.t.targetBody.said(targetBodyName(target.value)), {
      notices: supporterNotices(c.basics.targetBody, target.value, context),
    });
  },
});
