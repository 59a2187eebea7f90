// Which messages a case has promised: its reminders, the redrawing of its card, and what is said in its thread at once.
import { addDays } from '../../../kernel/dates.ts';
import { addMs, localDateOf, toInstant } from '../../../kernel/helsinki-time.ts';
import type { CaseId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalTime } from '../../../kernel/instants.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import type { AnnouncementName } from '../actions/form-action.ts';
import type { Case } from '../domain/case.ts';
import { plannedReminders } from '../domain/reminders.ts';

export const REMINDER_KIND = 'cases/reminder';
export const CARD_KIND = 'cases/card';
export const ANNOUNCEMENT_KIND = 'cases/announcement';

const DAY_MS = 24 * 60 * 60_000;
// A card that could not be redrawn for this long will be by the next change, or when somebody presses it.
const CARD_WORTH_MS = 7 * DAY_MS;
const ANNOUNCEMENT_WORTH_DAYS = 7;
const END_OF_DAY = '23:59' as LocalTime;

/** The reminders that should exist for a case as it is now; the engine reconciles what is promised with them. */
export function reminderDrafts(c: Case): readonly DeliveryDraft[] {
  return plannedReminders(c).map((reminder) => ({
    subject: c.id,
    name: `remind-${reminder.item}-${reminder.leadDays}`,
    kind: REMINDER_KIND,
    due: reminder.at,
    expires: reminder.expires,
    // Those of one case that are due together become one message.
    bundle: `${REMINDER_KIND}:${c.id}`,
    hours: 'workingDays',
    payload: { caseId: c.id, item: reminder.item, itemDate: reminder.itemDate, leadDays: String(reminder.leadDays) },
  }));
}

/** Redraw the case's card for everybody; several at once become one. */
export function cardDraft(id: CaseId, now: Instant): DeliveryDraft {
  return {
    subject: id,
    name: 'card',
    kind: CARD_KIND,
    due: 'now',
    expires: addMs(now, CARD_WORTH_MS),
    bundle: `${CARD_KIND}:${id}`,
    hours: 'any',
    payload: { caseId: id },
  };
}

/** Say something in the case's thread at once, as the answer to what a person just did. */
export function announcementDraft(
  id: CaseId,
  announcement: AnnouncementName,
  about: { readonly rev: number; readonly item: ItemId | null; readonly by: PersonId; readonly now: Instant },
): DeliveryDraft {
  const name = `say-${announcement}-${about.rev}`;
  return {
    subject: id,
    name,
    kind: ANNOUNCEMENT_KIND,
    due: 'now',
    expires: toInstant(addDays(localDateOf(about.now), ANNOUNCEMENT_WORTH_DAYS), END_OF_DAY),
    bundle: `${ANNOUNCEMENT_KIND}:${id}:${name}`,
    hours: 'any',
    payload: { caseId: id, announcement, item: about.item ?? '', by: about.by },
  };
}
