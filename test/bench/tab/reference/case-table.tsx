import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  Link,
  type TableColumnDefinition,
} from '@fluentui/react-components';
import { memo, useMemo } from 'react';
import type { ListedCase } from '../../../../src/features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../../src/features/cases/texts/case-board.fi.ts';
import { dueText, ownerText, stageTitle } from '../../../../src/tab/pages/cases/case-words.ts';
import { compareFinnish } from '../../../../src/kernel/fold.ts';

const PORTION = 50;

type TableProps = { readonly cases: readonly ListedCase[]; readonly placeOf: (listed: ListedCase) => string };

/** The same cases as a grid that sorts. */
export const CaseTable = memo(function CaseTable({ cases, placeOf }: TableProps) {
  const columns = useMemo(() => columnsOf(placeOf), [placeOf]);
  const items = useMemo(() => cases.slice(0, PORTION), [cases]);
  return (
    <DataGrid items={items} columns={columns} sortable getRowId={({ number }: ListedCase) => number}>
      <DataGridHeader>
        <DataGridRow>
          {({ renderHeaderCell }: TableColumnDefinition<ListedCase>) => (
            <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>
          )}
        </DataGridRow>
      </DataGridHeader>
      <DataGridBody<ListedCase>>
        {({ item, rowId }: { readonly item: ListedCase; readonly rowId: string | number }) => (
          <DataGridRow<ListedCase> key={rowId}>
            {({ renderCell }: TableColumnDefinition<ListedCase>) => <DataGridCell>{renderCell(item)}</DataGridCell>}
          </DataGridRow>
        )}
      </DataGridBody>
    </DataGrid>
  );
});

function columnsOf(placeOf: TableProps['placeOf']): TableColumnDefinition<ListedCase>[] {
  const titles = words.columns;
  const texts: readonly (readonly [id: string, title: string, text: (listed: ListedCase) => string])[] = [
    ['number', titles.number, ({ number }) => number],
    ['title', titles.title, ({ title }) => title],
    ['stage', titles.stage, ({ stage }) => stageTitle(stage)],
    ['place', titles.place, placeOf],
    ['step', titles.step, ({ step }) => step],
    ['due', titles.due, dueText],
    ['owner', titles.owner, ownerText],
  ];
  return texts.map(([columnId, title, text]) =>
    createTableColumn<ListedCase>({
      columnId,
      compare: (a: ListedCase, b: ListedCase) => compareFinnish(text(a), text(b)),
      renderHeaderCell: () => title,
      renderCell: (listed: ListedCase) =>
        columnId === 'title' ? <Link href={`/tab/tapaukset/${listed.number}`}>{text(listed)}</Link> : text(listed),
    }),
  );
}
