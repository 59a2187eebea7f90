import { recordEventAction } from '../../../../src/features/cases/actions/record-event.ts';
import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { buildCase, buildEvent, day, itemId, TODAY } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { buildFormContext, fillIn, initialOf, save } from '../fill-form.ts';

const invitees = [
  buildInvitee(10, 'association', { answer: 'coming', organisation: 'Tampereen tukiyhdistys' }),
  buildInvitee(11, 'officeHolder', { name: 'Veijo Virkamies', organisation: 'Vammaispalvelut' }),
];
const contextOf = (overrides: Partial<DiscussionEvent> = {}) =>
  buildFormContext({ c: buildCase({ events: [buildEvent({ date: day('2026-11-20'), invitees, ...overrides })] }) });

describe('the form of a held event', () => {
  it('S0-26: offers the invitees, those ticked who have said that they come', () => {
    const { attended } = recordEventAction.content(contextOf()).fields;
    expect(attended?.choices).toEqual([
      { value: itemId(10), title: 'Tukiyhdistyksen edustaja, Tampereen tukiyhdistys' },
      { value: itemId(11), title: 'Viranhaltija, Vammaispalvelut, Veijo Virkamies' },
    ]);
    expect(attended?.initial).toBe(itemId(10));
  });

  it('asks only of others when there is nobody on the list', () => {
    const context = contextOf({ invitees: [] });
    expect(Object.keys(recordEventAction.content(context).fields)).toEqual([
      'on',
      'extraRole',
      'extraOrganisation',
      'openDiscussion',
    ]);
    const extra = { extraRole: 'officeHolder', extraOrganisation: 'Vammaispalvelut' };
    expect(save(recordEventAction, context, extra).c.events[0]?.invitees).toMatchObject([
      { role: 'officeHolder', organisation: 'Vammaispalvelut', attended: true },
    ]);
  });

  it('knows the agreed day once it has come, and today before that', () => {
    expect(initialOf(recordEventAction, contextOf())['on']).toBe('2026-11-20');
    expect(initialOf(recordEventAction, contextOf({ date: day('2026-12-15') }))['on']).toBe(TODAY);
    expect(initialOf(recordEventAction, contextOf({ date: null }))['on']).toBe(TODAY);
  });

  it('shows what was recorded when it is opened again', () => {
    const saved = save(recordEventAction, contextOf(), { attended: itemId(11), openDiscussion: 'Kyydit myöhästyvät' });
    const again = buildFormContext({ c: saved.c, item: saved.item });
    expect(initialOf(recordEventAction, again)).toMatchObject({
      on: '2026-11-20',
      attended: itemId(11),
      openDiscussion: 'Kyydit myöhästyvät',
    });
  });

  it('S0-31, G-03: looks for names in the notes of the open discussion', () => {
    expect(recordEventAction.content(contextOf()).fields['openDiscussion']?.privacy).toBe('views');
  });

  it('names the field of a day that is yet to come', () => {
    expect(fillIn(recordEventAction, contextOf(), { on: '2026-11-25' }).decided).toMatchObject({
      refusal: { code: 'event-not-today-yet', field: 'on' },
    });
  });

  it('asks for the role of somebody whose organisation was told', () => {
    expect(fillIn(recordEventAction, contextOf(), { extraOrganisation: 'Vammaispalvelut' }).decided).toMatchObject({
      refusal: { code: 'choice-missing', field: 'extraRole' },
    });
  });

  it('is drawn and refused in words when there is no event', () => {
    expect(fillIn(recordEventAction, buildFormContext(), {}).decided).toMatchObject({ refusal: { code: 'no-event' } });
  });
});

describe('recording an event', () => {
  it('leads to the question of its type while that is open', () => {
    expect(save(recordEventAction, contextOf(), {}).next).toEqual({ name: 'eventType', item: itemId(1) });
    expect(save(recordEventAction, contextOf({ type: 'officials' }), {}).next).toBeNull();
  });

  it('S0-38: warns of a side that was not there', () => {
    const { notices } = save(recordEventAction, contextOf({ type: 'officials' }), { attended: itemId(10) });
    expect(notices).toEqual([{ tone: 'warning', text: expect.stringContaining('Paikalla ei ollut viranhaltijaa') }]);
  });

  it('S0-51: warns when no decision maker was there', () => {
    const { notices } = save(recordEventAction, contextOf({ type: 'political' }), {});
    expect(notices).toEqual([{ tone: 'warning', text: expect.stringContaining('Paikalla ei ollut aluevaltuutettua') }]);
  });

  it('says on which day the event was', () => {
    expect(save(recordEventAction, contextOf(), {}).said).toBe('Tilaisuus on kirjattu. Se oli perjantaina 20.11.2026.');
  });
});
