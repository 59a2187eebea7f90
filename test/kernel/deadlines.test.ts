import { deadlineEnd, workingMargins } from '../../src/kernel/deadlines.ts';
import { day } from './literals.ts';

describe('a deadline by act 150/1930', () => {
  it.each([
    { notice: '2026-11-06', length: { days: 30 }, raw: '2026-12-06', effective: '2026-12-07', why: 'itsenäisyyspäivä' },
    { notice: '2026-11-24', length: { days: 30 }, raw: '2026-12-24', effective: '2026-12-28', why: 'jouluaatto' },
    {
      notice: '2026-12-17',
      length: { days: 14 },
      raw: '2026-12-31',
      effective: '2026-12-31',
      why: 'uudenvuodenaatto is an arkipäivä',
    },
    { notice: '2026-12-23', length: { days: 14 }, raw: '2027-01-06', effective: '2027-01-07', why: 'loppiainen' },
    { notice: '2027-03-12', length: { days: 14 }, raw: '2027-03-26', effective: '2027-03-30', why: 'pitkäperjantai' },
    {
      notice: '2027-04-17',
      length: { days: 14 },
      raw: '2027-05-01',
      effective: '2027-05-03',
      why: 'vappu on a Saturday',
    },
    { notice: '2027-05-20', length: { days: 30 }, raw: '2027-06-19', effective: '2027-06-21', why: 'arkilauantai' },
    { notice: '2027-05-26', length: { days: 30 }, raw: '2027-06-25', effective: '2027-06-28', why: 'juhannusaatto' },
    {
      notice: '2027-01-31',
      length: { months: 1 },
      raw: '2027-02-28',
      effective: '2027-03-01',
      why: 'no 31.2., and 28.2. is a Sunday',
    },
  ])('notice on $notice ends on $effective: $why', ({ notice, length, raw, effective }) => {
    expect(deadlineEnd(day(notice), length)).toEqual({ raw, effective });
  });

  it('does not count the day of notice', () => {
    expect(deadlineEnd(day('2026-11-02'), { days: 14 }).raw).toBe('2026-11-16'); // Monday to Monday
  });

  it('moves past vappu on a weekday', () => {
    expect(deadlineEnd(day('2026-04-17'), { days: 14 })).toEqual({ raw: '2026-05-01', effective: '2026-05-04' });
  });
});

describe('the working margin', () => {
  it('reminds 10, 5 and 1 working days before', () => {
    expect(workingMargins(day('2026-11-27'))).toEqual([
      { workingDays: 10, date: '2026-11-13' },
      { workingDays: 5, date: '2026-11-20' },
      { workingDays: 1, date: '2026-11-26' },
    ]);
  });

  it('does not count Christmas and loppiainen', () => {
    expect(workingMargins(day('2027-01-07')).map(({ date }) => date)).toEqual([
      '2026-12-18',
      '2026-12-29',
      '2027-01-05',
    ]);
  });
});
