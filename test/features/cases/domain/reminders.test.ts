import fc from 'fast-check';
import { toInstant } from '../../../../src/kernel/helsinki-time.ts';
import { isWorkingDay } from '../../../../src/kernel/working-days.ts';
import { addDays } from '../../../../src/kernel/dates.ts';
import type { Case, FollowUp } from '../../../../src/features/cases/domain/case.ts';
import { isTooNearForReminders } from '../../../../src/features/cases/domain/reminders.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { AINO, NOW, buildCase, clock, day, itemId } from '../build-case.ts';

const followUp = (date: string, overrides: Partial<FollowUp> = {}): FollowUp => ({
  id: itemId(7),
  date: day(date),
  person: AINO,
  done: null,
  what: 'Tuleeko kyyti?',
  note: '',
  ...overrides,
});
const withDates = (...dates: readonly string[]): Case =>
  buildCase({ followUps: dates.map((date, index) => followUp(date, { id: itemId(7 + index) })) });
const moments = (c: Case) =>
  plannedReminders(c).map(({ leadDays, at }) => [leadDays, at.date, at.time, toInstant(at.date, at.time)]);

describe('C-12, T-07: a promised date', () => {
  it('is reminded of 7 days and 1 day before, at 9.00', () => {
    // A Wednesday.
    expect(moments(withDates('2026-12-16'))).toEqual([
      [7, '2026-12-09', '09:00', '2026-12-09T07:00:00.000Z'],
      [1, '2026-12-15', '09:00', '2026-12-15T07:00:00.000Z'],
    ]);
  });

  it('is reminded of on the working day before when the day is off', () => {
    // A Monday after Christmas: the day before is a Sunday, and so on back to Wednesday.
    expect(moments(withDates('2026-12-28')).map(([lead, date]) => [lead, date])).toEqual([
      [7, '2026-12-21'],
      [1, '2026-12-23'],
    ]);
  });

  it('is reminded of twice, on working days before it, whatever the date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (offset) => {
        const date = addDays(day('2026-11-24'), offset);
        const planned = plannedReminders(buildCase({ followUps: [followUp(date)] }));
        expect(planned.map(({ leadDays }) => leadDays)).toEqual([7, 1]);
        expect(planned.every(({ at }) => isWorkingDay(at.date) && at.date < date)).toBe(true);
      }),
    );
  });

  it('T-05: is reminded of at 9.00 on both sides of the change to summer time on 28.3.2027', () => {
    expect(moments(withDates('2027-03-31')).map(([, , , instant]) => instant)).toEqual([
      // Wednesday 24.3. is still winter time, Tuesday 30.3. is summer time.
      '2027-03-24T07:00:00.000Z',
      '2027-03-30T06:00:00.000Z',
    ]);
  });

  it('T-05: is reminded of at 9.00 on both sides of the change to winter time on 31.10.2027', () => {
    expect(moments(withDates('2027-11-03')).map(([, , , instant]) => instant)).toEqual([
      // Wednesday 27.10. is still summer time, Tuesday 2.11. is winter time.
      '2027-10-27T06:00:00.000Z',
      '2027-11-02T07:00:00.000Z',
    ]);
  });

  it('is worth a late reminder for two weeks after', () => {
    expect(plannedReminders(withDates('2026-12-16')).map(({ expires }) => expires)).toEqual([
      '2026-12-30T21:59:00.000Z',
      '2026-12-30T21:59:00.000Z',
    ]);
  });
});

describe('nothing is planned', () => {
  it('for what is done', () => {
    const done = { on: day('2026-11-24'), by: AINO };
    expect(plannedReminders(buildCase({ followUps: [followUp('2026-12-16', { done })] }))).toEqual([]);
  });

  it('for a case without dates', () => {
    expect(plannedReminders(buildCase())).toEqual([]);
  });
});

describe('T-09: a date', () => {
  it.each([
    // Now is Tuesday 24.11.2026 at 11.00.
    ['2026-11-24', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['2026-12-16', false],
  ])('%s too near for a reminder: %s', (date, expected) => {
    expect(isTooNearForReminders(day(date), NOW)).toBe(expected);
  });

  it('after a weekend is too near once the Friday morning has passed', () => {
    const monday = day('2026-11-30');
    expect(isTooNearForReminders(monday, toInstant(day('2026-11-27'), clock('08:59')))).toBe(false);
    expect(isTooNearForReminders(monday, toInstant(day('2026-11-27'), clock('09:00')))).toBe(true);
  });
});
