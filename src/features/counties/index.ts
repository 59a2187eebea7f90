// The counties as one value: where cases are, for the tab.
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import { createCountiesTabRoutes, type CountiesDeps } from './tab-routes.ts';
import { countiesFi } from './texts.fi.ts';

export type CountiesFeature = { readonly tabRoutes: readonly TabRoute[] };

/** Builds the feature in Finnish on what it stands on. */
export function createCounties(parts: Omit<CountiesDeps, 't'>): CountiesFeature {
  return { tabRoutes: createCountiesTabRoutes({ ...parts, t: countiesFi }) };
}
