import { dateField, optionalDateField, optionalTimeField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { proposeTimes } from '../domain/support.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { whenText } from './when-text.ts';

function dateOfLine({ c, t }: FormContext, number: number) {
  const words = t.timeOptions;
  return {
    label: words.date(number),
    problem: words.dateProblem,
    initial: c.support?.timeOptions[number - 1]?.date ?? '',
  };
}

function timeOfLine({ c, t }: FormContext, number: number) {
  const words = t.timeOptions;
  return optionalTimeField({
    label: words.time(number),
    problem: words.timeProblem,
    initial: c.support?.timeOptions[number - 1]?.time ?? '',
  });
}

function fields(context: FormContext) {
  return {
    date1: dateField(dateOfLine(context, 1)),
    time1: timeOfLine(context, 1),
    date2: optionalDateField(dateOfLine(context, 2)),
    time2: timeOfLine(context, 2),
    date3: optionalDateField(dateOfLine(context, 3)),
    time3: timeOfLine(context, 3),
  };
}

function answerNotices({ c, t }: FormContext): readonly Notice[] {
  const words = t.timeOptions;
  const choice = c.support?.choice ?? null;
  if (choice === null) {
    return [];
  }
  if (choice.kind === 'picked') {
    return [{ tone: 'warning', text: words.picked(whenText(choice.visit)) }];
  }
  const note: readonly Notice[] = choice.note === '' ? [] : [{ tone: 'info', text: words.advisorSays(choice.note) }];
  return [{ tone: 'info', text: words.noneFitted }, ...note];
}

/** S0-18: up to three times when somebody of Tukiliitto could come; one is enough. New times ask the advisor again. */
export const timeOptionsAction = defineAction({
  name: 'timeOptions',
  form: (context) =>
    formContent({
      title: context.t.timeOptions.title,
      intro: context.t.timeOptions.intro,
      fields: fields(context),
      notices: answerNotices(context),
    }),
  decide(c, { date1, time1, date2, time2, date3, time3 }, context) {
    const lines = [
      { date: date1, time: time1 },
      { date: date2, time: time2 },
      { date: date3, time: time3 },
    ];
    const decision = proposeTimes(c, lines, context);
    const isNews = decision.ok && decision.value.support?.timeOptions !== c.support?.timeOptions;
    return decided(decision, context.t.timeOptions.said, { announce: isNews ? 'supportAsked' : null });
  },
});
