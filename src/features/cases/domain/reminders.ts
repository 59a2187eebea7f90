import { reminderTime } from '../../../kernel/reminder-times.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { toInstant } from '../../../kernel/helsinki-time.ts';
import type { Case } from './case.ts';
import { openItems, passesByItself, targetDateItems, type DatedItem } from './dated-items.ts';

/** T-07: who has chosen nothing is reminded so many days before. */
const DEFAULT_LEADS = [7, 1] as const;

/** What a case wants its people to be reminded of (C-12): each open dated item for which a reminder was not refused. */
export function remindedItems(c: Case): readonly DatedItem[] {
  return [...openItems(c).filter((item) => item.remind), ...targetDateItems(c)];
}

/** Of those, what is still to be said on a day: a meeting that is over needs no reminder. */
export function itemsToRemind(c: Case, today: LocalDate): readonly DatedItem[] {
  return remindedItems(c).filter((item) => item.date >= today || !passesByItself(item.kind));
}

/** Whether an item of this date is too near for any reminder to be sent before it; said to the person at once (T-09). */
export function isTooNearForReminders(date: LocalDate, now: Instant): boolean {
  return DEFAULT_LEADS.every((leadDays) => {
    const at = reminderTime(date, leadDays);
    return toInstant(at.date, at.time) <= now;
  });
}
