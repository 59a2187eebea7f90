// A series: the same meeting again every month or every second month.
import { addDays } from '../../../kernel/dates.ts';
import type { LocalTime, LocalDate } from '../../../kernel/instants.ts';
import { firstDayOf, type MonthlyRule } from '../../../kernel/monthly-rules.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Decided, DecisionContext } from './decision.ts';
import { checkedFrame } from './frame.ts';
import type { SeriesId } from './ids.ts';
import type { Frame, Home, Touch } from './meeting.ts';
import type { SeriesKind } from './vocabulary.ts';

export type Series = Frame & {
  readonly id: SeriesId;
  readonly rev: number;
  readonly kind: SeriesKind;
  readonly rule: MonthlyRule;
  readonly time: LocalTime;
  readonly status: 'active' | 'ended';
  readonly home: Home;
  readonly made: Touch;
  readonly changed: Touch;
};

export type SeriesRequest = Frame & { readonly rule: MonthlyRule; readonly time: LocalTime };

const LONGEST_DAYS = 5 * 366;

/** A new series. Its first day and its end must lie ahead, at most five years. */
export function makeSeries(
  kind: SeriesKind,
  request: SeriesRequest,
  about: Pick<DecisionContext, 'by' | 'now' | 'today'> & { readonly id: SeriesId; readonly home: Home },
): Decided<Series> {
  const { id, home, by, now, today } = about;
  const checked = checkedRequest(kind, request, today, null);
  if (!checked.ok) {
    return checked;
  }
  const made = { by, at: now };
  return ok({ ...checked.value, id, rev: 1, kind, status: 'active', home, made, changed: made });
}

/** A series with other answers to the same questions. What people have been told of stays as it was told. */
export function changeSeries(
  series: Series,
  request: SeriesRequest,
  { by, now, today }: Pick<DecisionContext, 'by' | 'now' | 'today'>,
): Decided<Series> {
  if (series.status === 'ended') {
    return refuse('series-ended');
  }
  const checked = checkedRequest(series.kind, request, today, series.rule.from);
  return checked.ok ? ok({ ...series, ...checked.value, rev: series.rev + 1, changed: { by, at: now } }) : checked;
}

/** Ends a series: it makes no more sessions. Those that people have been told of stay. */
export function endSeries(series: Series, { by, now }: Pick<DecisionContext, 'by' | 'now'>): Decided<Series> {
  return series.status === 'ended'
    ? refuse('series-ended')
    : ok({ ...series, status: 'ended', rev: series.rev + 1, changed: { by, at: now } });
}

function checkedRequest(
  kind: SeriesKind,
  request: SeriesRequest,
  today: LocalDate,
  fromBefore: LocalDate | null,
): Decided<SeriesRequest> {
  const { rule } = request;
  const checked = checkedFrame(kind, request);
  if (!checked.ok) {
    return checked;
  }
  // A series that goes on began some time ago; only a new beginning must lie ahead.
  if (rule.from < today && rule.from !== fromBefore) {
    return refuse('from-in-past', { field: 'from' });
  }
  if (rule.until !== null && (rule.until < firstDayOf(rule) || rule.until < today)) {
    return refuse('until-before-first', { field: 'until' });
  }
  const furthest = addDays(today, LONGEST_DAYS);
  if (rule.from > furthest || (rule.until !== null && rule.until > furthest)) {
    return refuse('too-long', { field: rule.from > furthest ? 'from' : 'until' });
  }
  return checked;
}
