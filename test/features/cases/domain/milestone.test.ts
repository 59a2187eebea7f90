import type { Case, Milestone } from '../../../../src/features/cases/domain/case.ts';
import {
  findMilestone,
  milestoneKinds,
  proposesTargetDate,
  saveMilestone,
} from '../../../../src/features/cases/domain/milestone.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { targetDateAfterMilestones } from '../../../../src/features/cases/domain/target-date.ts';
import { AINO, BO, buildCase, buildContext, buildEvent, day, itemId, SANNA } from '../build-case.ts';

const milestone = (overrides: Partial<Milestone> = {}): Milestone => ({
  id: itemId(5),
  kind: 'council',
  what: 'Valtuusto päättää',
  date: day('2026-12-10'),
  remind: true,
  person: AINO,
  done: null,
  ...overrides,
});
const REQUEST = { kind: 'board', what: 'Hallitus käsittelee', date: day('2026-12-14'), remind: true } as const;
const withMilestones = (...milestones: readonly Milestone[]): Case =>
  buildCase({ events: [buildEvent({ milestones })] });

describe('S0-46, S0-52: the kinds of dates', () => {
  it('of type 1 are the affecting ones alone', () => {
    expect(milestoneKinds('officials', null)).toEqual(['affecting']);
  });

  it('of type 2 follow the decision process and the tender', () => {
    expect(milestoneKinds('political', null)).toEqual([
      'preparation',
      'committee',
      'board',
      'council',
      'tenderPreparation',
      'tenderCall',
      'tenderDecision',
      'affecting',
    ]);
  });

  it('are all there while nobody has said who can resolve the matter', () => {
    expect(milestoneKinds(null, null)).toEqual(milestoneKinds('political', null));
  });

  it('keep the one in use when the type has changed', () => {
    expect(milestoneKinds('officials', 'council')).toEqual(['affecting', 'council']);
  });
});

describe('S0-46: a date', () => {
  it('is added to the current event and reminds the lead, whoever adds it', () => {
    const decision = saveMilestone({ ...withMilestones(), lead: BO }, null, REQUEST, buildContext({ by: SANNA }));
    expect(decision).toMatchObject({ value: { events: [{ milestones: [{ ...REQUEST, person: BO, done: null }] }] } });
  });

  it.each([
    [true, 2],
    [false, 0],
  ])('with reminding %s promises %i reminders', (remind, count) => {
    const decision = saveMilestone(withMilestones(), null, { ...REQUEST, remind }, buildContext());
    const id = itemId(900);
    expect(decision.ok && plannedReminders(decision.value).filter(({ item }) => item === id)).toHaveLength(count);
  });

  it('may not have passed', () => {
    expect(saveMilestone(withMilestones(), null, { ...REQUEST, date: day('2026-11-23') }, buildContext())).toEqual({
      ok: false,
      refusal: { code: 'date-in-past', field: 'date' },
    });
  });

  it('keeps its day when only its words are mended afterwards', () => {
    const past = milestone({ date: day('2026-11-10'), done: { on: day('2026-11-10'), by: BO }, person: BO });
    const request = { ...REQUEST, date: past.date };
    expect(saveMilestone(withMilestones(past), past.id, request, buildContext())).toMatchObject({
      value: { events: [{ milestones: [{ ...past, ...request }] }] },
    });
  });

  it('is refused when somebody has removed it', () => {
    expect(saveMilestone(withMilestones(), itemId(5), REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
    expect(findMilestone(withMilestones(), itemId(5))).toBeNull();
  });

  it('needs an event', () => {
    expect(saveMilestone(buildCase(), null, REQUEST, buildContext())).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

// The case's target date is 24.12.2026.
describe('S0-52: a new target date', () => {
  it('is proposed for a decision or tender that is later than the target date', () => {
    const late = milestone({ date: day('2027-02-15') });
    expect(targetDateAfterMilestones(withMilestones(milestone(), late))).toBe('2027-02-15');
    expect(proposesTargetDate(withMilestones(late), late)).toBe(true);
  });

  it('is not proposed on the target date itself', () => {
    const onTime = milestone({ date: day('2026-12-24') });
    expect(targetDateAfterMilestones(withMilestones(onTime))).toBeNull();
    expect(proposesTargetDate(withMilestones(onTime), onTime)).toBe(false);
  });

  it('is not proposed for an affecting date', () => {
    const affecting = milestone({ kind: 'affecting', date: day('2027-02-15') });
    expect(targetDateAfterMilestones(withMilestones(affecting))).toBeNull();
    expect(proposesTargetDate(withMilestones(affecting), affecting)).toBe(false);
  });

  it('is not proposed for a cancelled event', () => {
    const late = milestone({ date: day('2027-02-15') });
    const c = buildCase({ events: [buildEvent({ status: 'cancelled', milestones: [late] })] });
    expect(targetDateAfterMilestones(c)).toBeNull();
  });

  it('is not proposed again for a date that is in time', () => {
    const c = withMilestones(milestone({ date: day('2027-02-15') }), milestone({ id: itemId(6) }));
    expect(proposesTargetDate(c, milestone())).toBe(false);
  });
});
