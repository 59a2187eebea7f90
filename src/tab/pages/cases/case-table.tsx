// The same cases as a table, sorted by any of its columns.
import { useMemo } from 'preact/hooks';
import { CASE_STAGES, CASE_URGENCIES, type ListedCase } from '../../../features/cases/contract/case-list.ts';
import { caseBoardFi as words } from '../../../features/cases/texts/case-board.fi.ts';
import { vocabularyFi as vocabulary } from '../../../features/cases/texts/vocabulary.fi.ts';
import { compareFinnish } from '../../../kernel/fold.ts';
import { DataTable, type Column, type Sort } from '../../shell/data-table.tsx';
import { Link } from '../../shell/link.tsx';
import { softened } from '../../shell/softened.ts';
import { dueText, lateText, ownerText, stageTitle } from './case-words.ts';
import { MoreButton, usePortions } from './more.tsx';

type TableProps = {
  readonly cases: readonly ListedCase[];
  readonly placeOf: (listed: ListedCase) => string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly shownAs: string;
};

/** What is due first comes first: the order in which the list comes. */
export const FIRST_SORT: Sort = { column: 'paiva', direction: 'ascending' };

/** The table; its columns' names stand in the address. */
export function CaseTable({ cases, placeOf, sort, onSort, shownAs }: TableProps) {
  const columns = useMemo(() => columnsOf(placeOf), [placeOf]);
  const sorted = useMemo(() => sortCases(cases, sort, placeOf), [cases, sort.column, sort.direction, placeOf]);
  const { within, visible, next, more } = usePortions(sorted, `${shownAs} ${sort.column} ${sort.direction}`);
  const places = new Map(visible.map((listed, place) => [listed, place]));
  const titled = columns.map((column) =>
    column.isRowHeader === true
      ? { ...column, cell: (listed: ListedCase) => <span data-place={places.get(listed)}>{column.cell(listed)}</span> }
      : column,
  );
  return (
    <section class="case-table" ref={within}>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={titled}
        rows={visible}
        keyOf={({ number }) => number}
        sort={sort}
        onSort={onSort}
      />
      <MoreButton count={next} onMore={more} />
    </section>
  );
}

function columnsOf(placeOf: TableProps['placeOf']): readonly Column<ListedCase>[] {
  const titles = words.columns;
  return [
    { name: 'numero', title: titles.number, cell: ({ number }) => number },
    {
      name: 'asia',
      title: titles.title,
      isRowHeader: true,
      cell: ({ number, title }) => <Link to={`tapaukset/${number}`}>{softened(title)}</Link>,
    },
    { name: 'vaihe', title: titles.stage, cell: ({ stage }) => softened(stageTitle(stage)) },
    { name: 'paikka', title: titles.place, cell: placeOf },
    { name: 'askel', title: titles.step, cell: ({ step }) => softened(step) },
    { name: 'paiva', title: titles.due, cell: (listed) => <Due listed={listed} /> },
    { name: 'kiire', title: titles.urgency, cell: ({ urgency }) => vocabulary.urgencies[urgency] },
    { name: 'toimija', title: titles.owner, cell: (listed) => softened(ownerText(listed)) },
  ];
}

function Due({ listed }: { readonly listed: ListedCase }) {
  const late = lateText(listed);
  return (
    <>
      {late === '' ? null : <strong class="late">{late}</strong>} {dueText(listed)}
    </>
  );
}

type Compare = (a: ListedCase, b: ListedCase) => number;

function compareBy(column: string, placeOf: TableProps['placeOf']): Compare | null {
  const byText =
    (text: (listed: ListedCase) => string): Compare =>
    (a, b) =>
      compareFinnish(text(a), text(b));
  const compares: Readonly<Record<string, Compare>> = {
    numero: (a, b) => (a.number < b.number ? -1 : 1),
    asia: byText(({ title }) => title),
    vaihe: (a, b) => CASE_STAGES.indexOf(a.stage) - CASE_STAGES.indexOf(b.stage),
    paikka: byText(placeOf),
    askel: byText(({ step }) => step),
    kiire: (a, b) => CASE_URGENCIES.indexOf(a.urgency) - CASE_URGENCIES.indexOf(b.urgency),
    toimija: byText(ownerText),
  };
  return compares[column] ?? null;
}

// Sorting is stable, so what is equal stays in the order of what is due.
function sortCases(
  cases: readonly ListedCase[],
  { column, direction }: Sort,
  placeOf: TableProps['placeOf'],
): readonly ListedCase[] {
  const compare = compareBy(column, placeOf);
  if (compare === null) {
    return direction === 'ascending' ? cases : cases.toReversed();
  }
  const sign = direction === 'ascending' ? 1 : -1;
  return cases.toSorted((a, b) => sign * compare(a, b));
}
