import fc from 'fast-check';
import { addDays, parseLocalDate, weekdayOf } from '../../../../src/kernel/dates.ts';
import type { LocalDate } from '../../../../src/kernel/instants.ts';
import { isWorkingDay } from '../../../../src/kernel/working-days.ts';
import { awkwardReason, freeDaysNear } from '../../../../src/features/meetings/domain/awkward-days.ts';

function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) {
    throw new Error(`no date: ${text}`);
  }
  return parsed;
}

describe('days that are asked about', () => {
  it.each([
    ['2022-12-27', 'yearEnd'],
    ['2027-12-31', 'yearEnd'],
    ['2027-12-26', 'st-stephens-day'],
    ['2027-12-24', 'christmas-eve'],
    ['2027-06-25', 'midsummer-eve'],
    ['2027-12-06', 'independence-day'],
    ['2027-07-01', 'july'],
    ['2027-07-31', 'july'],
    ['2028-01-01', 'new-years-day'],
    ['2027-12-23', null],
    ['2028-01-03', null],
    ['2027-08-02', null],
  ])('T-10: %s is %s', (day, reason) => {
    expect(awkwardReason(date(day))).toBe(reason);
  });

  it('T-10: the 27.12.2022 of the fourth Tuesdays can move to the 20th', () => {
    const [nearest] = freeDaysNear(date('2022-12-27'), { earliest: date('2022-12-01'), taken: new Set() });
    expect(nearest).toBe('2022-12-20');
  });

  it('T-10: what is proposed is always a free working day of the same weekday, and there is always one', () => {
    const days = fc.integer({ min: 0, max: 365 * 30 }).map((count) => addDays(date('2020-01-01'), count));
    fc.assert(
      fc.property(
        days.filter((day) => awkwardReason(day) !== null && weekdayOf(day) <= 5),
        (day) => {
          const earliest = addDays(day, -3);
          const free = freeDaysNear(day, { earliest, taken: new Set() });
          expect(free.length).toBeGreaterThan(0);
          expect(free.every((each) => isWorkingDay(each) && awkwardReason(each) === null && each >= earliest)).toBe(
            true,
          );
          expect(free.every((each) => weekdayOf(each) === weekdayOf(day))).toBe(true);
        },
      ),
    );
  });

  it('T-10: a day that the series has already is not proposed', () => {
    const taken = new Set([date('2022-12-20')]);
    const [nearest] = freeDaysNear(date('2022-12-27'), { earliest: date('2022-12-01'), taken });
    expect(nearest).toBe('2023-01-03');
  });
});
