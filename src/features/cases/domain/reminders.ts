import { reminderTime } from '../../../kernel/reminder-times.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { addDays } from '../../../kernel/dates.ts';
import { toInstant } from '../../../kernel/helsinki-time.ts';
import type { Case } from './case.ts';
import { openItems, targetDateItems, type DatedItem } from './dated-items.ts';

/** T-07: the defaults. */
export const LEAD_DAYS = [7, 1] as const;
export type LeadDays = (typeof LEAD_DAYS)[number];

// A late reminder beats none for a while; after this the list of late dates is the place to see it.
const WORTH_SAYING_DAYS = 14;
const END_OF_DAY = '23:59' as LocalTime;

/** One reminder that should exist: for an item, so many days before its date. */
export type PlannedReminder = {
  readonly item: ItemId;
  readonly leadDays: LeadDays;
  readonly itemDate: LocalDate;
  readonly at: { readonly date: LocalDate; readonly time: LocalTime };
  readonly expires: Instant;
};

/**
 * The reminders that a case promises (C-12): for each open dated item one per lead time, at 9.00 on a working day. One
 * that would fall on the same moment as a shorter lead of the same item is left out, so that nobody is told twice at
 * once. Moments that have passed are still listed: a reminder already promised stays promised, and the delivery engine
 * makes no new ones in the past (T-09).
 */
export function plannedReminders(c: Case): readonly PlannedReminder[] {
  return openItems(c)
    .filter((item) => item.remind)
    .flatMap(remindersOf);
}

/** The reminders of the target date, by the same rule, while the case is under way: nobody is left with a silent plan. */
export function targetDateReminders(c: Case): readonly PlannedReminder[] {
  return targetDateItems(c).flatMap(remindersOf);
}

function remindersOf(item: DatedItem): readonly PlannedReminder[] {
  const planned = LEAD_DAYS.map((leadDays) => ({
    item: item.id,
    leadDays,
    itemDate: item.date,
    at: reminderTime(item.date, leadDays),
    expires: toInstant(addDays(item.date, WORTH_SAYING_DAYS), END_OF_DAY),
  }));
  const isSaidByShorter = ({ at, leadDays }: PlannedReminder): boolean =>
    planned.some(
      (other) => other.leadDays < leadDays && toInstant(other.at.date, other.at.time) === toInstant(at.date, at.time),
    );
  return planned.filter((reminder) => !isSaidByShorter(reminder));
}

/** Whether an item of this date is too near for any reminder to be sent before it; said to the person at once (T-09). */
export function isTooNearForReminders(date: LocalDate, now: Instant): boolean {
  return LEAD_DAYS.every((leadDays) => {
    const at = reminderTime(date, leadDays);
    return toInstant(at.date, at.time) <= now;
  });
}
