// Which discussion event a form of stage 3 writes into. A case may have several (S0-26); the current one is meant unless
// an event, or something inside one, is named.
import type { ItemId } from '../../../kernel/ids.ts';
import { refuse, type Result } from '../../../kernel/result.ts';
import { currentEvent, type Case, type DiscussionEvent } from './case.ts';

/** The event of an id, the current one without an id. A cancelled event is not found: nothing is recorded of it. */
export function eventToRecord(c: Case, id: ItemId | null): DiscussionEvent | null {
  return id === null
    ? currentEvent(c)
    : (c.events.find((event) => event.id === id && event.status !== 'cancelled') ?? null);
}

/** The event that holds the option or milestone of an id, cancelled ones included; null when it is gone. */
export function eventHolding(c: Case, list: 'options' | 'milestones', id: ItemId): DiscussionEvent | null {
  return c.events.find((event) => event[list].some((item) => item.id === id)) ?? null;
}

/** Says that there is nothing to write into: an event that was named has gone, or none has been agreed yet. */
export function refuseWithoutEvent(id: ItemId | null): Result<never, 'item-gone' | 'no-event'> {
  return refuse(id === null ? 'no-event' : 'item-gone');
}
