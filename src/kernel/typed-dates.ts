// Dates and times as people type them (B-12). What is understood is shown back to them with its weekday.
import { dateParts, localDate, parseLocalTime } from './dates.ts';
import type { LocalDate, LocalTime } from './instants.ts';
import { ok, refuse, type Result } from './result.ts';

// Our own way of writing a date may come back pasted: "tiistaina 5.1.2027", "ti 5.1.2027".
const WEEKDAY_BEFORE =
  /^(?:(?:maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)(?:na)?|keskiviikko(?:na)?|ma|ti|ke|to|pe|la|su),? (?=\d)/;
const FINNISH_DATE = /^(\d{1,2})\. ?(\d{1,2})(?:\.? ?|\. ?(\d{2}|\d{4})\.?)$/;
const ISO_LIKE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(?:kello ?|klo\.? ?)?(\d{1,2})(?:[.:](\d{2}))?$/;

// 29 February can be eight years away: 2096 is followed by 2104.
const LONGEST_WAIT_YEARS = 8;

/**
 * The date in `text`: `5.1.2027`, `05.01.2027`, `5.1.27`, `2027-01-05`, or `5.1.`, which is the next such day on or
 * after `today`. A weekday before it is passed over. `date-not-real` when the form is clear but the day does not exist,
 * `date-unclear` for all else; `5/1/2027` is unclear, because others read it as 1 May.
 */
export function readTypedDate(text: string, today: LocalDate): Result<LocalDate, 'date-unclear' | 'date-not-real'> {
  const typed = tidy(text).replace(WEEKDAY_BEFORE, '');
  const iso = ISO_LIKE.exec(typed);
  if (iso) {
    return realOrRefused(localDate(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  }
  const finnish = FINNISH_DATE.exec(typed);
  if (!finnish) {
    return refuse('date-unclear');
  }
  const [day, month] = [Number(finnish[1]), Number(finnish[2])];
  const year = finnish[3];
  return realOrRefused(year === undefined ? nextSuchDay(day, month, today) : localDate(fullYear(year), month, day));
}

/** The time in `text`: `9`, `9.05`, `9:05`, `09:05`, `klo 9.05`. Minutes are two digits; 24.00 is not a time. */
export function readTypedTime(text: string): Result<LocalTime, 'time-unclear'> {
  const parts = TIME.exec(tidy(text));
  const time = parts && parseLocalTime(`${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`);
  return time ? ok(time) : refuse('time-unclear');
}

// NFKC also turns no-break spaces and full-width digits into ordinary ones; phones type dashes of many kinds.
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function realOrRefused(date: LocalDate | null): Result<LocalDate, 'date-not-real'> {
  return date === null ? refuse('date-not-real') : ok(date);
}

// The app plans ahead: two digits always mean this century.
function fullYear(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

function nextSuchDay(day: number, month: number, today: LocalDate): LocalDate | null {
  const thisYear = dateParts(today).year;
  for (let year = thisYear; year <= thisYear + LONGEST_WAIT_YEARS; year += 1) {
    const date = localDate(year, month, day);
    if (date !== null && date >= today) {
      return date;
    }
  }
  return null;
}
