import type { DiscussionEvent } from '../../../../src/features/cases/domain/case.ts';
import { LIST_CAPS } from '../../../../src/features/cases/domain/list-caps.ts';
import {
  addArrangements,
  findArrangement,
  mendArrangement,
} from '../../../../src/features/cases/domain/arrangements.ts';
import { findInvitee, invite, invitePlanned, plannedToInvite } from '../../../../src/features/cases/domain/invitees.ts';
import { stepsOf } from '../../../../src/features/cases/domain/process.ts';
import { AINO, BO, TODAY, buildCase, buildContext, buildEvent, day, itemId } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { eventOf, valueOf } from '../value-of.ts';

const PLANNED = [
  { id: itemId(50), role: 'officeHolder', organisation: 'Vammaispalvelut' },
  { id: itemId(51), role: 'expertByExperience', organisation: '' },
] as const;

const withEvent = (overrides: Partial<DiscussionEvent> = {}) =>
  buildCase({ stage: 'authorityContact', events: [buildEvent(overrides)], plannedParticipants: PLANNED });

const REQUEST = {
  role: 'countyCouncillor',
  organisation: 'Aluevaltuusto',
  name: '',
  proposedBy: 'authority',
  agreedByOwner: true,
  agreedByAuthority: true,
  invited: true,
  answer: 'coming',
} as const;

describe('S0-24: whom to invite', () => {
  it('adds one with who proposed, who agreed, whether invited and the answer', () => {
    expect(eventOf(invite(withEvent(), null, REQUEST, buildContext())).invitees).toEqual([
      { id: itemId(900), attended: false, ...REQUEST },
    ]);
  });

  it('mends one in whichever event it is, and keeps whether it attended', () => {
    const held = withEvent({ status: 'held', invitees: [buildInvitee(10, 'officeHolder', { attended: true })] });
    expect(eventOf(invite(held, itemId(10), REQUEST, buildContext())).invitees).toEqual([
      { id: itemId(10), attended: true, ...REQUEST },
    ]);
    expect(findInvitee(held, itemId(10))?.role).toBe('officeHolder');
    expect(findInvitee(held, itemId(11))).toBeNull();
  });

  it('needs an event in preparation', () => {
    expect(invite(buildCase(), null, REQUEST, buildContext())).toEqual({ ok: false, refusal: { code: 'no-event' } });
    expect(invite(withEvent({ status: 'held' }), null, REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'no-event' },
    });
  });

  it('is refused for one that is gone and when the list is full', () => {
    expect(invite(withEvent(), itemId(77), REQUEST, buildContext())).toMatchObject({ refusal: { code: 'item-gone' } });
    const invitees = Array.from({ length: LIST_CAPS.invitees }, (_, index) => buildInvitee(100 + index, 'other'));
    expect(invite(withEvent({ invitees }), null, REQUEST, buildContext())).toMatchObject({
      refusal: { code: 'list-full' },
    });
  });
});

describe('S0-17, S0-24: the planned participants are not typed again', () => {
  it('are offered while nobody is on the list of the event', () => {
    expect(plannedToInvite(withEvent())).toEqual(PLANNED);
    expect(plannedToInvite(withEvent({ invitees: [buildInvitee(10, 'other')] }))).toEqual([]);
    expect(plannedToInvite(buildCase({ plannedParticipants: PLANNED }))).toEqual([]);
  });

  it('become invitees that we propose, those that were picked and one more', () => {
    const another = { role: 'federation', organisation: 'Tukiliitto', name: '' } as const;
    const decision = invitePlanned(withEvent(), [itemId(51)], another, buildContext());
    expect(eventOf(decision).invitees).toMatchObject([
      { id: itemId(900), role: 'expertByExperience', proposedBy: 'owner', agreedByOwner: true, answer: 'none' },
      { id: itemId(901), role: 'federation', organisation: 'Tukiliitto', agreedByAuthority: false, invited: false },
    ]);
  });

  it('cannot be none of them and nobody else', () => {
    expect(invitePlanned(withEvent(), [], null, buildContext())).toEqual({
      ok: false,
      refusal: { code: 'choice-missing', field: 'planned' },
    });
  });
});

describe('S0-25: the practical arrangements', () => {
  const arranged = withEvent({
    arrangements: [{ id: itemId(30), what: 'Varaa tila', assignee: 'owner', done: { on: day('2026-11-20'), by: BO } }],
  });

  it('are added for the actor or the authority', () => {
    const decision = addArrangements(withEvent(), ['Varaa tila', 'Hoida tarjoilu'], 'authority', buildContext());
    expect(eventOf(decision).arrangements).toEqual([
      { id: itemId(900), what: 'Varaa tila', assignee: 'authority', done: null },
      { id: itemId(901), what: 'Hoida tarjoilu', assignee: 'authority', done: null },
    ]);
    const [step] = stepsOf(valueOf(decision), 'authorityContact').filter(({ code }) => code === 'arrangeEvent');
    expect(step?.done).toBe(true);
  });

  it('are ticked with the name and the date, once', () => {
    const change = { what: 'Varaa tila', assignee: 'owner', isDone: true } as const;
    const open = withEvent({ arrangements: [{ id: itemId(30), what: 'Varaa', assignee: 'owner', done: null }] });
    expect(eventOf(mendArrangement(open, itemId(30), change, buildContext())).arrangements).toMatchObject([
      { what: 'Varaa tila', done: { on: TODAY, by: AINO } },
    ]);
    expect(eventOf(mendArrangement(arranged, itemId(30), change, buildContext())).arrangements).toMatchObject([
      { done: { on: '2026-11-20', by: BO } },
    ]);
  });

  it('can be opened again and given to the other side', () => {
    const change = { what: 'Varaa sali', assignee: 'authority', isDone: false } as const;
    expect(eventOf(mendArrangement(arranged, itemId(30), change, buildContext())).arrangements).toEqual([
      { id: itemId(30), what: 'Varaa sali', assignee: 'authority', done: null },
    ]);
    expect(findArrangement(arranged, itemId(30))?.what).toBe('Varaa tila');
  });

  it('are refused without an event, without a task, when gone and when there are too many', () => {
    const add = (c: ReturnType<typeof buildCase>, what: readonly string[]) =>
      addArrangements(c, what, 'owner', buildContext());
    expect(add(buildCase(), ['Varaa tila'])).toMatchObject({ refusal: { code: 'no-event' } });
    expect(add(withEvent(), [])).toEqual({ ok: false, refusal: { code: 'choice-missing', field: 'what' } });
    const many = Array.from({ length: LIST_CAPS.arrangements + 1 }, (_, index) => `Tehtävä ${index}`);
    expect(add(withEvent(), many)).toMatchObject({ refusal: { code: 'list-full' } });
    const change = { what: 'x', assignee: 'owner', isDone: false } as const;
    expect(mendArrangement(arranged, itemId(77), change, buildContext())).toMatchObject({
      refusal: { code: 'item-gone' },
    });
  });
});
