import fc from 'fast-check';
import { addDays } from '../../../src/kernel/dates.ts';
import { Fault } from '../../../src/kernel/fault.ts';
import { toInstant } from '../../../src/kernel/helsinki-time.ts';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDayAndDate,
  formatDaysLate,
  formatTime,
  formatTimeRange,
  formatWeekdayDate,
  relativeDay,
} from '../../../src/platform/texts/finnish-dates.ts';
import { clock, day } from '../../kernel/literals.ts';

describe('T-01: dates and times', () => {
  it('are written the Finnish way', () => {
    expect(formatDate(day('2027-01-05'))).toBe('5.1.2027');
    expect(formatWeekdayDate(day('2027-01-05'))).toBe('tiistaina 5.1.2027');
    expect(formatDayAndDate(day('2027-01-05'))).toBe('tiistai 5.1.2027');
    expect(formatDateTime(day('2027-01-05'), clock('09:05'))).toBe('tiistaina 5.1.2027 klo 9.05');
    expect(['09:05', '17:00', '00:30', '12:00'].map((time) => formatTime(clock(time)))).toEqual([
      'klo 9.05',
      'klo 17.00',
      'klo 0.30',
      'klo 12.00',
    ]);
  });

  it('agree with Intl', () => {
    const intl = new Intl.DateTimeFormat('fi-FI', {
      timeZone: 'Europe/Helsinki',
      weekday: 'long',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 5, max: 23 }), (offset, hour) => {
        const [date, time] = [addDays(day('2026-01-01'), offset), clock(`${String(hour).padStart(2, '0')}:05`)];
        // Tables of both forms: `tiistaina` is `tiistai` on a day.
        expect(formatWeekdayDate(date)).toBe(formatDayAndDate(date).replace(' ', 'na '));
        expect(formatDateTime(date, time)).toBe(intl.format(Date.parse(toInstant(date, time))));
      }),
    );
  });
});

describe('T-02: ranges', () => {
  it.each([
    ['2027-01-01', '2027-01-31', '1.–31.1.2027'],
    ['2027-01-28', '2027-02-03', '28.1.–3.2.2027'],
    ['2026-12-28', '2027-01-03', '28.12.2026–3.1.2027'],
    ['2026-01-05', '2027-01-05', '5.1.2026–5.1.2027'],
    ['2027-01-05', '2027-01-05', '5.1.2027'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatDateRange(day(from), day(to))).toBe(text);
  });

  it.each([
    ['09:00', '11:00', 'klo 9–11'],
    ['17:00', '19:00', 'klo 17–19'],
    ['09:30', '11:00', 'klo 9.30–11.00'],
    ['09:00', '10:15', 'klo 9.00–10.15'],
    ['17:00', '17:00', 'klo 17.00'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatTimeRange(clock(from), clock(to))).toBe(text);
  });
});

describe('T-04: a day relative to today', () => {
  const today = day('2026-11-25'); // Wednesday

  it.each([
    [0, 'tänään, keskiviikkona 25.11.2026'],
    [1, 'huomenna, torstaina 26.11.2026'],
    [2, '2 päivän päästä, perjantaina 27.11.2026'],
    [3, '3 päivän päästä, lauantaina 28.11.2026'],
    [7, 'viikon päästä, keskiviikkona 2.12.2026'],
    [8, '8 päivän päästä, torstaina 3.12.2026'],
    [14, '2 viikon päästä, keskiviikkona 9.12.2026'],
    [35, '35 päivän päästä, keskiviikkona 30.12.2026'],
    [-1, 'eilen, tiistaina 24.11.2026'],
    [-3, '3 päivää sitten, sunnuntaina 22.11.2026'],
    [-7, 'viikko sitten, keskiviikkona 18.11.2026'],
    [-21, '3 viikkoa sitten, keskiviikkona 4.11.2026'],
  ])('%i days away is "%s"', (days, text) => {
    expect(relativeDay(addDays(today, days), today)).toBe(text);
  });

  it('never stands without its weekday and date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const date = addDays(today, days);
        expect(relativeDay(date, today).endsWith(`, ${formatWeekdayDate(date)}`)).toBe(true);
      }),
    );
  });
});

describe('B-21: being late', () => {
  it('is said in words', () => {
    expect([1, 2, 3, 21].map(formatDaysLate)).toEqual([
      '1 päivän myöhässä',
      '2 päivää myöhässä',
      '3 päivää myöhässä',
      '21 päivää myöhässä',
    ]);
  });

  it('is not said of what is not late', () => {
    expect(() => formatDaysLate(0)).toThrow(Fault);
  });
});
