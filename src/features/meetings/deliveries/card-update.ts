// The announcement: posted as a thread of its own, and redrawn in place after each answer or change.
import { msBetween } from '../../../kernel/helsinki-time.ts';
import { heldForMs } from '../../../platform/cards/card-holds.ts';
import type { DeliveryKind, Wording } from '../../../platform/delivery/delivery.ts';
import { drawAnnouncement } from '../cards/meeting-card.ts';
import { nameOf, whenText } from '../cards/words.ts';
import { placeWrite } from '../rows.ts';
import type { MeetingDeps } from '../use-cases/deps.ts';
import { loadPlace } from '../use-cases/load.ts';
import { sceneOf } from '../use-cases/scene.ts';
import {
  later,
  meetingDeliveryKind,
  meetingIdOf,
  NOTHING,
  said,
  threadOf,
  type SpeakingScene,
} from './meeting-deliveries.ts';
import { CARD_KIND, wantsOnline } from './promises.ts';

// A form may be saved or put away long before its hold ends.
const LOOK_AGAIN_MS = 60_000;
const LINK_LOOK_MS = 15_000;
// So long an announcement waits for the link that Teams makes; after that the link is added to the card later.
const LINK_WAIT_MS = 10 * 60_000;

export function createCardKind(deps: MeetingDeps): DeliveryKind {
  const base = meetingDeliveryKind(deps, CARD_KIND, async (scene, deliveries) => {
    const { workspace, m, place, now } = scene;
    if (place === null) {
      return NOTHING;
    }
    if (place.cardId === null && m.state.kind === 'cancelled') {
      // Nobody has seen it yet.
      return NOTHING;
    }
    const ms = place.cardId === null ? linkWaitMs(deps, scene) : await heldForMs(deps.store, workspace, m.id, now);
    return ms > 0 ? later(Math.min(ms, LOOK_AGAIN_MS)) : said(await wordingOf(deps, scene), deliveries);
  });
  return {
    ...base,
    async recordSent(workspace, deliveries, sent) {
      const id = meetingIdOf(deliveries);
      const placed = id === null ? null : await loadPlace(deps.store, workspace, id);
      if (id === null || placed === null || sent.to === null || sent.to.kind === 'person') {
        return [];
      }
      const rootId = sent.to.kind === 'thread' ? sent.to.rootId : sent.activityId;
      return [placeWrite(id, { channelId: sent.to.channelId, rootId, cardId: sent.activityId }, placed.etag)];
    },
  };
}

function linkWaitMs({ online }: MeetingDeps, { m, now }: SpeakingScene): number {
  const isWaiting = online.isOn && wantsOnline(m) && m.online === null && m.state.kind === 'announced';
  const waited = m.state.kind === 'announced' ? msBetween(m.state.at, now) : 0;
  return isWaiting && waited < LINK_WAIT_MS ? LINK_LOOK_MS : 0;
}

async function wordingOf(deps: MeetingDeps, scene: SpeakingScene): Promise<Wording> {
  const { workspace, m, place, people } = scene;
  const message = {
    card: drawAnnouncement(await sceneOf(deps, workspace, m, people)),
    summary: deps.t.announcedSummary(nameOf(m, deps.t), whenText(m, deps.t)),
    mentions: [],
  };
  return place !== null && place.rootId !== null && place.cardId !== null
    ? {
        kind: 'update',
        at: { channelId: place.channelId, rootId: place.rootId, activityId: place.cardId },
        message,
      }
    : { kind: 'post', to: threadOf(scene), message };
}
