// What the three kinds of messages of a case have in common: finding the case and its place, and where to go when the
// thread is gone.
import { parseCaseId, type CaseId, type WorkspaceKey } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { localDateOf } from '../../../kernel/helsinki-time.ts';
import type { Delivery, DeliveryKind, Wording } from '../../../platform/delivery/delivery.ts';
import type { Write } from '../../../platform/storage/store.ts';
import type { Destination } from '../../../platform/teams/messenger.ts';
import type { People } from '../../settings/index.ts';
import type { Case } from '../domain/case.ts';
import { readPlace, replacePlace, type CasePlace } from '../use-cases/case-place.ts';
import type { CaseDeps } from '../use-cases/deps.ts';
import { loadCase } from '../use-cases/load-case.ts';

export type SpeakingScene = {
  readonly workspace: WorkspaceKey;
  readonly c: Case;
  readonly place: CasePlace;
  readonly people: People;
  readonly now: Instant;
  readonly today: LocalDate;
};

/** Words the deliveries of one case, or says why not: `obsolete` when there is nothing left to say. */
export type WordCase = (
  scene: SpeakingScene,
  deliveries: readonly Delivery[],
) => Promise<{ readonly wording: Wording; readonly holds: readonly string[] }>;

const NOTHING = { wording: { kind: 'obsolete' }, holds: [] } as const;

/** A kind of message about one case: all deliveries of a bundle are of the same case. */
export function caseDeliveryKind(deps: CaseDeps, kind: string, word: WordCase): DeliveryKind {
  return {
    kind,
    async word(workspace, deliveries, now) {
      const id = caseIdOf(deliveries);
      const [loaded, placed] = await Promise.all([
        id === null ? null : loadCase(deps.store, workspace, id),
        id === null ? null : readPlace(deps.store, workspace, id),
      ]);
      if (loaded === null || placed === null) {
        return NOTHING;
      }
      if (await deps.directory.isPaused(workspace, placed.place.channelId)) {
        return { wording: { kind: 'paused' }, holds: [] };
      }
      const people = await deps.people.load(workspace);
      const scene = { workspace, c: loaded.c, place: placed.place, people, now, today: localDateOf(now) };
      return await word(scene, deliveries);
    },
    recordSent: (workspace, deliveries, sent) => rememberThread(deps, workspace, caseIdOf(deliveries), sent),
    fallback: (workspace, _deliveries, refused) => fallback(deps, workspace, refused),
  };
}

/** The case that deliveries are about; null when the payload is not ours. */
export function caseIdOf(deliveries: readonly Delivery[]): CaseId | null {
  return parseCaseId(deliveries[0]?.payload['caseId']);
}

/** Where a reply about the case goes: its thread, or a new one while it has none. */
export function threadOf({ channelId, rootId }: CasePlace): Destination {
  return rootId === null ? { kind: 'channel', channelId } : { kind: 'thread', channelId, rootId };
}

// A message that had to begin a new thread moves the case there: later ones follow it.
async function rememberThread(
  deps: CaseDeps,
  workspace: WorkspaceKey,
  id: CaseId | null,
  sent: { readonly activityId: string; readonly to: Destination | null },
): Promise<readonly Write[]> {
  if (id === null || sent.to?.kind !== 'channel') {
    return [];
  }
  const placed = await readPlace(deps.store, workspace, id);
  return placed === null
    ? []
    : [
        replacePlace(
          id,
          { ...placed.place, channelId: sent.to.channelId, rootId: sent.activityId, cardId: null },
          placed.etag,
        ),
      ];
}

/** Thread gone: a new post in the channel. Channel gone: the General channel. Nothing after that. */
async function fallback(deps: CaseDeps, workspace: WorkspaceKey, refused: Destination): Promise<Destination | null> {
  if (refused.kind === 'person') {
    return null; // nothing about a case is said there by this feature
  }
  if (refused.kind === 'thread') {
    return { kind: 'channel', channelId: refused.channelId };
  }
  const general = (await deps.directory.find(workspace))?.generalChannelId ?? null;
  return general === null || general === refused.channelId ? null : { kind: 'channel', channelId: general };
}
