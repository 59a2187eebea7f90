import { arrangementAction } from '../../../../src/features/cases/actions/arrangement.ts';
import { cancelEventAction } from '../../../../src/features/cases/actions/cancel-event.ts';
import { eventAction } from '../../../../src/features/cases/actions/event.ts';
import { inviteeAction } from '../../../../src/features/cases/actions/invitee.ts';
import type { Case, DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { buildCase, buildEvent, day, itemId } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const PLANNED = [
  { id: itemId(50), role: 'officeHolder', organisation: 'Vammaispalvelut' },
  { id: itemId(51), role: 'expertByExperience', organisation: '' },
] as const;

function contextOf(c: Partial<Case>, item: ReturnType<typeof itemId> | null = null) {
  return buildFormContext({ c: buildCase({ stage: 'authorityContact', ...c }), item });
}

const withEvent = (event: Partial<DiscussionEvent> = {}, item: ReturnType<typeof itemId> | null = null) =>
  contextOf({ events: [buildEvent(event)] }, item);

const AGREED = { status: 'agreed', date: '15.12.2026', time: '14', format: 'onSite', place: 'Hämeenkatu 12' };

describe('the form of the event', () => {
  it('S0-23, S1-29: agrees a date, a time, a format and a place', () => {
    const { c, said, item } = save(eventAction, contextOf({}), AGREED);
    expect(c.events).toMatchObject([
      { id: item, status: 'agreed', date: '2026-12-15', time: '14:00', format: 'onSite', place: 'Hämeenkatu 12' },
    ]);
    expect(said).toBe('Keskustelutilaisuus on tiistaina 15.12.2026 klo 14.00.');
  });

  it('does not take the address of the place for somebody’s home', () => {
    expect(eventAction.content(contextOf({})).fields['place']?.privacy).toBe('workContact');
  });

  it('saves a proposal without a date', () => {
    const { c, said } = save(eventAction, contextOf({}), { status: 'proposed', format: 'remote' });
    expect(c.events).toMatchObject([{ status: 'proposed', date: null }]);
    expect(said).toBe('Ehdotus on tallessa.');
  });

  it('starts with the event in preparation and mends it', () => {
    expect(initialOf(eventAction, withEvent())).toEqual({
      status: 'agreed',
      date: '2026-12-15',
      time: '14:00',
      format: 'onSite',
      place: 'Tampereen kirjasto',
      link: '',
      linkLater: '',
      federation: 'no',
    });
    const { c, item } = save(eventAction, withEvent({}, itemId(1)), { place: 'Kaupungintalo' });
    expect(c.events).toMatchObject([{ id: itemId(1), place: 'Kaupungintalo' }]);
    expect(item).toBe(itemId(1));
  });

  it('S0-26: starts afresh after an event that was held', () => {
    const held = withEvent({ status: 'held' });
    expect(initialOf(eventAction, held)).toMatchObject({ status: '', date: '', place: '' });
    expect(save(eventAction, held, AGREED).c.events).toHaveLength(2);
  });

  it('S0-30: knows how Tukiliitto takes part from the support that was asked for', () => {
    const support = { mode: 'teams', question: '', answer: '', timeOptions: [], choice: null } as const;
    expect(initialOf(eventAction, contextOf({ support }))).toMatchObject({ federation: 'teams' });
    expect(initialOf(eventAction, contextOf({}))).toMatchObject({ federation: 'no' });
  });

  it('reminds of asking Tukiliitto when it is to take part but was not asked', () => {
    const { notices } = save(eventAction, contextOf({}), { ...AGREED, federation: 'onSite' });
    expect(notices).toMatchObject([{ text: expect.stringContaining('Kerro tuen tarve') }]);
  });

  it('T-09: says at once when no reminder can come any more', () => {
    const notices = (date: string) => save(eventAction, contextOf({}), { ...AGREED, date }).notices;
    expect(notices('15.12.2026')).toEqual([]);
    expect(notices('25.11.2026')).toHaveLength(1);
    const opened = { ...buildCase().opened, on: day('2026-11-01') };
    expect(save(eventAction, contextOf({ opened }), { ...AGREED, date: '20.11.2026' }).notices).toMatchObject([
      { text: expect.stringContaining('Päivä on jo mennyt') },
    ]);
  });

  it.each([
    [{ ...AGREED, date: '' }, 'date-missing', 'date'],
    [{ ...AGREED, place: '' }, 'event-needs-place', 'place'],
    [{ ...AGREED, link: 'www.teams.example' }, 'link-not-https', 'link'],
  ])('names the field at fault in %o', (typed, code, field) => {
    expect(fillIn(eventAction, contextOf({}), typed).decided).toEqual({ ok: false, refusal: { code, field } });
  });

  it('W-08: takes place, format and link from a cancelled event, and says what else came along', () => {
    const cancelled = withEvent({ status: 'cancelled', invitees: [buildInvitee(10, 'officeHolder')] });
    expect(initialOf(eventAction, cancelled)).toMatchObject({
      status: '',
      date: '',
      format: 'onSite',
      place: 'Tampereen kirjasto',
    });
    const { c, notices } = save(eventAction, cancelled, { ...AGREED });
    expect(c.events.at(-1)?.invitees).toHaveLength(1);
    expect(notices).toMatchObject([{ text: expect.stringContaining('perutusta') }]);
  });
});

describe('the form of cancelling the event', () => {
  it('B-09: asks nothing, says which event and what follows, and its button does it', () => {
    const content = cancelEventAction.content(withEvent());
    expect(content).toMatchObject({
      fields: {},
      submit: 'Peru tilaisuus',
      notices: [{ tone: 'warning', text: 'Perut tilaisuuden, joka on tiistaina 15.12.2026 klo 14.00.' }],
    });
    expect(content.intro).toContain('Muistutuksia ei enää tule.');
    expect(cancelEventAction.isImmediate(withEvent())).toBe(false);
    expect(save(cancelEventAction, withEvent(), {}).c.events).toMatchObject([{ status: 'cancelled' }]);
  });

  it('tells of an event without a date, and when there is none', () => {
    const text = (context: ReturnType<typeof contextOf>) => cancelEventAction.content(context).notices[0]?.text;
    expect(text(withEvent({ status: 'proposed', date: null }))).toContain('ei ole vielä päivää');
    expect(text(contextOf({}))).toBe('Sovittua tilaisuutta ei ole.');
    expect(fillIn(cancelEventAction, contextOf({}), {}).decided).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

describe('the form of invitees', () => {
  it('S0-24: adds one whom we propose and have agreed to, not yet invited, unless told otherwise', () => {
    const { c, item, said } = save(inviteeAction, withEvent(), { role: 'officeHolder' });
    expect(c.events[0]?.invitees).toEqual([buildInvitee(900, 'officeHolder')]);
    expect(item).toBe(itemId(900));
    expect(said).toBe('Kutsuttava on lisätty.');
    expect(inviteeAction.content(withEvent()).isList).toBe(true);
  });

  it('mends proposer, agreement, invitation and answer of the one that it was opened for', () => {
    const invitee = buildInvitee(10, 'officeHolder', { organisation: 'Kirjaamo', invited: true, answer: 'maybe' });
    const context = withEvent({ invitees: [invitee] }, itemId(10));
    expect(initialOf(inviteeAction, context)).toEqual({
      role: 'officeHolder',
      organisation: 'Kirjaamo',
      name: '',
      proposedBy: 'owner',
      agreedBy: 'owner',
      invitation: 'maybe',
    });
    const typed = { proposedBy: 'authority', agreedBy: 'owner,authority', invitation: 'coming' };
    expect(save(inviteeAction, context, typed).c.events[0]?.invitees).toEqual([
      { ...invitee, proposedBy: 'authority', agreedByAuthority: true, answer: 'coming' },
    ]);
    expect(save(inviteeAction, context, { invitation: 'notInvited' }).c.events[0]?.invitees).toMatchObject([
      { invited: false, answer: 'none' },
    ]);
  });

  it('S0-17: offers the planned participants, all picked, while nobody is on the list', () => {
    const context = contextOf({ events: [buildEvent()], plannedParticipants: PLANNED });
    const { planned } = inviteeAction.content(context).fields;
    expect(planned?.choices.map(({ title }) => title)).toEqual([
      'Viranhaltija: Vammaispalvelut',
      'Kokemusasiantuntija',
    ]);
    const { c, said } = save(inviteeAction, context, {});
    expect(c.events[0]?.invitees).toMatchObject([
      { role: 'officeHolder', organisation: 'Vammaispalvelut' },
      { role: 'expertByExperience' },
    ]);
    expect(said).toBe('Lisäsit 2 kutsuttavaa.');
    expect(Object.keys(inviteeAction.content({ ...context, c }).fields)).not.toContain('planned');
  });

  it('can leave the planned ones out and add another', () => {
    const context = contextOf({ events: [buildEvent()], plannedParticipants: PLANNED });
    const { c } = save(inviteeAction, context, { planned: '', role: 'federation' });
    expect(c.events[0]?.invitees).toMatchObject([{ role: 'federation' }]);
    const refusal = (typed: Readonly<Record<string, string>>) => fillIn(inviteeAction, context, typed).decided;
    expect(refusal({ planned: '' })).toMatchObject({ refusal: { code: 'choice-missing', field: 'planned' } });
    expect(refusal({ name: 'Aluevaltuuston puheenjohtaja' })).toMatchObject({ refusal: { field: 'role' } });
  });

  it('S0-51: tells whom the type of the event still lacks', () => {
    const { notices } = save(inviteeAction, withEvent({ type: 'political' }), { role: 'officeHolder' });
    expect(notices).toMatchObject([{ tone: 'warning' }]);
    expect(save(inviteeAction, withEvent({ type: 'political' }), { role: 'countyCouncillor' }).notices).toEqual([]);
  });

  it('tells that an event is needed first', () => {
    expect(inviteeAction.content(contextOf({})).notices).toMatchObject([{ tone: 'warning' }]);
    expect(inviteeAction.content(withEvent()).notices).toEqual([]);
    expect(fillIn(inviteeAction, contextOf({}), { role: 'other' }).decided).toMatchObject({
      refusal: { code: 'no-event' },
    });
  });
});

describe('the form of arrangements', () => {
  const arranged = { id: itemId(30), what: 'Lähetä kutsut', assignee: 'authority', done: null } as const;

  it('S0-25: the actor does them unless told otherwise, and Tukiliitto is not a choice', () => {
    const { assignee } = arrangementAction.content(withEvent()).fields;
    expect(assignee).toMatchObject({ initial: 'owner' });
    expect(assignee?.choices.map(({ value }) => value)).toEqual(['owner', 'authority']);
  });

  it('adds usual ones that are picked and one in own words', () => {
    const { c, said } = save(arrangementAction, withEvent(), { usual: 'refreshments,room', what: 'Varaa tulkki' });
    expect(c.events[0]?.arrangements).toMatchObject([
      { what: 'Varaa tila, johon kaikki pääsevät', assignee: 'owner', done: null },
      { what: 'Hoida tarjoilu' },
      { what: 'Varaa tulkki' },
    ]);
    expect(said).toBe('Lisäsit 3 järjestelyä.');
    expect(fillIn(arrangementAction, withEvent(), {}).decided).toMatchObject({
      refusal: { code: 'choice-missing', field: 'what' },
    });
  });

  it('does not offer again what is on the list', () => {
    const choices = (context: ReturnType<typeof contextOf>) =>
      arrangementAction.content(context).fields['usual']?.choices.map(({ value }) => value);
    expect(choices(withEvent())).toContain('invitations');
    expect(choices(withEvent({ arrangements: [arranged] }))).not.toContain('invitations');
  });

  it('asks only in own words once all the usual ones are on the list', () => {
    const all = ['room', 'online', 'invitations', 'agenda', 'refreshments', 'interpretation', 'chair'].join(',');
    const { c } = save(arrangementAction, withEvent(), { usual: all });
    const context = buildFormContext({ c });
    expect(Object.keys(arrangementAction.content(context).fields)).toEqual(['what', 'assignee']);
    const { item } = save(arrangementAction, context, { what: 'Varaa tulkki' });
    expect(item).toBe(itemId(900));
  });

  it('ticks off the one that it was opened for', () => {
    const context = withEvent({ arrangements: [arranged] }, itemId(30));
    expect(initialOf(arrangementAction, context)).toEqual({
      what: 'Lähetä kutsut',
      assignee: 'authority',
      isDone: 'false',
    });
    const { c, said } = save(arrangementAction, context, { isDone: 'true' });
    expect(c.events[0]?.arrangements).toMatchObject([{ done: { on: '2026-11-24' } }]);
    expect(said).toBe('Järjestely on tehty.');
    expect(initialOf(arrangementAction, { ...context, c })).toMatchObject({ isDone: 'true' });
  });

  it('tells that an event is needed first', () => {
    expect(arrangementAction.content(contextOf({})).notices).toMatchObject([{ tone: 'warning' }]);
    expect(arrangementAction.content(withEvent()).notices).toEqual([]);
  });
});
