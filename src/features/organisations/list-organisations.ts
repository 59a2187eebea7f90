// The register as a list that can be searched, and as a file that brings it back.
import { writeCsv } from '../../kernel/csv.ts';
import { compareFinnish, fold, matchesFolded } from '../../kernel/fold.ts';
import { COLUMNS } from './domain/draft.ts';
import type { Organisation } from './domain/organisation.ts';
import { cellsOf, districtNamesIn } from './present.ts';
import type { OrganisationsTexts } from './texts.fi.ts';

/** Districts first, each kind in alphabetical order. */
export function inOrder(register: readonly Organisation[]): readonly Organisation[] {
  return register.toSorted((a, b) =>
    a.kind === b.kind ? compareFinnish(a.name, b.name) : a.kind === 'district' ? -1 : 1,
  );
}

/** Those in whose row every word of the query stands somewhere. */
export function matching(
  t: OrganisationsTexts,
  register: readonly Organisation[],
  query: string,
): readonly Organisation[] {
  const districtOf = districtNamesIn(register);
  const text = (organisation: Organisation): string => {
    const { name, kind, counties, municipalities, district } = cellsOf(t, organisation, districtOf);
    return fold([name, kind, counties, municipalities, district].join(' '));
  };
  return query.trim() === '' ? register : register.filter((each) => matchesFolded(text(each), query));
}

/** The whole register as a CSV file: imported again it changes nothing. */
export function toFile(t: OrganisationsTexts, register: readonly Organisation[]): Uint8Array {
  const districtOf = districtNamesIn(register);
  const rows = inOrder(register).map((each) => {
    const cells = cellsOf(t, each, districtOf);
    return COLUMNS.map((column) => cells[column]);
  });
  return Buffer.from(writeCsv([COLUMNS.map((column) => t.columns[column]), ...rows]));
}
