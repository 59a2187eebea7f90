import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { parseCase } from '../../../../src/features/cases/case-schema.ts';
import { openItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { agreeEvent, cancelEvent } from '../../../../src/features/cases/domain/event.ts';
import {
  answerTimes,
  answerTimesFor,
  askTimes,
  chooseNoTime,
  chooseTime,
  comingOptions,
  isAskedForTimes,
  openTimePoll,
  timePollFace,
  type TimesRequest,
} from '../../../../src/features/cases/domain/event-times.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import { actionOfStep } from '../../../../src/features/cases/domain/step-actions.ts';
import { parseInstant } from '../../../../src/kernel/helsinki-time.ts';
import { AINO, BO, buildCase, buildContext, buildEvent, clock, day, itemId, SANNA } from '../build-case.ts';
import { buildTimePoll } from '../build-time-poll.ts';
import { eventOf, valueOf } from '../value-of.ts';

const at = (date: string, time: string) => ({ date: day(date), time: clock(time) });

const REQUEST: TimesRequest = {
  format: 'onSite',
  times: [at('2026-12-09', '14:00'), at('2026-12-08', '14:00'), { date: null, time: null }],
  asked: [AINO, BO],
  outsiders: ['Pirkanmaan hyvinvointialue'],
};

function asking(event: Partial<DiscussionEvent> = {}, over: Partial<Case> = {}): Case {
  const proposed = { status: 'proposed', date: null, time: null, times: buildTimePoll() } as const;
  return buildCase({ stage: 'authorityContact', events: [buildEvent({ ...proposed, ...event })], ...over });
}

const ask = (c: Case, request: Partial<TimesRequest> = {}) => askTimes(c, { ...REQUEST, ...request }, buildContext());

const WHERE = { place: 'Tampereen kirjasto', link: '', linkLater: false };

describe('S0-23: asking for times', () => {
  it('makes the event a proposal and keeps the times in their order, with whom to ask', () => {
    const { status, date, format, times } = eventOf(ask(buildCase({ stage: 'authorityContact' })));
    expect({ status, date, format }).toEqual({ status: 'proposed', date: null, format: 'onSite' });
    expect(times).toMatchObject({
      by: AINO,
      state: 'open',
      options: [at('2026-12-08', '14:00'), at('2026-12-09', '14:00')],
      asked: [AINO, BO],
      outsiders: [{ name: 'Pirkanmaan hyvinvointialue', answer: null }],
      answers: [],
    });
  });

  it('takes the tentative day of a proposal away, so that nobody is reminded of it', () => {
    const c = valueOf(ask(buildCase({ stage: 'authorityContact', events: [buildEvent({ status: 'proposed' })] })));
    expect(c.events).toMatchObject([{ id: itemId(1), date: null, time: null, place: 'Tampereen kirjasto' }]);
    expect(openItems(c)).toEqual([]);
  });

  it('is refused once a time is agreed', () => {
    expect(ask(buildCase({ events: [buildEvent()] }))).toEqual({ ok: false, refusal: { code: 'time-agreed' } });
  });

  it.each([
    ['no time at all', { times: [] }, 'time-options-missing', 'date1'],
    ['a day that has passed', { times: [at('2026-11-23', '14:00')] }, 'date-in-past', 'date1'],
    ['an hour of today that has passed', { times: [at('2026-11-24', '10:00')] }, 'time-in-past', 'time1'],
    ['a day years away', { times: [at('2036-12-08', '14:00')] }, 'date-too-far', 'date1'],
    ['a day without an hour', { times: [{ date: day('2026-12-08'), time: null }] }, 'time-missing', 'time1'],
    ['an hour without a day', { times: [{ date: null, time: clock('14:00') }] }, 'date-missing', 'date1'],
    ['the same time twice', { times: [REQUEST.times[0], REQUEST.times[1], REQUEST.times[0]] }, 'time-twice', 'date3'],
    ['nobody to ask', { asked: [], outsiders: [] }, 'nobody-asked', 'asked'],
  ])('refuses %s and names the field', (_what, request, code, field) => {
    expect(ask(buildCase(), request as Partial<TimesRequest>)).toEqual({ ok: false, refusal: { code, field } });
  });

  it('takes an hour of today that is still to come', () => {
    expect(ask(buildCase(), { times: [at('2026-11-24', '15:00')] })).toMatchObject({ ok: true });
  });

  it('counts an organisation that is named twice once, and refuses too many', () => {
    const twice = eventOf(ask(buildCase(), { outsiders: ['Vammaispalvelut', 'vammaispalvelut'] }));
    expect(twice.times?.outsiders).toHaveLength(1);
    const many = Array.from({ length: LIST_CAPS.outsiders + 1 }, (_, index) => `Taho ${index}`);
    expect(ask(buildCase(), { outsiders: many })).toMatchObject({ refusal: { code: 'list-full' } });
  });

  it('again replaces what was asked, with its answers', () => {
    const before = asking({ times: buildTimePoll({ answers: [{ person: BO, fits: ['fits', 'fits', 'fits'] }] }) });
    const c = valueOf(ask(before));
    expect(openTimePoll(c)).toMatchObject({ id: itemId(900), answers: [] });
    expect(timePollFace(c, itemId(200))).toEqual({ kind: 'replaced' });
  });
});

describe('S0-23: answering', () => {
  const context = buildContext({ by: BO });

  it('keeps a word for each time, can be changed and taken back', () => {
    const once = valueOf(answerTimes(asking(), ['fits', 'doesNotFit', 'ifNeeded'], context));
    expect(openTimePoll(once)?.answers).toEqual([{ person: BO, fits: ['fits', 'doesNotFit', 'ifNeeded'] }]);
    const changed = valueOf(answerTimes(once, ['fits', 'fits', 'fits'], context));
    expect(openTimePoll(changed)?.answers).toEqual([{ person: BO, fits: ['fits', 'fits', 'fits'] }]);
    expect(openTimePoll(valueOf(answerTimes(changed, null, context)))?.answers).toEqual([]);
  });

  it('on behalf of an organisation says who answered', () => {
    const c = valueOf(answerTimesFor(asking(), itemId(210), ['fits', 'fits', 'doesNotFit'], context));
    expect(openTimePoll(c)?.outsiders).toMatchObject([{ answer: { fits: ['fits', 'fits', 'doesNotFit'], by: BO } }]);
    expect(openTimePoll(valueOf(answerTimesFor(c, itemId(210), null, context)))?.outsiders).toMatchObject([
      { answer: null },
    ]);
    expect(answerTimesFor(c, itemId(99), null, context)).toMatchObject({ refusal: { code: 'item-gone' } });
  });

  it('is for those who were asked and those who take part', () => {
    const c = asking({ times: buildTimePoll({ asked: [SANNA] }) });
    expect([SANNA, AINO, BO].map((person) => isAskedForTimes(c, person))).toEqual([true, true, false]);
  });

  it('is refused with its reason when the time is agreed, the event cancelled or nobody has asked', () => {
    const fits = ['fits', 'fits', 'fits'] as const;
    const chosen = valueOf(chooseTime(asking(), { option: itemId(201), ...WHERE }, buildContext()));
    expect(answerTimes(chosen, fits, context)).toEqual({ ok: false, refusal: { code: 'time-agreed' } });
    const cancelled = valueOf(cancelEvent(asking()));
    expect(answerTimes(cancelled, fits, context)).toEqual({ ok: false, refusal: { code: 'times-not-asked' } });
    expect(answerTimes(buildCase(), fits, context)).toEqual({ ok: false, refusal: { code: 'times-not-asked' } });
  });
});

describe('S0-23: choosing, ehdotettu → sovittu', () => {
  it('agrees the event for that time, ends the asking and reminds by the usual way', () => {
    const c = valueOf(chooseTime(asking(), { option: itemId(202), ...WHERE }, buildContext()));
    expect(c.events).toMatchObject([
      { id: itemId(1), status: 'agreed', date: '2026-12-09', time: '14:00', place: 'Tampereen kirjasto' },
    ]);
    expect(openTimePoll(c)).toBeNull();
    expect(openItems(c)).toMatchObject([{ kind: 'event', date: '2026-12-09', time: '14:00' }]);
    expect(timePollFace(c, itemId(200))).toMatchObject({ kind: 'settled' });
  });

  it('S1-29: asks what the format needs, as agreeing does', () => {
    const choose = (format: DiscussionEvent['format'], where: Partial<typeof WHERE>) =>
      chooseTime(asking({ format }), { option: itemId(201), ...WHERE, ...where }, buildContext());
    expect(choose('onSite', { place: '' })).toMatchObject({ refusal: { code: 'event-needs-place', field: 'place' } });
    expect(choose('remote', {})).toMatchObject({ refusal: { code: 'event-needs-link', field: 'link' } });
    expect(choose('remote', { place: '', linkLater: true })).toMatchObject({ ok: true });
  });

  it('offers no time that has passed, and refuses one that is gone', () => {
    const now = parseInstant('2026-12-09T12:30:00.000Z') ?? buildContext().now;
    const later = buildContext({ now });
    expect(comingOptions(buildTimePoll(), later).map(({ id }) => id)).toEqual([itemId(203)]);
    expect(chooseTime(asking(), { option: itemId(202), ...WHERE }, later)).toEqual({
      ok: false,
      refusal: { code: 'item-gone', field: 'pick' },
    });
  });

  it('can say that none will do; then others can be asked', () => {
    const none = valueOf(chooseNoTime(asking()));
    expect(timePollFace(none, itemId(200))).toMatchObject({ kind: 'noneFits' });
    expect(openTimePoll(none)).toBeNull();
    expect(openTimePoll(valueOf(ask(none)))).toMatchObject({ state: 'open' });
  });

  it('twice does nothing twice', () => {
    const c = valueOf(chooseTime(asking(), { option: itemId(202), ...WHERE }, buildContext()));
    const again = chooseTime(c, { option: itemId(202), ...WHERE }, buildContext());
    expect(again).toEqual({ ok: false, refusal: { code: 'time-agreed' } });
    expect(chooseNoTime(c)).toEqual({ ok: false, refusal: { code: 'time-agreed' } });
  });

  it('is what the card offers next while times are asked', () => {
    expect(actionOfStep(asking(), 'agreeEvent')).toBe('chooseTime');
    expect(actionOfStep(buildCase(), 'agreeEvent')).toBe('event');
  });
});

describe('an asking whose event changes meanwhile', () => {
  it('ends when a time is agreed otherwise, and stays ended when that becomes a proposal again', () => {
    const { status, date, time, format, place, link, federation } = buildEvent();
    const agreed = { date, time, format, place, link, federation };
    const c = valueOf(agreeEvent(asking(), null, { status: 'agreed', ...agreed }, buildContext()));
    expect(status).toBe('agreed');
    expect(timePollFace(c, itemId(200))).toMatchObject({ kind: 'settled' });
    const proposed = valueOf(agreeEvent(c, null, { status: 'proposed', ...agreed }, buildContext()));
    expect(openTimePoll(proposed)).toBeNull();
    expect(ask(proposed)).toMatchObject({ ok: true });
  });

  it('ends when the event is cancelled, and does not pass to the next event', () => {
    const cancelled = valueOf(cancelEvent(asking()));
    expect(timePollFace(cancelled, itemId(200))).toMatchObject({ kind: 'cancelled' });
    const next = eventOf(ask(cancelled));
    expect(next).toMatchObject({ id: itemId(900), place: 'Tampereen kirjasto', times: { answers: [] } });
  });

  it('waits while the case is on hold or in another stage', () => {
    const until = { id: itemId(5), date: day('2026-12-31'), person: AINO, done: null };
    const face = (over: Partial<Case>) => timePollFace(asking({}, over), itemId(200)).kind;
    expect(face({ status: { kind: 'onHold', reason: 'Loma', until } })).toBe('paused');
    expect(face({ stage: 'federationContact' })).toBe('paused');
    expect(face({ stage: 'discussion' })).toBe('open');
  });
});

describe('stored cases', () => {
  it('from before times could be asked are read, and hold none', () => {
    const stored = JSON.parse(JSON.stringify(buildCase({ events: [buildEvent()] })), (key: string, value: unknown) =>
      key === 'times' ? undefined : value,
    ) as unknown;
    expect(JSON.stringify(stored)).not.toContain('"times"');
    expect(parseCase(stored)?.events).toMatchObject([{ id: itemId(1), times: null }]);
  });

  it('with times asked are read back as they were written', () => {
    const c = asking({ times: buildTimePoll({ answers: [{ person: BO, fits: ['fits', 'ifNeeded', 'doesNotFit'] }] }) });
    expect(parseCase(JSON.parse(JSON.stringify(c)))).toEqual(c);
  });
});
