import { writeCsv, type CsvCell } from '../../kernel/csv.ts';
import type { StatisticsView } from './contract.ts';
import type { StatisticsTexts } from './texts.fi.ts';

/** Every table of the page in one: each row says which period, county and table it belongs to, so that it can be sorted. */
export function statisticsFile(
  view: StatisticsView,
  t: StatisticsTexts,
): { readonly name: string; readonly text: string } {
  const labelIn = (choices: StatisticsView['periods'], asked: string): string =>
    choices.find(({ value }) => value === asked)?.label ?? asked;
  const about = [labelIn(view.periods, view.period), labelIn(view.counties, view.county)];
  const rows = view.tables.flatMap(({ id, total, rows: lines }): readonly (readonly CsvCell[])[] => [
    ...lines.map(({ label, count, share }) => [...about, t.tables[id], label, count, share ?? '']),
    [...about, t.tables[id], t.file.total, total, ''],
  ]);
  const name = [t.file.name, view.period, view.county].filter((part) => part !== '').join('-');
  return { name: `${name}.csv`, text: writeCsv([t.file.columns, ...rows]) };
}
