import type { ItemId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import { choiceField, toggleField, type Field } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import { whereText } from '../cards/where-text.ts';
import { eventInPreparation } from '../domain/event.ts';
import { answerTimes, answerTimesFor, openTimePoll } from '../domain/event-times.ts';
import { TIME_FITS, type TimeFit, type TimePoll } from '../domain/time-poll.ts';
import { choicesOf, choiceTitle } from './choices.ts';
import { decided, defineAction, formContent, type Action, type FormContext } from './form-action.ts';
import { nothingToChooseAction } from './nothing-to-choose.ts';
import { varyingAction } from './varying-action.ts';

// The name of a field says which time it is about: a form drawn for other times answers nothing by mistake.
function fieldName(option: ItemId): string {
  return `fit${option}`;
}

function fitFields(poll: TimePoll, before: readonly TimeFit[] | null, { t }: FormContext) {
  const words = t.answerTimes;
  const entries = poll.options.map(({ id, date, time }, index): [string, Field<TimeFit>] => [
    fieldName(id),
    choiceField<TimeFit>({
      label: formatDateTime(date, time),
      problem: words.fitProblem,
      choices: choicesOf(TIME_FITS, words.fits),
      initial: before?.[index] ?? '',
    }),
  ]);
  return Object.fromEntries(entries);
}

function withdrawFields(isAnswered: boolean, { t }: FormContext): Readonly<Record<string, Field<boolean>>> {
  const { withdraw, withdrawProblem } = t.answerTimes;
  return isAnswered ? { withdraw: toggleField(false, { label: withdraw, problem: withdrawProblem }) } : {};
}

function readFits(poll: TimePoll, values: Readonly<Record<string, unknown>>): readonly TimeFit[] | null {
  return values['withdraw'] === true
    ? null
    : poll.options.flatMap(({ id }) => TIME_FITS.filter((fit) => fit === values[fieldName(id)]));
}

function whereNotices({ c, t }: FormContext): readonly Notice[] {
  const event = eventInPreparation(c);
  return event === null ? [] : [{ tone: 'info', text: whereText(event, t) }];
}

function ownAnswer(poll: TimePoll): Action {
  return defineAction({
    name: 'answerTimes',
    form(context) {
      const { t, viewer } = context;
      const before = poll.answers.find(({ person }) => person === viewer.person.id)?.fits ?? null;
      return formContent({
        title: t.answerTimes.title,
        intro: t.answerTimes.intro,
        fields: { ...fitFields(poll, before, context), ...withdrawFields(before !== null, context) },
        notices: whereNotices(context),
      });
    },
    decide(c, values, context) {
      const fits = readFits(poll, values);
      const words = context.t.answerTimes;
      return decided(answerTimes(c, fits, context), fits === null ? words.saidWithdrawn : words.said);
    },
  });
}

function answerForOther(poll: TimePoll): Action {
  // Whose answer it will be is only known beforehand when there is one to choose.
  const only = poll.outsiders.length === 1 ? poll.outsiders[0] : undefined;
  return defineAction({
    name: 'answerTimesFor',
    form(context) {
      const words = context.t.answerTimes;
      const next = only ?? poll.outsiders.find(({ answer }) => answer === null);
      const isAnswered = poll.outsiders.some(({ answer }) => answer !== null);
      return formContent({
        title: context.t.actions.answerTimesFor,
        intro: words.introFor,
        fields: {
          who: choiceField<ItemId>({
            label: words.who,
            problem: words.whoProblem,
            choices: poll.outsiders.map(({ id, name }) => ({ value: id, title: choiceTitle(name) })),
            initial: next?.id ?? '',
          }),
          ...fitFields(poll, only?.answer?.fits ?? null, context),
          ...withdrawFields(isAnswered, context),
        },
      });
    },
    decide(c, values, context) {
      const { t } = context;
      const outsider = poll.outsiders.find(({ id }) => id === values['who']);
      const fits = readFits(poll, values);
      const said = fits === null ? t.answerTimes.saidWithdrawn : t.answerTimes.saidFor(outsider?.name ?? '');
      return outsider === undefined
        ? refuse('item-gone', { field: 'who' })
        : decided(answerTimesFor(c, outsider.id, fits, context), said);
    },
  });
}

const nobodyAsks = {
  answerTimes: nothingToChooseAction('answerTimes', 'times-not-asked'),
  answerTimesFor: nothingToChooseAction('answerTimesFor', 'times-not-asked'),
};
const isOver = {
  answerTimes: nothingToChooseAction('answerTimes', 'time-agreed'),
  answerTimesFor: nothingToChooseAction('answerTimesFor', 'time-agreed'),
};

function whileAsked(name: 'answerTimes' | 'answerTimesFor', answer: (poll: TimePoll) => Action): Action {
  return varyingAction(name, ({ c }) => {
    const poll = openTimePoll(c);
    const isMissing = poll === null || (name === 'answerTimesFor' && poll.outsiders.length === 0);
    if (isMissing) {
      return eventInPreparation(c)?.status === 'agreed' ? isOver[name] : nobodyAsks[name];
    }
    return answer(poll);
  });
}

/** What each time is to oneself: suits, suits if nothing else does, does not suit; it can be changed and taken back. */
export const answerTimesAction = whileAsked('answerTimes', ownAnswer);

/** The same on behalf of somebody outside the team, known by role or organisation. */
export const answerTimesForAction = whileAsked('answerTimesFor', answerForOther);
