import type { CountiesView, CountyLine } from '../../../features/counties/contract.ts';
import { countiesFi as words } from '../../../features/counties/texts.fi.ts';
import { DataTable, type Column } from '../../shell/data-table.tsx';
import { Link } from '../../shell/link.tsx';

const named = (names: readonly string[]): string => (names.length === 0 ? words.list.none : names.join(', '));

const COLUMNS: readonly Column<CountyLine>[] = [
  {
    name: 'county',
    title: words.list.county,
    cell: ({ code, name }) => <Link to={`hyvinvointialueet/${code}`}>{name}</Link>,
    isRowHeader: true,
  },
  { name: 'open', title: words.list.open, cell: ({ open }) => open, isNumber: true },
  { name: 'late', title: words.list.late, cell: ({ late }) => late, isNumber: true },
  { name: 'closed', title: words.list.closed, cell: ({ closed }) => closed, isNumber: true },
  { name: 'groups', title: words.list.workingGroups, cell: ({ workingGroups }) => named(workingGroups) },
  { name: 'advisors', title: words.list.advisors, cell: ({ advisors }) => named(advisors) },
];

/** Everything that the tiles show, and who acts and supports, as a table. */
export function CountyTable({ counties }: { readonly counties: CountiesView['counties'] }) {
  return (
    <section aria-labelledby="county-list">
      <h2 id="county-list">{words.list.heading}</h2>
      <DataTable
        caption={words.list.caption}
        isCaptionHidden
        columns={COLUMNS}
        rows={counties}
        keyOf={({ code }) => code}
      />
    </section>
  );
}
