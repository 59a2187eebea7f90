import type { Case, EvaluationAnswer } from '../../../../src/features/cases/domain/case.ts';
import {
  closeCase,
  holdCase,
  outcomesFor,
  reopenCase,
  resumeCase,
  type ClosingRequest,
} from '../../../../src/features/cases/domain/close-case.ts';
import { openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { plannedReminders } from '../planned-reminders.ts';
import { AINO, BO, buildCase, buildContext, day, itemId, SANNA, TODAY } from '../build-case.ts';

const REQUEST: ClosingRequest = {
  outcome: 'resolved',
  summary: 'Kyyti tulee ajallaan',
  noEvaluationReason: '',
  cooperation: 'yes',
};
const answer = (by: EvaluationAnswer['by']): EvaluationAnswer => ({
  worked: 'Keskustelu',
  improve: '',
  useAgain: 'yes',
  by,
  on: TODAY,
});
const FOLLOW_UP = {
  id: itemId(7),
  date: day('2026-12-15'),
  person: AINO,
  done: null,
  what: 'Tuleeko kyyti?',
  note: '',
};
const inFollowUp = (overrides: Partial<Case> = {}): Case =>
  buildCase({ stage: 'followUp', followUps: [FOLLOW_UP], ...overrides });
const evaluated = inFollowUp({
  evaluation: { agreed: null, owner: answer(BO), federation: answer(SANNA), lesson: null },
});

function closed(c: Case, request: Partial<ClosingRequest> = {}): Case {
  const result = closeCase(c, { ...REQUEST, ...request }, buildContext());
  if (!result.ok) {
    throw new Error(result.refusal.code);
  }
  return result.value;
}

describe('the outcomes', () => {
  it('of stage 1 are only that the matter moved elsewhere or was withdrawn', () => {
    expect(outcomesFor('federationContact')).toEqual(['transferred', 'withdrawn']);
  });

  it.each(['authorityContact', 'discussion', 'followUp'] as const)('are all there in %s', (stage) => {
    expect(outcomesFor(stage)).toEqual(['resolved', 'partly', 'unresolved', 'transferred', 'withdrawn']);
  });

  it('that do not fit the stage are refused beside their field', () => {
    expect(closeCase(buildCase(), REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'outcome-not-in-this-stage', field: 'outcome' },
    });
  });
});

describe('S0-58: closing as resolved', () => {
  it('is refused without evaluations and without a reason for having none', () => {
    expect(closeCase(inFollowUp(), REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'evaluation-missing', field: 'noEvaluationReason' },
    });
  });

  it('is refused with the evaluation of one side alone', () => {
    const half = { ...evaluated, evaluation: { ...evaluated.evaluation, federation: null } };
    expect(closeCase(half, REQUEST, buildContext())).toMatchObject({ refusal: { code: 'evaluation-missing' } });
  });

  it('goes with a stated reason, which is kept', () => {
    expect(closed(inFollowUp(), { noEvaluationReason: 'Ratkesi puhelimessa' }).status).toMatchObject({
      kind: 'closed',
      outcome: 'resolved',
      noEvaluationReason: 'Ratkesi puhelimessa',
    });
  });

  it('goes with both evaluations, and keeps no reason then', () => {
    expect(closed(evaluated, { noEvaluationReason: 'Turha' }).status).toEqual({
      kind: 'closed',
      outcome: 'resolved',
      summary: 'Kyyti tulee ajallaan',
      noEvaluationReason: '',
      cooperation: 'yes',
      on: TODAY,
      by: AINO,
    });
  });

  it('is the only outcome that asks for it', () => {
    expect(closed(inFollowUp(), { outcome: 'unresolved' }).status).toMatchObject({ outcome: 'unresolved' });
  });
});

describe('closing', () => {
  it('needs a word on how it went', () => {
    expect(closeCase(evaluated, { ...REQUEST, summary: '' }, buildContext())).toMatchObject({
      refusal: { code: 'reason-missing', field: 'summary' },
    });
  });

  it('silences what was promised and keeps it', () => {
    const c = closed(evaluated);
    expect([openItems(c), plannedReminders(c)]).toEqual([[], []]);
    expect(c.followUps).toEqual([FOLLOW_UP]);
  });

  it('is refused a second time', () => {
    expect(closeCase(closed(evaluated), REQUEST, buildContext())).toMatchObject({ refusal: { code: 'case-closed' } });
  });

  it('B-09: is undone by opening again, where it was left, with its reminders', () => {
    const again = reopenCase(closed(evaluated));
    expect(again).toEqual({ ok: true, value: evaluated });
    expect(again.ok && plannedReminders(again.value).map(({ item }) => item)).toEqual([FOLLOW_UP.id, FOLLOW_UP.id]);
    expect(reopenCase(evaluated)).toMatchObject({ refusal: { code: 'case-not-closed' } });
  });
});

describe('a pause', () => {
  const held = (): Case => {
    const result = holdCase(evaluated, 'Odotamme valtuustoa', day('2027-01-11'), buildContext());
    if (!result.ok) {
      throw new Error(result.refusal.code);
    }
    return result.value;
  };

  it('reminds of nothing but its own end', () => {
    expect(openItems(held()).map(({ kind, date }) => [kind, date])).toEqual([['pauseEnd', '2027-01-11']]);
  });

  it('ends with one press, and everything is promised again', () => {
    expect(resumeCase(held())).toEqual({ ok: true, value: evaluated });
    expect(resumeCase(evaluated)).toMatchObject({ refusal: { code: 'case-not-on-hold' } });
  });

  it('needs a reason and a day to come, and can be neither doubled nor begun after the end', () => {
    const refusals = [
      holdCase(evaluated, '', day('2027-01-11'), buildContext()),
      holdCase(evaluated, 'Tauko', day('2026-11-23'), buildContext()),
      holdCase(held(), 'Tauko', day('2027-01-11'), buildContext()),
      holdCase(closed(evaluated), 'Tauko', day('2027-01-11'), buildContext()),
    ].map((result) => (result.ok ? null : [result.refusal.code, result.refusal.field]));
    expect(refusals).toEqual([
      ['reason-missing', 'reason'],
      ['date-in-past', 'until'],
      ['case-on-hold', undefined],
      ['case-closed', undefined],
    ]);
  });

  it('can be closed from', () => {
    expect(closed(held()).status).toMatchObject({ kind: 'closed' });
  });
});
