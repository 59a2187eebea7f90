// Series and meetings for tests, complete and readable as stored ones are.
import { parseLocalDate, parseLocalTime } from '../../../src/kernel/dates.ts';
import { parseInstant } from '../../../src/kernel/helsinki-time.ts';
import { parseChannelId, type ItemId } from '../../../src/kernel/ids.ts';
import type { LocalDate } from '../../../src/kernel/instants.ts';
import type { CountyCode } from '../../../src/kernel/regions/regions.ts';
import type { MeetingId, SeriesId } from '../../../src/features/meetings/domain/ids.ts';
import type { Meeting } from '../../../src/features/meetings/domain/meeting.ts';
import type { Series } from '../../../src/features/meetings/domain/series.ts';
import { plainSession } from '../../../src/features/meetings/domain/sessions.ts';
import { AINO } from '../cases/case-world.ts';

function known<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('a fixed value of the tests cannot be read');
  }
  return value;
}

/** Friday 1.1.2027. */
export const START_DATE: LocalDate = known(parseLocalDate('2027-01-01'));
export const NOW = known(parseInstant('2027-01-01T08:00:00.000Z'));
export const SERIES_ID = '01JD0000000000000000000001' as SeriesId;
const MADE = { by: AINO.id, at: NOW };

export function buildSeries(over: Partial<Series> = {}): Series {
  return {
    id: SERIES_ID,
    rev: 1,
    kind: 'supervision',
    title: '',
    counties: ['08' as CountyCode],
    municipality: null,
    minutes: 90,
    format: 'online',
    place: '',
    link: 'https://teams.example/tuki',
    organiser: AINO.id,
    rule: { nth: 2, weekday: 2, everyMonths: 1, from: START_DATE, until: null },
    time: known(parseLocalTime('17:00')),
    status: 'active',
    home: { channelId: known(parseChannelId('19:pirkanmaa@thread.tacv2')), access: 'team' },
    made: MADE,
    changed: MADE,
    ...over,
  };
}

/** A session of that series on 12.1.2027 that has been told of. */
export function buildMeeting(over: Partial<Meeting> = {}): Meeting {
  const session = plainSession(buildSeries(), known(parseLocalDate('2027-01-12')));
  return { ...session, rev: 1, state: { kind: 'announced', at: NOW }, ...over };
}

/** An event that is no session of a series. */
export function buildEvent(over: Partial<Meeting> = {}): Meeting {
  return buildMeeting({ id: '01JD0000000000000000000002' as MeetingId, series: null, kind: 'training', ...over });
}

export function itemId(number: number): ItemId {
  return `01JE${String(number).padStart(22, '0')}` as ItemId;
}
