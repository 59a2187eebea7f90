// Which messages a case has promised: its reminders, the redrawing of its card, and what is said in its thread at once.
import { addDays } from '../../../kernel/dates.ts';
import { addMs, localDateOf, toInstant } from '../../../kernel/helsinki-time.ts';
import type { CaseId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalTime } from '../../../kernel/instants.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import type { Reconciliation } from '../../../platform/delivery/delivery-desk.ts';
import type { AnnouncementName } from '../domain/announcements.ts';
import type { Case } from '../domain/case.ts';
import { plannedReminders, targetDateReminders } from '../domain/reminders.ts';

export const REMINDER_KIND = 'cases/reminder';
export const CARD_KIND = 'cases/card';
export const ANNOUNCEMENT_KIND = 'cases/announcement';

const DAY_MS = 24 * 60 * 60_000;
// A card that could not be redrawn for this long will be by the next change, or when somebody presses it.
const CARD_WORTH_MS = 7 * DAY_MS;
const ANNOUNCEMENT_WORTH_DAYS = 7;
const END_OF_DAY = '23:59' as LocalTime;

/**
 * The reminders that stay promised for a case. Pausing or closing cancels none: the question asked before each sending
 * silences them, so that a case with many dates can be closed in one transaction, and one that is opened again still has
 * its promises. The end of a pause is promised beside them.
 */
function reminderDrafts(c: Case): readonly DeliveryDraft[] {
  const open: Case = { ...c, status: { kind: 'open' } };
  const underWay = [...plannedReminders(open), ...targetDateReminders(open)];
  const pauseEnd = c.status.kind === 'onHold' ? plannedReminders(c) : [];
  return [...underWay, ...pauseEnd].map((reminder) => ({
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

/**
 * What a change of a case does to its reminders, for the delivery desk. Only promises that the change touches are looked
 * at, so that a transaction stays small whatever the case holds. `before` is null for a new case.
 */
export function reminderChanges(before: Case | null, after: Case): Reconciliation {
  const wanted = reminderDrafts(after);
  const old = new Map((before === null ? [] : reminderDrafts(before)).map((draft) => [draft.name, draft]));
  const isSame = (draft: DeliveryDraft): boolean => {
    const former = old.get(draft.name);
    return former !== undefined && JSON.stringify(former) === JSON.stringify(draft);
  };
  const changed = wanted.filter((draft) => !isSame(draft));
  const kept = new Set(wanted.map((draft) => draft.name));
  const gone = [...old.keys()].filter((name) => !kept.has(name));
  const names = [...changed.map((draft) => draft.name), ...gone];
  return { subject: after.id, kindsOf: 'remind-', names, wanted: changed };
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
