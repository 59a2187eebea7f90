// The question which time suits: posted once in the case's thread, naming those who are asked, then redrawn in place.
import { parseItemId, type ItemId } from '../../../kernel/ids.ts';
import type { Mention } from '../../../platform/cards/card.ts';
import type { Delivery, DeliveryKind, Wording } from '../../../platform/delivery/delivery.ts';
import { drawTimePoll } from '../cards/time-poll-card.ts';
import { timePollFace } from '../domain/event-times.ts';
import { heldForMs } from '../../../platform/cards/card-holds.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { heldQuestion } from '../use-cases/held-card.ts';
import { readTimePollPlace, timePollPlaceWrite, type TimePollPlace } from '../use-cases/time-poll-place.ts';
import { caseDeliveryKind, caseIdOf, threadOf, type SpeakingScene } from './case-deliveries.ts';
import { TIME_POLL_KIND } from './time-poll-promises.ts';

// How long the first card of a case takes to be posted, usually.
const FIRST_CARD_MS = 3_000;
// An answer may be saved or put away long before its hold ends.
const LOOK_AGAIN_MS = 60_000;

/** The kind of delivery that asks for times and keeps the question as the answers are. */
export function createTimePollKind(deps: CaseDeps): DeliveryKind {
  const base = caseDeliveryKind(deps, TIME_POLL_KIND, async (scene, deliveries) => {
    const poll = pollOf(deliveries);
    const wording: Wording = poll === null ? { kind: 'obsolete' } : await word(deps, scene, poll);
    const holds = wording.kind === 'obsolete' || wording.kind === 'later' ? [] : deliveries.map(({ name }) => name);
    return { wording, holds };
  });
  return {
    ...base,
    async recordSent(workspace, deliveries, sent) {
      const [id, poll] = [caseIdOf(deliveries), pollOf(deliveries)];
      if (id === null || poll === null || sent.to === null || sent.to.kind === 'person') {
        return [];
      }
      const { channelId } = sent.to;
      const { activityId } = sent;
      const rootId = sent.to.kind === 'thread' ? sent.to.rootId : activityId;
      const [moved = [], earlier] = await Promise.all([
        base.recordSent?.(workspace, deliveries, sent),
        readTimePollPlace(deps.store, workspace, id, poll),
      ]);
      return [...moved, timePollPlaceWrite(id, poll, { channelId, rootId, activityId }, earlier?.etag ?? null)];
    },
    async fallback(workspace, deliveries, refused) {
      const [id, poll] = [caseIdOf(deliveries), pollOf(deliveries)];
      const isPosted =
        id !== null && poll !== null && (await readTimePollPlace(deps.store, workspace, id, poll)) !== null;
      // Somebody has removed the question, and the case card still leads to it: nobody is asked a second time.
      return isPosted ? null : await base.fallback(workspace, deliveries, refused);
    },
  };
}

function pollOf(deliveries: readonly Delivery[]): ItemId | null {
  return parseItemId(deliveries[0]?.payload['poll']);
}

async function word({ store, t }: CaseDeps, scene: SpeakingScene, poll: ItemId): Promise<Wording> {
  const { workspace, c, now } = scene;
  const posted = await readTimePollPlace(store, workspace, c.id, poll);
  if (posted === null) {
    return firstWording(scene, poll, t);
  }
  const ms = await heldForMs(store, workspace, heldQuestion(c.id), now);
  return ms > 0 ? { kind: 'later', ms: Math.min(ms, LOOK_AGAIN_MS) } : update(scene, poll, posted.place, t);
}

function firstWording(scene: SpeakingScene, poll: ItemId, t: CaseDeps['t']): Wording {
  const face = timePollFace(scene.c, poll);
  if (face.kind !== 'open') {
    return { kind: 'obsolete' };
  }
  if (scene.place.rootId === null) {
    // The case card begins the thread; what is asked about the case comes under it.
    return { kind: 'later', ms: FIRST_CARD_MS };
  }
  // Who asks need not be told that somebody asks.
  const mentions = face.poll.asked
    .filter((person) => person !== face.poll.by)
    .map((person) => scene.people.mentionOf(person))
    .filter((mention) => mention !== null);
  return { kind: 'post', to: threadOf(scene.place), message: messageOf(scene, poll, mentions, t) };
}

function update(scene: SpeakingScene, poll: ItemId, at: TimePollPlace, t: CaseDeps['t']): Wording {
  return { kind: 'update', at, message: messageOf(scene, poll, [], t) };
}

function messageOf(scene: SpeakingScene, poll: ItemId, mentions: readonly Mention[], t: CaseDeps['t']) {
  const { c, people, today } = scene;
  return {
    card: drawTimePoll(c, poll, { people, today, t }, mentions),
    summary: `${t.timePoll.title} ${t.cardSummary(c.number, c.basics.title)}`,
    mentions,
  };
}
