import { chooseTargetDate } from '../../../../src/features/cases/domain/choose-target-date.ts';
import { withUrgency } from '../../../../src/features/cases/domain/target-date.ts';
import { buildCase, buildContext, day, TODAY } from '../build-case.ts';

describe('S0-52: a target date that somebody accepts', () => {
  it('stays when the urgency changes', () => {
    const decision = chooseTargetDate(buildCase(), day('2027-02-15'), buildContext());
    const schedule = decision.ok ? withUrgency(decision.value.schedule, 'urgent', TODAY) : null;
    expect(schedule).toEqual({ urgency: 'urgent', targetDate: '2027-02-15', targetDateSource: 'chosen' });
  });

  it.each([
    ['the date that it already is', '2026-12-24', 'date-unchanged'],
    ['a date that has passed', '2026-11-23', 'date-in-past'],
    ['a slip of the year', '2036-12-24', 'date-too-far'],
  ])('is refused for %s', (_what, date, code) => {
    expect(chooseTargetDate(buildCase(), day(date), buildContext())).toEqual({
      ok: false,
      refusal: { code, field: 'targetDate' },
    });
  });
});
