import { otherOrganisationsAction } from '../../../../src/features/cases/actions/other-organisations.ts';
import { plannedParticipantAction } from '../../../../src/features/cases/actions/planned-participant.ts';
import { supportAnswerAction } from '../../../../src/features/cases/actions/support-answer.ts';
import { supportNeedAction } from '../../../../src/features/cases/actions/support-need.ts';
import { timeOptionsAction } from '../../../../src/features/cases/actions/time-options.ts';
import type { Support } from '../../../../src/features/cases/domain/case.ts';
import { SUPPORT_MODES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { AINO, BO, SANNA, buildCase, clock, day, itemId } from '../build-case.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const FIRST = { id: itemId(11), date: day('2026-12-08'), time: clock('10:00') };
const SECOND = { id: itemId(12), date: day('2026-12-09'), time: null };
const PICKED = {
  kind: 'picked',
  visit: { id: itemId(20), date: FIRST.date, time: FIRST.time, person: SANNA, done: null },
} as const;

function supported(support: Partial<Support>, by = AINO) {
  const base: Support = { mode: 'onSite', question: '', answer: '', timeOptions: [], choice: null };
  return buildFormContext({ c: buildCase({ support: { ...base, ...support } }), by });
}

describe('the form of planned participants', () => {
  it('S0-17: asks for a role and an organisation, and for another after it', () => {
    const content = plannedParticipantAction.content(buildFormContext());
    expect(Object.keys(content.fields)).toEqual(['role', 'organisation']);
    expect(content.isList).toBe(true);
    const { c, item, said } = save(plannedParticipantAction, buildFormContext(), { role: 'officeHolder' });
    expect(c.plannedParticipants).toEqual([{ id: item, role: 'officeHolder', organisation: '' }]);
    expect(said).toBe('Osallistuja on lisätty.');
  });

  it('mends the one that it was opened for', () => {
    const plannedParticipants = [{ id: itemId(5), role: 'officeHolder', organisation: 'Vammaispalvelut' }] as const;
    const context = buildFormContext({ c: buildCase({ plannedParticipants }), item: itemId(5) });
    expect(initialOf(plannedParticipantAction, context)).toEqual({
      role: 'officeHolder',
      organisation: 'Vammaispalvelut',
    });
    const { c, item } = save(plannedParticipantAction, context, { organisation: 'Kirjaamo' });
    expect(c.plannedParticipants).toEqual([{ id: itemId(5), role: 'officeHolder', organisation: 'Kirjaamo' }]);
    expect(item).toBe(itemId(5));
  });
});

describe('the form of the need for support', () => {
  it('S0-09, S0-10, S0-11: offers no support, information, Teams and a visit', () => {
    expect(supportNeedAction.content(buildFormContext()).fields['mode']?.choices.map(({ value }) => value)).toEqual(
      SUPPORT_MODES,
    );
  });

  it('asks the advisor in the thread, unless no support is needed', () => {
    const announced = (mode: string) =>
      save(supportNeedAction, buildFormContext(), { mode, question: 'Mitä laki sanoo?' }).announce;
    expect(SUPPORT_MODES.map(announced)).toEqual([null, 'supportAsked', 'supportAsked', 'supportAsked']);
  });

  it('S0-18: goes on to the times when a visit is wanted', () => {
    expect(save(supportNeedAction, buildFormContext(), { mode: 'onSite' }).next).toEqual({
      name: 'timeOptions',
      item: null,
    });
    expect(save(supportNeedAction, buildFormContext(), { mode: 'teams' }).next).toBeNull();
  });

  it('does not ask the advisor again when nothing was changed', () => {
    const context = supported({ mode: 'teams', question: 'Tulisitko?' });
    expect(initialOf(supportNeedAction, context)).toEqual({ mode: 'teams', question: 'Tulisitko?' });
    expect(save(supportNeedAction, context, {}).announce).toBeNull();
  });

  it('warns that the answer goes when the request is changed', () => {
    expect(supportNeedAction.content(supported({ answer: 'Tulen.' })).notices).toMatchObject([{ tone: 'warning' }]);
    expect(supportNeedAction.content(supported({})).notices).toEqual([]);
  });

  it('S0-11: names the question when information is asked for without one', () => {
    expect(fillIn(supportNeedAction, buildFormContext(), { mode: 'information' }).decided).toMatchObject({
      refusal: { code: 'question-missing', field: 'question' },
    });
  });
});

describe('the form of the times for a visit', () => {
  it('S0-18: needs one date and takes three with their times, written in any way', () => {
    expect(fillIn(timeOptionsAction, supported({}), {}).problems).toEqual(['date1']);
    const typed = { date1: '8.12.2026', time1: 'klo 10', date2: '9.12.', date3: '2026-12-10', time3: '14.30' };
    const { c, announce } = save(timeOptionsAction, supported({}), typed);
    expect(c.support?.timeOptions).toMatchObject([
      { date: '2026-12-08', time: '10:00' },
      { date: '2026-12-09', time: null },
      { date: '2026-12-10', time: '14:30' },
    ]);
    expect(announce).toBe('supportAsked');
  });

  it('starts with the times proposed before and asks nobody again when they stay', () => {
    const context = supported({ timeOptions: [FIRST, SECOND] });
    expect(initialOf(timeOptionsAction, context)).toEqual({
      date1: '2026-12-08',
      time1: '10:00',
      date2: '2026-12-09',
      time2: '',
      date3: '',
      time3: '',
    });
    expect(save(timeOptionsAction, context, {}).announce).toBeNull();
  });

  it('tells what the advisor has answered so far', () => {
    const notices = (choice: Support['choice']) => timeOptionsAction.content(supported({ choice })).notices;
    expect(notices(null)).toEqual([]);
    expect(notices(PICKED)).toMatchObject([{ tone: 'warning' }]);
    expect(notices({ kind: 'noneFits', note: '' })).toHaveLength(1);
    expect(notices({ kind: 'noneFits', note: 'Entä tammikuussa?' })).toMatchObject([
      { tone: 'info' },
      { text: 'Järjestöasiantuntijan viesti: Entä tammikuussa?' },
    ]);
  });

  it('names the date that is missing beside a time', () => {
    const typed = { date1: '8.12.2026', time2: '12' };
    expect(fillIn(timeOptionsAction, supported({}), typed).decided).toMatchObject({
      refusal: { code: 'date-missing', field: 'date2' },
    });
  });
});

describe('the form of the advisor’s answer', () => {
  it('S0-18: offers the times still to come, and that none fits', () => {
    const gone = { id: itemId(13), date: day('2026-11-20'), time: null };
    const context = supported({ timeOptions: [gone, FIRST, SECOND] }, SANNA);
    expect(supportAnswerAction.content(context).fields['pick']?.choices).toEqual([
      { value: FIRST.id, title: 'tiistaina 8.12.2026 klo 10.00' },
      { value: SECOND.id, title: 'keskiviikkona 9.12.2026' },
      { value: 'none', title: 'Mikään aika ei sovi' },
    ]);
  });

  it('promises the picked visit to the advisor and answers in the thread', () => {
    const { c, said, announce, notices } = save(supportAnswerAction, supported({ timeOptions: [FIRST] }, SANNA), {
      pick: FIRST.id,
    });
    expect(c.support?.choice).toMatchObject({ kind: 'picked', visit: { person: SANNA, date: FIRST.date } });
    expect(said).toBe('Tukiliiton työntekijä tulee tiistaina 8.12.2026 klo 10.00.');
    expect(announce).toBe('supportAnswered');
    expect(notices).toEqual([]);
  });

  it('T-09: says at once when the visit is too near for a reminder', () => {
    const tomorrow = { ...FIRST, date: day('2026-11-25') };
    const decided = save(supportAnswerAction, supported({ timeOptions: [tomorrow] }, SANNA), { pick: FIRST.id });
    expect(decided.notices).toHaveLength(1);
  });

  it('takes "none fits" with a note', () => {
    const context = supported({ timeOptions: [FIRST] }, SANNA);
    const { c } = save(supportAnswerAction, context, { pick: 'none', note: 'Entä tammikuussa?' });
    expect(c.support?.choice).toEqual({ kind: 'noneFits', note: 'Entä tammikuussa?' });
  });

  it('starts with what was answered before', () => {
    const picked = supported({ timeOptions: [FIRST], choice: PICKED, answer: 'Tulen junalla.' }, SANNA);
    expect(initialOf(supportAnswerAction, picked)).toEqual({ pick: FIRST.id, note: 'Tulen junalla.' });
    const none = supported({ timeOptions: [FIRST], choice: { kind: 'noneFits', note: 'Ei käy.' } }, SANNA);
    expect(initialOf(supportAnswerAction, none)).toEqual({ pick: 'none', note: 'Ei käy.' });
  });

  it('tells when no times have been proposed yet', () => {
    expect(supportAnswerAction.content(supported({}, SANNA)).notices).toMatchObject([{}, { tone: 'warning' }]);
  });

  it('S0-11: shows the question and needs an answer to it', () => {
    const context = supported({ mode: 'information', question: 'Mitä laki sanoo?' }, SANNA);
    expect(supportAnswerAction.content(context).notices.map(({ text }) => text)).toContain(
      'Toimijan viesti: Mitä laki sanoo?',
    );
    expect(fillIn(supportAnswerAction, context, {}).problems).toEqual(['answer']);
    const { c, announce } = save(supportAnswerAction, context, { answer: 'Laki sanoo näin.' });
    expect(c.support?.answer).toBe('Laki sanoo näin.');
    expect(announce).toBe('supportAnswered');
  });

  it('S0-10: has a ready answer to a request of Teams, until one was given', () => {
    expect(initialOf(supportAnswerAction, supported({ mode: 'teams' }, SANNA))).toEqual({
      answer: 'Tulen mukaan Teamsilla.',
    });
    expect(initialOf(supportAnswerAction, supported({ mode: 'teams', answer: 'En pääse.' }, SANNA))).toEqual({
      answer: 'En pääse.',
    });
  });

  it('tells when nothing was asked, and then refuses an answer', () => {
    const context = buildFormContext({ by: SANNA });
    expect(supportAnswerAction.content(context).notices).toMatchObject([{ tone: 'warning' }]);
    expect(fillIn(supportAnswerAction, context, { answer: 'Hei' }).decided).toMatchObject({
      refusal: { code: 'nothing-to-choose' },
    });
  });
});

describe('the form of other organisations', () => {
  const context = buildFormContext({ c: buildCase({ participants: [AINO, BO] }) });

  it('S0-19: offers yes, no and not known, and the people of the case for the task', () => {
    const { fields } = otherOrganisationsAction.content(context);
    expect(fields['concern']?.choices).toHaveLength(3);
    expect(fields['person']?.choices.map(({ title }) => title)).toEqual(['Aino Aalto', 'Bo Berg']);
    expect(fields['person']?.initial).toBe(AINO);
  });

  it('makes the task in words that name the organisations', () => {
    const typed = { concern: 'yes', names: 'Autismiliitto', contactBy: '8.12.2026', person: BO };
    const { c, said, notices } = save(otherOrganisationsAction, context, typed);
    expect(c.actions).toMatchObject([{ what: 'Ota yhteyttä: Autismiliitto', date: '2026-12-08', person: BO }]);
    expect(said).toContain('tiistaina 8.12.2026');
    expect(notices).toEqual([]);
  });

  it('T-09: says at once when the task is too near for a reminder', () => {
    const typed = { concern: 'yes', names: 'Autismiliitto', contactBy: '25.11.2026' };
    expect(save(otherOrganisationsAction, context, typed).notices).toHaveLength(1);
  });

  it('starts with the earlier answer and needs no new date', () => {
    const c = buildCase({ otherOrganisations: { concern: 'yes', names: 'Autismiliitto' } });
    const again = buildFormContext({ c, by: SANNA });
    expect(initialOf(otherOrganisationsAction, again)).toEqual({
      concern: 'yes',
      names: 'Autismiliitto',
      contactBy: '',
      person: AINO,
    });
    expect(save(otherOrganisationsAction, again, { names: 'Autismiliitto, Kynnys' }).said).toBe('Vastaus on tallessa.');
  });

  it('names the field at fault when "yes" lacks names or a date', () => {
    const refusal = (typed: Readonly<Record<string, string>>) =>
      fillIn(otherOrganisationsAction, context, typed).decided;
    expect(refusal({ concern: 'yes' })).toMatchObject({ refusal: { code: 'names-missing', field: 'names' } });
    expect(refusal({ concern: 'yes', names: 'Kynnys' })).toMatchObject({ refusal: { field: 'contactBy' } });
  });
});
