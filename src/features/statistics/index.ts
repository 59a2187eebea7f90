// The statistics as one value: what the cases come to, counted for the tab.
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import { createStatisticsTabRoutes, type StatisticsDeps } from './tab-routes.ts';
import { statisticsFi } from './texts.fi.ts';

export type StatisticsFeature = { readonly tabRoutes: readonly TabRoute[] };

/** Builds the feature in Finnish on what it stands on. */
export function createStatistics(parts: Omit<StatisticsDeps, 't'>): StatisticsFeature {
  return { tabRoutes: createStatisticsTabRoutes({ ...parts, t: statisticsFi }) };
}
