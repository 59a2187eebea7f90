import type { DiscussionEvent, Invitee } from './case.ts';
import { SIDE_OF_ROLE, type EventType, type Side } from './vocabulary.ts';

/** A side that the event's type asks for and that has nobody: `planned` among the invitees, `held` among those present. */
export type EventWarning = {
  readonly missing: MissingSide;
  readonly when: 'planned' | 'held';
};
export type MissingSide = Exclude<Side, 'beside'>;

// S0-38 and S0-51. Type 2 asks only for the elected: the row leaves the other sides to the people themselves.
const SIDES_ASKED: Readonly<Record<EventType, readonly MissingSide[]>> = {
  officials: ['ours', 'officeHolders'],
  political: ['elected'],
};

/**
 * What is worth a word about who takes part (S0-38, S0-51), in the order of the sides; a warning never stops anything. An
 * event of unknown type has none. Until it is held, everybody on the list counts who has not declined.
 */
export function eventWarnings(event: DiscussionEvent): readonly EventWarning[] {
  if (event.type === null || event.status === 'cancelled') {
    return [];
  }
  const when = event.status === 'held' ? 'held' : 'planned';
  const takesPart = (invitee: Invitee): boolean =>
    when === 'held' ? invitee.attended : invitee.answer !== 'notComing';
  const sides = new Set(event.invitees.filter(takesPart).map((invitee) => SIDE_OF_ROLE[invitee.role]));
  return SIDES_ASKED[event.type].filter((side) => !sides.has(side)).map((missing) => ({ missing, when }));
}
