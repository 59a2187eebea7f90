import type { ItemId } from '../../../kernel/ids.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import { ok } from '../../../kernel/result.ts';
import type { Case, DiscussionEvent, Milestone } from './case.ts';
import { keptOrPromisedDate } from './dates-allowed.ts';
import { added, replaced, type Decision, type DecisionContext } from './decision.ts';
import { withEvent } from './event.ts';
import { eventHolding, eventToRecord, refuseWithoutEvent } from './recorded-event.ts';
import { targetDateAfterMilestones } from './target-date.ts';
import { MILESTONE_KINDS, type EventType, type MilestoneKind } from './vocabulary.ts';

export type MilestoneRequest = Pick<Milestone, 'kind' | 'what' | 'date' | 'remind'>;

/** The milestone of an id with its event; null when it is gone. */
export function findMilestone(
  c: Case,
  id: ItemId,
): { readonly event: DiscussionEvent; readonly milestone: Milestone } | null {
  const event = eventHolding(c, 'milestones', id);
  const milestone = event?.milestones.find((each) => each.id === id) ?? null;
  return event === null || milestone === null ? null : { event, milestone };
}

/**
 * The kinds of dates that an event of this type asks about, in the order of the decision process: type 1 any affecting
 * date (S0-46); type 2, and while the type is open, decision and tender dates as well (S0-52). A kind in use is kept.
 */
export function milestoneKinds(type: EventType | null, used: MilestoneKind | null): readonly MilestoneKind[] {
  if (type === 'officials') {
    return used === null || used === 'affecting' ? ['affecting'] : ['affecting', used];
  }
  return [...MILESTONE_KINDS.filter((kind) => kind !== 'affecting'), 'affecting'];
}

/** S0-46, S0-52: adds a date to the current event, reminding the case's lead, or mends the one of an id. */
export function saveMilestone(
  c: Case,
  id: ItemId | null,
  request: MilestoneRequest,
  context: DecisionContext,
): Decision {
  const event = id === null ? eventToRecord(c, null) : eventHolding(c, 'milestones', id);
  if (event === null) {
    return refuseWithoutEvent(id);
  }
  const kept = event.milestones.find((milestone) => milestone.id === id)?.date ?? null;
  const allowed = keptOrPromisedDate(request.date, kept, context.today, 'date');
  if (!allowed.ok) {
    return allowed;
  }
  const milestones =
    id === null
      ? added('milestones', event.milestones, {
          id: context.newItemId(),
          person: c.lead,
          done: null,
          ...request,
        })
      : replaced(event.milestones, id, (milestone) => ({ ...milestone, ...request }));
  return milestones.ok ? ok(withEvent(c, { ...event, milestones: milestones.value })) : milestones;
}

/**
 * S0-52: whether a date just saved gives cause to propose a new target date. Others that are late already do not: somebody
 * has seen their proposal and let the target date be.
 */
export function proposesTargetDate(c: Case, { kind, date }: { kind: MilestoneKind; date: LocalDate }): boolean {
  return kind !== 'affecting' && date > c.schedule.targetDate && targetDateAfterMilestones(c) !== null;
}
