// The registers of districts and associations as one value (S1-24, S2-12, S2-13).
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import { createOrganisationRoutes, type OrganisationsDeps } from './api.ts';
import { organisationsFi } from './texts.fi.ts';

export type OrganisationsFeature = { readonly tabRoutes: readonly TabRoute[] };

/** Builds the feature in Finnish on what it stands on. */
export function createOrganisations(parts: Omit<OrganisationsDeps, 't'>): OrganisationsFeature {
  return { tabRoutes: createOrganisationRoutes({ ...parts, t: organisationsFi }) };
}
