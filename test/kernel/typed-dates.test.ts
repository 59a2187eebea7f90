import fc from 'fast-check';
import { addDays } from '../../src/kernel/dates.ts';
import { readTypedDate, readTypedTime } from '../../src/kernel/typed-dates.ts';
import { day } from './literals.ts';

const TODAY = day('2026-11-21'); // Saturday

const dateOf = (text: string): unknown => {
  const result = readTypedDate(text, TODAY);
  return result.ok ? result.value : result.refusal.code;
};
const timeOf = (text: string): unknown => {
  const result = readTypedTime(text);
  return result.ok ? result.value : result.refusal.code;
};

describe('B-12: a typed date', () => {
  it.each([
    '5.1.2027',
    '05.01.2027',
    '5.1.',
    '5.1',
    '05.01.',
    '2027-01-05',
    '2027-1-5',
    '5.1.27',
    ' 5. 1. 2027 ',
    '5.1.2027.',
    '5.\u00a01.\u00a02027',
    '2027–01–05',
    '５.１.２０２７',
    'tiistaina 5.1.2027',
    'Ti 5.1.2027',
    'ti, 5.1.',
  ])('is understood as %j', (text) => {
    expect(dateOf(text)).toBe('2027-01-05');
  });

  it('without a year is the next such day, today included', () => {
    expect(['21.11.', '20.11.', '22.11.', '31.12', '1.1.'].map(dateOf)).toEqual([
      '2026-11-21',
      '2027-11-20',
      '2026-11-22',
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('without a year waits for a leap year, also over 2100', () => {
    expect(dateOf('29.2.')).toBe('2028-02-29');
    expect(readTypedDate('29.2.', day('2096-03-01'))).toEqual({ ok: true, value: '2104-02-29' });
  });

  it.each(['31.2.2027', '29.2.2027', '32.1.2027', '5.13.2027', '0.1.2027', '2027-02-30', '31.2.', '31.4.', '5.0.'])(
    '%j is no real day',
    (text) => {
      expect(dateOf(text)).toBe('date-not-real');
    },
  );

  it.each([
    '5/1/2027',
    '5-1-2027',
    '5.1.027',
    '5.1.20277',
    '2027',
    '5',
    'tammikuussa',
    '',
    '5.1.2027 klo 9',
    '1.–5.1.2027',
  ])('%j is unclear', (text) => {
    expect(dateOf(text)).toBe('date-unclear');
  });

  it('is read back from every way it can be written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), (days) => {
        const date = addDays(TODAY, days);
        const [year, month, dayOfMonth] = date.split('-').map(Number);
        expect(
          [date, `${dayOfMonth}.${month}.${year}`, `${date.slice(8)}.${date.slice(5, 7)}.${year}`].map(dateOf),
        ).toEqual([date, date, date]);
      }),
    );
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => [readTypedDate(text, TODAY), readTypedTime(text)]).not.toThrow();
      }),
    );
  });
});

describe('B-12: a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9.05', '09:05'],
    ['9:05', '09:05'],
    ['09:05', '09:05'],
    ['klo 9.05', '09:05'],
    ['Klo 9', '09:00'],
    ['klo9.05', '09:05'],
    ['kello 17', '17:00'],
    [' 0.30 ', '00:30'],
    ['23:59', '23:59'],
  ])('%j is %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });

  it.each(['24', '24.00', '9.5', '9.60', '905', '9-11', 'yhdeksän', '', 'klo', '9,05', '-9'])(
    '%j is unclear',
    (text) => {
      expect(timeOf(text)).toBe('time-unclear');
    },
  );
});
