// The register in words: cells as they are written out, and what an import would do.
import { writeCsv } from '../../kernel/csv.ts';
import { countyOf, findMunicipality } from '../../kernel/regions/regions.ts';
import type { ImportPreview, ListedOrganisation, OrganisationCells } from './contract.ts';
import type { CellProblem } from './domain/draft.ts';
import type { Organisation } from './domain/organisation.ts';
import type { ImportPlan, Planned } from './domain/plan-import.ts';
import type { FileProblem } from './domain/read-file.ts';
import { seenOf, type StoredRegister } from './rows.ts';
import type { OrganisationsTexts } from './texts.fi.ts';

/** The name of an organisation's district, '' for none. */
export type DistrictName = (organisation: Organisation) => string;

/** The districts of a register by the ids that name them. */
export function districtNamesIn(register: readonly Organisation[]): DistrictName {
  const names = new Map(register.map(({ id, name }) => [id, name]));
  return ({ district }) => (district === null ? '' : (names.get(district) ?? ''));
}

/** An organisation as the row of a file that would bring it back. */
export function cellsOf(
  t: OrganisationsTexts,
  organisation: Organisation,
  districtOf: DistrictName,
): OrganisationCells {
  return cellsOfPlanned(t, { ...organisation, district: districtOf(organisation) }, organisation.id);
}

function cellsOfPlanned(t: OrganisationsTexts, planned: Planned, id: string): OrganisationCells {
  return {
    id,
    kind: t.kinds[planned.kind],
    name: planned.name,
    counties: planned.counties.map((code) => countyOf(code).nameFi).join(', '),
    municipalities: planned.municipalities.map((code) => findMunicipality(code)?.nameFi ?? code).join(', '),
    district: planned.district,
    page: planned.page,
    active: planned.isActive ? t.yes : t.no,
  };
}

/** The organisations of a register for the list, each with what a change of it must name. */
export function listing(
  t: OrganisationsTexts,
  register: StoredRegister,
): (organisation: Organisation) => ListedOrganisation {
  const districtOf = districtNamesIn(register.organisations);
  return (organisation) => {
    const { id, kind, isActive } = organisation;
    return { id, kind, isActive, cells: cellsOf(t, organisation, districtOf), seen: seenOf(register, id) };
  };
}

/** What is wrong with a cell and how to mend it. */
export function problemWords(t: OrganisationsTexts, { code, value, near }: CellProblem): readonly [string, string] {
  const [what, mend] = t.problems[code](value, near);
  return [what ?? '', mend ?? ''];
}

/** Why nothing of a file can be read. */
export function unreadable(words: readonly string[]): ImportPreview {
  const [what = '', mend = ''] = words;
  return { kind: 'unreadable', what, mend };
}

/** The same for a file whose text was read. */
export function unreadableFile(t: OrganisationsTexts, problem: FileProblem): ImportPreview {
  const detail = 'line' in problem ? String(problem.line) : 'column' in problem ? t.columns[problem.column] : '';
  return unreadable(t.fileProblems[problem.code](detail));
}

/** What an import would do, in the order of the file. */
export function presentPlan(
  t: OrganisationsTexts,
  plan: ImportPlan,
  about: {
    readonly digest: string;
    readonly nonce: string;
    readonly districtOf: DistrictName;
    readonly passedOver: readonly string[];
  },
): ImportPreview {
  const { changes } = plan;
  const problems = plan.problems.map((problem) => {
    const [what, mend] = problemWords(t, problem);
    return { line: problem.line, name: problem.name, column: t.columns[problem.column], what, mend };
  });
  return {
    kind: 'plan',
    digest: about.digest,
    nonce: about.nonce,
    added: changes.flatMap((change) =>
      change.kind === 'new' ? [{ line: change.line, cells: cellsOfPlanned(t, change.after, '') }] : [],
    ),
    changed: changes.flatMap((change) => {
      if (change.kind !== 'changed') {
        return [];
      }
      const before = cellsOf(t, change.before, about.districtOf);
      const after = cellsOfPlanned(t, change.after, '');
      const fields = change.columns.map((column) => ({
        column,
        before: before[column] || t.nothing,
        after: after[column] || t.nothing,
      }));
      return [{ line: change.line, name: change.before.name, fields }];
    }),
    removed: changes.flatMap((change) => (change.kind === 'removed' ? [{ name: change.before.name }] : [])),
    unchanged: plan.unchanged,
    problems,
    report: writeCsv([
      t.report,
      ...problems.map(({ line, name, column, what, mend }) => [line, name, column, what, mend]),
    ]),
    notes: plan.notes.map(({ line, code, name }) => ({ line, text: t.notes[code](name) })),
    passedOver: [...about.passedOver],
    areRemovalsHeld: plan.areRemovalsHeld,
  };
}
