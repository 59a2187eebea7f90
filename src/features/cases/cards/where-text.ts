import type { Fact } from '../../../platform/cards/parts.ts';
import { formatDateTime, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { Case, DiscussionEvent } from '../domain/case.ts';
import type { DatedItem } from '../domain/dated-items.ts';
import type { CaseTexts } from '../texts.fi.ts';

/**
 * How and where an event is held (S1-18, S1-29): `Paikan päällä: Tampereen kirjasto`, `Etänä: https://…`. Of an agreed
 * one the link that is not known yet is said to come; of a proposal only what is known.
 */
export function whereText(
  { format, place, link, status }: Pick<DiscussionEvent, 'format' | 'place' | 'link' | 'status'>,
  t: CaseTexts,
): string {
  const words = t.where;
  const isLinkAwaited = status === 'agreed' && format !== 'onSite' && link === '';
  const where = [place, link, isLinkAwaited ? words.linkLater : ''].filter((part) => part !== '').join(', ');
  return where === '' ? t.eventFormats[format] : words.place(t.eventFormats[format], where);
}

/** The day, the time and the place of an event; nothing while there is no day. */
export function whenAndWhere(event: DiscussionEvent | null, t: CaseTexts): readonly Fact[] {
  const date = event?.date ?? null;
  if (event === null || date === null) {
    return [];
  }
  const when = event.time === null ? formatWeekdayDate(date) : formatDateTime(date, event.time);
  return [
    { label: t.agenda.when, value: when },
    { label: t.agenda.where, value: whereText(event, t) },
  ];
}

/** Where a dated item takes people, of an event in which way too; null when there is nowhere to go. */
export function itemWhere(c: Case, { kind, id, where }: DatedItem, t: CaseTexts): string | null {
  const event = kind === 'event' ? c.events.find((each) => each.id === id) : undefined;
  const text = event === undefined ? where : whereText(event, t);
  return text === '' ? null : text;
}
