import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { planParticipant } from '../../../../src/features/cases/domain/planned-participants.ts';
import { reviewPrinciples } from '../../../../src/features/cases/domain/principles.ts';
import { AINO, BO, TODAY, buildCase, buildContext, itemId } from '../build-case.ts';
import { valueOf } from '../value-of.ts';

const OFFICIAL = { role: 'officeHolder', organisation: 'Vammaispalvelut' } as const;

describe('S0-16: going through the principles', () => {
  it('is ticked with the name and the date', () => {
    expect(valueOf(reviewPrinciples(buildCase(), buildContext())).principles).toEqual({ on: TODAY, by: AINO });
  });

  it('counts once: a second tick is refused and the first name stays', () => {
    const c = valueOf(reviewPrinciples(buildCase(), buildContext()));
    expect(reviewPrinciples(c, buildContext({ by: BO }))).toEqual({ ok: false, refusal: { code: 'already-done' } });
  });
});

describe('S0-17: planning the participants', () => {
  it('adds one by role and organisation', () => {
    expect(valueOf(planParticipant(buildCase(), null, OFFICIAL, buildContext())).plannedParticipants).toEqual([
      { id: itemId(900), ...OFFICIAL },
    ]);
  });

  it('mends the one that was picked', () => {
    const c = buildCase({ plannedParticipants: [{ id: itemId(5), ...OFFICIAL }] });
    const mended = planParticipant(c, itemId(5), { role: 'expertByExperience', organisation: '' }, buildContext());
    expect(valueOf(mended).plannedParticipants).toEqual([
      { id: itemId(5), role: 'expertByExperience', organisation: '' },
    ]);
  });

  it('is refused for one that somebody has removed, and when the list is full', () => {
    expect(planParticipant(buildCase(), itemId(5), OFFICIAL, buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
    const plannedParticipants = Array.from({ length: LIST_CAPS.plannedParticipants }, (_, index) => ({
      id: itemId(index),
      ...OFFICIAL,
    }));
    expect(planParticipant(buildCase({ plannedParticipants }), null, OFFICIAL, buildContext())).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});
