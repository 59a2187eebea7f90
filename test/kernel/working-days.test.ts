import fc from 'fast-check';
import { addDays } from '../../src/kernel/dates.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../src/kernel/working-days.ts';
import { day } from './literals.ts';

const anyDay = fc.integer({ min: 0, max: 11_322 }).map((days) => addDays(day('2020-01-01'), days));

describe('a working day', () => {
  it.each([
    ['2026-11-20', true], // Friday
    ['2026-11-21', false], // Saturday
    ['2026-11-22', false], // Sunday
    ['2026-12-24', false], // jouluaatto, Thursday
    ['2026-12-31', true], // uudenvuodenaatto, Thursday
    ['2027-01-06', false], // loppiainen, Wednesday
    ['2027-04-30', true], // vapunaatto, Friday
    ['2027-05-06', false], // helatorstai
    ['2027-06-25', false], // juhannusaatto, Friday
    ['2027-12-06', false], // itsenäisyyspäivä, Monday
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay(day(date))).toBe(working);
  });
});

describe('the nearest working day', () => {
  it('is the day itself when it is one', () => {
    expect([workingDayOnOrBefore(day('2026-11-20')), workingDayOnOrAfter(day('2026-11-20'))]).toEqual([
      '2026-11-20',
      '2026-11-20',
    ]);
  });

  it('is before or after the whole Christmas of 2026', () => {
    expect(workingDayOnOrBefore(day('2026-12-27'))).toBe('2026-12-23');
    expect(workingDayOnOrAfter(day('2026-12-24'))).toBe('2026-12-28');
  });

  it('is before or after Easter', () => {
    expect(workingDayOnOrBefore(day('2027-03-29'))).toBe('2027-03-25');
    expect(workingDayOnOrAfter(day('2027-03-26'))).toBe('2027-03-30');
  });

  it('is a working day with none between, on any day of thirty years', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        for (const [found, step] of [
          [workingDayOnOrBefore(date), -1],
          [workingDayOnOrAfter(date), 1],
        ] as const) {
          expect(isWorkingDay(found)).toBe(true);
          for (let between = date; between !== found; between = addDays(between, step)) {
            expect(isWorkingDay(between)).toBe(false);
          }
        }
      }),
    );
  });
});

describe('counting working days', () => {
  it('does not count the day it starts from', () => {
    expect(addWorkingDays(day('2026-11-20'), 1)).toBe('2026-11-23'); // Friday to Monday
    expect(addWorkingDays(day('2026-11-21'), 1)).toBe('2026-11-23'); // Saturday to Monday
    expect(addWorkingDays(day('2026-11-23'), -1)).toBe('2026-11-20');
    expect(addWorkingDays(day('2026-11-21'), 0)).toBe('2026-11-21');
  });

  it('passes over Christmas and New Year', () => {
    expect(addWorkingDays(day('2026-12-23'), 5)).toBe('2027-01-04'); // 28, 29, 30, 31 and 4.1.
  });

  it('comes back to where it started, from a working day', () => {
    fc.assert(
      fc.property(anyDay.map(workingDayOnOrAfter), fc.integer({ min: -30, max: 30 }), (date, count) => {
        expect(addWorkingDays(addWorkingDays(date, count), -count)).toBe(date);
      }),
    );
  });
});
