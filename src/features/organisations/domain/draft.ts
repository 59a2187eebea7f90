// One organisation as somebody wrote it, and what can be wrong with it.
import type { PersonalDataKind } from '../../../kernel/personal-data.ts';
import type { CountyCode, MunicipalityCode } from '../../../kernel/regions/regions.ts';
import type { OrganisationKind } from './organisation.ts';

/** The columns of the file, in its order; the form of one organisation has the same fields. */
export const COLUMNS = ['id', 'kind', 'name', 'counties', 'municipalities', 'district', 'page', 'active'] as const;
export type Column = (typeof COLUMNS)[number];

/** Cell texts; a column that the file does not have is absent, and then what is known stays. */
export type Cells = Readonly<Partial<Record<Column, string>>>;

/** Why a row cannot be taken. `value`: what was written; `near`: what may have been meant; both '' where they say nothing. */
export type CellProblem = {
  readonly code:
    | 'name-missing'
    | 'name-too-long'
    | 'identity-code'
    | 'personal-data'
    | 'kind-unknown'
    | 'county-unknown'
    | 'county-missing'
    | 'municipality-unknown'
    | 'municipality-elsewhere'
    | 'district-unknown'
    | 'district-in-district'
    | 'page-unusable'
    | 'active-unknown'
    | 'id-unknown'
    | 'kind-fixed'
    | 'name-taken'
    | 'twice-in-file'
    | 'register-full';
  readonly column: Column;
  readonly value: string;
  readonly near: string;
  readonly found?: readonly PersonalDataKind[];
};

/** What was read. An absent part was not in the file. `district` is its name, '' for none. */
export type Draft = {
  readonly id: string;
  readonly name: string;
  readonly kind?: OrganisationKind;
  readonly counties?: readonly CountyCode[];
  readonly municipalities?: readonly MunicipalityCode[];
  readonly district?: string;
  readonly page?: string;
  readonly isActive?: boolean;
};

/** The words that a file may use, besides the codes of regions. The first of each list is how it is written out. */
export type CellWords = {
  readonly kinds: Readonly<Record<OrganisationKind, readonly string[]>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
};

// Longer values are cut where they are quoted.
const QUOTED_MAX = 60;

/** A problem of a cell, with what was written in it. */
export function problem(code: CellProblem['code'], column: Column, value = '', near = ''): CellProblem {
  return { code, column, value: value.length > QUOTED_MAX ? `${value.slice(0, QUOTED_MAX)}…` : value, near };
}
