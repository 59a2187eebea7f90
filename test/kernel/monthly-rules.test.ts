import fc from 'fast-check';
import { RRule, type Weekday as RuleWeekday } from 'rrule';
import { addDays, localDate, weekdayOf, type Weekday } from '../../src/kernel/dates.ts';
import type { LocalDate } from '../../src/kernel/instants.ts';
import { daysOfRule, firstDayOf, type MonthlyRule, type NthOfMonth } from '../../src/kernel/monthly-rules.ts';

function date(text: string): LocalDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const found = localDate(year, month, day);
  if (found === null) {
    throw new Error(`no date: ${text}`);
  }
  return found;
}

const WEEKDAYS: Readonly<Record<Weekday, RuleWeekday>> = {
  1: RRule.MO,
  2: RRule.TU,
  3: RRule.WE,
  4: RRule.TH,
  5: RRule.FR,
  6: RRule.SA,
  7: RRule.SU,
};

const utc = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/** What an independent library makes of the same rule. */
function byLibrary(rule: MonthlyRule, start: LocalDate, end: LocalDate): readonly string[] {
  const weekday = WEEKDAYS[rule.weekday].nth(rule.nth === 'last' ? -1 : rule.nth);
  const about = { freq: RRule.MONTHLY, byweekday: [weekday] };
  // The beat begins in the month of the first day, which the library is made to find by itself.
  const [first = utc(rule.from)] = new RRule({ ...about, dtstart: utc(rule.from), count: 1 }).all();
  const days = new RRule({ ...about, dtstart: first, interval: rule.everyMonths }).between(utc(start), utc(end), true);
  return days.map((day) => day.toISOString().slice(0, 10)).filter((day) => rule.until === null || day <= rule.until);
}

const anyDate = fc
  .tuple(fc.integer({ min: 2020, max: 2050 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => localDate(year, month, day) ?? date('2020-01-01'));
const anyRule: fc.Arbitrary<MonthlyRule> = fc.record({
  nth: fc.constantFrom<NthOfMonth>(1, 2, 3, 4, 'last'),
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  everyMonths: fc.constantFrom<1 | 2>(1, 2),
  from: anyDate,
  until: fc.option(anyDate),
});

describe('days that recur by their weekday', () => {
  it('T-10, S2-36: are those of an independent library, in every rule of the years 2020 to 2050', () => {
    fc.assert(
      fc.property(anyRule, anyDate, fc.integer({ min: 0, max: 1500 }), (rule, start, length) => {
        const end = addDays(start, length);
        expect(daysOfRule(rule, start, end)).toEqual(byLibrary(rule, start, end));
      }),
      { numRuns: 2_000 },
    );
  });

  it('S2-35, S2-36: every second month on the fourth Tuesday gives 22.2.2022 and 26.4.2022', () => {
    const rule: MonthlyRule = { nth: 4, weekday: 2, everyMonths: 2, from: date('2022-02-01'), until: null };
    expect(daysOfRule(rule, date('2022-02-01'), date('2022-12-31'))).toEqual([
      '2022-02-22',
      '2022-04-26',
      '2022-06-28',
      '2022-08-23',
      '2022-10-25',
      '2022-12-27',
    ]);
  });

  it('S2-33: there is exactly one in each month of a monthly rule', () => {
    fc.assert(
      fc.property(anyRule, (drawn) => {
        const rule: MonthlyRule = { ...drawn, everyMonths: 1, until: null };
        const days = daysOfRule(rule, rule.from, addDays(rule.from, 800));
        expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(days.length);
        expect(days.every((day) => weekdayOf(day) === rule.weekday)).toBe(true);
        expect(days[0]).toBe(firstDayOf(rule));
      }),
    );
  });
});
