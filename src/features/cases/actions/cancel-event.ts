import type { Notice } from '../../../platform/cards/form.ts';
import { cancelEvent, eventInPreparation } from '../domain/event.ts';
import { openTimePoll } from '../domain/event-times.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { whenText } from './when-text.ts';

function whichNotice({ c, t }: FormContext): Notice {
  const words = t.cancelEvent;
  const event = eventInPreparation(c);
  if (event === null) {
    return { tone: 'warning', text: words.nothing };
  }
  const { date, time } = event;
  return { tone: 'warning', text: date === null ? words.whichUndated : words.which(whenText({ date, time })) };
}

/** Cancels the event in preparation. The form asks nothing: it says what follows, and its button is the answer (B-09). */
export const cancelEventAction = defineAction({
  name: 'cancelEvent',
  form: (context) =>
    formContent({
      title: context.t.cancelEvent.title,
      intro: context.t.cancelEvent.consequence,
      fields: {},
      submit: context.t.cancelEvent.submit,
      notices: [whichNotice(context)],
    }),
  decide: (c, _values, { t }) =>
    decided(cancelEvent(c), t.cancelEvent.said, {
      announce: openTimePoll(c) === null ? null : 'timesCancelled',
    }),
});
