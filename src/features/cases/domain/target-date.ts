import { addDays, addMonths, daysBetween } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { Case, Schedule } from './case.ts';
import { STAGES, type Stage, type Urgency } from './vocabulary.ts';

// S0-06: "esim. 2 vko – 2 kk". The ends are the model's, the middle is ours (configurable later if someone needs it).
const PROPOSALS: Readonly<Record<Urgency, (from: LocalDate) => LocalDate>> = {
  urgent: (from) => addDays(from, 14),
  normal: (from) => addMonths(from, 1),
  unhurried: (from) => addMonths(from, 2),
};

/** The target date that an urgency proposes, counted from `from`. A proposal: anybody of the case may choose another. */
export function proposedTargetDate(urgency: Urgency, from: LocalDate): LocalDate {
  return PROPOSALS[urgency](from);
}

/**
 * The schedule after the urgency was set. A target date that follows the urgency follows it again, counted from
 * `today`; one that a person has chosen stays (S0-29).
 */
export function withUrgency(schedule: Schedule, urgency: Urgency, today: LocalDate): Schedule {
  if (schedule.urgency === urgency) {
    return schedule;
  }
  return schedule.targetDateSource === 'chosen'
    ? { ...schedule, urgency }
    : { urgency, targetDate: proposedTargetDate(urgency, today), targetDateSource: 'proposed' };
}

/** S0-52: a decision or tender later than the target date proposes that date instead; null when it does not. */
export function targetDateAfterMilestones(c: Case): LocalDate | null {
  const latest = c.events
    .filter((event) => event.status !== 'cancelled')
    .flatMap((event) => event.milestones)
    // Type 1's affecting dates are taken into account (S0-46), but the solution does not wait for them.
    .filter((milestone) => milestone.kind !== 'affecting')
    .map((milestone) => milestone.date)
    .reduce<LocalDate | null>((last, date) => (last === null || date > last ? date : last), null);
  return latest !== null && latest > c.schedule.targetDate ? latest : null;
}

// How far along the way to the target date each stage ideally ends. Ours; only for showing a date to aim at.
const STAGE_SHARE: Readonly<Record<Stage, number>> = {
  federationContact: 0.2,
  authorityContact: 0.5,
  discussion: 0.8,
  followUp: 1,
};

/** The date to aim at for the end of the current stage, never after the target date: a guide, not a promise. */
export function stageGuideDate(c: Case): LocalDate {
  const days = daysBetween(c.opened.on, c.schedule.targetDate);
  return addDays(c.opened.on, Math.max(0, Math.round(days * STAGE_SHARE[c.stage])));
}

/** How many days the target date has passed by; 0 when it has not. */
export function daysOverTarget(c: Case, today: LocalDate): number {
  return c.status.kind === 'closed' ? 0 : Math.max(0, daysBetween(c.schedule.targetDate, today));
}

/** The stages in order with where the case stands in them. */
export function stagePath(
  stage: Stage,
): readonly { readonly stage: Stage; readonly state: 'done' | 'now' | 'ahead' }[] {
  const now = STAGES.indexOf(stage);
  return STAGES.map((each, index) => ({ stage: each, state: index < now ? 'done' : index === now ? 'now' : 'ahead' }));
}
