import { choiceField, dateField, toggleField } from '../../../platform/cards/field.ts';
import { formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import type { Case } from '../domain/case.ts';
import { reschedule } from '../domain/schedule.ts';
import { URGENCIES, type Urgency } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c: { schedule }, t }: FormContext) {
  const words = t.schedule;
  return {
    urgency: choiceField<Urgency>({
      label: words.urgency,
      problem: words.urgencyProblem,
      choices: choicesOf(URGENCIES, t.urgencyExplained),
      initial: schedule.urgency,
    }),
    targetDate: dateField({
      label: words.targetDate,
      hint: words.targetDateHint,
      problem: words.targetDateProblem,
      initial: schedule.targetDate,
    }),
    followUrgency: toggleField(false, {
      label: words.followUrgency,
      hint: words.followUrgencyHint,
      problem: words.followUrgencyProblem,
    }),
  };
}

// Somebody who changes the urgency may expect the date to follow it.
function hasStayed(before: Case, after: Case): boolean {
  return before.schedule.urgency !== after.schedule.urgency && before.schedule.targetDate === after.schedule.targetDate;
}

/** S0-06, S0-15, S0-29: how urgent the matter is, and the target date that follows it or that people choose. */
export const scheduleAction = defineAction({
  name: 'schedule',
  form: (context) =>
    formContent({ title: context.t.schedule.title, intro: context.t.schedule.intro, fields: fields(context) }),
  decide(c, request, context) {
    const words = context.t.schedule;
    const decision = reschedule(c, request, context);
    if (!decision.ok) {
      return decision;
    }
    const { value } = decision;
    return decided(decision, words.said(formatDayAndDate(value.schedule.targetDate)), {
      notices: hasStayed(c, value) ? [{ tone: 'info', text: words.stays }] : [],
    });
  },
});
