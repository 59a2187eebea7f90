import {
  daysOverTarget,
  proposedTargetDate,
  stageGuideDate,
  stagePath,
  targetDateAfterMilestones,
  withUrgency,
} from '../../../../src/features/cases/domain/target-date.ts';
import { STAGES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { AINO, buildCase, buildEvent, day, itemId, TODAY } from '../build-case.ts';

describe('S0-06, S0-15: the urgency proposes a target date', () => {
  it.each([
    ['urgent', '2026-12-08'],
    ['normal', '2026-12-24'],
    ['unhurried', '2027-01-24'],
  ] as const)('%s means %s from 24.11.2026', (urgency, expected) => {
    expect(proposedTargetDate(urgency, TODAY)).toBe(expected);
  });

  it('the end of a short month is its last day', () => {
    expect(proposedTargetDate('unhurried', day('2026-12-31'))).toBe('2027-02-28');
  });

  it('a case opened today carries the proposal', () => {
    expect(buildCase().schedule).toEqual({
      urgency: 'normal',
      targetDate: '2026-12-24',
      targetDateSource: 'proposed',
    });
  });
});

describe('S0-29: another urgency', () => {
  it('proposes anew from the day it was changed', () => {
    expect(withUrgency(buildCase().schedule, 'urgent', day('2026-12-01'))).toEqual({
      urgency: 'urgent',
      targetDate: '2026-12-15',
      targetDateSource: 'proposed',
    });
  });

  it('leaves a date that a person has chosen', () => {
    const chosen = { urgency: 'normal', targetDate: day('2027-03-01'), targetDateSource: 'chosen' } as const;
    expect(withUrgency(chosen, 'urgent', TODAY)).toEqual({ ...chosen, urgency: 'urgent' });
  });

  it('that is the same one does not move the date', () => {
    const { schedule } = buildCase();
    expect(withUrgency(schedule, 'normal', day('2026-12-20'))).toBe(schedule);
  });
});

describe('S0-52: decisions and tenders', () => {
  const withMilestoneOn = (date: string) =>
    buildCase({
      events: [
        buildEvent({
          milestones: [
            { id: itemId(5), kind: 'council', what: '', remind: true, date: day(date), person: AINO, done: null },
          ],
        }),
      ],
    });

  it('later than the target date propose their date', () => {
    expect(targetDateAfterMilestones(withMilestoneOn('2027-02-08'))).toBe('2027-02-08');
  });

  it('on or before the target date propose nothing, nor do none at all', () => {
    expect(targetDateAfterMilestones(withMilestoneOn('2026-12-24'))).toBeNull();
    expect(targetDateAfterMilestones(buildCase())).toBeNull();
  });
});

describe('S0-06: a case that is over its target date', () => {
  it('is late from the day after', () => {
    const c = buildCase();
    expect(['2026-12-23', '2026-12-24', '2026-12-25'].map((date) => daysOverTarget(c, day(date)))).toEqual([0, 0, 1]);
  });

  it('is not late once it is closed', () => {
    const status = {
      kind: 'closed',
      outcome: 'transferred',
      summary: 'Siirtyi',
      noEvaluationReason: '',
      cooperation: null,
      on: TODAY,
      by: AINO,
    } as const;
    expect(daysOverTarget(buildCase({ status }), day('2027-05-01'))).toBe(0);
  });
});

describe('the date to aim at', () => {
  it('comes nearer to the target date with each stage and is the target date in the last', () => {
    expect(STAGES.map((stage) => stageGuideDate(buildCase({ stage })))).toEqual([
      '2026-11-30',
      '2026-12-09',
      '2026-12-18',
      '2026-12-24',
    ]);
  });

  it('is never before the opening, even when the target date is', () => {
    const schedule = { urgency: 'normal', targetDate: day('2026-11-01'), targetDateSource: 'chosen' } as const;
    expect(stageGuideDate(buildCase({ schedule }))).toBe(TODAY);
  });
});

describe('S0-03: the path', () => {
  it('marks what is behind, present and ahead', () => {
    expect(stagePath('discussion').map(({ state }) => state)).toEqual(['done', 'done', 'now', 'ahead']);
  });
});
