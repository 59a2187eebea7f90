// Which messages a case has promised: its reminders, the redrawing of its card, and what is said in its thread at once.
import { addDays } from '../../../kernel/dates.ts';
import { addMs, localDateOf, toInstant } from '../../../kernel/helsinki-time.ts';
import type { CaseId, ItemId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalTime } from '../../../kernel/instants.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import type { Reconciliation } from '../../../platform/delivery/delivery-desk.ts';
import type { AnnouncementName } from '../domain/announcements.ts';
import type { Case } from '../domain/case.ts';
import { passesByItself, type DatedItem } from '../domain/dated-items.ts';
import { remindedItems } from '../domain/reminders.ts';
import { reminderNames, remindersOf } from '../../reminders/index.ts';

export const CARD_KIND = 'cases/card';
export const ANNOUNCEMENT_KIND = 'cases/announcement';

const DAY_MS = 24 * 60 * 60_000;
// A card that could not be redrawn for this long will be by the next change, or when somebody presses it.
const CARD_WORTH_MS = 7 * DAY_MS;
const ANNOUNCEMENT_WORTH_DAYS = 7;
const END_OF_DAY = '23:59' as LocalTime;

/** The source of reminders that the cases are. */
export const SOURCE = 'cases';

// What one change of a case may write of its reminders: each is two rows, and the change itself needs room too.
const PROMISES_MAX = 36;

/** Who changed the case, and when. */
export type Change = { readonly by: PersonId; readonly at: Instant };

/**
 * The things that stay promised for a case, by their ids. Pausing or closing ends none: the question asked before each
 * reminder silences them, so that a case with many dates can be closed in one transaction, and one that is opened again
 * still has its promises. The end of a pause is promised beside them.
 */
function promisedItems(c: Case): ReadonlyMap<ItemId, DatedItem> {
  const open: Case = { ...c, status: { kind: 'open' } };
  const pauseEnd = c.status.kind === 'onHold' ? remindedItems(c) : [];
  return new Map([...remindedItems(open), ...pauseEnd].map((item) => [item.id, item]));
}

function factsOf(item: DatedItem) {
  return { item: item.id, date: item.date, time: item.time, late: !passesByItself(item.kind) };
}

/**
 * What a change of a case does to its reminders, for the delivery desk. Only promises that the change touches are looked
 * at, so that a transaction stays small whatever the case holds. What is gone is cancelled as far as there is room; the
 * rest of it is silenced by the question asked before each reminder. `before` is null for a new case.
 */
export function reminderChanges(before: Case | null, after: Case, change: Change): Reconciliation {
  const [old, wanted] = [before === null ? new Map<ItemId, DatedItem>() : promisedItems(before), promisedItems(after)];
  const isSame = (item: DatedItem): boolean => {
    const former = old.get(item.id);
    return former !== undefined && JSON.stringify(factsOf(former)) === JSON.stringify(factsOf(item));
  };
  const changed = [...wanted.values()].filter((item) => !isSame(item));
  const drafts = changed.flatMap((item) =>
    remindersOf({ source: SOURCE, subject: after.id, ...factsOf(item), ...change }),
  );
  const former = changed.flatMap((item) => namesOf(old.get(item.id)));
  const gone = [...old.values()].filter((item) => !wanted.has(item.id)).flatMap(namesOf);
  const room = Math.max(0, PROMISES_MAX - drafts.length - former.length);
  const names = [...new Set([...drafts.map(({ name }) => name), ...former, ...gone.slice(0, room)])];
  return { subject: after.id, kindsOf: 'remind-', names, wanted: drafts };
}

function namesOf(item: DatedItem | undefined): readonly string[] {
  return item === undefined ? [] : reminderNames(factsOf(item)).map(([, name]) => name);
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
