import fc from 'fast-check';
import { OFFERED_LEADS, parseLead, triggerTime } from '../../../../src/features/reminders/domain/leads.ts';
import { laterDays } from '../../../../src/features/reminders/domain/later-days.ts';
import { DEFAULTS, nextOwnMoment } from '../../../../src/features/reminders/domain/preferences.ts';
import { addDays, weekdayOf } from '../../../../src/kernel/dates.ts';
import { addMs, localDateOf, localTimeOf } from '../../../../src/kernel/helsinki-time.ts';
import { isWorkingDay } from '../../../../src/kernel/working-days.ts';
import { clock, day, moment } from '../../../kernel/literals.ts';

const anyDate = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays(day('2026-11-24'), offset));

it('T-07: every lead is looked at on a working day at 9.00, on its day or before it', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom(...OFFERED_LEADS), (date, lead) => {
      const at = triggerTime(date, lead);
      expect([isWorkingDay(at.date), at.time, at.date <= addDays(date, -lead)]).toEqual([true, '09:00', true]);
    }),
  );
});

it('what is late is looked at three working days after', () => {
  // Christmas: Wednesday 23.12.2026, then Monday, Tuesday and Wednesday after the holidays.
  expect(triggerTime(day('2026-12-23'), 'late')).toEqual({ date: '2026-12-30', time: '09:00' });
  expect(triggerTime(day('2026-12-04'), 'late')).toEqual({ date: '2026-12-09', time: '09:00' });
});

it('only offered leads are read', () => {
  expect(['14', '7', '3', '1', '0', 'late', '2', '', undefined].map(parseLead)).toEqual([
    14,
    7,
    3,
    1,
    0,
    'late',
    null,
    null,
    null,
  ]);
});

it('B-17: nobody is written to outside their own hours, at night, on a weekend or a holiday', () => {
  const own = { ...DEFAULTS, from: clock('10:00'), until: clock('14:00') };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
      const now = addMs(moment('2026-11-24T09:00:00.000Z'), minutes * 60_000);
      const next = nextOwnMoment(own, now);
      const time = localTimeOf(next);
      expect([isWorkingDay(localDateOf(next)), time >= own.from && time < own.until, next >= now]).toEqual([
        true,
        true,
        true,
      ]);
    }),
  );
});

it('T-04: the ready days are working days after today, the second in the next week', () => {
  fc.assert(
    fc.property(anyDate, (today) => {
      const days = laterDays(today);
      const nextWeek = days.filter(({ kind }) => kind === 'nextWeek');
      expect(days.every(({ date }) => date > today && isWorkingDay(date))).toBe(true);
      expect(nextWeek.every(({ date }) => date > addDays(today, 7 - weekdayOf(today)))).toBe(true);
    }),
  );
});
