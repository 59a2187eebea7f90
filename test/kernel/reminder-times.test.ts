import fc from 'fast-check';
import { addDays } from '../../src/kernel/dates.ts';
import { addMs, toInstant } from '../../src/kernel/helsinki-time.ts';
import { nextAllowedMoment, reminderTime } from '../../src/kernel/reminder-times.ts';
import { isWorkingDay } from '../../src/kernel/working-days.ts';
import { clock, day, moment } from './literals.ts';

describe('T-07: a reminder', () => {
  it.each([
    ['2026-12-02', 7, '2026-11-25'], // Wednesday
    ['2026-12-02', 1, '2026-12-01'],
    ['2026-11-30', 1, '2026-11-27'], // Sunday moves to Friday
    ['2027-01-07', 1, '2027-01-05'], // loppiainen moves to Tuesday
    ['2026-12-28', 1, '2026-12-23'], // the whole of Christmas
    ['2027-03-30', 1, '2027-03-25'], // the whole of Easter
    ['2026-11-25', 0, '2026-11-25'],
  ])('of %s, %i days before, comes on %s at 9.00', (date, leadDays, expected) => {
    expect(reminderTime(day(date), leadDays)).toEqual({ date: expected, time: '09:00' });
  });

  it('is on a working day and never later than the lead time, whatever the date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 30 }), (offset, leadDays) => {
        const date = addDays(day('2026-01-01'), offset);
        const reminder = reminderTime(date, leadDays);
        expect(isWorkingDay(reminder.date)).toBe(true);
        expect(reminder.date <= addDays(date, -leadDays)).toBe(true);
      }),
    );
  });
});

describe('the next allowed moment', () => {
  it.each([
    ['2026-11-23T07:00:00Z', '2026-11-23', '09:00'], // Monday at 9.00
    ['2026-11-23T10:34:56Z', '2026-11-23', '12:34'], // in the middle of the day
    ['2026-11-23T15:59:59Z', '2026-11-23', '17:59'], // just before 18.00
    ['2026-11-23T16:00:00Z', '2026-11-24', '09:00'], // 18.00
    ['2026-11-23T06:59:59Z', '2026-11-23', '09:00'], // 8.59: the same morning
    ['2026-11-22T22:30:00Z', '2026-11-23', '09:00'], // 00:30 on Monday in Finland
    ['2026-11-20T17:00:00Z', '2026-11-23', '09:00'], // Friday evening
    ['2026-11-21T10:00:00Z', '2026-11-23', '09:00'], // Saturday noon
    ['2026-12-23T20:00:00Z', '2026-12-28', '09:00'], // the evening before jouluaatto
    ['2027-07-05T14:59:00Z', '2027-07-05', '17:59'], // summer time
  ])('after %s is %s at %s', (instant, date, time) => {
    expect(nextAllowedMoment(moment(instant))).toEqual({ date, time });
  });

  it('does not move when asked again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 * 1_440 }), (minutes) => {
        const allowed = nextAllowedMoment(addMs(toInstant(day('2026-01-01'), clock('00:00')), minutes * 60_000));
        expect(nextAllowedMoment(toInstant(allowed.date, allowed.time))).toEqual(allowed);
      }),
    );
  });
});
