import type { Case, Evaluation } from '../../../../src/features/cases/domain/case.ts';
import type { Decision } from '../../../../src/features/cases/domain/decision.ts';
import {
  agreeEvaluation,
  evaluateModel,
  isEvaluated,
  shareLesson,
  writeLesson,
} from '../../../../src/features/cases/domain/evaluation.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { AINO, BO, buildCase, buildContext, day, itemId, SANNA, TODAY } from '../build-case.ts';

const NOTHING: Evaluation = { agreed: null, owner: null, federation: null, lesson: null };
const ANSWER = { worked: 'Keskustelu', improve: 'Enemmän aikaa', useAgain: 'yes' } as const;
const AGREED = { id: itemId(5), date: day('2027-01-12'), person: AINO, done: null };

const withEvaluation = (overrides: Partial<Evaluation> = {}): Case =>
  buildCase({ stage: 'followUp', evaluation: { ...NOTHING, ...overrides } });

function accepted(decision: Decision): Case {
  if (!decision.ok) {
    throw new Error(decision.refusal.code);
  }
  return decision.value;
}

describe('S0-58: the day of the evaluation', () => {
  it('is promised by the lead and reminded of', () => {
    const c = accepted(agreeEvaluation(withEvaluation(), day('2027-01-12'), buildContext({ by: BO })));
    expect(c.evaluation.agreed).toEqual({ ...AGREED, id: itemId(900) });
    expect(plannedReminders(c).map(({ at }) => at.date)).toEqual(['2027-01-05', '2027-01-11']);
  });

  it('is moved under the same id, and never to the past', () => {
    const c = withEvaluation({ agreed: AGREED });
    expect(accepted(agreeEvaluation(c, day('2027-02-01'), buildContext())).evaluation.agreed).toEqual({
      ...AGREED,
      date: '2027-02-01',
    });
    expect(agreeEvaluation(c, day('2026-11-23'), buildContext())).toMatchObject({
      refusal: { code: 'date-in-past', field: 'date' },
    });
  });

  it('stays once it is done', () => {
    const done = { on: TODAY, by: AINO };
    expect(agreeEvaluation(withEvaluation({ agreed: { ...AGREED, done } }), TODAY, buildContext())).toMatchObject({
      refusal: { code: 'already-done' },
    });
  });
});

describe('S0-58: the evaluation', () => {
  it('is complete when both sides have answered, each for itself', () => {
    const half = accepted(evaluateModel(withEvaluation(), 'owner', ANSWER, buildContext({ by: BO })));
    expect([isEvaluated(half), half.evaluation.owner]).toEqual([false, { ...ANSWER, by: BO, on: TODAY }]);
    const whole = accepted(evaluateModel(half, 'federation', ANSWER, buildContext({ by: SANNA })));
    expect([isEvaluated(whole), whole.evaluation.federation?.by]).toEqual([true, SANNA]);
  });

  it('settles the agreed day with the second answer, not with the first', () => {
    const half = accepted(evaluateModel(withEvaluation({ agreed: AGREED }), 'federation', ANSWER, buildContext()));
    expect(half.evaluation.agreed?.done).toBeNull();
    const whole = accepted(evaluateModel(half, 'owner', ANSWER, buildContext({ by: BO })));
    expect(whole.evaluation.agreed?.done).toEqual({ on: TODAY, by: BO });
    expect(plannedReminders(whole)).toEqual([]);
  });

  it('can be mended', () => {
    const first = accepted(evaluateModel(withEvaluation(), 'owner', ANSWER, buildContext({ by: BO })));
    const mended = accepted(evaluateModel(first, 'owner', { ...ANSWER, useAgain: 'partly' }, buildContext()));
    expect(mended.evaluation.owner).toEqual({ ...ANSWER, useAgain: 'partly', by: AINO, on: TODAY });
  });
});

describe('S0-59: the lesson for others', () => {
  const lesson = { text: 'Kutsu päättäjät mukaan', shared: null };

  it('waits for a reader when it is written, and can be rewritten until it is shared', () => {
    const c = accepted(writeLesson(withEvaluation(), 'Kutsu mukaan'));
    expect(accepted(writeLesson(c, lesson.text)).evaluation.lesson).toEqual(lesson);
  });

  it('is shared once, as its reader leaves it', () => {
    const shared = accepted(
      shareLesson(withEvaluation({ lesson }), 'Kutsu päättäjät tutustumaan', buildContext({ by: SANNA })),
    );
    expect(shared.evaluation.lesson).toEqual({
      text: 'Kutsu päättäjät tutustumaan',
      shared: { on: TODAY, by: SANNA },
    });
    expect(shareLesson(shared, 'Toinen', buildContext())).toMatchObject({ refusal: { code: 'already-shared' } });
    expect(writeLesson(shared, 'Toinen')).toMatchObject({ refusal: { code: 'already-shared' } });
  });

  it('is not shared before it is written', () => {
    expect(shareLesson(withEvaluation(), 'Tyhjästä', buildContext())).toMatchObject({
      refusal: { code: 'lesson-missing' },
    });
  });
});
