// The register of the associations that act in advocacy: districts (tukipiirit) and local associations. Organisations
// only: nobody's name or contact details belong here.
import type { Branded } from '../../../kernel/ids.ts';
import { fold } from '../../../kernel/fold.ts';
import type { CountyCode, MunicipalityCode } from '../../../kernel/regions/regions.ts';

/** ULID. */
export type OrganisationId = Branded<string, 'OrganisationId'>;

export type OrganisationKind = 'district' | 'association';
export const ORGANISATION_KINDS: readonly OrganisationKind[] = ['district', 'association'];

export type Organisation = {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  /** No two in a register have the same, however it is spelt. */
  readonly name: string;
  /** Never empty; those of its municipalities are among them. */
  readonly counties: readonly CountyCode[];
  readonly municipalities: readonly MunicipalityCode[];
  /** The district of an association; some belong to none. Always null for a district. */
  readonly district: OrganisationId | null;
  /** An https address, or ''. */
  readonly page: string;
  /** False: kept for old cases, offered for no new one. */
  readonly isActive: boolean;
};

/** As many as one file can bring back, so that every register can be moved as one. */
export const REGISTER_MAX = 2_000;
/** S2-12: a district has one to five counties; more is asked about, not refused. */
export const DISTRICT_COUNTIES_USUAL = 5;
export const NAME_MAX = 120;
export const PAGE_MAX = 300;

/** What makes two names the same. */
export function nameKey(name: string): string {
  return fold(name);
}

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** An id of the register, or null. */
export function parseOrganisationId(value: unknown): OrganisationId | null {
  return typeof value === 'string' && ULID.test(value) ? (value as OrganisationId) : null;
}
