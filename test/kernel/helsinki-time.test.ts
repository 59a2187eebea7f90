import fc from 'fast-check';
import { addDays } from '../../src/kernel/dates.ts';
import { addMs, localDateOf, localTimeOf, msBetween, parseInstant, toInstant } from '../../src/kernel/helsinki-time.ts';
import { clock, day, moment } from './literals.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MS = Date.UTC(2020, 0, 1);
const LAST_MS = Date.UTC(2051, 0, 1);

// The oracle: Intl's own zone data, which Temporal's arithmetic in our code does not share.
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function wallOf(ms: number): { readonly date: string; readonly time: string } {
  const parts = new Map(wallClock.formatToParts(ms).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

function offsetAt(ms: number): number {
  const { date, time } = wallOf(ms);
  return Date.parse(`${date}T${time}Z`) - ms;
}

/** The minutes at which the offset changes, found by looking at every day and halving. */
const transitions: readonly number[] = Array.from({ length: (LAST_MS - FIRST_MS) / DAY_MS }, (_, index) => {
  let [before, after] = [FIRST_MS + index * DAY_MS, FIRST_MS + (index + 1) * DAY_MS];
  if (offsetAt(before) === offsetAt(after)) {
    return [];
  }
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
    [before, after] = offsetAt(middle) === offsetAt(before) ? [middle, after] : [before, middle];
  }
  return [after];
}).flat();

const iso = (ms: number): string => new Date(ms).toISOString();

/** What toInstant must give: the first moment that shows this wall time, else the wall time an hour later. */
function expectedInstant(date: string, time: string): string {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const showing = [asUtc - 3 * HOUR_MS, asUtc - 2 * HOUR_MS].filter((ms) => {
    const wall = wallOf(ms);
    return wall.date === date && wall.time === time;
  });
  const [first] = showing;
  // In the gap the offset before it, two hours, still counts: 3.30 becomes 4.30.
  return iso(first ?? asUtc - 2 * HOUR_MS);
}

describe('from the wall clock to the moment', () => {
  it('T-06: an hour that the spring change skips is an hour later', () => {
    const skipped = toInstant(day('2027-03-28'), clock('03:30'));
    expect(skipped).toBe('2027-03-28T01:30:00.000Z');
    expect([localDateOf(skipped), localTimeOf(skipped)]).toEqual(['2027-03-28', '04:30']);
  });

  it('T-06: an hour that the autumn change repeats is the first of the two', () => {
    expect(toInstant(day('2026-10-25'), clock('03:30'))).toBe('2026-10-25T00:30:00.000Z'); // still +03:00
    expect(localTimeOf(moment('2026-10-25T01:30:00Z'))).toBe('03:30'); // the second one, +02:00
  });

  it('T-05: 9.00 stays 9.00 in a weekly series over both clock changes', () => {
    const times = ['2027-03-24', '2027-10-27'].flatMap((start) =>
      [0, 7].map((days) => toInstant(addDays(day(start), days), clock('09:00'))),
    );
    expect(times).toEqual([
      '2027-03-24T07:00:00.000Z',
      '2027-03-31T06:00:00.000Z',
      '2027-10-27T06:00:00.000Z',
      '2027-11-03T07:00:00.000Z',
    ]);
    expect(times.map(localTimeOf)).toEqual(['09:00', '09:00', '09:00', '09:00']);
  });

  it('R11: half past midnight belongs to the Finnish day, in winter and in summer', () => {
    expect(toInstant(day('2027-01-05'), clock('00:30'))).toBe('2027-01-04T22:30:00.000Z');
    expect(toInstant(day('2027-07-05'), clock('00:30'))).toBe('2027-07-04T21:30:00.000Z');
    expect(localDateOf(moment('2027-01-04T22:30:00Z'))).toBe('2027-01-05');
    expect(localTimeOf(moment('2027-01-04T22:30:59.999Z'))).toBe('00:30');
  });

  it('R11: half past midnight on the days of both changes is before the change', () => {
    expect(toInstant(day('2026-10-25'), clock('00:30'))).toBe('2026-10-24T21:30:00.000Z');
    expect(toInstant(day('2027-03-28'), clock('00:30'))).toBe('2027-03-27T22:30:00.000Z');
  });
});

describe('against Intl, 2020–2050', () => {
  it('knows two changes a year, all at one in the night of UTC', () => {
    expect(transitions).toHaveLength(62);
    expect(transitions.every((ms) => iso(ms).endsWith('T01:00:00.000Z'))).toBe(true);
    expect(transitions.map(iso)).toEqual(
      expect.arrayContaining(['2026-10-25T01:00:00.000Z', '2027-03-28T01:00:00.000Z', '2027-10-31T01:00:00.000Z']),
    );
  });

  it('T-06: agrees on every quarter of an hour around every change, both ways', () => {
    for (const transition of transitions) {
      for (let offset = -3 * HOUR_MS; offset <= 3 * HOUR_MS; offset += 15 * MINUTE_MS) {
        const instant = moment(iso(transition + offset));
        expect({ date: localDateOf(instant), time: localTimeOf(instant) }).toEqual(wallOf(transition + offset));
        // Wall times made from UTC's clock also fall into the gap.
        const [date, time] = [instant.slice(0, 10), instant.slice(11, 16)];
        const shifted = iso(Date.parse(`${date}T${time}Z`) + 2 * HOUR_MS);
        const wall = [shifted.slice(0, 10), shifted.slice(11, 16)] as const;
        expect(toInstant(day(wall[0]), clock(wall[1]))).toBe(expectedInstant(...wall));
      }
    }
  });

  it('T-05: every wall-clock time survives the way to UTC and back, except those that do not exist', () => {
    const minute = fc.integer({ min: FIRST_MS / MINUTE_MS, max: LAST_MS / MINUTE_MS - 1 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const text = iso(minutes * MINUTE_MS);
        const [date, time] = [day(text.slice(0, 10)), clock(text.slice(11, 16))];
        const instant = toInstant(date, time);
        expect(instant).toBe(expectedInstant(date, time));
        expect({ date: localDateOf(instant), time: localTimeOf(instant) }).toEqual(wallOf(Date.parse(instant)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('moments', () => {
  it('are moved and compared in milliseconds', () => {
    const noon = moment('2027-01-05T12:00:00Z');
    expect(addMs(noon, 1)).toBe('2027-01-05T12:00:00.001Z');
    expect(addMs(noon, -DAY_MS)).toBe('2027-01-04T12:00:00.000Z');
    expect(msBetween(noon, addMs(noon, 90_000))).toBe(90_000);
    expect(msBetween(addMs(noon, 90_000), noon)).toBe(-90_000);
  });

  it.each([
    ['2027-01-05T07:05:00Z', '2027-01-05T07:05:00.000Z'],
    ['2027-01-05T07:05:00.000Z', '2027-01-05T07:05:00.000Z'],
    ['2027-01-05T07:05:00.1239999Z', '2027-01-05T07:05:00.123Z'],
    ['2027-01-05T09:05:00+02:00', '2027-01-05T07:05:00.000Z'],
  ])('%s is read as %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2027-02-31T07:05:00Z',
    '2027-01-05T24:00:00Z',
    '2027-01-05T07:05:00',
    '2027-01-05T07:05Z',
    '2027-01-05',
    '2027-01-05T07:05:00Z[Europe/Helsinki]',
    '9999-12-31T23:59:59-12:00',
    'Tue, 05 Jan 2027 07:05:00 GMT',
    1_799_000_000_000,
    null,
  ])('%j is not a moment', (value) => {
    expect(parseInstant(value)).toBeNull();
  });
});
