import { choiceField } from '../../../platform/cards/field.ts';
import { setEventType } from '../domain/record-event.ts';
import { eventToRecord } from '../domain/recorded-event.ts';
import { EVENT_TYPES, type EventType } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { eventNotices } from './event-notices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

function fields({ c, item, t }: FormContext) {
  const words = t.eventType;
  return {
    type: choiceField<EventType>({
      label: words.type,
      hint: words.typeHint,
      problem: words.typeProblem,
      choices: choicesOf(EVENT_TYPES, t.eventTypes),
      initial: eventToRecord(c, item)?.type ?? '',
    }),
  };
}

/** S0-36, S0-37, S0-49, S0-50: who can resolve the matter; who is missing from the table is said at once. */
export const eventTypeAction = defineAction({
  name: 'eventType',
  form: (context) =>
    formContent({ title: context.t.eventType.title, intro: context.t.eventType.intro, fields: fields(context) }),
  decide(c, { type }, { t, item }) {
    const decision = setEventType(c, item, type);
    const event = decision.ok ? eventToRecord(decision.value, item) : null;
    return decided(decision, t.eventType.said[type], { item: event?.id ?? null, notices: eventNotices(c, event, t) });
  },
});
