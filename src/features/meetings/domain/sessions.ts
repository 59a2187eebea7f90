// The sessions of a series: what its rule says, and what has been stored of single months.
import type { LocalDate } from '../../../kernel/instants.ts';
import { daysOfRule } from '../../../kernel/monthly-rules.ts';
import { awkwardReason } from './awkward-days.ts';
import { monthOf, sessionId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { Series } from './series.ts';

/** A session as the rule has it, before anything is stored of it. */
export function plainSession(series: Series, date: LocalDate): Meeting {
  const { id, rev, kind, title, counties, municipality, minutes, format, place, link, organiser } = series;
  const month = monthOf(date);
  return {
    kind,
    title,
    counties,
    municipality,
    minutes,
    format,
    place,
    link,
    organiser,
    id: sessionId(id, month),
    rev: 0,
    // Whatever calendars have seen of it was of an earlier version of the series.
    sequence: rev,
    series: { id, month },
    theme: null,
    description: '',
    materials: '',
    date,
    time: series.time,
    state: awkwardReason(date) === null ? { kind: 'planned' } : { kind: 'asking', asked: 0 },
    home: series.home,
    made: series.made,
    changed: series.changed,
    dated: series.changed,
    online: null,
    note: '',
    nextSteps: [],
  };
}

/**
 * All sessions of the series that fall between the two days, both included, earliest first. What is stored of a month
 * takes the place of what the rule says of it. An ended series has only what is stored and was told.
 */
export function sessionsBetween(
  series: Series,
  stored: readonly Meeting[],
  from: LocalDate,
  to: LocalDate,
): readonly Meeting[] {
  const known = new Set(stored.map((meeting) => meeting.id));
  const days = series.status === 'active' ? daysOfRule(series.rule, from, to) : [];
  const plain = days.map((day) => plainSession(series, day)).filter((session) => !known.has(session.id));
  const kept = stored.filter(({ date }) => date >= from && date <= to);
  return [...plain, ...kept].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
