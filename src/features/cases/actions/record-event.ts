import type { ItemId } from '../../../kernel/ids.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import {
  choicesField,
  dateField,
  longTextField,
  optionalChoiceField,
  textField,
  type Choice,
  type Field,
} from '../../../platform/cards/field.ts';
import { refuse } from '../../../kernel/result.ts';
import { knownAttendees, possibleAttendees, recordEvent, type PossibleAttendee } from '../domain/record-event.ts';
import { eventToRecord } from '../domain/recorded-event.ts';
import { PARTICIPANT_ROLES, type ParticipantRole } from '../domain/vocabulary.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { choicesOf, choiceTitle } from './choices.ts';
import { eventNotices } from './event-notices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

type AlwaysAsked = ReturnType<typeof alwaysAsked>;
type Attended = { readonly attended: Field<readonly ItemId[]> };

function attendeeChoice({ id, role, organisation, name }: PossibleAttendee, t: CaseTexts): Choice {
  return {
    value: id,
    title: choiceTitle([t.roles[role], organisation, name].filter((part) => part !== '').join(', ')),
  };
}

function alwaysAsked({ c, item, t, viewer }: FormContext) {
  const words = t.recordEvent;
  const event = eventToRecord(c, item);
  const planned = event?.date ?? null;
  return {
    on: dateField({
      label: words.on,
      problem: words.onProblem,
      initial: planned !== null && planned <= viewer.today ? planned : viewer.today,
    }),
    extraRole: optionalChoiceField<ParticipantRole>({
      label: words.extraRole,
      hint: words.extraRoleHint,
      problem: words.extraRoleProblem,
      choices: choicesOf(PARTICIPANT_ROLES, t.roles),
    }),
    extraOrganisation: textField(false, {
      label: words.extraOrganisation,
      hint: words.extraOrganisationHint,
      conditional: true,
      problem: words.extraOrganisationProblem,
    }),
    openDiscussion: longTextField(false, {
      label: words.openDiscussion,
      hint: words.openDiscussionHint,
      problem: words.openDiscussionProblem,
      initial: event?.openDiscussion ?? '',
      privacy: 'views',
    }),
  };
}

// With nobody on the list there is nothing to tick, and only somebody else can be told.
function fields(context: FormContext): AlwaysAsked | (AlwaysAsked & Attended) {
  const { c, item, t } = context;
  const { on, ...others } = alwaysAsked(context);
  const event = eventToRecord(c, item);
  const possible = event === null ? [] : possibleAttendees(c, event);
  if (event === null || possible.length === 0) {
    return { on, ...others };
  }
  const attended = choicesField<ItemId>(false, {
    label: t.recordEvent.attended,
    problem: t.recordEvent.attendedProblem,
    choices: possible.map((attendee) => attendeeChoice(attendee, t)),
    initial: knownAttendees(event).join(','),
  });
  return { on, attended, ...others };
}

/** S0-26, S0-54: the event was held, and who were there. Who was missing is said at once (S0-38, S0-51). */
export const recordEventAction = defineAction<AlwaysAsked | (AlwaysAsked & Attended)>({
  name: 'recordEvent',
  form: (context) =>
    formContent({ title: context.t.recordEvent.title, intro: context.t.recordEvent.intro, fields: fields(context) }),
  decide(c, values, context) {
    const { t, item } = context;
    const { on, extraRole: role, extraOrganisation: organisation, openDiscussion } = values;
    if (role === null && organisation !== '') {
      return refuse('choice-missing', { field: 'extraRole' });
    }
    const attended = 'attended' in values ? values.attended : [];
    const extra = role === null ? null : { role, organisation };
    const decision = recordEvent(c, item, { on, attended, extra, openDiscussion }, context);
    const event = decision.ok ? eventToRecord(decision.value, item) : null;
    return decided(decision, t.recordEvent.said(formatWeekdayDate(on)), {
      item: event?.id ?? null,
      next: event?.type === null ? { name: 'eventType', item: event.id } : null,
      notices: eventNotices(c, event, t),
    });
  },
});
