import type { Case, Support } from '../../../../src/features/cases/domain/case.ts';
import { openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import {
  answerSupport,
  askSupport,
  declineTimes,
  isSupportAnswered,
  pickTime,
  proposeTimes,
} from '../../../../src/features/cases/domain/support.ts';
import { SUPPORT_MODES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { SANNA, buildCase, buildContext, clock, day, itemId } from '../build-case.ts';
import { valueOf } from '../value-of.ts';

const NOTHING = { question: '', answer: '', timeOptions: [], choice: null } as const;
const FIRST = { id: itemId(11), date: day('2026-12-08'), time: clock('10:00') };
const SECOND = { id: itemId(12), date: day('2026-12-09'), time: null };
const EMPTY = { date: null, time: null };

const withSupport = (support: Partial<Support>): Case =>
  buildCase({ support: { ...NOTHING, mode: 'onSite', timeOptions: [FIRST, SECOND], ...support } });

const PICKED = {
  kind: 'picked',
  visit: { id: itemId(20), date: FIRST.date, time: FIRST.time, person: SANNA, done: null },
} as const;

const bySanna = () => buildContext({ by: SANNA });

describe('S0-09, S0-10, S0-11: asking for support', () => {
  it.each(SUPPORT_MODES)('S0-17: records the need %s', (mode) => {
    const support = valueOf(askSupport(buildCase(), { mode, question: 'Mitä laki sanoo?' })).support;
    expect(support).toEqual({ ...NOTHING, mode, question: mode === 'notNeeded' ? '' : 'Mitä laki sanoo?' });
  });

  it('S0-11: needs the question when information is asked for', () => {
    expect(askSupport(buildCase(), { mode: 'information', question: '' })).toEqual({
      ok: false,
      refusal: { code: 'question-missing', field: 'question' },
    });
  });

  it('starts over with another kind of support, so that no visit is left promised', () => {
    const c = valueOf(askSupport(withSupport({ choice: PICKED }), { mode: 'teams', question: '' }));
    expect(c.support).toEqual({ ...NOTHING, mode: 'teams' });
    expect(openItems(c)).toEqual([]);
  });

  it('waits for a new answer to another question, and keeps the answer to the same one', () => {
    const c = withSupport({ mode: 'information', question: 'Miten?', answer: 'Näin.' });
    expect(valueOf(askSupport(c, { mode: 'information', question: 'Miten?' })).support?.answer).toBe('Näin.');
    expect(valueOf(askSupport(c, { mode: 'information', question: 'Milloin?' })).support?.answer).toBe('');
  });

  it('keeps the times and the picked visit while a visit is wanted', () => {
    const support = valueOf(askSupport(withSupport({ choice: PICKED }), { mode: 'onSite', question: 'Uusi' })).support;
    expect(support).toMatchObject({ timeOptions: [FIRST, SECOND], choice: PICKED });
  });
});

describe('S0-18: proposing times for a visit', () => {
  it('keeps the times given, passes empty lines over and counts the same time once', () => {
    const lines = [EMPTY, { date: day('2026-12-10'), time: null }, { date: day('2026-12-10'), time: null }];
    const { support } = valueOf(proposeTimes(withSupport({ timeOptions: [] }), lines, buildContext()));
    expect(support?.timeOptions).toEqual([{ id: itemId(900), date: '2026-12-10', time: null }]);
  });

  it.each([
    ['no date at all', [EMPTY, EMPTY], 'time-options-missing', 'date1'],
    ['a time without a date', [FIRST, { date: null, time: clock('12:00') }], 'date-missing', 'date2'],
    ['a date that has passed', [FIRST, SECOND, { date: day('2026-11-23'), time: null }], 'date-in-past', 'date3'],
  ] as const)('refuses %s and names the line', (_what, lines, code, field) => {
    expect(proposeTimes(withSupport({}), lines, buildContext())).toEqual({ ok: false, refusal: { code, field } });
  });

  it('needs a visit to have been asked for', () => {
    expect(proposeTimes(buildCase(), [FIRST], buildContext())).toMatchObject({
      refusal: { code: 'nothing-to-choose' },
    });
    expect(proposeTimes(withSupport({ mode: 'teams' }), [FIRST], buildContext())).toMatchObject({ ok: false });
  });

  it('asks the advisor again when the times change, and only then', () => {
    const c = withSupport({ choice: PICKED });
    expect(valueOf(proposeTimes(c, [SECOND, FIRST, EMPTY], buildContext()))).toBe(c);
    const changed = valueOf(proposeTimes(c, [FIRST, EMPTY, EMPTY], buildContext()));
    expect(changed.support).toMatchObject({ timeOptions: [FIRST], choice: null });
  });
});

describe('S0-18: the advisor answers about the times', () => {
  it('promises the visit that is picked, reminded of to who picked it', () => {
    const c = valueOf(pickTime(withSupport({}), FIRST.id, 'Tulen junalla.', bySanna()));
    expect(c.support).toMatchObject({ answer: 'Tulen junalla.', choice: { kind: 'picked' } });
    expect(openItems(c)).toMatchObject([
      { kind: 'supportVisit', date: '2026-12-08', time: '10:00', person: SANNA, remind: true },
    ]);
  });

  it('keeps the visit when the same time is picked again', () => {
    const c = valueOf(pickTime(withSupport({ choice: PICKED }), FIRST.id, 'Lisäys', bySanna()));
    expect(c.support).toMatchObject({ choice: PICKED, answer: 'Lisäys' });
  });

  it('makes another visit of another time', () => {
    const c = valueOf(pickTime(withSupport({ choice: PICKED }), SECOND.id, '', bySanna()));
    expect(c.support?.choice).toMatchObject({ kind: 'picked', visit: { id: itemId(900), date: SECOND.date } });
  });

  it('refuses a time that is gone or has passed, naming the choice', () => {
    expect(pickTime(withSupport({}), itemId(77), '', bySanna())).toMatchObject({
      refusal: { code: 'item-gone', field: 'pick' },
    });
    const past = { ...FIRST, date: day('2026-11-23') };
    expect(pickTime(withSupport({ timeOptions: [past] }), past.id, '', bySanna())).toMatchObject({
      refusal: { code: 'date-in-past', field: 'pick' },
    });
  });

  it('can say that none fits, which takes a picked visit back', () => {
    const c = valueOf(declineTimes(withSupport({ choice: PICKED, answer: 'Tulen.' }), 'Entä tammikuussa?'));
    expect(c.support).toMatchObject({ choice: { kind: 'noneFits', note: 'Entä tammikuussa?' }, answer: '' });
    expect(openItems(c)).toEqual([]);
  });

  it('has nothing to choose when no visit is wanted', () => {
    const c = withSupport({ mode: 'information' });
    expect(pickTime(c, FIRST.id, '', bySanna())).toMatchObject({ refusal: { code: 'nothing-to-choose' } });
    expect(declineTimes(c, '')).toMatchObject({ refusal: { code: 'nothing-to-choose' } });
  });
});

describe('S0-10, S0-11: the advisor answers in words', () => {
  it.each(['information', 'teams'] as const)('to a request of %s', (mode) => {
    const before = withSupport({ mode, timeOptions: [] });
    const after = valueOf(answerSupport(before, 'Tulen mukaan.'));
    expect(after.support?.answer).toBe('Tulen mukaan.');
  });

  it.each(['notNeeded', 'onSite'] as const)('not when the need is %s', (mode) => {
    expect(answerSupport(withSupport({ mode }), 'Hei')).toMatchObject({ refusal: { code: 'nothing-to-choose' } });
  });

  it('not when nothing has been asked', () => {
    expect(answerSupport(buildCase(), 'Hei')).toMatchObject({ ok: false });
  });

  it('counts as answered once there is an answer or a choice', () => {
    const base: Support = { ...NOTHING, mode: 'onSite' };
    expect(isSupportAnswered(base)).toBe(false);
    expect(isSupportAnswered({ ...base, answer: 'Kyllä' })).toBe(true);
    expect(isSupportAnswered({ ...base, choice: { kind: 'noneFits', note: '' } })).toBe(true);
  });
});
