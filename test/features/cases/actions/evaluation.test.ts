import { evaluateAction, evaluationDateAction } from '../../../../src/features/cases/actions/evaluate.ts';
import { lessonAction, shareLessonAction } from '../../../../src/features/cases/actions/lesson.ts';
import type { Case, Evaluation } from '../../../../src/features/cases/domain/case.ts';
import { AINO, BO, buildCase, day, itemId, SANNA, TODAY } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const NOTHING: Evaluation = { agreed: null, owner: null, federation: null, lesson: null };
const withEvaluation = (overrides: Partial<Evaluation> = {}): Case =>
  buildCase({ stage: 'followUp', participants: [AINO, BO], evaluation: { ...NOTHING, ...overrides } });
const ANSWER = {
  worked: 'Saimme kaikki saman pöydän ääreen',
  improve: '',
  useAgain: 'yes',
  by: BO,
  on: TODAY,
} as const;
const TYPED = { worked: 'Keskustelu', useAgain: 'partly' };

describe('S0-58: the day of the evaluation', () => {
  it('opens with what was agreed, and says the day', () => {
    const agreed = { id: itemId(5), date: day('2027-01-12'), person: AINO, done: null };
    const context = buildFormContext({ c: withEvaluation({ agreed }) });
    expect(initialOf(evaluationDateAction, context)).toEqual({ date: '2027-01-12' });
    expect(save(evaluationDateAction, context, { date: '19.1.2027' }).said).toBe(
      'Arvioinnin päivä on tiistai 19.1.2027.',
    );
  });
});

describe('S0-58: the evaluation', () => {
  it('is answered for the actor by the people of the case', () => {
    const context = buildFormContext({ c: withEvaluation(), by: BO });
    expect(evaluateAction.content(context).fields['side']?.choices).toEqual([
      { value: 'owner', title: 'Tampereen tukiyhdistys' },
    ]);
    const decided = save(evaluateAction, context, TYPED);
    expect(decided.c.evaluation.owner).toEqual({ ...TYPED, improve: '', by: BO, on: TODAY });
    expect(decided.said).toBe('Arviointi on kirjattu. Tukiliiton arviointi puuttuu vielä.');
  });

  it('is answered for Tukiliitto by the advisor', () => {
    const context = buildFormContext({ c: withEvaluation({ owner: ANSWER }), by: SANNA });
    expect(initialOf(evaluateAction, context)['side']).toBe('federation');
    const decided = save(evaluateAction, context, TYPED);
    expect([decided.c.evaluation.owner, decided.c.evaluation.federation?.by]).toEqual([ANSWER, SANNA]);
    expect(decided.said).toBe('Arviointi on kirjattu. Molemmat ovat nyt arvioineet.');
  });

  it('asks an advisor who takes part for whom they answer', () => {
    const c = { ...withEvaluation({ owner: ANSWER }), participants: [AINO, SANNA] };
    const context = buildFormContext({ c, by: SANNA });
    expect(evaluateAction.content(context).fields['side']?.choices.map(({ value }) => value)).toEqual([
      'owner',
      'federation',
    ]);
    expect(initialOf(evaluateAction, context)).toEqual({ side: '', worked: '', improve: '', useAgain: '' });
  });

  it('cannot be answered for the other side', () => {
    const context = buildFormContext({ c: withEvaluation(), by: BO });
    expect(fillIn(evaluateAction, context, { ...TYPED, side: 'federation' }).problems).toEqual(['side']);
  });

  it('opens with the side’s own answer', () => {
    const context = buildFormContext({ c: withEvaluation({ owner: ANSWER }), by: BO });
    expect(initialOf(evaluateAction, context)).toMatchObject({ worked: ANSWER.worked, useAgain: 'yes' });
  });
});

describe('S0-59: the lesson', () => {
  it('starts from what the evaluation says worked, and asks an advisor to read it', () => {
    const context = buildFormContext({ c: withEvaluation({ owner: ANSWER }) });
    expect(initialOf(lessonAction, context)).toEqual({ text: ANSWER.worked });
    const decided = save(lessonAction, context, {});
    expect([decided.announce, decided.c.evaluation.lesson]).toEqual([
      'lessonToReview',
      { text: ANSWER.worked, shared: null },
    ]);
  });

  it('G-03: warns of names before it is saved', () => {
    const context = buildFormContext({ c: withEvaluation() });
    const reading = lessonAction.read(context, { text: 'Matti Virtanen pääsi kyytiin' }, { confirmed: false });
    expect(reading).toMatchObject({ kind: 'personalData', found: { text: ['name'] } });
  });

  it('is shown to its reader, who says that it holds no personal data and shares it', () => {
    const c = withEvaluation({ lesson: { text: 'Kutsu päättäjät mukaan', shared: null } });
    const context = buildFormContext({ c, by: SANNA });
    expect(shareLessonAction.content(context).notices).toEqual([
      { tone: 'info', text: 'Ehdotus: Kutsu päättäjät mukaan' },
    ]);
    expect(fillIn(shareLessonAction, context, {}).problems).toEqual(['reviewed']);
    const decided = save(shareLessonAction, context, { reviewed: 'true' });
    expect(decided).toMatchObject({
      announce: 'lessonShared',
      c: { evaluation: { lesson: { text: 'Kutsu päättäjät mukaan', shared: { on: TODAY, by: SANNA } } } },
    });
  });

  it('is not shared when there is none, nor twice', () => {
    const typed = { text: 'Kutsu mukaan', reviewed: 'true' };
    const none = buildFormContext({ c: withEvaluation(), by: SANNA });
    expect(shareLessonAction.content(none).notices.map(({ tone }) => tone)).toEqual(['warning']);
    expect(fillIn(shareLessonAction, none, typed).decided).toMatchObject({ refusal: { code: 'lesson-missing' } });
    const lesson = { text: 'Kutsu mukaan', shared: { on: TODAY, by: SANNA } };
    const shared = buildFormContext({ c: withEvaluation({ lesson }), by: SANNA });
    expect(fillIn(shareLessonAction, shared, typed).decided).toMatchObject({ refusal: { code: 'already-shared' } });
  });
});
