import type { ItemId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent, SolutionOption } from './case.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';
import { withEvent } from './event.ts';
import { eventHolding, eventToRecord, refuseWithoutEvent } from './recorded-event.ts';

export type OptionRequest = Omit<SolutionOption, 'id'>;

/** The option of an id with its event, whichever event that is; null when it is gone. */
export function findOption(
  c: Case,
  id: ItemId,
): { readonly event: DiscussionEvent; readonly option: SolutionOption } | null {
  const event = eventHolding(c, 'options', id);
  const option = event?.options.find((each) => each.id === id) ?? null;
  return event === null || option === null ? null : { event, option };
}

/** S0-33, S0-48: adds an option to the current event, or mends the one of an id. Any party may have proposed it. */
export function saveOption(c: Case, id: ItemId | null, request: OptionRequest, context: DecisionContext): Decision {
  const event = id === null ? eventToRecord(c, null) : eventHolding(c, 'options', id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  const options =
    id === null
      ? added('options', event.options, { id: context.newItemId(), ...request })
      : replaced(event.options, id, (option) => ({ ...option, ...request }));
  return options.ok ? ok(withEvent(c, { ...event, options: options.value })) : options;
}

export type ResultRequest = Pick<DiscussionEvent, 'sharedView' | 'chosenOptions'>;

/** S0-34: the shared view and the solutions chosen among those listed; one that has been removed meanwhile is left out. */
export function recordResult(c: Case, id: ItemId | null, { sharedView, chosenOptions }: ResultRequest): Decision {
  const event = eventToRecord(c, id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  const listed = chosenOptions.filter((chosen) => event.options.some((option) => option.id === chosen));
  return ok(withEvent(c, { ...event, sharedView, chosenOptions: listed }));
}
