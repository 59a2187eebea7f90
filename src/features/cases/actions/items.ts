// What is done to one thing in a case, whatever it is: done, not done after all, later, away.
import { addDays } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { refuse } from '../../../kernel/result.ts';
import { addWorkingDays, workingDayOnOrAfter } from '../../../kernel/working-days.ts';
import { optionalChoiceField, optionalDateField, type Choice } from '../../../platform/cards/field.ts';
import { formatDate, formatDayAndDate, relativeDay } from '../../../platform/texts/finnish-dates.ts';
import { itemText } from '../cards/case-words.ts';
import { findItem, markDone, markNotDone, redate, type DatedItem } from '../domain/dated-items.ts';
import { findRemovable, removeItem, type Removable } from '../domain/remove-item.ts';
import type { CaseTexts } from '../texts.fi.ts';
import { decided, defineAction, formContent, type FormContext } from './form-action.ts';
import { tooNearNotices } from './promised.ts';

function itemOf({ c, item }: Pick<FormContext, 'c' | 'item'>): DatedItem | null {
  return item === null ? null : findItem(c, item);
}

function wordsOf(context: Pick<FormContext, 'c' | 'item' | 't'>): string {
  const item = itemOf(context);
  return item === null ? '' : itemText(item, context.t);
}

/** One press: a promised thing is done. */
export const doneAction = defineAction({
  name: 'done',
  form: ({ t }) => formContent({ title: t.done.title, fields: {} }),
  decide(c, _values, context) {
    const { item, t } = context;
    return item === null
      ? refuse('item-gone')
      : decided(markDone(c, item, context), t.done.said(wordsOf({ c, item, t })), { item });
  },
  isImmediate: () => true,
});

/** One press: takes "done" back (B-08). */
export const notDoneAction = defineAction({
  name: 'notDone',
  form: ({ t }) => formContent({ title: t.notDone.title, fields: {} }),
  decide: (c, _values, { item, t }) =>
    item === null
      ? refuse('item-gone')
      : decided(markNotDone(c, item), t.notDone.said(wordsOf({ c, item, t })), { item }),
  isImmediate: () => true,
});

const OWN = 'own';

// A ready day is after the present date, or after today once that has passed, and never a day off. Its value is the day
// itself, so that a form left open over midnight cannot promise another day than it showed.
function laterDays(item: DatedItem | null, today: LocalDate): readonly LocalDate[] {
  const from = item === null || item.date < today ? today : item.date;
  return [addWorkingDays(from, 1), workingDayOnOrAfter(addDays(from, 7))];
}

function postponeFields(context: FormContext) {
  const { t, viewer } = context;
  const words = t.postpone;
  const ready: readonly Choice[] = laterDays(itemOf(context), viewer.today).map((date) => ({
    value: date,
    title: relativeDay(date, viewer.today),
  }));
  return {
    when: optionalChoiceField<LocalDate | typeof OWN>({
      label: words.when,
      conditional: true,
      problem: words.whenProblem,
      choices: [...ready, { value: OWN, title: words.own }],
    }),
    date: optionalDateField({ label: words.date, hint: words.dateHint, conditional: true, problem: words.dateProblem }),
  };
}

/** T-09, T-04: another date for a promised thing, ready days with their weekday and date. */
export const postponeAction = defineAction({
  name: 'postpone',
  form(context) {
    const item = itemOf(context);
    const { t } = context;
    return formContent({
      title: t.postpone.title,
      intro: item === null ? t.refusals['item-gone'] : t.postpone.intro(itemText(item, t), formatDayAndDate(item.date)),
      fields: postponeFields(context),
    });
  },
  decide(c, { when, date: own }, context) {
    const { item, t } = context;
    if (item === null) {
      return refuse('item-gone');
    }
    // Whoever has typed a day means it, whatever is chosen above it.
    const date = own ?? when;
    if (date === null || date === OWN) {
      return refuse('date-missing', { field: date === OWN ? 'date' : 'when' });
    }
    return decided(redate(c, item, date, context), t.postpone.said(formatDayAndDate(date)), {
      item,
      notices: tooNearNotices(date, context),
    });
  },
});

function removableOf({ c, item }: Pick<FormContext, 'c' | 'item'>): Removable | null {
  return item === null ? null : findRemovable(c, item);
}

function named({ kind, what, date }: Removable, t: CaseTexts): string {
  const about = [what, date === null ? '' : formatDate(date)].filter((part) => part !== '').join(', ');
  return t.remove.what([t.remove.kinds[kind], about].filter((part) => part !== '').join(': '));
}

/** B-09: takes one thing out of the case; what it is, and what follows, is said before. */
export const removeAction = defineAction({
  name: 'remove',
  form(context) {
    const { t } = context;
    const words = t.remove;
    const removable = removableOf(context);
    const isReminded = itemOf(context)?.done === null;
    return formContent({
      title: words.title,
      fields: {},
      submit: words.title,
      notices:
        removable === null
          ? [{ tone: 'warning', text: t.refusals['item-gone'] }]
          : [
              { tone: 'info', text: named(removable, t) },
              { tone: 'warning', text: isReminded ? words.consequenceOfDate : words.consequence },
            ],
    });
  },
  decide(c, _values, { item, t }) {
    const removable = removableOf({ c, item });
    return removable === null
      ? refuse('item-gone')
      : decided(removeItem(c, removable.id), t.remove.said(t.remove.kinds[removable.kind]));
  },
});
