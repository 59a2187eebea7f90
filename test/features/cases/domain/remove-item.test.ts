import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { datedItems } from '../../../../src/features/cases/domain/dated-items.ts';
import { findRemovable, removeItem } from '../../../../src/features/cases/domain/remove-item.ts';
import { AINO, buildCase, buildEvent, day, itemId, TODAY } from '../build-case.ts';
import { buildInvitee } from '../build-invitee.ts';
import { idsIn } from '../walk.ts';

const dated = (index: number) => ({ id: itemId(index), date: day('2026-12-15'), person: AINO, done: null });
const option = (index: number) => ({
  id: itemId(index),
  proposedBy: 'owner' as const,
  description: 'Uusi kilpailutus',
  realistic: null,
  whatCanBeDone: '',
  schedule: '',
});

const c: Case = buildCase({
  plannedParticipants: [{ id: itemId(1), role: 'officeHolder', organisation: 'vammaispalvelut' }],
  contacts: [
    { id: itemId(2), on: TODAY, channel: 'email', receiver: 'kirjaamo', outcome: 'noAnswer', note: '', by: AINO },
  ],
  events: [
    buildEvent({
      id: itemId(50),
      status: 'held',
      invitees: [buildInvitee(3, 'officeHolder', { name: 'Ville Virtanen', organisation: 'vammaispalvelut' })],
      arrangements: [{ id: itemId(4), what: 'Tilan varaus', assignee: 'owner', done: null }],
      options: [option(5), option(51)],
      chosenOptions: [itemId(5), itemId(51)],
      milestones: [{ ...dated(6), kind: 'board', what: 'Hallitus', remind: true }],
    }),
  ],
  actions: [{ ...dated(7), what: 'Soita', who: '' }],
  nextMeeting: { kind: 'agreed', meeting: { ...dated(8), time: null, place: 'Tampereen kirjasto', link: '' } },
  informTasks: [{ ...dated(9), audience: 'mutual', what: 'Tulos' }],
  followUps: [{ ...dated(10), what: 'Tuleeko kyyti?', note: '' }],
  evaluation: { agreed: dated(11), owner: null, federation: null, lesson: { text: 'Oppi', shared: null } },
});

describe('B-09: what can be removed', () => {
  it.each([
    [1, 'plannedParticipant', 'vammaispalvelut', null],
    [2, 'contact', 'kirjaamo', '2026-11-24'],
    [3, 'invitee', 'Ville Virtanen, vammaispalvelut', null],
    [4, 'arrangement', 'Tilan varaus', null],
    [5, 'option', 'Uusi kilpailutus', null],
    [6, 'milestone', 'Hallitus', '2026-12-15'],
    [7, 'action', 'Soita', '2026-12-15'],
    [8, 'nextMeeting', 'Tampereen kirjasto', '2026-12-15'],
    [9, 'informTask', 'Tulos', '2026-12-15'],
    [10, 'followUp', 'Tuleeko kyyti?', '2026-12-15'],
    [11, 'evaluation', '', '2026-12-15'],
  ])('number %i is named as %s %s and goes alone', (index, kind, what, date) => {
    const id = itemId(index);
    expect(findRemovable(c, id)).toEqual({ kind, id, what, date });
    const removed = removeItem(c, id);
    expect(removed.ok && idsIn(removed.value)).toEqual(idsIn(c).filter((each) => each !== id));
    expect(removed.ok && datedItems(removed.value)).toEqual(datedItems(c).filter((item) => item.id !== id));
  });

  it('is refused once it is gone', () => {
    const removed = removeItem(c, itemId(7));
    expect(removed.ok && removeItem(removed.value, itemId(7))).toMatchObject({ refusal: { code: 'item-gone' } });
  });

  it('is no event: those are cancelled', () => {
    expect(removeItem(c, itemId(50))).toMatchObject({ refusal: { code: 'item-gone' } });
  });
});

describe('S0-34: a solution that is removed', () => {
  it('is no longer chosen either', () => {
    const removed = removeItem(c, itemId(5));
    expect(removed.ok && removed.value.events[0]?.chosenOptions).toEqual([itemId(51)]);
  });
});

describe('S0-58: removing the day of the evaluation', () => {
  it('leaves what was answered and learnt', () => {
    const removed = removeItem(c, itemId(11));
    expect(removed.ok && removed.value.evaluation).toEqual({ ...c.evaluation, agreed: null });
  });
});
