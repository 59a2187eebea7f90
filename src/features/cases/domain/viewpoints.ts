import type { ItemId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, Viewpoints } from './case.ts';
import type { Decision } from './decision.ts';
import { withEvent } from './event.ts';
import { eventToRecord, refuseWithoutEvent } from './recorded-event.ts';
import { findReference, type ReferenceId } from './references.ts';

export type ViewpointsRequest = {
  readonly usersAndClose: string;
  readonly authority: string;
  readonly references: readonly ReferenceId[];
  readonly lawText: string;
};

/** Whether anything has been written in any of the three sections. */
export function hasViewpoints({ usersAndClose, authority, lawAndCrpd }: Viewpoints): boolean {
  return usersAndClose !== '' || authority !== '' || lawAndCrpd.text !== '' || lawAndCrpd.references.length > 0;
}

/**
 * S0-32, S0-40…S0-43: the three sections, as they now are. References that have left the maintained list since they were
 * picked stay, because the form could not show them.
 */
export function recordViewpoints(c: Case, id: ItemId | null, request: ViewpointsRequest): Decision {
  const event = eventToRecord(c, id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  const { usersAndClose, authority, references, lawText } = request;
  const unlisted = event.viewpoints.lawAndCrpd.references.filter((reference) => findReference(reference) === null);
  const lawAndCrpd = { references: [...references, ...unlisted], text: lawText };
  return ok(withEvent(c, { ...event, viewpoints: { usersAndClose, authority, lawAndCrpd } }));
}
