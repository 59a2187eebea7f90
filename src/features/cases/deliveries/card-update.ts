// The case card in the channel: redrawn in place after each change, posted anew when there is none.
import type { DeliveryKind } from '../../../platform/delivery/delivery.ts';
import { drawCase } from '../cards/case-view.ts';
import { heldForMs } from '../../../platform/cards/card-holds.ts';
import { readPlace, replacePlace } from '../use-cases/case-place.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { caseDeliveryKind, caseIdOf, threadOf, type SpeakingScene } from './case-deliveries.ts';
import { CARD_KIND } from './promises.ts';

// A form may be saved or put away long before its hold ends.
const LOOK_AGAIN_MS = 60_000;

/** The kind of delivery that keeps the case card as the case is. */
export function createCardKind(deps: CaseDeps): DeliveryKind {
  const base = caseDeliveryKind(deps, CARD_KIND, async (scene, deliveries) => {
    const holds = deliveries.map((delivery) => delivery.name);
    // A card that is not there yet cannot be filled in or read by anybody.
    const ms = scene.place.cardId === null ? 0 : await heldForMs(deps.store, scene.workspace, scene.c.id, scene.now);
    if (ms > 0) {
      return { wording: { kind: 'later', ms: Math.min(ms, LOOK_AGAIN_MS) }, holds: [] };
    }
    return { wording: wordingOf(deps, scene), holds };
  });
  return {
    ...base,
    async recordSent(workspace, deliveries, sent) {
      const id = caseIdOf(deliveries);
      const placed = id === null ? null : await readPlace(deps.store, workspace, id);
      if (id === null || placed === null) {
        return [];
      }
      const { place } = placed;
      const isPost = sent.to !== null;
      const moved = sent.to?.kind === 'channel' ? { channelId: sent.to.channelId, rootId: sent.activityId } : {};
      const shownRev = place.shownRev + 1;
      return [
        replacePlace(id, { ...place, ...moved, ...(isPost ? { cardId: sent.activityId } : {}), shownRev }, placed.etag),
      ];
    },
  };
}

function wordingOf(deps: CaseDeps, { c, place, people, today }: SpeakingScene) {
  const message = {
    card: drawCase(c, { people, today, t: deps.t }),
    summary: deps.t.cardSummary(c.number, c.basics.title),
    mentions: [],
  };
  return place.rootId !== null && place.cardId !== null
    ? {
        kind: 'update' as const,
        at: { channelId: place.channelId, rootId: place.rootId, activityId: place.cardId },
        message,
      }
    : { kind: 'post' as const, to: threadOf(place), message };
}
