import type { PersonId } from '../../../kernel/ids.ts';
import { parseItemId } from '../../../kernel/ids.ts';
import { choiceField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import { formatDateTime } from '../../../platform/texts/finnish-dates.ts';
import { bestTimesText, countsText } from '../cards/time-poll-words.ts';
import { eventInPreparation } from '../domain/event.ts';
import { chooseNoTime, chooseTime, comingOptions, openTimePoll } from '../domain/event-times.ts';
import { turnout, type TimePoll } from '../domain/time-poll.ts';
import { decided, defineAction, formContent, type Action, type FormContext } from './form-action.ts';
import { nothingToChooseAction } from './nothing-to-choose.ts';
import { tooNearNotices } from './promised.ts';
import { varyingAction } from './varying-action.ts';
import { whenText } from './when-text.ts';
import { whereFields } from './where-fields.ts';

const NONE = 'none';

function answerNotices(poll: TimePoll, { t, viewer }: FormContext): readonly Notice[] {
  const { people } = viewer;
  const { waiting } = turnout(poll, (person: PersonId) => people.members.some(({ id }) => id === person));
  const names = waiting.map((each) => (typeof each === 'string' ? people.nameOf(each) : each.name));
  const missing: readonly Notice[] =
    names.length === 0 ? [] : [{ tone: 'warning', text: t.chooseTime.waiting(names.join(', ')) }];
  return [{ tone: 'info', text: bestTimesText(poll, t) }, ...missing];
}

function fields(poll: TimePoll, context: FormContext) {
  const { c, t } = context;
  const words = t.chooseTime;
  const options = comingOptions(poll, context).map((option) => ({
    value: option.id as string,
    title: words.option(formatDateTime(option.date, option.time), countsText(poll, option, t)),
  }));
  return {
    pick: choiceField<string>({
      label: words.pick,
      problem: words.pickProblem,
      choices: [...options, { value: NONE, title: words.none }],
    }),
    ...whereFields(t, eventInPreparation(c)),
  };
}

function choice(poll: TimePoll): Action {
  return defineAction({
    name: 'chooseTime',
    form: (context) =>
      formContent({
        title: context.t.chooseTime.title,
        intro: context.t.chooseTime.intro,
        fields: fields(poll, context),
        notices: answerNotices(poll, context),
      }),
    decide(c, { pick, ...where }, context) {
      const option = pick === NONE ? null : parseItemId(pick);
      if (option === null) {
        return decided(chooseNoTime(c), context.t.chooseTime.saidNone, { next: { name: 'askTimes', item: null } });
      }
      const decision = chooseTime(c, { option, ...where }, context);
      const event = decision.ok ? eventInPreparation(decision.value) : null;
      const date = event?.date ?? null;
      const when = event === null || date === null ? '' : whenText({ date, time: event.time });
      return decided(decision, context.t.event.saidAgreed(when), {
        announce: 'timeAgreed',
        notices: tooNearNotices(date, context),
      });
    },
  });
}

const nobodyAsks = nothingToChooseAction('chooseTime', 'times-not-asked');
const isOver = nothingToChooseAction('chooseTime', 'time-agreed');

/** S0-23: chooses one of the times asked, or says that none will do and goes on to ask others. */
export const chooseTimeAction = varyingAction('chooseTime', ({ c }) => {
  const poll = openTimePoll(c);
  if (poll !== null) {
    return choice(poll);
  }
  return eventInPreparation(c)?.status === 'agreed' ? isOver : nobodyAsks;
});
