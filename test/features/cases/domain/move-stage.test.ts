import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { advance, goBack } from '../../../../src/features/cases/domain/move-stage.ts';
import { AINO, BO, buildCase, buildContext, day, itemId, TODAY } from '../build-case.ts';

const ready = (overrides: Partial<Case> = {}): Case => {
  const c = buildCase(overrides);
  return { ...c, basics: { ...c.basics, influenceTarget: 'Kuljetuspalvelun sopimus' } };
};

const onHold: Case['status'] = {
  kind: 'onHold',
  reason: 'Tauko',
  until: { id: itemId(3), date: day('2026-12-01'), person: AINO, done: null },
};
const closed: Case['status'] = {
  kind: 'closed',
  outcome: 'transferred',
  summary: 'Siirtyi kuntaan',
  noEvaluationReason: '',
  cooperation: null,
  on: TODAY,
  by: AINO,
};

describe('S0-60: moving on', () => {
  it('enters the next stage and logs when and by whom', () => {
    const moved = advance(ready(), buildContext({ by: BO }));
    expect(moved.ok && moved.value.stage).toBe('authorityContact');
    expect(moved.ok && moved.value.stageHistory).toEqual([
      { stage: 'federationContact', on: TODAY, by: AINO, backReason: '' },
      { stage: 'authorityContact', on: TODAY, by: BO, backReason: '' },
    ]);
  });

  it('S0-14: is refused while something required is missing', () => {
    expect(advance(buildCase(), buildContext())).toMatchObject({ refusal: { code: 'stage-incomplete' } });
  });

  it('is refused when the case is on hold or closed', () => {
    expect(advance(ready({ status: onHold }), buildContext())).toMatchObject({ refusal: { code: 'case-on-hold' } });
    expect(advance(ready({ status: closed }), buildContext())).toMatchObject({ refusal: { code: 'case-closed' } });
  });
});

describe('S0-60: going back', () => {
  it('enters the stage before with its reason, and loses nothing that was recorded', () => {
    const c = ready({ stage: 'authorityContact', principles: { on: TODAY, by: AINO } });
    const back = goBack(c, 'Tavoite muuttui', buildContext());
    expect(back.ok && back.value).toEqual({
      ...c,
      stage: 'federationContact',
      stageHistory: [
        ...c.stageHistory,
        { stage: 'federationContact', on: TODAY, by: AINO, backReason: 'Tavoite muuttui' },
      ],
    });
  });

  it('needs a reason', () => {
    expect(goBack(ready({ stage: 'discussion' }), '', buildContext())).toMatchObject({
      refusal: { code: 'reason-missing', field: 'reason' },
    });
  });

  it('is refused in the first stage, on hold and closed', () => {
    const refusals = [
      ready(),
      ready({ stage: 'discussion', status: onHold }),
      ready({ stage: 'discussion', status: closed }),
    ]
      .map((c) => goBack(c, 'Tavoite muuttui', buildContext()))
      .map((result) => (result.ok ? null : result.refusal.code));
    expect(refusals).toEqual(['first-stage', 'case-on-hold', 'case-closed']);
  });
});
