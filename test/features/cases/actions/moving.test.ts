import { closeAction, reopenAction, withdrawAction } from '../../../../src/features/cases/actions/close.ts';
import { holdAction, resumeAction } from '../../../../src/features/cases/actions/hold.ts';
import { advanceAction, goBackAction } from '../../../../src/features/cases/actions/move-stage.ts';
import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { AINO, BO, buildCase, day, itemId, SANNA, TODAY } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const withTarget = (overrides: Partial<Case> = {}): Case => {
  const c = buildCase(overrides);
  return { ...c, basics: { ...c.basics, influenceTarget: 'Kuljetuspalvelun sopimus' } };
};
const complete = withTarget({
  principles: { on: TODAY, by: AINO },
  support: { mode: 'notNeeded', question: '', answer: '', timeOptions: [], choice: null },
  plannedParticipants: [{ id: itemId(3), role: 'officeHolder', organisation: '' }],
  otherOrganisations: { concern: 'no', names: '' },
});
const followUp = (date: string) => ({
  id: itemId(7),
  date: day(date),
  person: AINO,
  done: null,
  what: 'Tuleeko kyyti?',
  note: '',
});
const texts = (notices: readonly { readonly text: string }[]) => notices.map(({ text }) => text);

describe('S0-60: moving on', () => {
  it('is one press when nothing is skipped, and says where the case is now', () => {
    const context = buildFormContext({ c: complete });
    expect(advanceAction.isImmediate(context)).toBe(true);
    expect(save(advanceAction, context, {}).said).toBe('Tapaus on nyt vaiheessa 2: Yhteys hyvinvointialueelle.');
  });

  it('names what would be skipped, and goes on all the same', () => {
    const context = buildFormContext({ c: withTarget() });
    expect(advanceAction.isImmediate(context)).toBe(false);
    const form = advanceAction.content(context);
    expect([form.title, form.submit, Object.keys(form.fields)]).toEqual([
      'Siirry vaiheeseen 2: Yhteys hyvinvointialueelle',
      'Siirry silti',
      [],
    ]);
    expect(texts(form.notices)).toEqual([
      'Lue toimintamallin periaatteet',
      'Kerro tuen tarve',
      'Lisää osallistujat keskusteluun',
      'Kerro muista järjestöistä',
    ]);
    expect(save(advanceAction, context, {}).c.stage).toBe('authorityContact');
  });

  it('asks nothing when it cannot be done: the refusal tells what is missing', () => {
    const context = buildFormContext({ c: buildCase() });
    expect(advanceAction.isImmediate(context)).toBe(true);
    expect(fillIn(advanceAction, context, {}).decided).toMatchObject({
      refusal: { code: 'stage-incomplete', args: { step: 'defineTarget' } },
    });
  });
});

describe('S0-60: going back', () => {
  const context = buildFormContext({ c: withTarget({ stage: 'discussion' }) });

  it('says where to, and needs a reason', () => {
    expect(goBackAction.content(context).intro).toBe(
      'Palaat vaiheeseen 2: Yhteys hyvinvointialueelle. Kaikki kirjattu säilyy.',
    );
    expect(fillIn(goBackAction, context, { reason: ' ' }).problems).toEqual(['reason']);
    expect(save(goBackAction, context, { reason: 'Uusi yhteydenotto' }).said).toBe(
      'Tapaus on nyt vaiheessa 2: Yhteys hyvinvointialueelle.',
    );
  });
});

describe('S0-58, B-08, B-09: closing', () => {
  const c = withTarget({ stage: 'followUp', followUps: [followUp('2026-12-15')] });
  const context = buildFormContext({ c });
  const TYPED = { outcome: 'partly', summary: 'Kyyti tulee' };

  it('says what is closed, what stays undone and that it can be taken back', () => {
    const { notices, submit } = closeAction.content(context);
    expect([submit, ...texts(notices)]).toEqual([
      'Päätä tapaus',
      'Päätät tapauksen: Kuljetuspalvelun odotusajat. Tavoite: Kyyti tulee ajallaan.',
      '1 sovittu asia jää tekemättä. Muistutukset loppuvat. Voit palauttaa tapauksen avoimeksi myöhemmin.',
    ]);
  });

  it('counts what is undone also while the case is on hold', () => {
    const until = { id: itemId(3), date: day('2026-12-01'), person: AINO, done: null };
    const onHold = buildFormContext({ c: { ...c, status: { kind: 'onHold', reason: 'Tauko', until } } });
    expect(texts(closeAction.content(onHold).notices)[1]).toMatch(/^1 sovittu asia/);
  });

  it('offers the outcomes of the stage', () => {
    const outcomes = (form: ReturnType<typeof closeAction.content>) =>
      form.fields['outcome']?.choices.map(({ title }) => title);
    expect(outcomes(closeAction.content(context))).toEqual([
      'Ratkaistu',
      'Ratkaistu osittain',
      'Ei ratkennut',
      'Siirtyi muualle',
      'Peruttu',
    ]);
    expect(outcomes(closeAction.content(buildFormContext({ c: withTarget() })))).toEqual([
      'Siirtyi muualle',
      'Peruttu',
    ]);
  });

  it('asks for a reason only while an evaluation is missing and the case can be resolved', () => {
    expect(Object.keys(closeAction.content(context).fields)).toContain('noEvaluationReason');
    const early = buildFormContext({ c: withTarget() });
    expect(Object.keys(closeAction.content(early).fields)).not.toContain('noEvaluationReason');
    const answer = { worked: 'Keskustelu', improve: '', useAgain: 'yes', by: BO, on: TODAY } as const;
    const evaluation = { agreed: null, owner: answer, federation: { ...answer, by: SANNA }, lesson: null };
    const evaluated = buildFormContext({ c: { ...c, evaluation } });
    expect(Object.keys(closeAction.content(evaluated).fields)).not.toContain('noEvaluationReason');
    expect(save(closeAction, evaluated, { ...TYPED, outcome: 'resolved' }).said).toBe(
      'Tapaus on päätetty. Tulos: Ratkaistu.',
    );
  });

  it('as resolved without evaluations is refused beside the reason', () => {
    const resolved = { ...TYPED, outcome: 'resolved' };
    expect(fillIn(closeAction, context, resolved).decided).toMatchObject({
      refusal: { code: 'evaluation-missing', field: 'noEvaluationReason' },
    });
    const decided = save(closeAction, context, { ...resolved, noEvaluationReason: 'Ratkesi puhelimessa' });
    expect(decided.c.status).toMatchObject({ outcome: 'resolved', noEvaluationReason: 'Ratkesi puhelimessa' });
  });

  it('is told in the thread, and S1-28: offers to go on together when cooperation goes on', () => {
    const plain = save(closeAction, context, TYPED);
    expect([plain.announce, plain.notices, plain.c.status]).toEqual([
      'closed',
      [],
      expect.objectContaining({ kind: 'closed', cooperation: null }),
    ]);
    const together = save(closeAction, context, { ...TYPED, cooperation: 'yes' });
    expect(texts(together.notices)).toEqual([
      'Sovi jo nyt seuraava yhteinen tapaaminen kunnan tai hyvinvointialueen kanssa.',
    ]);
  });
});

describe('withdrawing an opening', () => {
  it('says what follows and keeps the reason', () => {
    const context = buildFormContext();
    expect(texts(withdrawAction.content(context).notices)[0]).toMatch(/muistutukset loppuvat/);
    expect(fillIn(withdrawAction, context, {}).problems).toEqual(['reason']);
    const decided = save(withdrawAction, context, { reason: 'Sama asia oli jo' });
    expect(decided.c.status).toMatchObject({ kind: 'closed', outcome: 'withdrawn', summary: 'Sama asia oli jo' });
    expect(decided.announce).toBe('closed');
  });
});

describe('B-09: opening a closed case again', () => {
  it('asks once, and tells of dates that have passed meanwhile', () => {
    const closed = save(closeAction, buildFormContext({ c: withTarget({ followUps: [followUp('2026-11-20')] }) }), {
      outcome: 'transferred',
      summary: 'Siirtyi kuntaan',
    }).c;
    const context = buildFormContext({ c: closed });
    expect([reopenAction.isImmediate(context), initialOf(reopenAction, context)]).toEqual([false, {}]);
    const decided = save(reopenAction, context, {});
    expect([decided.c.status.kind, decided.announce]).toEqual(['open', 'reopened']);
    expect(texts(decided.notices)).toEqual(['1 sovittu päivä on jo mennyt. Tarkista se.']);
  });
});

describe('a pause', () => {
  it('needs a reason and a day, and says the day', () => {
    const context = buildFormContext({ c: withTarget() });
    expect(fillIn(holdAction, context, {}).problems).toEqual(['reason', 'until']);
    expect(fillIn(holdAction, context, { reason: 'Tauko', until: '23.11.2026' }).decided).toMatchObject({
      refusal: { code: 'date-in-past', field: 'until' },
    });
    expect(save(holdAction, context, { reason: 'Tauko', until: '12.1.2027' }).said).toBe(
      'Tapaus on tauolla. Tauko päättyy tiistaina 12.1.2027.',
    );
  });

  it('ends with one press, and tells of dates that have passed meanwhile', () => {
    const until = { id: itemId(3), date: day('2026-12-01'), person: AINO, done: null };
    const followUps = [followUp('2026-11-20'), { ...followUp('2026-11-21'), id: itemId(8) }];
    const context = buildFormContext({
      c: withTarget({ status: { kind: 'onHold', reason: 'Tauko', until }, followUps }),
    });
    expect(resumeAction.isImmediate(context)).toBe(true);
    const decided = save(resumeAction, context, {});
    expect([decided.said, ...texts(decided.notices)]).toEqual([
      'Tapaus jatkuu.',
      '2 sovittua päivää on jo mennyt. Tarkista ne.',
    ]);
  });
});
