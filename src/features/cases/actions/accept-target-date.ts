import { formatDate, formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import { dateField } from '../../../platform/cards/field.ts';
import { chooseTargetDate } from '../domain/choose-target-date.ts';
import { targetDateAfterMilestones } from '../domain/target-date.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function content({ c, t }: FormContext) {
  const words = t.acceptTargetDate;
  const proposal = targetDateAfterMilestones(c);
  const now = formatDayAndDate(c.schedule.targetDate);
  return formContent({
    title: words.title,
    intro: proposal === null ? words.intro(now) : words.introLate(now),
    fields: {
      targetDate: dateField({
        label: words.targetDate,
        problem: words.targetDateProblem,
        initial: proposal ?? c.schedule.targetDate,
        ...(proposal === null ? {} : { hint: words.targetDateHint }),
      }),
    },
    submit: words.submit,
  });
}

/** S0-52: accepts the target date that a decision or tender proposes, or another one. */
export const acceptTargetDateAction = defineAction({
  name: 'acceptTargetDate',
  form: content,
  decide: (c, { targetDate }, context) =>
    decided(chooseTargetDate(c, targetDate, context), context.t.acceptTargetDate.said(formatDate(targetDate))),
});
