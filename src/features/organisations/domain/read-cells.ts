// Reads one organisation from texts, as people write them. Every problem of a row is told at once.
import { fold } from '../../../kernel/fold.ts';
import { isHttpsLink } from '../../../kernel/https-links.ts';
import { findIdentityCodes, maskIdentityCodes } from '../../../kernel/identity-codes.ts';
import { findPersonalData } from '../../../kernel/personal-data.ts';
import { COLUMNS, problem, type CellProblem, type Cells, type Column, type CellWords, type Draft } from './draft.ts';
import { NAME_MAX, ORGANISATION_KINDS, PAGE_MAX, type OrganisationKind } from './organisation.ts';
import { readCounties, readMunicipalities } from './read-places.ts';

export type CellsReading = { readonly draft: Draft; readonly problems: readonly CellProblem[] };

/** The draft of a row with its problems; a part that could not be read is left out of the draft. */
export function readCells(cells: Cells, words: CellWords): CellsReading {
  const personal = COLUMNS.flatMap((column) => personalProblems(column, tidy(cells[column] ?? '')));
  if (personal.length > 0) {
    // Nothing of the row is kept or quoted.
    return { draft: { id: '', name: maskIdentityCodes(tidy(cells.name ?? '')) }, problems: personal };
  }
  const name = tidy(cells.name ?? '');
  const kind = readKind(cells.kind, words);
  const counties = readCounties(cells.counties);
  const municipalities = readMunicipalities(cells.municipalities);
  const page = readPage(cells.page);
  const active = readActive(cells.active, words);
  const parts = [kind, counties, municipalities, page, active];
  return {
    draft: {
      id: tidy(cells.id ?? ''),
      name,
      ...kind.part,
      ...counties.part,
      ...municipalities.part,
      ...(cells.district === undefined ? {} : { district: tidy(cells.district) }),
      ...page.part,
      ...active.part,
    },
    problems: [...nameProblems(name), ...parts.flatMap((part) => part.problems)],
  };
}

/** One line, white space as single spaces, nothing at the ends. */
function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

// G-02, G-03: no organisation is called by a phone number, a mailbox or an address, so here they are refused outright. A
// name like a person's is asked about: some associations are named after somebody.
function personalProblems(column: Column, text: string): readonly CellProblem[] {
  if (findIdentityCodes(text).length > 0) {
    return [problem('identity-code', column)];
  }
  const found = column === 'id' || column === 'page' ? [] : findPersonalData(text, { names: false });
  return found.length === 0 ? [] : [{ ...problem('personal-data', column), found }];
}

function nameProblems(name: string): readonly CellProblem[] {
  if (name === '') {
    return [problem('name-missing', 'name')];
  }
  return name.length > NAME_MAX ? [problem('name-too-long', 'name', name)] : [];
}

type Part<Value> = { readonly part: Value; readonly problems: readonly CellProblem[] };

function readKind(text: string | undefined, { kinds }: CellWords): Part<{ readonly kind?: OrganisationKind }> {
  const wanted = fold(text ?? '');
  if (text === undefined || wanted === '') {
    // What is known already keeps its kind; of a new one the plan asks it.
    return { part: {}, problems: [] };
  }
  const kind = ORGANISATION_KINDS.find((each) => kinds[each].some((word) => fold(word) === wanted));
  return kind === undefined
    ? { part: {}, problems: [problem('kind-unknown', 'kind', tidy(text))] }
    : { part: { kind }, problems: [] };
}

function readPage(text: string | undefined): Part<{ readonly page?: string }> {
  if (text === undefined) {
    return { part: {}, problems: [] };
  }
  const page = text.trim();
  const isUsable = page === '' || (isHttpsLink(page) && page.length <= PAGE_MAX);
  return isUsable
    ? { part: { page }, problems: [] }
    : { part: {}, problems: [problem('page-unusable', 'page', tidy(page))] };
}

// Nothing said is in use: most lists have no such column filled in.
function readActive(text: string | undefined, { yes, no }: CellWords): Part<{ readonly isActive?: boolean }> {
  if (text === undefined) {
    return { part: {}, problems: [] };
  }
  const wanted = fold(text);
  const says = (words: readonly string[]): boolean => words.some((word) => fold(word) === wanted);
  if (wanted === '' || says(yes)) {
    return { part: { isActive: true }, problems: [] };
  }
  return says(no)
    ? { part: { isActive: false }, problems: [] }
    : { part: {}, problems: [problem('active-unknown', 'active', tidy(text))] };
}
