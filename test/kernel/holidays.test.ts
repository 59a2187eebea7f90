import Holidays from 'date-holidays';
import { holidaysOf, isEve, type HolidayCode } from '../../src/kernel/holidays.ts';

const found = (year: number, code: HolidayCode): string | undefined =>
  [...holidaysOf(year)].find(([, each]) => each === code)?.[0];

describe('holidays', () => {
  it('of 2026 are these, in the order of the calendar', () => {
    expect([...holidaysOf(2026)]).toEqual([
      ['2026-01-01', 'new-years-day'],
      ['2026-01-06', 'epiphany'],
      ['2026-04-03', 'good-friday'],
      ['2026-04-05', 'easter-sunday'],
      ['2026-04-06', 'easter-monday'],
      ['2026-05-01', 'may-day'],
      ['2026-05-14', 'ascension-day'],
      ['2026-05-24', 'pentecost'],
      ['2026-06-19', 'midsummer-eve'],
      ['2026-06-20', 'midsummer-day'],
      ['2026-10-31', 'all-saints-day'],
      ['2026-12-06', 'independence-day'],
      ['2026-12-24', 'christmas-eve'],
      ['2026-12-25', 'christmas-day'],
      ['2026-12-26', 'st-stephens-day'],
    ]);
  });

  it('that move are right in 2027', () => {
    const moving = ['good-friday', 'easter-monday', 'ascension-day', 'midsummer-eve', 'all-saints-day'] as const;
    expect(moving.map((code) => found(2027, code))).toEqual([
      '2027-03-26',
      '2027-03-29',
      '2027-05-06',
      '2027-06-25',
      '2027-11-06',
    ]);
  });

  it('tell the two eves from public holidays', () => {
    const eves = [...holidaysOf(2027)].filter(([, code]) => isEve(code));
    expect(eves).toEqual([
      ['2027-06-25', 'midsummer-eve'],
      ['2027-12-24', 'christmas-eve'],
    ]);
  });

  it('fall on one day in 2008, and vappu is named', () => {
    expect(found(2008, 'may-day')).toBe('2008-05-01');
    expect(found(2008, 'ascension-day')).toBeUndefined();
  });

  it('know the earliest and the latest Easter', () => {
    expect([found(1818, 'easter-sunday'), found(2285, 'easter-sunday')]).toEqual(['1818-03-22', '2285-03-22']);
    expect([found(1943, 'easter-sunday'), found(2038, 'easter-sunday')]).toEqual(['1943-04-25', '2038-04-25']);
  });

  it('do not include uudenvuodenaatto', () => {
    expect([...holidaysOf(2026).keys()]).not.toContain('2026-12-31');
  });

  // Public holidays by type; of the days it calls `bank` only the two eves that the deadlines act names.
  it('agree with date-holidays from 2025 to 2040', () => {
    const others = new Holidays('FI');
    for (let year = 2025; year <= 2040; year += 1) {
      const expected = others
        .getHolidays(year, 'fi')
        .filter(({ type, name }) => type === 'public' || ['juhannusaatto', 'jouluaatto'].includes(name))
        .map(({ date }) => date.slice(0, 10));
      expect([...holidaysOf(year).keys()]).toEqual(expected.toSorted((a, b) => a.localeCompare(b)));
    }
  });
});
