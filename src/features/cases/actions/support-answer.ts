import { parseItemId } from '../../../kernel/ids.ts';
import { choiceField, longTextField } from '../../../platform/cards/field.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import type { Support } from '../domain/case.ts';
import { answerSupport, declineTimes, pickTime } from '../domain/support.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';
import { varyingAction } from './varying-action.ts';
import { whenText } from './when-text.ts';

const NONE = 'none';

function requestNotices({ c: { support }, t }: FormContext): readonly Notice[] {
  const words = t.supportAnswer;
  if (support === null) {
    return [{ tone: 'warning', text: words.notAsked }];
  }
  const wish: Notice = { tone: 'info', text: words.wishes[support.mode] };
  return support.question === '' ? [wish] : [wish, { tone: 'info', text: words.question(support.question) }];
}

function pickedBefore({ choice, timeOptions }: Support): string {
  if (choice?.kind !== 'picked') {
    return choice === null ? '' : NONE;
  }
  const { date, time } = choice.visit;
  return timeOptions.find((option) => option.date === date && option.time === time)?.id ?? '';
}

function visitFields({ c: { support }, t, viewer }: FormContext) {
  const words = t.supportAnswer;
  const coming = (support?.timeOptions ?? []).filter(({ date }) => date >= viewer.today);
  const noteBefore = support?.choice?.kind === 'noneFits' ? support.choice.note : (support?.answer ?? '');
  return {
    pick: choiceField<string>({
      label: words.pick,
      problem: words.pickProblem,
      choices: [
        ...coming.map((option) => ({ value: option.id, title: whenText(option) })),
        { value: NONE, title: words.none },
      ],
      initial: support === null ? '' : pickedBefore(support),
    }),
    note: longTextField(false, {
      label: words.note,
      problem: words.noteProblem,
      initial: noteBefore,
    }),
  };
}

const answerVisit = defineAction({
  name: 'supportAnswer',
  form(context) {
    const { c, t } = context;
    const hasTimes = (c.support?.timeOptions.length ?? 0) > 0;
    const noTimes: readonly Notice[] = hasTimes ? [] : [{ tone: 'warning', text: t.supportAnswer.noTimes }];
    return formContent({
      title: t.supportAnswer.title,
      fields: visitFields(context),
      notices: [...requestNotices(context), ...noTimes],
    });
  },
  decide(c, { pick, note }, context) {
    const words = context.t.supportAnswer;
    const option = pick === NONE ? null : parseItemId(pick);
    if (option === null) {
      return decided(declineTimes(c, note), words.saidNone, { announce: 'supportAnswered' });
    }
    const decision = pickTime(c, option, note, context);
    const choice = decision.ok ? decision.value.support?.choice : null;
    const visit = choice?.kind === 'picked' ? choice.visit : null;
    return decided(decision, visit === null ? words.said : words.saidPicked(whenText(visit)), {
      announce: 'supportAnswered',
      notices: tooNearNotices(visit?.date ?? null, context),
    });
  },
});

const answerInWords = defineAction({
  name: 'supportAnswer',
  form(context) {
    const { c, t } = context;
    const words = t.supportAnswer;
    const ready = c.support?.mode === 'teams' ? words.readyAnswer : '';
    const answered = c.support?.answer ?? '';
    return formContent({
      title: words.title,
      fields: {
        answer: longTextField(true, {
          label: words.answer,
          problem: words.answerProblem,
          initial: answered === '' ? ready : answered,
        }),
      },
      notices: requestNotices(context),
    });
  },
  decide: (c, { answer }, { t }) =>
    decided(answerSupport(c, answer), t.supportAnswer.said, { announce: 'supportAnswered' }),
});

/** S0-10, S0-11, S0-18: the advisor picks a time or says none fits, or answers in words what was asked. */
export const supportAnswerAction = varyingAction('supportAnswer', ({ c }) =>
  c.support?.mode === 'onSite' ? answerVisit : answerInWords,
);
