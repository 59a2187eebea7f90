import { answerTimesAction, answerTimesForAction } from '../../../../src/features/cases/actions/answer-times.ts';
import { askTimesAction } from '../../../../src/features/cases/actions/ask-times.ts';
import { cancelEventAction } from '../../../../src/features/cases/actions/cancel-event.ts';
import { chooseTimeAction } from '../../../../src/features/cases/actions/choose-time.ts';
import { eventAction } from '../../../../src/features/cases/actions/event.ts';
import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { openTimePoll } from '../../../../src/features/cases/domain/event-times.ts';
import { casesFi } from '../../../../src/features/cases/texts.fi.ts';
import { may } from '../../../../src/features/cases/policy.ts';
import { parsePersonId, type PersonId } from '../../../../src/kernel/ids.ts';
import { AINO, BO, buildCase, buildEvent, itemId, SANNA } from '../build-case.ts';
import { buildTimePoll } from '../build-time-poll.ts';
import { buildFormContext, fillIn, initialOf, PEOPLE, save } from '../fill-form.ts';

function contextOf(c: Partial<Case> = {}, by: PersonId = AINO) {
  return buildFormContext({ c: buildCase({ stage: 'authorityContact', participants: [AINO, BO], ...c }), by });
}

const asking = (event: Partial<DiscussionEvent> = {}, by: PersonId = AINO) =>
  contextOf(
    { events: [buildEvent({ status: 'proposed', date: null, time: null, times: buildTimePoll(), ...event })] },
    by,
  );

const REQUEST = { format: 'onSite', date1: '8.12.', time1: '14', date2: '10.12.2026', time2: 'klo 9.30' };
const FITS = { [`fit${itemId(201)}`]: 'fits', [`fit${itemId(202)}`]: 'ifNeeded', [`fit${itemId(203)}`]: 'doesNotFit' };

describe('S0-23: the form that asks for times', () => {
  it('asks those who take part, and somebody answers for the target body', () => {
    expect(initialOf(askTimesAction, contextOf())).toMatchObject({ asked: `${AINO},${BO}`, outside: 'target' });
    const { c, said } = save(askTimesAction, contextOf(), REQUEST);
    expect(openTimePoll(c)).toMatchObject({
      by: AINO,
      asked: [AINO, BO],
      outsiders: [{ name: 'Pirkanmaan hyvinvointialue' }],
      options: [
        { date: '2026-12-08', time: '14:00' },
        { date: '2026-12-10', time: '09:30' },
      ],
    });
    expect(said).toBe('Kysymys menee tapauksen keskusteluun.');
  });

  it('offers who supports the case, asked at once when Tukiliitto takes part', () => {
    const { asked } = askTimesAction.content(contextOf()).fields;
    expect(asked?.choices.map(({ value }) => value)).toEqual([AINO, BO, SANNA]);
    const support = { mode: 'teams', question: '', answer: '', timeOptions: [], choice: null } as const;
    expect(initialOf(askTimesAction, contextOf({ support }))['asked']).toBe(`${AINO},${BO},${SANNA}`);
  });

  it('begins with the day that was proposed, and with whom was asked the last time', () => {
    const proposed = contextOf({ events: [buildEvent({ status: 'proposed' })] });
    expect(initialOf(askTimesAction, proposed)).toMatchObject({
      date1: '2026-12-15',
      time1: '14:00',
      format: 'onSite',
    });
    const again = asking({ times: buildTimePoll({ asked: [SANNA] }) });
    expect(initialOf(askTimesAction, again)).toMatchObject({ asked: SANNA, outside: `target,${itemId(210)}` });
    expect(askTimesAction.content(again).notices).toMatchObject([{ text: casesFi.askTimes.again }]);
  });

  it('keeps an organisation of the last time by its name', () => {
    const { c } = save(askTimesAction, asking(), REQUEST);
    expect(openTimePoll(c)?.outsiders.map(({ name }) => name)).toEqual([
      'Pirkanmaan hyvinvointialue',
      'Vammaispalvelut',
    ]);
  });

  it('B-12: warns of weekends and holidays by their names, and asks all the same', () => {
    const typed = { ...REQUEST, date1: '6.12.2026', date2: '12.12.2026' };
    const { notices } = save(askTimesAction, contextOf(), typed);
    expect(notices).toMatchObject([
      { tone: 'warning', text: expect.stringContaining('sunnuntai 6.12.2026, lauantai 12.12.2026') },
    ]);
    expect(save(askTimesAction, contextOf(), REQUEST).notices).toEqual([]);
  });

  it.each([
    ['a date nobody can read', { date1: '31.2.2026' }],
    ['a time nobody can read', { time2: 'iltapäivällä' }],
  ])('stays open with what was typed for %s', (_what, typed) => {
    expect(fillIn(askTimesAction, contextOf(), { ...REQUEST, ...typed }).problems).toEqual(Object.keys(typed));
  });

  it('G-03: looks for names of people where an organisation is asked', () => {
    const reading = askTimesAction.read(
      contextOf(),
      { ...initialOf(askTimesAction, contextOf()), ...REQUEST, other: 'Matti Meikäläinen' },
      { confirmed: false },
    );
    expect(reading.kind).toBe('personalData');
  });
});

describe('S0-23: the form that answers', () => {
  it('asks one question of each time, with how and where people meet', () => {
    const { fields, notices } = answerTimesAction.content(asking());
    expect(Object.values(fields).map(({ label }) => label)).toEqual([
      'tiistaina 8.12.2026 klo 14.00',
      'keskiviikkona 9.12.2026 klo 14.00',
      'torstaina 10.12.2026 klo 10.00',
    ]);
    expect(notices).toEqual([{ tone: 'info', text: 'Paikan päällä: Tampereen kirjasto' }]);
  });

  it('keeps a word for each time under the name of who answers', () => {
    const { c, said } = save(answerTimesAction, asking({}, BO), FITS);
    expect(openTimePoll(c)?.answers).toEqual([{ person: BO, fits: ['fits', 'ifNeeded', 'doesNotFit'] }]);
    expect(said).toBe(casesFi.answerTimes.said);
  });

  it('begins with what was answered, which can then be taken back', () => {
    const answered = { times: buildTimePoll({ answers: [{ person: AINO, fits: ['fits', 'fits', 'fits'] }] }) };
    const context = asking(answered);
    expect(Object.values(initialOf(answerTimesAction, context))).toEqual(['fits', 'fits', 'fits', '']);
    const { c, said } = save(answerTimesAction, context, { withdraw: 'true' });
    expect([openTimePoll(c)?.answers, said]).toEqual([[], casesFi.answerTimes.saidWithdrawn]);
  });

  it('wants an answer to every time', () => {
    const { [`fit${itemId(203)}`]: _third, ...two } = FITS;
    expect(fillIn(answerTimesAction, asking(), two).problems).toEqual([`fit${itemId(203)}`]);
  });

  it('on behalf of others asks whose answer it is', () => {
    const context = asking();
    expect(initialOf(answerTimesForAction, context)['who']).toBe(itemId(210));
    const { c, said } = save(answerTimesForAction, context, { who: itemId(210), ...FITS });
    expect(openTimePoll(c)?.outsiders).toMatchObject([{ answer: { by: AINO } }]);
    expect(said).toBe('Vastaus on tallessa: Vammaispalvelut.');
  });

  it.each([answerTimesAction, answerTimesForAction, chooseTimeAction])(
    'is no form at all while nobody asks, or when the time is agreed ($name)',
    (action) => {
      const agreed = contextOf({ events: [buildEvent()] });
      expect([action.isImmediate(contextOf()), action.isImmediate(agreed)]).toEqual([true, true]);
      expect(fillIn(action, contextOf(), {}).decided).toMatchObject({ refusal: { code: 'times-not-asked' } });
      expect(fillIn(action, agreed, {}).decided).toMatchObject({ refusal: { code: 'time-agreed' } });
    },
  );
});

describe('S0-23: the form that chooses', () => {
  it('tells the answers of each time, which suits most and who has not answered', () => {
    const context = asking({
      times: buildTimePoll({ answers: [{ person: AINO, fits: ['doesNotFit', 'fits', 'fits'] }] }),
    });
    const { fields, notices } = chooseTimeAction.content(context);
    expect(fields['pick']?.choices[0]?.title).toBe(
      'tiistaina 8.12.2026 klo 14.00: sopii 0, jos muu ei käy 0, ei sovi 1',
    );
    expect(notices.map(({ text }) => text)).toEqual([
      'Sopii useimmille: keskiviikkona 9.12.2026 klo 14.00 ja torstaina 10.12.2026 klo 10.00.',
      'Nämä eivät ole vielä vastanneet: Bo Berg, Sanna Salo, Vammaispalvelut.',
    ]);
  });

  it('agrees the time and has everybody told', () => {
    const { c, said, announce } = save(chooseTimeAction, asking(), { pick: itemId(202) });
    expect(c.events).toMatchObject([{ status: 'agreed', date: '2026-12-09', time: '14:00' }]);
    expect([said, announce]).toEqual(['Keskustelutilaisuus on keskiviikkona 9.12.2026 klo 14.00.', 'timeAgreed']);
  });

  it('goes on to asking other times when none will do', () => {
    const { c, next } = save(chooseTimeAction, asking(), { pick: 'none' });
    expect([openTimePoll(c), next]).toEqual([null, { name: 'askTimes', item: null }]);
  });

  it('C-05, S1-29: of a remote event wants the link, a Teams meeting’s or another https one, or that it comes later', () => {
    const context = asking({ format: 'remote', place: '' });
    const choose = (typed: Readonly<Record<string, string>>) =>
      fillIn(chooseTimeAction, context, { pick: itemId(201), ...typed }).decided;
    expect(choose({})).toMatchObject({ refusal: { code: 'event-needs-link', field: 'link' } });
    expect(choose({ link: 'http://teams.example' })).toMatchObject({ refusal: { code: 'link-not-https' } });
    expect(choose({ link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting' })).toMatchObject({ ok: true });
    expect(choose({ link: 'https://meet.example/aamu' })).toMatchObject({ ok: true });
    expect(choose({ linkLater: 'true' })).toMatchObject({ ok: true });
  });
});

describe('S0-23: agreeing or cancelling otherwise while people are asked', () => {
  it('says so in the form, and has those who were asked told', () => {
    expect(eventAction.content(asking()).notices).toEqual([{ tone: 'info', text: casesFi.timePoll.open }]);
    const typed = { status: 'agreed', date: '14.12.2026', time: '10', place: 'Kirjasto' };
    expect(save(eventAction, asking(), typed).announce).toBe('timeAgreed');
    expect(save(eventAction, contextOf({}), { ...typed, format: 'onSite' }).announce).toBeNull();
    expect(save(cancelEventAction, asking(), {}).announce).toBe('timesCancelled');
    expect(save(cancelEventAction, contextOf({ events: [buildEvent()] }), {}).announce).toBeNull();
  });
});

describe('S1-29: the form of the event', () => {
  it('remembers that the link follows later, until it is there', () => {
    const typed = { status: 'agreed', date: '15.12.2026', time: '14', format: 'remote', linkLater: 'true' };
    const { c } = save(eventAction, contextOf(), typed);
    expect(initialOf(eventAction, { ...contextOf(), c })).toMatchObject({ link: '', linkLater: 'true' });
    const linked = contextOf({ events: [buildEvent({ format: 'remote', link: 'https://teams.example/1' })] });
    expect(initialOf(eventAction, linked)).toMatchObject({ linkLater: '' });
  });
});

describe('S0-23: who may', () => {
  const mayDo = (name: Parameters<typeof may>[1], by: PersonId, over: Partial<Case> = {}) => {
    const { c, viewer } = asking({ times: buildTimePoll({ asked: [AINO, BO], by: BO, outsiders: [] }) }, by);
    const result = may({ ...c, participants: [AINO, SANNA], ...over }, name, {
      ...viewer,
      people: { ...PEOPLE, isAdvisorOf: () => false },
    });
    return result.ok ? true : result.refusal.code;
  };

  it('answer: those who were asked, and those who take part', () => {
    expect(mayDo('answerTimes', BO)).toBe(true);
    expect(mayDo('answerTimes', SANNA)).toBe(true);
    expect(mayDo('answerTimes', BO, { events: [], participants: [AINO] })).toBe('join-first');
  });

  it('choose: the lead and who asked, of the others nobody while the lead is in the team', () => {
    expect([mayDo('chooseTime', AINO), mayDo('chooseTime', BO)]).toEqual([true, true]);
    expect(mayDo('chooseTime', SANNA)).toBe('lead-only');
    const lead = parsePersonId('liisa') ?? AINO;
    expect(mayDo('chooseTime', SANNA, { lead })).toBe(true);
  });
});
