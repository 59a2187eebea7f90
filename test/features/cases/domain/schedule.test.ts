import { reschedule } from '../../../../src/features/cases/domain/schedule.ts';
import { buildCase, day, TODAY } from '../build-case.ts';
import { valueOf } from '../value-of.ts';

// The case was opened today as "normal", so its target date is a month away.
const NOT_TOUCHED = { urgency: 'normal', targetDate: day('2026-12-24'), followUrgency: false } as const;
const CHOSEN = { urgency: 'normal', targetDate: day('2027-02-01'), targetDateSource: 'chosen' } as const;

function scheduleAfter(c: ReturnType<typeof buildCase>, request: Parameters<typeof reschedule>[1]) {
  return valueOf(reschedule(c, request, { today: TODAY })).schedule;
}

describe('S0-06: the target date', () => {
  it('stays as it is when nothing is changed', () => {
    expect(scheduleAfter(buildCase(), NOT_TOUCHED)).toEqual(buildCase().schedule);
  });

  it('S0-29: follows the urgency while nobody has chosen another', () => {
    expect(scheduleAfter(buildCase(), { ...NOT_TOUCHED, urgency: 'urgent' })).toEqual({
      urgency: 'urgent',
      targetDate: '2026-12-08', // 14 days
      targetDateSource: 'proposed',
    });
  });

  it('is a choice once another date is given, and stays when the urgency changes later', () => {
    const chosen = scheduleAfter(buildCase(), { ...NOT_TOUCHED, targetDate: day('2027-02-01') });
    expect(chosen).toEqual(CHOSEN);
    const later = { urgency: 'urgent', targetDate: CHOSEN.targetDate, followUrgency: false } as const;
    expect(scheduleAfter(buildCase({ schedule: CHOSEN }), later)).toEqual({ ...CHOSEN, urgency: 'urgent' });
  });

  it('returns to the proposal of the urgency when asked, counted from today', () => {
    const request = { urgency: 'unhurried', targetDate: CHOSEN.targetDate, followUrgency: true } as const;
    expect(scheduleAfter(buildCase({ schedule: CHOSEN }), request)).toEqual({
      urgency: 'unhurried',
      targetDate: '2027-01-24', // 2 months
      targetDateSource: 'proposed',
    });
  });

  it('cannot be chosen in the past', () => {
    const past = { ...NOT_TOUCHED, targetDate: day('2026-11-23') };
    expect(reschedule(buildCase(), past, { today: TODAY })).toEqual({
      ok: false,
      refusal: { code: 'date-in-past', field: 'targetDate' },
    });
  });

  it('may have passed already and does not then stop the urgency from being changed', () => {
    const late = buildCase({ schedule: { ...CHOSEN, targetDate: day('2026-11-01') } });
    const request = { urgency: 'urgent', targetDate: day('2026-11-01'), followUrgency: false } as const;
    expect(scheduleAfter(late, request)).toMatchObject({ urgency: 'urgent', targetDate: '2026-11-01' });
  });
});
