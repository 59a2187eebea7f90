import type { PersonId } from '../../../kernel/ids.ts';
import { formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { choiceField, dateField, textField } from '../../../platform/cards/field.ts';
import { saveAction } from '../domain/action-item.ts';
import type { ActionItem } from '../domain/case.ts';
import { likelyParticipant, participantChoices } from './case-people-choices.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

function saved({ c, item }: FormContext): ActionItem | null {
  return c.actions.find((action) => action.id === item) ?? null;
}

function fields(context: FormContext) {
  const { c, t, viewer } = context;
  const words = t.action;
  const action = saved(context);
  const people = participantChoices(c, viewer, action?.person ?? null);
  return {
    what: textField(true, {
      label: words.what,
      hint: words.whatHint,
      problem: words.whatProblem,
      initial: action?.what ?? '',
    }),
    person: choiceField<PersonId>({
      label: words.person,
      hint: words.personHint,
      problem: words.personProblem,
      choices: people,
      initial: action?.person ?? likelyParticipant(c, viewer, people),
    }),
    who: textField(false, {
      label: words.who,
      hint: words.whoHint,
      problem: words.whoProblem,
      initial: action?.who ?? '',
    }),
    date: dateField({ label: words.date, problem: words.dateProblem, initial: action?.date ?? '' }),
  };
}

/** S0-35: what, who and by when. Somebody of the case sees to it and is reminded, also when others do it. */
export const actionItemAction = defineAction({
  name: 'action',
  form: (context) => {
    const words = context.t.action;
    const title = context.item === null ? words.title : words.editTitle;
    return formContent({ title, intro: words.intro, fields: fields(context), isList: true });
  },
  decide(c, request, context) {
    const { t, item } = context;
    const decision = saveAction(c, item, request, context);
    const isNews = saved({ ...context, c })?.date !== request.date;
    return decided(decision, t.action.said(formatWeekdayDate(request.date)), {
      item: item ?? (decision.ok ? (decision.value.actions.at(-1)?.id ?? null) : null),
      notices: tooNearNotices(isNews ? request.date : null, context),
    });
  },
});
