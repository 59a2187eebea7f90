// Entries as the tab shows them: one in a list or a grid, and one on a page of its own.
import { invariant } from '../../../kernel/fault.ts';
import { localTimeOf } from '../../../kernel/helsinki-time.ts';
import type { CalendarEntry, CalendarSource, EntryDetails } from '../../../platform/calendar/calendar-entry.ts';
import { timesOf } from '../../../platform/calendar/entry-times.ts';
import type { Card } from '../../../platform/cards/card.ts';
import type { ShownMessage } from '../../../platform/cards/contract.ts';
import { paragraphsOf, shownButton } from '../../../platform/cards/parts.ts';
import { shownCard } from '../../../platform/cards/shown-card.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import { formatDateTime, formatMonth, formatTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import { addButton, countiesOf, cut, hasLink, headingOf, lengthOf, stateOf } from '../cards/entry-words.ts';
import type { CalendarEntryPage, CalendarEntryView } from '../contract.ts';
import { monthCode, monthOf } from '../domain/month.ts';
import type { CalendarTexts } from '../texts.fi.ts';

/** An entry in a list or a grid. */
export function showEntry(entry: CalendarEntry, t: CalendarTexts): CalendarEntryView {
  const times = timesOf(entry);
  // What clocks show then: a time that the spring change skips is an hour later (T-06).
  const time = times === null ? null : localTimeOf(times.start);
  return {
    source: entry.source,
    id: entry.id,
    date: entry.date,
    time: time === null ? t.days.wholeDay : formatTime(time),
    when: time === null ? formatWeekdayDate(entry.date) : formatDateTime(entry.date, time),
    kind: { code: entry.kind.code, label: entry.kind.label },
    title: headingOf(entry, t),
    state: stateOf(entry, t),
    isCancelled: entry.status === 'cancelled',
    place: placeOf(entry, t),
    counties: countiesOf(entry, t),
    add: shownButton(addButton(entry, t)),
  };
}

/** An entry on its page, with what its source tells of it to who asks. */
export async function showEntryPage(
  source: CalendarSource,
  asking: Asking,
  entry: CalendarEntry,
  t: CalendarTexts,
): Promise<CalendarEntryPage> {
  const isElsewhere = isOfOtherChannel(entry, asking);
  const details = isElsewhere ? null : ((await source.details?.(asking, entry.id)) ?? null);
  const view = showEntry(entry, t);
  const month = monthOf(entry.date);
  const words = t.entry;
  const caseNumber = isElsewhere ? '' : (entry.caseNumber ?? '');
  const own =
    details === null && caseNumber === '' && !isElsewhere ? (source.buttons?.(entry, asking.place) ?? []) : [];
  return {
    entry: view,
    month: { month: monthCode(month), title: formatMonth(month.year, month.month) },
    description: [...paragraphsOf(entry.description)],
    facts: [
      { label: words.state, value: view.state },
      { label: words.when, value: view.when },
      { label: words.length, value: lengthOf(entry, t) },
      { label: words.where, value: view.place },
      { label: words.counties, value: view.counties },
    ].filter(({ value }) => value !== ''),
    link: hasLink(entry) ? entry.link : '',
    caseNumber,
    buttons: own.map(shownButton),
    ...shownDetails(details),
    isElsewhere,
  };
}

function shownDetails(details: EntryDetails | null): Pick<CalendarEntryPage, 'card' | 'parts'> {
  return details === null
    ? { card: null, parts: [] }
    : {
        card: shownMessage(details.card),
        parts: details.parts.map(({ card, isPrinted }) => ({
          card: { ...shownMessage(card), buttons: [] },
          isPrinted,
        })),
      };
}

function shownMessage(card: Card): ShownMessage {
  const shown = shownCard(card);
  invariant(shown.kind === 'message', 'entry-details-no-message');
  return shown;
}

function isOfOtherChannel({ audience }: CalendarEntry, { place }: Asking): boolean {
  return typeof audience === 'object' && (place.kind !== 'channel' || place.channelId !== audience.channelId);
}

function placeOf(entry: CalendarEntry, t: CalendarTexts): string {
  return entry.place === '' ? (hasLink(entry) ? t.entry.online : '') : cut(entry.place);
}
