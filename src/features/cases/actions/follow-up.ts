import type { ItemId } from '../../../kernel/ids.ts';
import {
  choiceField,
  dateField,
  longTextField,
  optionalDateField,
  textField,
  type Choice,
} from '../../../platform/cards/field.ts';
import { formatDate, formatDayAndDate, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { completeFollowUp, saveFollowUp } from '../domain/follow-ups.ts';
import { choiceTitle } from './choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { nothingToChooseAction } from './nothing-to-choose.ts';
import { tooNearNotices } from './promised.ts';
import { varyingAction } from './varying-action.ts';

function fields({ c, item, t }: FormContext) {
  const words = t.followUp;
  const followUp = c.followUps.find((each) => each.id === item);
  return {
    what: textField(true, {
      label: words.what,
      hint: words.whatHint,
      problem: words.whatProblem,
      initial: followUp?.what ?? '',
    }),
    date: dateField({ label: words.date, problem: words.dateProblem, initial: followUp?.date ?? '' }),
  };
}

/** S0-57: a date to look at the matter again. */
export const followUpAction = defineAction({
  name: 'followUp',
  form: (context) => {
    const words = context.t.followUp;
    const title = context.item === null ? words.title : words.editTitle;
    return formContent({ title, intro: words.intro, fields: fields(context), isList: true });
  },
  decide(c, request, context) {
    const { item, t } = context;
    const decision = saveFollowUp(c, item, request, context);
    const isNews = request.date !== c.followUps.find((followUp) => followUp.id === item)?.date;
    return decided(decision, t.followUp.said(formatDayAndDate(request.date)), {
      item: item ?? (decision.ok ? (decision.value.followUps.at(-1)?.id ?? null) : null),
      notices: tooNearNotices(isNews ? request.date : null, context),
    });
  },
});

// The one asked for, done or not; otherwise those still open, the earliest first.
function followUpChoices({ c, item, t }: FormContext): readonly Choice[] {
  const asked = c.followUps.filter((each) => each.id === item);
  const open = c.followUps.filter((each) => each.done === null).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (asked.length > 0 ? asked : open).map(({ id, what, date }) => ({
    value: id,
    title: t.completeFollowUp.whichChoice(choiceTitle(what), formatDate(date)),
  }));
}

function completionFields(context: FormContext) {
  const words = context.t.completeFollowUp;
  const choices = followUpChoices(context);
  const [first] = choices;
  return {
    which: choiceField<ItemId>({
      label: words.which,
      problem: words.whichProblem,
      choices,
      initial: first?.value ?? '',
    }),
    note: longTextField(true, {
      label: words.note,
      problem: words.noteProblem,
      initial: context.c.followUps.find((each) => each.id === first?.value)?.note ?? '',
    }),
    again: optionalDateField({ label: words.again, hint: words.againHint, problem: words.againProblem }),
  };
}

const completion = defineAction({
  name: 'completeFollowUp',
  form: (context) =>
    formContent({
      title: context.t.completeFollowUp.title,
      intro: context.t.completeFollowUp.intro,
      fields: completionFields(context),
    }),
  decide(c, { which, note, again }, context) {
    const words = context.t.completeFollowUp;
    const said = again === null ? words.said : words.saidAgain(formatWeekdayDate(again));
    return decided(completeFollowUp(c, which, { note, again }, context), said, {
      item: which,
      notices: tooNearNotices(again, context),
    });
  },
});

const nothingToComplete = nothingToChooseAction('completeFollowUp');

/** S0-57: what was found, and the next date to look when there is one. */
export const completeFollowUpAction = varyingAction('completeFollowUp', (context) =>
  followUpChoices(context).length > 0 ? completion : nothingToComplete,
);
