// A month as the tab shows it: the grid of its weeks with the entries of each day.
import { compareFinnish } from '../../../kernel/fold.ts';
import { dateParts, daysBetween } from '../../../kernel/dates.ts';
import { holidaysOf } from '../../../kernel/holidays.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { counties } from '../../../kernel/regions/regions.ts';
import type { CalendarEntry } from '../../../platform/calendar/calendar-entry.ts';
import { shownButton } from '../../../platform/cards/parts.ts';
import type { Button } from '../../../platform/cards/form.ts';
import { formatDateRange, formatMonth, formatWeekdayDate, relativeDay } from '../../../platform/texts/finnish-dates.ts';
import type { CalendarEntryView, CalendarMonthView } from '../contract.ts';
import { isIn, monthAway, monthCode, weeksOf, type CalendarMonth, type CalendarWeek } from '../domain/month.ts';
import type { View } from '../domain/view.ts';
import type { CalendarTexts } from '../texts.fi.ts';
import { showEntry } from './show-entry.ts';

// Beyond a week, how many days away a day is helps nobody to find it.
const NEAR_DAYS = 7;

export type MonthScene = {
  readonly month: CalendarMonth;
  readonly today: LocalDate;
  readonly view: View;
  /** Those that can be chosen, by their names. */
  readonly kinds: readonly CalendarEntry['kind'][];
  /** What of the days of the grid the person may see and the view shows. */
  readonly entries: readonly CalendarEntry[];
  readonly newButtons: readonly Button[];
  readonly t: CalendarTexts;
};

/** The month with its weeks, its neighbours, and the choices that narrow it. */
export function showMonth(scene: MonthScene): CalendarMonthView {
  const { month, view, kinds, entries, newButtons, t } = scene;
  const byDay = entriesByDay(entries, t);
  return {
    ...named(month),
    previous: neighbour(month, -1),
    next: neighbour(month, 1),
    weeks: weeksOf(month).map((week) => showWeek(week, scene, byDay)),
    count: entries.filter(({ date }) => isIn(date, month)).length,
    filter: { county: view.county ?? '', kind: view.kind ?? '', mine: view.scope === 'mine' },
    counties: counties.map(({ code, nameFi }) => ({ value: code, title: nameFi })),
    kinds: kinds.map(({ code, label }) => ({ value: code, title: label })),
    newButtons: newButtons.map(shownButton),
  };
}

/** Each of the kinds once, by their names. */
export function kindsOf(kinds: readonly CalendarEntry['kind'][]): readonly CalendarEntry['kind'][] {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  return [...byCode.values()].toSorted((a, b) => compareFinnish(a.label, b.label));
}

type ByDay = ReadonlyMap<LocalDate, readonly CalendarEntryView[]>;

function entriesByDay(entries: readonly CalendarEntry[], t: CalendarTexts): ByDay {
  const byDay = Map.groupBy(entries, ({ date }) => date);
  return new Map([...byDay].map(([date, ofDay]) => [date, ofDay.map((entry) => showEntry(entry, t))]));
}

function showWeek({ number, days }: CalendarWeek, scene: MonthScene, byDay: ByDay): CalendarMonthView['weeks'][number] {
  const [first, last] = [days[0], days.at(-1)];
  return {
    number,
    range: first === undefined || last === undefined ? '' : formatDateRange(first, last),
    days: days.map((date) => showDay(date, scene, byDay.get(date) ?? [])),
  };
}

function showDay(
  date: LocalDate,
  { month, today, t }: MonthScene,
  entries: readonly CalendarEntryView[],
): CalendarMonthView['weeks'][number]['days'][number] {
  const { year, day } = dateParts(date);
  const holiday = holidaysOf(year).get(date);
  const isNear = Math.abs(daysBetween(today, date)) <= NEAR_DAYS;
  return {
    date,
    number: day,
    // T-04: the word never stands without the date.
    label: isNear ? relativeDay(date, today) : formatWeekdayDate(date),
    isToday: date === today,
    isInMonth: isIn(date, month),
    holiday: holiday === undefined ? '' : t.days.holidays[holiday],
    entries: [...entries],
  };
}

function named(month: CalendarMonth): { readonly month: string; readonly title: string } {
  return { month: monthCode(month), title: formatMonth(month.year, month.month) };
}

function neighbour(month: CalendarMonth, months: number): CalendarMonthView['previous'] {
  const away = monthAway(month, months);
  return away === null ? null : named(away);
}
