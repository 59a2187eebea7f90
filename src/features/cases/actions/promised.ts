// What several forms say about promised dates.
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Notice } from '../../../platform/cards/form.ts';
import type { Case } from '../domain/case.ts';
import { openItems } from '../domain/dated-items.ts';
import { isTooNearForReminders } from '../domain/reminders.ts';
import type { FormContext } from './form-action.ts';

/** T-09: says at once that no reminder will come before the date, when it is that near. No date, nothing to say. */
export function tooNearNotices(date: LocalDate | null, { now, t }: Pick<FormContext, 'now' | 't'>): readonly Notice[] {
  return date !== null && isTooNearForReminders(date, now) ? [{ tone: 'info', text: t.contact.tooNear }] : [];
}

/** After a pause or a closing: how many promised dates have passed meanwhile, and that they want a look. */
export function passedDateNotices(c: Case, { t, viewer }: Pick<FormContext, 't' | 'viewer'>): readonly Notice[] {
  const passed = openItems(c).filter((item) => item.date < viewer.today).length;
  return passed === 0 ? [] : [{ tone: 'warning', text: t.passedDates(passed) }];
}
