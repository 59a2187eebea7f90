// Sentences about a meeting that several cards say.
import type { LocalDate, LocalTime } from '../../../kernel/instants.ts';
import { countyOf, findMunicipality } from '../../../kernel/regions/regions.ts';
import { formatDate, formatTime, formatTimeRange, formatWeekdayDate } from '../../../platform/texts/finnish-dates.ts';
import type { People } from '../../settings/index.ts';
import { awkwardReason } from '../domain/awkward-days.ts';
import type { Frame, Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { MeetingTexts } from '../texts.fi.ts';

const HOUR_MINUTES = 60;
const LAST_MINUTE = 24 * HOUR_MINUTES - 1;

/** The time so many minutes later, at the latest the day's last minute. */
function later(time: LocalTime, minutes: number): LocalTime {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const end = Math.min(hours * HOUR_MINUTES + rest + minutes, LAST_MINUTE);
  // Two digits each, so it is a time.
  return [Math.floor(end / HOUR_MINUTES), end % HOUR_MINUTES]
    .map((part) => String(part).padStart(2, '0'))
    .join(':') as LocalTime;
}

/** `tiistaina 8.12.2026 klo 17.00–18.30`, or with `koko päivä`. */
export function whenText({ date, time, minutes }: Pick<Meeting, 'date' | 'time' | 'minutes'>, t: MeetingTexts): string {
  return time === null
    ? `${formatWeekdayDate(date)}, ${t.wholeDay}`
    : `${formatWeekdayDate(date)} ${formatTimeRange(time, later(time, minutes))}`;
}

/** The name it was given, else what it is. */
export function nameOf({ title, kind }: { title: string; kind: Meeting['kind'] }, t: MeetingTexts): string {
  return title === '' ? t.kinds[kind] : title;
}

/** `Verkossa`, `Paikan päällä: Pääkirjasto`. */
export function whereText({ format, place }: Frame, t: MeetingTexts): string {
  return place === '' ? t.formats[format] : `${t.formats[format]}: ${place}`;
}

/** The municipality, the counties, or the whole country. */
export function forWhomText({ municipality, counties }: Frame, t: MeetingTexts): string {
  if (municipality !== null) {
    return findMunicipality(municipality)?.nameFi ?? '';
  }
  return counties.length === 0 ? t.wholeCountry : counties.map((code) => countyOf(code).nameFi).join(', ');
}

/** `Tukitapaaminen · tiistaina 8.12.2026 klo 17.00–18.30` */
export function aboutMeeting(m: Meeting, t: MeetingTexts): string {
  return `${nameOf(m, t)} · ${whenText(m, t)}`;
}

/** `Tukitapaaminen · Pirkanmaan hyvinvointialue` */
export function aboutSeries(series: Series, t: MeetingTexts): string {
  return `${nameOf(series, t)} · ${forWhomText(series, t)}`;
}

/** `Joka kuukausi, kuukauden toinen tiistai klo 17.00` */
export function ruleText({ rule, time }: Pick<Series, 'rule' | 'time'>, t: MeetingTexts): string {
  return t.rule(t.everyMonths[rule.everyMonths], t.nths[rule.nth], t.weekdays[rule.weekday], formatTime(time));
}

/** Until when a series runs. */
export function runsText({ rule }: Series, t: MeetingTexts): string {
  return rule.until === null ? t.runsOn(formatDate(rule.from)) : t.runs(formatDate(rule.from), formatDate(rule.until));
}

/** Why a day is asked about, as a sentence; '' for other days. */
export function reasonText(date: LocalDate, t: MeetingTexts): string {
  const reason = awkwardReason(date);
  return reason === null ? '' : t.reasons[reason];
}

/** Whom to ask, in the same words on every card (B-14). */
export function helpLine(thing: Pick<Frame, 'organiser'> | null, people: People, t: MeetingTexts): string {
  const isThere = thing !== null && people.members.some(({ id }) => id === thing.organiser);
  return isThere ? t.help(people.nameOf(thing.organiser)) : t.helpNobody;
}
