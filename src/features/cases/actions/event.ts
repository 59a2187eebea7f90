import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { choiceField, optionalDateField, optionalTimeField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import type { Case, DiscussionEvent } from '../domain/case.ts';
import {
  agreeEvent,
  attendanceAsked,
  cancelledBefore,
  eventInPreparation,
  type EventRequest,
} from '../domain/event.ts';
import { openTimePoll } from '../domain/event-times.ts';
import { ATTENDANCES, EVENT_FORMATS, type Attendance, type EventFormat } from '../domain/vocabulary.ts';
import { choicesOf } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';
import { whenText } from './when-text.ts';
import { whereFields } from './where-fields.ts';

const STATUSES = ['proposed', 'agreed'] as const;

function eventAt(c: Case, item: ItemId | null): DiscussionEvent | null {
  return item === null ? eventInPreparation(c) : (c.events.find(({ id }) => id === item) ?? null);
}

function timeFields({ t }: FormContext, event: DiscussionEvent | null) {
  const words = t.event;
  return {
    status: choiceField<EventRequest['status']>({
      label: words.status,
      hint: words.statusHint,
      problem: words.statusProblem,
      choices: choicesOf(STATUSES, t.eventStatuses),
      initial: STATUSES.find((status) => status === event?.status) ?? '',
    }),
    date: optionalDateField({
      label: words.date,
      hint: words.dateHint,
      conditional: true,
      problem: words.dateProblem,
      initial: event?.date ?? '',
    }),
    time: optionalTimeField({
      label: words.time,
      problem: words.timeProblem,
      initial: event?.time ?? '',
    }),
  };
}

function placeFields({ c, t }: FormContext, event: DiscussionEvent | null) {
  const words = t.event;
  const known = event ?? cancelledBefore(c);
  return {
    format: choiceField<EventFormat>({
      label: words.format,
      problem: words.formatProblem,
      choices: choicesOf(EVENT_FORMATS, t.eventFormats),
      initial: known?.format ?? '',
    }),
    ...whereFields(t, known),
    federation: choiceField<Attendance>({
      label: words.federation,
      problem: words.federationProblem,
      choices: choicesOf(ATTENDANCES, t.attendances),
      initial: known?.federation ?? attendanceAsked(c.support),
    }),
  };
}

function fields(context: FormContext) {
  const event = eventAt(context.c, context.item);
  return { ...timeFields(context, event), ...placeFields(context, event) };
}

function dateNotices(date: LocalDate | null, context: FormContext): readonly Notice[] {
  return date !== null && date < context.viewer.today
    ? [{ tone: 'info', text: context.t.event.hasPassed }]
    : tooNearNotices(date, context);
}

function takenOverNotices(before: Case, after: Case, { t }: FormContext): readonly Notice[] {
  const made = after.events.length > before.events.length ? after.events.at(-1) : undefined;
  const hasContent = made !== undefined && made.invitees.length + made.arrangements.length > 0;
  return hasContent ? [{ tone: 'info', text: t.event.takenOver }] : [];
}

/** S0-23, S0-30, S1-29: when, where and how the discussion is held, first as a proposal or at once as agreed. */
export const eventAction = defineAction({
  name: 'event',
  form: (context) =>
    formContent({
      title: context.t.event.title,
      intro: context.t.event.intro,
      fields: fields(context),
      notices: openTimePoll(context.c) === null ? [] : [{ tone: 'info', text: context.t.timePoll.open }],
    }),
  decide(c, request, context) {
    const words = context.t.event;
    const decision = agreeEvent(c, context.item, request, context);
    if (!decision.ok) {
      return decision;
    }
    const { date, time, federation, status } = request;
    const unasked = federation !== 'no' && attendanceAsked(c.support) === 'no';
    const askSupport: readonly Notice[] = unasked ? [{ tone: 'info', text: words.askSupport }] : [];
    const isAgreed = status === 'agreed' && date !== null;
    return decided(decision, isAgreed ? words.saidAgreed(whenText({ date, time })) : words.saidProposed, {
      item: context.item ?? eventInPreparation(decision.value)?.id ?? null,
      // Those who were asked for times wait for word of it.
      announce: isAgreed && openTimePoll(c) !== null ? 'timeAgreed' : null,
      notices: [...dateNotices(date, context), ...askSupport, ...takenOverNotices(c, decision.value, context)],
    });
  },
});
