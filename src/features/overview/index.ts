// Each person's own page as one value: what all features give to it, in order.
import { tabRoute, type TabRoute } from '../../platform/tab/tab-route.ts';
import { OverviewView } from './contract.ts';
import { showOverview, type OverviewDeps } from './show-overview.ts';
import { overviewFi } from './texts.fi.ts';

export type { Agenda, AgendaLine, AgendaSource, WatchedCase } from './source.ts';

export type OverviewFeature = { readonly tabRoutes: readonly TabRoute[] };

/** Builds the feature in Finnish on what it stands on. */
export function createOverview(parts: Omit<OverviewDeps, 't'>): OverviewFeature {
  const deps: OverviewDeps = { ...parts, t: overviewFi };
  const route = tabRoute({
    method: 'GET',
    path: '/overview',
    access: 'member',
    body: null,
    answer: OverviewView,
    handle: async (request) => ({ kind: 'json', json: await showOverview(deps, request) }),
  });
  return { tabRoutes: [route] };
}
