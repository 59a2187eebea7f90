import type { Case } from '../../../../src/features/cases/domain/case.ts';
import { handOver, joinCase } from '../../../../src/features/cases/domain/people-of-case.ts';
import { parsePersonId, type PersonId } from '../../../../src/kernel/ids.ts';
import { AINO, BO, buildCase, buildEvent, day, itemId, SANNA, TODAY } from '../build-case.ts';

const person = (index: number): PersonId => {
  const id = parsePersonId(`p${index}`);
  if (id === null) {
    throw new Error('no person');
  }
  return id;
};
const FULL = [AINO, ...Array.from({ length: 29 }, (_, index) => person(index))];

const promise = (index: number, who: PersonId, isDone = false) => ({
  id: itemId(index),
  date: day('2026-12-15'),
  person: who,
  done: isDone ? { on: TODAY, by: who } : null,
});

describe('G-11: joining a case', () => {
  it('makes a member who sees it a participant with one press', () => {
    expect(joinCase(buildCase(), BO)).toMatchObject({ value: { participants: [AINO, BO], lead: AINO } });
  });

  it('twice is refused', () => {
    expect(joinCase(buildCase(), AINO)).toMatchObject({ refusal: { code: 'already-in-case' } });
  });

  it('is refused when the list of participants is full', () => {
    expect(joinCase(buildCase({ participants: FULL }), BO)).toEqual({
      ok: false,
      refusal: { code: 'list-full', args: { max: 30 } },
    });
  });
});

describe('handing a case over', () => {
  const c: Case = buildCase({
    actions: [
      { ...promise(11, AINO), what: 'Kysy', who: '' },
      { ...promise(12, BO), what: 'Soita', who: '' },
      { ...promise(13, AINO, true), what: 'Kirjoita', who: '' },
    ],
    informTasks: [{ ...promise(14, AINO), audience: 'mutual', what: 'Tulos' }],
    followUps: [{ ...promise(15, AINO), what: 'Katso', note: '' }],
    events: [
      buildEvent({
        id: itemId(16),
        status: 'held',
        milestones: [{ ...promise(17, AINO), kind: 'board', what: '', remind: true }],
      }),
      buildEvent({ id: itemId(18) }),
    ],
    nextMeeting: { kind: 'agreed', meeting: { ...promise(19, AINO), time: null, place: '', link: '' } },
    evaluation: { agreed: promise(20, AINO), owner: null, federation: null, lesson: null },
    status: { kind: 'onHold', reason: 'Tauko', until: promise(21, AINO) },
    support: {
      mode: 'onSite',
      question: '',
      answer: '',
      timeOptions: [],
      choice: { kind: 'picked', visit: { ...promise(22, SANNA), time: null } },
    },
  });

  function personsById(value: unknown): Readonly<Record<string, string>> {
    if (typeof value !== 'object' || value === null) {
      return {};
    }
    const own = 'id' in value && 'person' in value ? { [String(value.id)]: String(value.person) } : {};
    return Object.assign(own, ...Object.values(value).map(personsById));
  }

  it('gives the new lead what the former one was still to be reminded of, and nothing of others', () => {
    const result = handOver(c, BO, false);
    expect(result.ok && personsById(result.value)).toEqual({
      [itemId(11)]: BO,
      [itemId(12)]: BO,
      // Done by Aino, held by Aino: that stays true.
      [itemId(13)]: AINO,
      [itemId(14)]: BO,
      [itemId(15)]: BO,
      [itemId(16)]: AINO,
      [itemId(17)]: BO,
      [itemId(18)]: BO,
      [itemId(19)]: BO,
      [itemId(20)]: BO,
      [itemId(21)]: BO,
      [itemId(22)]: SANNA,
    });
  });

  it('keeps the former lead as a participant unless they leave', () => {
    expect(handOver(c, BO, false)).toMatchObject({ value: { lead: BO, participants: [AINO, BO] } });
    expect(handOver(c, BO, true)).toMatchObject({ value: { lead: BO, participants: [BO] } });
  });

  it('to who leads it already is refused', () => {
    expect(handOver(c, AINO, false)).toMatchObject({ refusal: { code: 'already-in-case', field: 'to' } });
  });

  it('of a full case goes when the former lead makes room', () => {
    const full = buildCase({ participants: FULL });
    expect(handOver(full, BO, false)).toMatchObject({ refusal: { code: 'list-full' } });
    expect(handOver(full, BO, true).ok).toBe(true);
  });
});
