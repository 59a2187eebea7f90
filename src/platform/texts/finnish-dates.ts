// Dates and times as Finnish text (T-01, T-02, T-04). Tables of our own: the words of Intl change with the runtime.
import { dateParts, daysBetween, weekdayOf, type Weekday } from '../../kernel/dates.ts';
import { invariant } from '../../kernel/fault.ts';
import type { LocalDate, LocalTime } from '../../kernel/instants.ts';

const ON_WEEKDAY: Readonly<Record<Weekday, string>> = {
  1: 'maanantaina',
  2: 'tiistaina',
  3: 'keskiviikkona',
  4: 'torstaina',
  5: 'perjantaina',
  6: 'lauantaina',
  7: 'sunnuntaina',
};

const WEEKDAY: Readonly<Record<Weekday, string>> = {
  1: 'maanantai',
  2: 'tiistai',
  3: 'keskiviikko',
  4: 'torstai',
  5: 'perjantai',
  6: 'lauantai',
  7: 'sunnuntai',
};

const MONTHS = [
  'tammi',
  'helmi',
  'maalis',
  'huhti',
  'touko',
  'kesä',
  'heinä',
  'elo',
  'syys',
  'loka',
  'marras',
  'joulu',
] as const;

const DAY_WORDS: ReadonlyMap<number, string> = new Map([
  [-7, 'viikko sitten'],
  [-1, 'eilen'],
  [0, 'tänään'],
  [1, 'huomenna'],
  [7, 'viikon päästä'],
]);

// Further away, days are as easy to follow as weeks, and the date beside them says the rest.
const LONGEST_IN_WEEKS_DAYS = 28;

/** `5.1.2027` */
export function formatDate(date: LocalDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}.${month}.${year}`;
}

/** `tiistaina 5.1.2027` */
export function formatWeekdayDate(date: LocalDate): string {
  return `${ON_WEEKDAY[weekdayOf(date)]} ${formatDate(date)}`;
}

/** `joulukuu 2026`; `month` is 1 to 12. */
export function formatMonth(year: number, month: number): string {
  const name = MONTHS[month - 1];
  invariant(name !== undefined, 'no-month');
  return `${name}kuu ${year}`;
}

/** `tiistai 5.1.2027`: the day itself, where a sentence says what a date is and not when something happens. */
export function formatDayAndDate(date: LocalDate): string {
  return `${WEEKDAY[weekdayOf(date)]} ${formatDate(date)}`;
}

/** `klo 9.05`, `klo 17.00` */
export function formatTime(time: LocalTime): string {
  return `klo ${hourAndMinutes(time)}`;
}

/** `tiistaina 5.1.2027 klo 9.05` */
export function formatDateTime(date: LocalDate, time: LocalTime): string {
  return `${formatWeekdayDate(date)} ${formatTime(time)}`;
}

/** `1.–31.1.2027`, `28.1.–3.2.2027`, `28.12.2026–3.1.2027`; one date when both are the same. `to` is not before `from`. */
export function formatDateRange(from: LocalDate, to: LocalDate): string {
  const [start, end] = [dateParts(from), dateParts(to)];
  if (from === to) {
    return formatDate(to);
  }
  if (start.year !== end.year) {
    return `${formatDate(from)}–${formatDate(to)}`;
  }
  const beginning = start.month === end.month ? `${start.day}.` : `${start.day}.${start.month}.`;
  return `${beginning}–${formatDate(to)}`;
}

/** `klo 9–11` on full hours, otherwise both with minutes: `klo 9.30–11.00`; one time when both are the same. */
export function formatTimeRange(from: LocalTime, to: LocalTime): string {
  if (from === to) {
    return formatTime(from);
  }
  const fullHours = from.endsWith(':00') && to.endsWith(':00');
  const write = fullHours ? hour : hourAndMinutes;
  return `klo ${write(from)}–${write(to)}`;
}

/** How far the date is from today, always with its weekday and date (T-04): `huomenna, keskiviikkona 6.1.2027`. */
export function relativeDay(date: LocalDate, today: LocalDate): string {
  return `${distance(daysBetween(today, date))}, ${formatWeekdayDate(date)}`;
}

/** `1 päivän myöhässä`, `3 päivää myöhässä` (B-21); `days` is at least 1. */
export function formatDaysLate(days: number): string {
  invariant(days >= 1, 'not-late');
  return `${days} ${days === 1 ? 'päivän' : 'päivää'} myöhässä`;
}

function distance(days: number): string {
  const word = DAY_WORDS.get(days);
  if (word !== undefined) {
    return word;
  }
  const count = Math.abs(days);
  const inWeeks = count % 7 === 0 && count <= LONGEST_IN_WEEKS_DAYS;
  if (days > 0) {
    return inWeeks ? `${count / 7} viikon päästä` : `${count} päivän päästä`;
  }
  return inWeeks ? `${count / 7} viikkoa sitten` : `${count} päivää sitten`;
}

function hour(time: LocalTime): string {
  return String(Number(time.slice(0, 2)));
}

function hourAndMinutes(time: LocalTime): string {
  return `${hour(time)}.${time.slice(3)}`;
}
