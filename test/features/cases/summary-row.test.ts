import { caseCells } from '../../../src/features/cases/rows.ts';
import type { Case } from '../../../src/features/cases/domain/case.ts';
import { stepFacts } from '../../../src/features/cases/domain/step-facts.ts';
import { stepText, nextStepText } from '../../../src/features/cases/cards/case-words.ts';
import { rowToSummary, SUMMARY_COLUMNS, type CaseSummary } from '../../../src/features/cases/summary-row.ts';
import { casesFi as t } from '../../../src/features/cases/texts.fi.ts';
import type { Cells } from '../../../src/platform/storage/store.ts';
import { AINO, buildCase, day, itemId, NOW, TODAY } from './build-case.ts';
import { fullCase } from './full-case.ts';

const closedCase = (): Case =>
  fullCase({
    status: {
      kind: 'closed',
      outcome: 'resolved',
      summary: 'Kyydit tulevat ajallaan',
      noEvaluationReason: '',
      cooperation: 'yes',
      on: TODAY,
      by: AINO,
    },
  });

function read(cells: Cells): CaseSummary {
  return rowToSummary({ rowKey: 'case|01JD0000000000000000000001', etag: '', timestamp: NOW, cells });
}

function summaryOf(c: Case): CaseSummary {
  const cells = Object.entries(caseCells(c)).filter(([name]) => SUMMARY_COLUMNS.some((column) => column === name));
  return read(Object.fromEntries(cells));
}

// The columns of a row as they were before the later ones came.
const FIRST_COLUMNS = new Set(
  (
    'number title goal stage status urgency level county municipality ownerKind ownerName lead participants targetDate ' +
    'dates theme channelId access searchText'
  ).split(' '),
);

describe('the summary of a case', () => {
  it('S1-28, S3-20: says when it was opened and closed, what came of it and whether cooperation goes on', () => {
    expect(summaryOf(closedCase())).toMatchObject({
      status: 'closed',
      openedOn: expect.any(String),
      closedOn: expect.any(String),
      outcome: 'resolved',
      cooperation: 'yes',
    });
    expect(summaryOf(buildCase())).toMatchObject({ openedOn: TODAY, closedOn: null, outcome: null, cooperation: null });
  });

  it('says since when it has been in its stage, also after a step back, and who is approached', () => {
    const c = buildCase({
      stage: 'federationContact',
      stageHistory: [
        { stage: 'federationContact', on: day('2026-11-01'), by: AINO, backReason: '' },
        { stage: 'authorityContact', on: day('2026-11-08'), by: AINO, backReason: '' },
        { stage: 'federationContact', on: day('2026-11-15'), by: AINO, backReason: 'Tavoite muuttui' },
      ],
    });
    expect(summaryOf(c)).toMatchObject({ stageSince: '2026-11-15', targetBodyKind: 'wellbeingCounty', rev: c.rev });
  });

  it('says when it was changed last', () => {
    const later = { rev: 2, by: AINO, at: NOW };
    const c = buildCase({ opened: { ...buildCase().opened, at: NOW }, touched: { basics: later } });
    expect(summaryOf(c).changedAt).toBe(NOW);
  });

  it('names the kind of each open date', () => {
    const followUp = { id: itemId(1), date: day('2026-12-01'), person: AINO, done: null, what: 'Kysy', note: '' };
    expect(summaryOf(buildCase({ followUps: [followUp] })).dates).toEqual([
      { date: '2026-12-01', passes: false, kind: 'followUp' },
    ]);
  });

  it.each([
    ['a new case', buildCase()],
    ['a full one', fullCase()],
    ['a closed one', closedCase()],
    ['one whose counterpart has not answered', fullCase({ stage: 'authorityContact', events: [] })],
  ])('S0-60: tells the next step of %s in the words of its card', (_name, c) => {
    const { step } = summaryOf(c);
    expect(step).toEqual(stepFacts(c));
    const on = c.status.kind === 'closed' ? c.status.on : null;
    expect(step === null ? '' : stepText(step, { target: c.basics.targetBody, on }, TODAY, t)).toBe(
      nextStepText(c, TODAY, t),
    );
  });

  it('reads a row written before the later columns came, and says what it does not know', () => {
    const old = Object.entries(caseCells(closedCase())).filter(([name]) => FIRST_COLUMNS.has(name));
    expect(read(Object.fromEntries(old))).toMatchObject({
      status: 'closed',
      openedOn: null,
      stageSince: null,
      changedAt: null,
      closedOn: null,
      outcome: null,
      cooperation: null,
      targetBodyKind: null,
      rev: null,
      step: null,
      calendar: null,
    });
  });

  it('does not take a word that it does not know', () => {
    expect(() => read({ ...caseCells(closedCase()), outcome: 'voitto' })).toThrow('row-unreadable');
    expect(() => read({ ...caseCells(closedCase()), nextStep: 'step:lepo' })).toThrow('row-unreadable');
    for (const calendar of ['x', '[{}]', '{"kind":"event"}']) {
      expect(() => read({ ...caseCells(closedCase()), calendar })).toThrow('row-unreadable');
    }
  });
});
