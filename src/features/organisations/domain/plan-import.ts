// What a file would change in the register: the difference, told before anything is done. The same file on a register
// that has taken it already changes nothing, so an import that was cut short is finished by repeating it.
import { countyOfMunicipality } from '../../../kernel/regions/regions.ts';
import { holdsPersonName } from '../../../kernel/person-names.ts';
import { problem, type CellProblem, type Column, type Draft } from './draft.ts';
import { DISTRICT_COUNTIES_USUAL, nameKey, REGISTER_MAX, type Organisation } from './organisation.ts';
import { nearName } from './read-places.ts';
import type { FileRow } from './read-file.ts';

/** An organisation as it would be; its district by name, because a new one has no id yet. '' for none. */
export type Planned = Omit<Organisation, 'id' | 'district'> & { readonly district: string };

export type Change =
  | { readonly kind: 'new'; readonly line: number; readonly after: Planned }
  | {
      readonly kind: 'changed';
      readonly line: number;
      readonly before: Organisation;
      readonly after: Planned;
      readonly columns: readonly Column[];
    }
  | { readonly kind: 'removed'; readonly before: Organisation };

/** What an admin should look at before confirming; it keeps nothing from being done. */
export type RowNote = { readonly line: number; readonly code: 'many-counties' | 'person-name'; readonly name: string };

export type RowProblem = CellProblem & { readonly line: number; readonly name: string };

export type ImportPlan = {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly notes: readonly RowNote[];
  readonly problems: readonly RowProblem[];
  /** Removals were asked for, but rows with problems might be those that seem to be missing. */
  readonly areRemovalsHeld: boolean;
};

type Register = readonly Organisation[];
type Found = { readonly row: FileRow; readonly before: Organisation | null; readonly problems: readonly CellProblem[] };

/** Compares the rows of a file with the register. `removesMissing`: what the file does not have goes. */
export function planImport(
  register: Register,
  rows: readonly FileRow[],
  { removesMissing }: { readonly removesMissing: boolean },
): ImportPlan {
  const index = indexOf(register);
  const found = withoutDoubles(rows.map((row) => match(row, index)));
  const kept = new Set(found.flatMap(({ before }) => (before === null ? [] : [before.id])));
  const removed = removesMissing ? register.filter(({ id }) => !kept.has(id)) : [];
  const districts = districtsAfter(register, removed, found);
  const results = found.map((each) => resolve(each, index, districts));
  const problems = results.flatMap((result) => result.problems);
  const changes = results.flatMap(({ change }) => (change === null ? [] : [change]));
  const room = REGISTER_MAX - register.length + removed.length;
  const isFull = changes.filter(({ kind }) => kind === 'new').length > room;
  const first = changes.find(({ kind }) => kind === 'new');
  return {
    changes: isFull ? [] : [...changes, ...(problems.length > 0 ? [] : removed.map(toRemoval))],
    unchanged: results.filter(({ change, problems: bad }) => change === null && bad.length === 0).length,
    notes: changes.flatMap(notesOf),
    problems:
      isFull && first?.kind === 'new'
        ? [...problems, { ...problem('register-full', 'name'), line: first.line, name: first.after.name }]
        : problems,
    areRemovalsHeld: removesMissing && problems.length > 0,
  };
}

function toRemoval(before: Organisation): Change {
  return { kind: 'removed', before };
}

type Index = {
  readonly byId: ReadonlyMap<string, Organisation>;
  readonly byName: ReadonlyMap<string, Organisation>;
};

function indexOf(register: Register): Index {
  return {
    byId: new Map(register.map((each) => [each.id, each])),
    byName: new Map(register.map((each) => [nameKey(each.name), each])),
  };
}

// By its id, which an export gives, so that a name can be mended; otherwise by name.
function match(row: FileRow, { byId, byName }: Index): Found {
  const { id, name, kind } = row.draft;
  const sameName = byName.get(nameKey(name)) ?? null;
  const before = id === '' ? sameName : (byId.get(id) ?? null);
  const problems = [
    ...(id !== '' && before === null ? [problem('id-unknown', 'id', id)] : []),
    ...(before !== null && sameName !== null && sameName !== before ? [problem('name-taken', 'name', name)] : []),
    ...(before !== null && kind !== undefined && kind !== before.kind ? [problem('kind-fixed', 'kind')] : []),
    ...(before === null && kind === undefined && id === '' && !row.problems.some(({ column }) => column === 'kind')
      ? [problem('kind-unknown', 'kind')]
      : []),
  ];
  return { row, before, problems };
}

// One row by id and another by the old name may mean the same organisation.
function withoutDoubles(found: readonly Found[]): readonly Found[] {
  const seen = new Set<Organisation>();
  return found.map((each) => {
    const { before, row, problems } = each;
    const isDouble = before !== null && seen.has(before) && !row.problems.some(({ code }) => code === 'twice-in-file');
    if (before !== null) {
      seen.add(before);
    }
    return isDouble ? { ...each, problems: [...problems, problem('twice-in-file', 'name', row.draft.name)] } : each;
  });
}

/** The districts that an association can belong to afterwards, by the key of the name. */
function districtsAfter(register: Register, removed: Register, found: readonly Found[]): ReadonlyMap<string, string> {
  const touched = new Set([...removed, ...found.flatMap(({ before }) => (before === null ? [] : [before]))]);
  const untouched = register.filter((each) => each.kind === 'district' && !touched.has(each));
  const fromFile = found.filter(({ row, before }) => (row.draft.kind ?? before?.kind) === 'district');
  return new Map(
    [...untouched.map(({ name }) => name), ...fromFile.map(({ row }) => row.draft.name)].map((name) => [
      nameKey(name),
      name,
    ]),
  );
}

type Resolved = { readonly change: Change | null; readonly problems: readonly RowProblem[] };

function resolve({ row, before, problems }: Found, index: Index, districts: ReadonlyMap<string, string>): Resolved {
  const { line, draft } = row;
  const after = merge(draft, before, index, districts);
  const bad = [...row.problems, ...problems, ...placeProblems(after, row), ...districtProblems(after, row, districts)];
  if (bad.length > 0) {
    return { change: null, problems: bad.map((each) => ({ ...each, line, name: draft.name })) };
  }
  if (before === null) {
    return { change: { kind: 'new', line, after }, problems: [] };
  }
  const columns = changedColumns(plannedOf(before, index, districts), after);
  return { change: columns.length === 0 ? null : { kind: 'changed', line, before, after, columns }, problems: [] };
}

function plannedOf(
  { id: _id, ...before }: Organisation,
  { byId }: Index,
  districts: ReadonlyMap<string, string>,
): Planned {
  const name = before.district === null ? '' : (byId.get(before.district)?.name ?? '');
  return { ...before, district: districts.get(nameKey(name)) ?? name };
}

// What the file does not say stays as it is known. A municipality says its county.
function merge(
  draft: Draft,
  before: Organisation | null,
  index: Index,
  districts: ReadonlyMap<string, string>,
): Planned {
  const known = before === null ? null : plannedOf(before, index, districts);
  const municipalities = draft.municipalities ?? known?.municipalities ?? [];
  const named = draft.counties ?? known?.counties ?? [];
  const derived = municipalities.map((code) => countyOfMunicipality(code).code);
  const district = draft.district ?? known?.district ?? '';
  return {
    kind: draft.kind ?? known?.kind ?? 'association',
    name: draft.name,
    counties: named.length > 0 ? named : [...new Set(derived)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    municipalities,
    district: districts.get(nameKey(district)) ?? district,
    page: draft.page ?? known?.page ?? '',
    isActive: draft.isActive ?? known?.isActive ?? true,
  };
}

function placeProblems({ counties, municipalities }: Planned, { problems }: FileRow): readonly CellProblem[] {
  if (problems.some(({ column }) => column === 'counties' || column === 'municipalities')) {
    return [];
  }
  const elsewhere = municipalities.map(countyOfMunicipality).find(({ code }) => !counties.includes(code));
  return [
    ...(counties.length === 0 ? [problem('county-missing', 'counties')] : []),
    ...(elsewhere === undefined ? [] : [problem('municipality-elsewhere', 'municipalities', '', elsewhere.nameFi)]),
  ];
}

function districtProblems(
  { kind, district }: Planned,
  { draft }: FileRow,
  districts: ReadonlyMap<string, string>,
): readonly CellProblem[] {
  if (district === '') {
    return [];
  }
  if (kind === 'district') {
    return draft.district === undefined ? [] : [problem('district-in-district', 'district', district)];
  }
  return districts.has(nameKey(district))
    ? []
    : [problem('district-unknown', 'district', district, nearName(district, [...districts.values()]))];
}

const COMPARED = ['kind', 'name', 'counties', 'municipalities', 'district', 'page'] as const;

function changedColumns(before: Planned, after: Planned): readonly Column[] {
  return [
    ...COMPARED.filter((column) => String(before[column]) !== String(after[column])),
    ...(before.isActive === after.isActive ? [] : (['active'] as const)),
  ];
}

function notesOf(change: Change): readonly RowNote[] {
  if (change.kind === 'removed') {
    return [];
  }
  const { line, after } = change;
  const isRenamed = change.kind === 'new' || change.columns.includes('name');
  return [
    ...(after.kind === 'district' && after.counties.length > DISTRICT_COUNTIES_USUAL
      ? [{ line, code: 'many-counties' as const, name: after.name }]
      : []),
    ...(isRenamed && holdsPersonName(after.name) ? [{ line, code: 'person-name' as const, name: after.name }] : []),
  ];
}
