import type { ItemId } from '../../../kernel/ids.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Case } from './case.ts';
import { LIST_CAPS } from './list-caps.ts';
import type { Decision } from './decision.ts';
import { withEvent } from './event.ts';
import { eventToRecord, refuseWithoutEvent } from './recorded-event.ts';

export type DirectionRequest = {
  /** One factor on each line. */
  readonly factors: string;
  readonly commonDirection: string;
};

const BULLET = /^[-–—•*]\s+/u;

/** The lines of a text that say something, without the bullets that people write before them. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(BULLET, ''))
    .filter((line) => line !== '');
}

/** S0-45: the factors as a list, and the common direction. */
export function recordDirection(c: Case, id: ItemId | null, request: DirectionRequest): Decision {
  const event = eventToRecord(c, id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  const factors = linesOf(request.factors);
  const max = LIST_CAPS.factors;
  return factors.length > max
    ? refuse('list-full', { field: 'factors', args: { max } })
    : ok(withEvent(c, { ...event, factors, commonDirection: request.commonDirection }));
}
