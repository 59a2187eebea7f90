import fc from 'fast-check';
import type { CountedCase } from '../../../../src/features/statistics/domain/counted-case.ts';
import { total } from '../../../../src/features/statistics/domain/counts.ts';
import { ALL, isIn, parsePeriod, periodKey, periodsSince } from '../../../../src/features/statistics/domain/period.ts';
import { statisticsOf, type Question } from '../../../../src/features/statistics/domain/statistics.ts';
import { addDays } from '../../../../src/kernel/dates.ts';
import { day } from '../../../kernel/literals.ts';

const VOCABULARY = {
  stages: ['first', 'second'],
  counties: ['06', '08', '90'],
  themes: ['housing', 'other'],
  counterparts: ['municipality', 'wellbeingCounty'],
  outcomes: ['resolved', 'partly', 'withdrawn'],
  cooperations: ['yes', 'notYet', 'no'],
};
const TODAY = day('2026-11-24');
const QUESTION: Question = { period: ALL, county: null, today: TODAY, vocabulary: VOCABULARY };

const OPEN: CountedCase = {
  stage: 'first',
  status: 'open',
  county: '08',
  theme: 'housing',
  counterpart: 'municipality',
  openedOn: day('2026-02-03'),
  closedOn: null,
  outcome: null,
  cooperation: null,
  isLate: false,
};
const CLOSED: CountedCase = {
  ...OPEN,
  stage: 'second',
  status: 'closed',
  closedOn: day('2026-03-03'),
  outcome: 'resolved',
  cooperation: 'yes',
};

const anyDay = fc.integer({ min: 0, max: 1_400 }).map((days) => addDays(TODAY, -days));
const anyCase = fc
  .record({
    base: fc.constantFrom(OPEN, CLOSED, { ...OPEN, status: 'onHold' as const }),
    stage: fc.constantFrom(...VOCABULARY.stages),
    county: fc.constantFrom(...VOCABULARY.counties),
    theme: fc.constantFrom(...VOCABULARY.themes, null),
    counterpart: fc.constantFrom(...VOCABULARY.counterparts),
    outcome: fc.constantFrom(...VOCABULARY.outcomes),
    cooperation: fc.constantFrom(...VOCABULARY.cooperations, null),
    openedOn: anyDay,
    took: fc.integer({ min: 0, max: 500 }),
    isLate: fc.boolean(),
  })
  .map(({ base, took, outcome, cooperation, ...rest }): CountedCase => {
    const ended = addDays(rest.openedOn, took);
    return base.status === 'closed'
      ? { ...base, ...rest, isLate: false, outcome, cooperation, closedOn: ended < TODAY ? ended : TODAY }
      : { ...base, ...rest };
  });
const anyPeriod = fc.constantFrom(...periodsSince(day('2022-01-01'), TODAY));

describe('the statistics of cases', () => {
  it('S3-20: count every case of the period and county once in every list', () => {
    fc.assert(
      fc.property(fc.array(anyCase), anyPeriod, fc.constantFrom(null, '08', '90'), (cases, period, county) => {
        const { opened, ended } = statisticsOf(cases, { ...QUESTION, period, county });
        const own = cases.filter((each) => county === null || each.county === county);
        expect(opened.total).toBe(own.filter(({ openedOn }) => isIn(period, openedOn)).length);
        expect(ended.total).toBe(own.filter(({ closedOn }) => closedOn !== null && isIn(period, closedOn)).length);
        const { stages, counties, themes, counterparts, overTime } = opened;
        for (const counts of [stages, counties, themes, counterparts, overTime]) {
          expect(total(counts)).toBe(opened.total);
        }
        for (const counts of [ended.outcomes, ended.times.byLength, ended.cooperations]) {
          expect(total(counts)).toBe(ended.total);
        }
      }),
    );
  });

  it('S3-20: years add up to the whole time, and halves to their year', () => {
    fc.assert(
      fc.property(fc.array(anyCase), (cases) => {
        const totals = (key: string): readonly number[] => {
          const { opened, ended } = statisticsOf(cases, { ...QUESTION, period: parsePeriod(key) ?? ALL });
          return [opened.total, ended.total, ended.times.withinModel, ended.cooperating];
        };
        const sums = (...keys: readonly string[]): readonly number[] =>
          keys.map(totals).reduce((all, some) => all.map((count, index) => count + (some[index] ?? 0)));
        expect(totals('')).toEqual(sums('2022', '2023', '2024', '2025', '2026'));
        expect(totals('2025')).toEqual(sums('2025-1', '2025-2'));
      }),
    );
  });

  it('S0-60: closed cases stand beside the stages, paused ones in theirs', () => {
    const { opened } = statisticsOf([OPEN, { ...OPEN, status: 'onHold' }, CLOSED], QUESTION);
    expect(opened.stages).toEqual([
      { key: 'first', count: 2 },
      { key: 'second', count: 0 },
      { key: 'closed', count: 1 },
    ]);
  });

  it('say of what has no theme that nobody has said it', () => {
    const { opened } = statisticsOf([{ ...OPEN, theme: null }], QUESTION);
    expect(opened.themes.filter(({ count }) => count > 0)).toEqual([{ key: 'unsaid', count: 1 }]);
  });

  it('S1-28: count a case that led to continuous cooperation in the period it was closed in', () => {
    const cases = [CLOSED, { ...CLOSED, cooperation: 'no' }, { ...CLOSED, cooperation: null }];
    const of = (key: string): number =>
      statisticsOf(cases, { ...QUESTION, period: parsePeriod(key) ?? ALL }).ended.cooperating;
    expect([of('2026-1'), of('2026-2'), of('2025')]).toEqual([1, 0, 0]);
  });

  it('S0-06: know the model of 2 weeks to 2 months by the calendar', () => {
    const took = (from: string, until: string): number =>
      statisticsOf([{ ...CLOSED, openedOn: day(from), closedOn: day(until) }], QUESTION).ended.times.withinModel;
    expect(took('2026-02-03', '2026-02-16')).toBe(0);
    expect(took('2026-02-03', '2026-02-17')).toBe(1);
    expect(took('2026-02-03', '2026-04-03')).toBe(1);
    expect(took('2026-02-03', '2026-04-04')).toBe(0);
    expect(took('2025-12-31', '2026-02-28')).toBe(1);
  });

  it('give the median of any cases, and quartiles when there are enough', () => {
    const took = (...days: readonly number[]): readonly unknown[] => {
      const cases = days.map((count) => ({ ...CLOSED, closedOn: addDays(CLOSED.openedOn, count) }));
      const { median, spread } = statisticsOf(cases, QUESTION).ended.times;
      return [median, spread];
    };
    expect(took()).toEqual([null, null]);
    expect(took(10, 20)).toEqual([15, null]);
    expect(took(40, 10, 30, 20, 50)).toEqual([30, { lower: 20, median: 30, upper: 40 }]);
  });

  it('show each month of a year until today, and each quarter of the whole time', () => {
    const keys = (period: string, openedOn: string): readonly string[] =>
      statisticsOf([{ ...OPEN, openedOn: day(openedOn) }], {
        ...QUESTION,
        period: parsePeriod(period) ?? ALL,
      }).opened.overTime.map(({ key }) => key);
    expect(keys('2026-2', '2026-08-01')).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
    expect(keys('2025', '2025-01-01')).toHaveLength(12);
    expect(keys('', '2026-01-31')).toEqual(['2026-q1', '2026-q2', '2026-q3', '2026-q4']);
    expect(statisticsOf([], QUESTION).opened.overTime).toEqual([]);
  });
});

describe('a period in an address', () => {
  it('is read as it was written', () => {
    for (const period of periodsSince(day('2021-05-05'), TODAY)) {
      expect(parsePeriod(periodKey(period))).toEqual(period);
    }
  });

  it.each([['all'], ['26'], ['2026-3'], ['2026-01'], ['1999'], ['ALL'], ['2026-1 ']])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('offers the newest first, and no half that has not begun', () => {
    const keys = (first: string, today: string): readonly string[] =>
      periodsSince(day(first), day(today)).map(periodKey);
    expect(keys('2025-12-31', '2026-03-01')).toEqual(['', '2026', '2026-1', '2025', '2025-2', '2025-1']);
    expect(keys('2026-03-01', '2026-07-01')).toEqual(['', '2026', '2026-2', '2026-1']);
  });
});
