// Reminders (C-08, C-12): worded from the case as it is when they are sent, those of one morning together.
import { msBetween } from '../../../kernel/helsinki-time.ts';
import { parseItemId, type PersonId } from '../../../kernel/ids.ts';
import type { Mention } from '../../../platform/cards/card.ts';
import type { Delivery, DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { formatTime, relativeDay } from '../../../platform/texts/finnish-dates.ts';
import { helpLine, itemText, lateText } from '../cards/case-words.ts';
import { presentReminder, type ReminderItem } from '../cards/present-reminder.ts';
import { findItem, isDoneByTick, openItems, targetDateItems, type DatedItem } from '../domain/dated-items.ts';
import { plannedReminders, targetDateReminders } from '../domain/reminders.ts';
import type { CaseTexts } from '../texts.fi.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { actionButton, lookButton, VERBS } from '../verbs.ts';
import { caseDeliveryKind, threadOf, type SpeakingScene } from './case-deliveries.ts';
import { REMINDER_KIND } from './promises.ts';

// Delivered later than this after its hour, a reminder says that it is late.
const LATE_MS = 60 * 60_000;
const ITEMS_MAX = 4;

/** The kind of delivery that reminds of dated items. */
export function createReminderKind(deps: CaseDeps): DeliveryKind {
  return caseDeliveryKind(deps, REMINDER_KIND, (scene, deliveries) => Promise.resolve(word(deps.t, scene, deliveries)));
}

/** The delivery's item if it is still promised for the same date, else null. */
function stillDue({ c }: SpeakingScene, delivery: Delivery): DatedItem | null {
  const id = parseItemId(delivery.payload['item']);
  const item = id === null ? null : findItem(c, id);
  const isOpen = item !== null && [...openItems(c), ...targetDateItems(c)].some((open) => open.id === item.id);
  const isPromised = [...plannedReminders(c), ...targetDateReminders(c)].some(
    (planned) => planned.item === id && String(planned.leadDays) === delivery.payload['leadDays'],
  );
  return isOpen && isPromised && item.date === delivery.payload['itemDate'] ? item : null;
}

function word(t: CaseTexts, scene: SpeakingScene, deliveries: readonly Delivery[]) {
  const due = deliveries.flatMap((delivery) => {
    const item = stillDue(scene, delivery);
    return item === null ? [] : [{ delivery, item }];
  });
  if (due.length === 0) {
    return { wording: { kind: 'obsolete' as const }, holds: [] };
  }
  // Two lead times of one item that are due together (after an outage) are said once.
  const items = [...new Map(due.map(({ item }) => [item.id, item])).values()];
  const isLate = due.some(({ delivery }) => msBetween(delivery.dueUtc, scene.now) > LATE_MS);
  const message = {
    card: drawReminder(t, scene, items, isLate),
    summary: summaryOf(t, scene, items),
    mentions: mentionsOf(scene, items),
  };
  return {
    wording: { kind: 'post' as const, to: threadOf(scene.place), message },
    holds: due.map(({ delivery }) => delivery.name),
  };
}

function mentionsOf({ c, people, today }: SpeakingScene, items: readonly DatedItem[]): readonly Mention[] {
  const wanted = items.map((item) => item.person);
  const present = wanted.filter((person) => people.mentionOf(person) !== null);
  // Somebody has left: the lead is told instead, and when the lead has left too, who supports the case.
  const supporter = people.supporterOf(c.basics.targetBody.county, today);
  const instead: readonly PersonId[] = [c.lead, ...(supporter === null ? [] : [supporter])];
  const told = present.length === wanted.length ? present : [...present, ...instead];
  return [...new Set(told)].map((person) => people.mentionOf(person)).filter((mention) => mention !== null);
}

function drawReminder(t: CaseTexts, scene: SpeakingScene, items: readonly DatedItem[], isLate: boolean) {
  const { c, people, today } = scene;
  const [first] = items;
  const title =
    items.length === 1 && first !== undefined ? t.reminder.titles[first.kind] : t.reminder.several(items.length);
  return presentReminder({
    title,
    about: t.reminder.about(c.number, c.basics.title),
    notices: isLate ? [{ tone: 'info', text: t.reminder.late }] : [],
    items: items.slice(0, ITEMS_MAX).map((item) => reminderItem(t, scene, item)),
    more: items.length > ITEMS_MAX ? t.reminder.more(items.length - ITEMS_MAX) : null,
    buttons: [
      ...(items.some((item) => item.kind === 'event') ? [lookButton(t.buttons.agenda, VERBS.agenda, c.id)] : []),
      lookButton(t.buttons.show, VERBS.card, c.id),
    ],
    mentions: mentionsOf(scene, items),
    help: helpLine(c, people, today, t),
  });
}

function reminderItem(t: CaseTexts, { c, today }: SpeakingScene, item: DatedItem): ReminderItem {
  const about = { id: c.id, rev: c.rev, item: item.id, origin: 'reminder' as const };
  const done = isDoneByTick(item.kind)
    ? [actionButton(t.actions.done, item.kind === 'followUp' ? 'completeFollowUp' : 'done', about, 'primary')]
    : [];
  const day = relativeDay(item.date, today);
  return {
    what: itemText(item, t),
    when: item.time === null ? day : `${day} ${formatTime(item.time)}`,
    where: item.where === '' ? null : item.where,
    next: t.reminder.next[item.kind],
    late: lateText(item.date, today),
    buttons: [...done, actionButton(t.actions.postpone, 'postpone', about)],
  };
}

function summaryOf(t: CaseTexts, { c, today }: SpeakingScene, items: readonly DatedItem[]): string {
  const [first] = items;
  const what = first === undefined ? '' : `${itemText(first, t)}, ${relativeDay(first.date, today)}`;
  return `${t.cardSummary(c.number, c.basics.title)}. ${what}`;
}
