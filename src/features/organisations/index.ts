// The registers of districts and associations as one value (S1-24, S2-12, S2-13).
import type { WatchedStore } from '../../platform/storage/watched-store.ts';
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import { createOrganisationRoutes, type OrganisationsDeps } from './api.ts';
import { followAssociations, type Associations } from './associations.ts';
import { organisationsFi } from './texts.fi.ts';

export type { Associations } from './associations.ts';

export type OrganisationsFeature = {
  readonly tabRoutes: readonly TabRoute[];
  /** For other features. */
  readonly associations: Associations;
};

/** Builds the feature in Finnish on what it stands on. */
export function createOrganisations({
  monotonicMs,
  ...parts
}: Omit<OrganisationsDeps, 't' | 'store'> & {
  readonly store: WatchedStore;
  /** A clock that never goes back. */
  readonly monotonicMs: () => number;
}): OrganisationsFeature {
  return {
    tabRoutes: createOrganisationRoutes({ ...parts, t: organisationsFi }),
    associations: followAssociations(parts.store, monotonicMs),
  };
}
