import { acceptTargetDateAction } from '../../../../src/features/cases/actions/accept-target-date.ts';
import type { Milestone } from '../../../../src/features/cases/domain/case.ts';
import { AINO, buildCase, buildEvent, day, itemId } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const council: Milestone = {
  id: itemId(5),
  kind: 'council',
  what: 'Valtuusto päättää',
  date: day('2027-02-15'),
  remind: true,
  person: AINO,
  done: null,
};
const late = buildFormContext({ c: buildCase({ events: [buildEvent({ milestones: [council] })] }) });

describe('S0-52: accepting a new target date', () => {
  it('has the last decision filled in', () => {
    expect(initialOf(acceptTargetDateAction, late)).toEqual({ targetDate: '2027-02-15' });
    expect(acceptTargetDateAction.content(late).intro).toContain('torstai 24.12.2026');
  });

  it('sets the date as chosen', () => {
    const { c, said } = save(acceptTargetDateAction, late, {});
    expect(c.schedule).toMatchObject({ targetDate: '2027-02-15', targetDateSource: 'chosen' });
    expect(said).toBe('Uusi tavoitepäivä on 15.2.2027.');
  });

  it('takes another date as well', () => {
    expect(save(acceptTargetDateAction, late, { targetDate: '1.3.2027' }).c.schedule.targetDate).toBe('2027-03-01');
  });

  it('names the field when the date is as it was', () => {
    expect(fillIn(acceptTargetDateAction, buildFormContext(), {}).decided).toMatchObject({
      refusal: { code: 'date-unchanged', field: 'targetDate' },
    });
  });

  it('is not done by one press, because the date may be another', () => {
    expect(acceptTargetDateAction.isImmediate(late)).toBe(false);
  });
});
