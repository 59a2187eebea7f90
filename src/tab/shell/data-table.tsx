import type { ComponentChildren } from 'preact';
import { tabTextsFi as words } from '../texts.fi.ts';

export type Column<Row> = {
  /** Names the column in `sort`. */
  readonly name: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean;
};

export type Sort = { readonly column: string; readonly direction: 'ascending' | 'descending' };

type DataTableProps<Row> = {
  readonly caption: string;
  /** The caption is read aloud but not seen: the heading above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sort?: Sort;
  /** The columns' headers become buttons that call it. */
  readonly onSort?: (sort: Sort) => void;
};

/** A real table; where it would be too wide, each row becomes a small list with the column's title beside each value. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, keyOf } = props;
  // Roles are said once more: styles that draw a table as blocks make browsers forget them.
  return (
    <table class="data-table" role="table">
      <caption class={isCaptionHidden ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Header key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const look = column.isNumber === true ? 'number' : undefined;
  const content = (
    <>
      <span class="cell-title" aria-hidden="true">
        {column.title}
      </span>
      <span class="cell-value">{column.cell(row)}</span>
    </>
  );
  return column.isRowHeader === true ? (
    <th scope="row" role="rowheader" class={look}>
      {content}
    </th>
  ) : (
    <td role="cell" class={look}>
      {content}
    </td>
  );
}

type HeaderProps<Row> = {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
};

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const look = column.isNumber === true ? 'number' : undefined;
  if (onSort === undefined) {
    return (
      <th scope="col" role="columnheader" class={look}>
        {column.title}
      </th>
    );
  }
  const direction = sort?.column === column.name ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" class={look} aria-sort={direction ?? 'none'}>
      <button type="button" class="sort" onClick={() => onSort({ column: column.name, direction: next })}>
        {column.title}
        <span aria-hidden="true">{direction === undefined ? '↕' : direction === 'ascending' ? '↑' : '↓'}</span>
        {direction === undefined ? null : <span class="unseen">, {words.sort[direction]}</span>}
      </button>
    </th>
  );
}
