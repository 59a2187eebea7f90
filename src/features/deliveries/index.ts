// What became of the bot's messages, as one value: the page that shows what went wrong and sends it again.
import type { TabRoute } from '../../platform/tab/tab-route.ts';
import type { DeliveriesDeps } from './deps.ts';
import { createDeliveryRoutes } from './tab-routes.ts';
import { deliveriesFi } from './texts.fi.ts';

export type { MessageSubjects } from './subjects.ts';

export type DeliveriesFeature = { readonly tabRoutes: readonly TabRoute[] };

/** Builds the feature in Finnish on what it stands on; `kinds` are all that the app sends. */
export function createDeliveries(parts: Omit<DeliveriesDeps, 't'>): DeliveriesFeature {
  return { tabRoutes: createDeliveryRoutes({ ...parts, t: deliveriesFi }) };
}
