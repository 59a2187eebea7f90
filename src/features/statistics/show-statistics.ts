// The figures with their words, as the page and the file show them.
import { counties, countyOf, type CountyCode } from '../../kernel/regions/regions.ts';
import type { LocalDate } from '../../kernel/instants.ts';
import { formatMonth } from '../../platform/texts/finnish-dates.ts';
import type { CaseFacts, CaseOverview, CaseWord } from '../cases/index.ts';
import type { StatisticsRow, StatisticsTable, StatisticsTableId, StatisticsView } from './contract.ts';
import { total, UNSAID, type Count } from './domain/counts.ts';
import { periodKey, periodsSince, type Period } from './domain/period.ts';
import { CLOSED, statisticsOf, type Statistics } from './domain/statistics.ts';
import { FEW, isOfModel } from './domain/times-taken.ts';
import type { StatisticsTexts } from './texts.fi.ts';

type Asked = { readonly period: Period; readonly county: CountyCode | null; readonly today: LocalDate };
type Words = CaseOverview['words'];

/** What the cases come to in a period and county, in words. */
export function showStatistics(
  cases: readonly CaseFacts[],
  asked: Asked,
  { words, t }: { readonly words: Words; readonly t: StatisticsTexts },
): StatisticsView {
  const keys = (list: readonly CaseWord[]): readonly string[] => list.map(({ key }) => key);
  const { opened, ended } = statisticsOf(cases, {
    ...asked,
    vocabulary: {
      stages: keys(words.stages),
      counties: counties.map(({ code }) => code),
      themes: keys(words.themes),
      counterparts: keys(words.counterparts),
      outcomes: keys(words.outcomes),
      cooperations: keys(words.cooperations),
    },
  });
  const { median, spread, withinModel } = ended.times;
  return {
    period: periodKey(asked.period),
    county: asked.county ?? '',
    periods: periodChoices(cases, asked.today, t),
    counties: [
      { value: '', label: t.allCounties },
      ...counties.map(({ code, nameFi }) => ({ value: code, label: nameFi })),
    ],
    opened: opened.total,
    late: opened.late,
    closed: ended.total,
    median,
    quartiles: spread === null ? null : { lower: spread.lower, upper: spread.upper },
    withinModel,
    cooperating: ended.cooperating,
    tables: tablesOf({ opened, ended }, asked, words, t),
  };
}

function periodChoices(cases: readonly CaseFacts[], today: LocalDate, t: StatisticsTexts): StatisticsView['periods'] {
  const first = cases.reduce((earliest, { openedOn }) => (openedOn < earliest ? openedOn : earliest), today);
  return periodsSince(first, today).map((period) => ({ value: periodKey(period), label: periodText(period, t) }));
}

/** The period in words: `Vuosi 2026`. */
export function periodText(period: Period, t: StatisticsTexts): string {
  if (period.kind === 'all') {
    return t.wholeTime;
  }
  return period.kind === 'year' ? t.year(period.year) : t.half[period.half](period.year);
}

function tablesOf(
  { opened, ended }: Statistics,
  { county }: Asked,
  words: Words,
  t: StatisticsTexts,
): readonly StatisticsTable[] & StatisticsView['tables'] {
  const labels = (list: readonly CaseWord[], more: Readonly<Record<string, string>> = {}) => {
    const all = new Map([...list.map(({ key, label }): [string, string] => [key, label]), ...Object.entries(more)]);
    return (key: string): string => all.get(key) ?? (key === UNSAID ? t.unsaid : key);
  };
  // Two dozen counties without any would hide those that have some.
  const somewhere = opened.counties.filter(({ count }) => count > 0);
  const tables = [
    table('stages', opened.stages, labels(words.stages, { [CLOSED]: t.closedStage })),
    ...(county === null ? [table('counties', somewhere, countyName)] : []),
    table('themes', opened.themes, labels(words.themes)),
    table('counterparts', opened.counterparts, labels(words.counterparts)),
    table('overTime', opened.overTime, (key) => stepText(key, t)),
    table('lengths', ended.times.byLength, labels([], t.lengths)),
    table('outcomes', ended.outcomes, labels(words.outcomes)),
    table('cooperations', ended.cooperations, labels(words.cooperations)),
  ];
  return tables;
}

function table(id: StatisticsTableId, counts: readonly Count[], labelOf: (key: string) => string): StatisticsTable {
  const all = total(counts);
  const rows = counts.map(({ key, count }): StatisticsRow => ({
    key,
    label: labelOf(key),
    count,
    share: shareOf(count, all),
    isOfModel: id === 'lengths' && isOfModel(key),
  }));
  return { id, total: all, rows };
}

/** Whole per cent; null when one case more or less would change the picture. */
function shareOf(count: number, all: number): number | null {
  return all < FEW ? null : Math.round((100 * count) / all);
}

function countyName(code: string): string {
  const county = counties.find((each) => each.code === code);
  return county === undefined ? code : countyOf(county.code).nameFi;
}

// `2026-03` or `2026-q1`.
function stepText(key: string, t: StatisticsTexts): string {
  const [year = '', step = ''] = key.split('-');
  return step.startsWith('q')
    ? `${t.quarters[Number(step.slice(1)) - 1] ?? ''} ${year}`
    : formatMonth(Number(year), Number(step));
}
