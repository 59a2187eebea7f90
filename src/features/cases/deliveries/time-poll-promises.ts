// Which messages about the times asked a change of a case promises.
import { addMs } from '../../../kernel/helsinki-time.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/instants.ts';
import type { DeliveryDraft } from '../../../platform/delivery/delivery.ts';
import type { Case } from '../domain/case.ts';
import { timePollFace } from '../domain/event-times.ts';

export const TIME_POLL_KIND = 'cases/times';

// What could not be posted or redrawn for this long is seen from the case card.
const WORTH_MS = 7 * 24 * 60 * 60_000;

function pollIds(c: Case): readonly ItemId[] {
  return c.events.flatMap(({ times }) => (times === null ? [] : [times.id]));
}

/** A post or a redrawing for each asking that a change makes look different; several of one asking become one. */
export function timePollDrafts(before: Case, after: Case, now: Instant): readonly DeliveryDraft[] {
  const face = (c: Case, id: ItemId): string => JSON.stringify(timePollFace(c, id));
  return [...new Set([...pollIds(before), ...pollIds(after)])]
    .filter((id) => face(before, id) !== face(after, id))
    .map((id) => ({
      subject: after.id,
      name: `times-${id}`,
      kind: TIME_POLL_KIND,
      due: 'now',
      expires: addMs(now, WORTH_MS),
      bundle: `${TIME_POLL_KIND}:${id}`,
      hours: 'any',
      payload: { caseId: after.id, poll: id },
    }));
}
