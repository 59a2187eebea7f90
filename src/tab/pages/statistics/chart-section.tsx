import type { ComponentChildren } from 'preact';
import type { StatisticsRow, StatisticsTable } from '../../../features/statistics/contract.ts';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { BarChart, labelOf } from './bar-chart.tsx';

type ChartSectionProps = {
  readonly table: StatisticsTable;
  readonly children?: ComponentChildren;
};

/** One table of figures: drawn, and the same figures as a real table right below. */
export function ChartSection({ table: { id, rows, total }, children }: ChartSectionProps) {
  const title = words.tables[id];
  return (
    <section class="figures" aria-labelledby={`figures-${id}`}>
      <h3 id={`figures-${id}`}>{title}</h3>
      {children}
      <BarChart title={title} rows={rows} />
      <details>
        <summary>
          {words.showTable}
          <span class="unseen">: {title}</span>
        </summary>
        <DataTable
          caption={title}
          isCaptionHidden
          columns={columnsOf(words.firstColumns[id], rows)}
          rows={[...rows, totalRow(total)]}
          keyOf={({ key }) => key}
        />
      </details>
    </section>
  );
}

function columnsOf(first: string, rows: readonly StatisticsRow[]): readonly Column<StatisticsRow>[] {
  const columns: readonly Column<StatisticsRow>[] = [
    { name: 'label', title: first, cell: labelOf, isRowHeader: true },
    { name: 'count', title: words.columns.count, cell: ({ count }) => count, isNumber: true },
  ];
  const share: Column<StatisticsRow> = {
    name: 'share',
    title: words.columns.share,
    cell: (row) => (row.share === null ? '' : words.percent(row.share)),
    isNumber: true,
  };
  return rows.every((row) => row.share === null) ? columns : [...columns, share];
}

function totalRow(count: number): StatisticsRow {
  return { key: 'total', label: words.file.total, count, share: null, isOfModel: false };
}
