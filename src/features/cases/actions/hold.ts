import { dateField, textField } from '../../../platform/cards/field.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { holdCase, resumeCase } from '../domain/close-case.ts';
import { decided, defineAction, formContent } from './form-action.ts';
import { passedDateNotices, tooNearNotices } from './promised.ts';

const REASON_MAX = 300;

/** Pauses a case until a date. */
export const holdAction = defineAction({
  name: 'hold',
  form({ t }) {
    const words = t.hold;
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: {
        reason: textField(true, { label: words.reason, problem: words.reasonProblem, maxLength: REASON_MAX }),
        until: dateField({ label: words.until, problem: words.untilProblem }),
      },
    });
  },
  decide: (c, { reason, until }, context) =>
    decided(holdCase(c, reason, until, context), context.t.resumeStep(formatWeekdayDate(until)), {
      notices: tooNearNotices(until, context),
    }),
});

/** One press ends the pause. */
export const resumeAction = defineAction({
  name: 'resume',
  form: ({ t }) => formContent({ title: t.resume.title, fields: {} }),
  decide(c, _values, context) {
    const decision = resumeCase(c);
    return decided(decision, context.t.resume.said, {
      notices: decision.ok ? passedDateNotices(decision.value, context) : [],
    });
  },
  isImmediate: () => true,
});
