import { longTextField } from '../../../platform/cards/field.ts';
import type { DiscussionEvent } from '../domain/case.ts';
import { recordDirection } from '../domain/direction.ts';
import { eventToRecord } from '../domain/recorded-event.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, item, t }: FormContext) {
  const words = t.direction;
  const event = eventToRecord(c, item);
  return {
    factors: longTextField(false, {
      label: words.factors,
      hint: words.factorsHint,
      problem: words.factorsProblem,
      initial: event?.factors.join('\n') ?? '',
    }),
    commonDirection: longTextField(false, {
      label: words.commonDirection,
      hint: words.commonDirectionHint,
      problem: words.commonDirectionProblem,
      initial: event?.commonDirection ?? '',
    }),
  };
}

function said(event: DiscussionEvent | null, { direction }: CaseTexts): string {
  if (event === null || (event.commonDirection === '' && event.factors.length === 0)) {
    return direction.saidEmpty;
  }
  return event.commonDirection === '' ? direction.saidFactors : direction.said;
}

/** S0-44, S0-45: what affects the matter, and the direction that the parties share. */
export const directionAction = defineAction({
  name: 'direction',
  form: (context) =>
    formContent({ title: context.t.direction.title, intro: context.t.direction.intro, fields: fields(context) }),
  decide(c, values, { t, item }) {
    const decision = recordDirection(c, item, values);
    const event = decision.ok ? eventToRecord(decision.value, item) : null;
    return decided(decision, said(event, t), { item: event?.id ?? null });
  },
});
