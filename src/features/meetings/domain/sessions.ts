// The sessions of a series: what its rule says, and what has been stored of single months.
import { addDays, addMonths, parseLocalDate } from '../../../kernel/dates.ts';
import { invariant } from '../../../kernel/fault.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { daysOfRule } from '../../../kernel/monthly-rules.ts';
import { awkwardReason } from './awkward-days.ts';
import { monthOf, sessionId, type Month } from './ids.ts';
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

/** The session that the rule has in a month; null when it has none, or the series has ended. */
export function sessionInMonth(series: Series, month: Month): Meeting | null {
  const first = parseLocalDate(`${month}-01`);
  invariant(first !== null, 'month-out-of-range');
  const [day] = series.status === 'active' ? daysOfRule(series.rule, first, addDays(addMonths(first, 1), -1)) : [];
  return day === undefined ? null : plainSession(series, day);
}

/**
 * What becomes of a stored session when its series is edited: one that was only asked about follows the new rule, and is
 * dropped when the rule has none that month. What somebody decided or was told of stays; null for that.
 */
export function followRule(m: Meeting, series: Series): Meeting | null {
  if (m.state.kind !== 'asking' || m.series === null) {
    return null;
  }
  const { rev, made } = m;
  const session = sessionInMonth(series, m.series.month);
  const sequence = Math.max(m.sequence, session?.sequence ?? 0) + 1;
  return session === null
    ? { ...m, state: { kind: 'cancelled', wasAnnounced: false }, rev: rev + 1, sequence, changed: series.changed }
    : { ...session, rev: rev + 1, sequence, made };
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
