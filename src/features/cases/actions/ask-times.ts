import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { isWorkingDay } from '../../../kernel/working-days.ts';
import {
  choiceField,
  choicesField,
  dateField,
  optionalDateField,
  optionalTimeField,
  textField,
  type Choice,
} from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { formatDayAndDate } from '../../../platform/texts/finnish-dates.ts';
import { targetBodyName } from '../cards/case-words.ts';
import { attendanceAsked, cancelledBefore, eventInPreparation } from '../domain/event.ts';
import { askTimes, lastTimePoll, openTimePoll } from '../domain/event-times.ts';
import { LIST_CAPS } from '../domain/list-caps.ts';
import { EVENT_FORMATS, type EventFormat } from '../domain/vocabulary.ts';
import { participantChoices } from './case-people-choices.ts';
import { choicesOf, choiceTitle } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';

// The target body is no item of the case.
const TARGET = 'target';

// A day that was proposed before anybody was asked is the first of the times.
function dateOfLine({ c, t }: FormContext, number: number) {
  const event = number === 1 ? eventInPreparation(c) : null;
  return { label: t.askTimes.date(number), problem: t.askTimes.dateProblem, initial: event?.date ?? '' };
}

function timeOfLine({ c, t }: FormContext, number: number) {
  const event = number === 1 ? eventInPreparation(c) : null;
  return optionalTimeField({
    label: t.askTimes.time(number),
    problem: t.askTimes.timeProblem,
    initial: event?.time ?? '',
    ...(number === 1 ? { conditional: true } : {}),
  });
}

function timeFields(context: FormContext) {
  return {
    date1: dateField(dateOfLine(context, 1)),
    time1: timeOfLine(context, 1),
    date2: optionalDateField(dateOfLine(context, 2)),
    time2: timeOfLine(context, 2),
    date3: optionalDateField(dateOfLine(context, 3)),
    time3: timeOfLine(context, 3),
    date4: optionalDateField(dateOfLine(context, 4)),
    time4: timeOfLine(context, 4),
    date5: optionalDateField(dateOfLine(context, 5)),
    time5: timeOfLine(context, 5),
  };
}

/** Who can be asked: those who take part, who supports the case, and whoever was asked the last time. */
function askedChoices({ c, viewer }: FormContext): readonly Choice[] {
  const { people, today } = viewer;
  const supporter = people.supporterOf(c.basics.targetBody.county, today);
  const others = [...(supporter === null ? [] : [supporter]), ...(lastTimePoll(c)?.asked ?? [])];
  const choices = [
    ...participantChoices(c, viewer, null),
    ...others
      .filter((each) => people.members.some(({ id }) => id === each))
      .map((value) => ({ value, title: people.nameOf(value) })),
  ];
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()].slice(0, LIST_CAPS.asked);
}

// Whoever supports the case is asked when Tukiliitto takes part in the event.
function likelyAsked({ c, viewer }: FormContext, choices: readonly Choice[]): string {
  const before = lastTimePoll(c)?.asked ?? null;
  const federation = eventInPreparation(c)?.federation ?? attendanceAsked(c.support);
  const supporter = viewer.people.supporterOf(c.basics.targetBody.county, viewer.today);
  const isLikely = (value: string): boolean =>
    before === null
      ? c.participants.some((person) => person === value) || (federation !== 'no' && value === supporter)
      : before.some((person) => person === value);
  return choices
    .map(({ value }) => value)
    .filter(isLikely)
    .join(',');
}

function whoFields(context: FormContext) {
  const { c, t } = context;
  const words = t.askTimes;
  const choices = askedChoices(context);
  const target = targetBodyName(c.basics.targetBody);
  const before = (lastTimePoll(c)?.outsiders ?? []).filter(({ name }) => name !== target);
  return {
    asked: choicesField<PersonId>(false, {
      label: words.asked,
      problem: words.askedProblem,
      choices,
      conditional: true,
      initial: likelyAsked(context, choices),
    }),
    outside: choicesField<ItemId | typeof TARGET>(false, {
      label: words.outside,
      hint: words.outsideHint,
      problem: words.outsideProblem,
      choices: [
        { value: TARGET, title: choiceTitle(target) },
        ...before.map(({ id, name }) => ({ value: id, title: choiceTitle(name) })),
      ],
      initial: [TARGET, ...before.map(({ id }) => id)].join(','),
    }),
    other: textField(false, {
      label: words.other,
      hint: words.otherHint,
      problem: words.otherProblem,
      privacy: 'views',
    }),
  };
}

function fields(context: FormContext) {
  const { c, t } = context;
  const known = eventInPreparation(c) ?? cancelledBefore(c);
  return {
    format: choiceField<EventFormat>({
      label: t.event.format,
      problem: t.event.formatProblem,
      choices: choicesOf(EVENT_FORMATS, t.eventFormats),
      initial: known?.format ?? '',
    }),
    ...timeFields(context),
    ...whoFields(context),
  };
}

function outsidersOf({ c }: FormContext, picked: readonly (ItemId | typeof TARGET)[], other: string) {
  const before = lastTimePoll(c)?.outsiders ?? [];
  const names = picked.map((each) =>
    each === TARGET ? targetBodyName(c.basics.targetBody) : (before.find(({ id }) => id === each)?.name ?? ''),
  );
  return [...names, other].filter((name) => name !== '');
}

/** Weekends and holidays among the days: they are no mistake, but worth a second look. */
function dayOffNotices(days: readonly (LocalDate | null)[], { t }: FormContext): readonly Notice[] {
  const off = [...new Set(days)].filter((day) => day !== null && !isWorkingDay(day));
  const named = off.flatMap((day) => (day === null ? [] : [formatDayAndDate(day)]));
  return named.length === 0 ? [] : [{ tone: 'warning', text: t.askTimes.daysOff(named.join(', ')) }];
}

/** S0-23: asks several people which of a few times suits them; the question goes to the thread. */
export const askTimesAction = defineAction({
  name: 'askTimes',
  form(context) {
    const words = context.t.askTimes;
    const isAgreed = eventInPreparation(context.c)?.status === 'agreed';
    const isAgain = openTimePoll(context.c) !== null;
    return formContent({
      title: words.title,
      intro: words.intro,
      fields: fields(context),
      submit: words.submit,
      notices: [
        ...(isAgreed ? [{ tone: 'warning' as const, text: words.agreed }] : []),
        ...(isAgain ? [{ tone: 'info' as const, text: words.again }] : []),
      ],
    });
  },
  decide(c, { format, asked, outside, other, ...lines }, context) {
    const times = [
      { date: lines.date1, time: lines.time1 },
      { date: lines.date2, time: lines.time2 },
      { date: lines.date3, time: lines.time3 },
      { date: lines.date4, time: lines.time4 },
      { date: lines.date5, time: lines.time5 },
    ];
    const request = { format, times, asked, outsiders: outsidersOf(context, outside, other) };
    return decided(askTimes(c, request, context), context.t.askTimes.said, {
      notices: dayOffNotices(
        times.map(({ date }) => date),
        context,
      ),
    });
  },
});
