import {
  bestOptions,
  fitCounts,
  turnout,
  type TimeFit,
  type TimePoll,
} from '../../../../src/features/cases/domain/time-poll.ts';
import { AINO, BO, itemId, SANNA } from '../build-case.ts';
import { buildTimePoll } from '../build-time-poll.ts';

const said = (...fits: readonly (readonly TimeFit[])[]): TimePoll =>
  buildTimePoll({ answers: fits.map((each, index) => ({ person: [AINO, BO, SANNA][index] ?? AINO, fits: each })) });

const best = (poll: TimePoll) => bestOptions(poll).map((option) => poll.options.indexOf(option) + 1);

const YES = 'fits';
const MAYBE = 'ifNeeded';
const NO = 'doesNotFit';

describe('S0-23: what the answers come to', () => {
  it('counts each word of each time, those on behalf of others too', () => {
    const poll = {
      ...said([YES, NO, MAYBE], [YES, YES, NO]),
      outsiders: [{ id: itemId(210), name: 'Vammaispalvelut', answer: { fits: [NO, YES, YES], by: AINO } as const }],
    };
    expect(poll.options.map((option) => fitCounts(poll, option))).toEqual([
      { fits: 2, ifNeeded: 0, doesNotFit: 1 },
      { fits: 2, ifNeeded: 0, doesNotFit: 1 },
      { fits: 1, ifNeeded: 1, doesNotFit: 1 },
    ]);
  });

  it('points out the time that suits most', () => {
    expect(best(said([YES, NO, YES], [NO, NO, YES]))).toEqual([3]);
  });

  it('of two that suit as many, the one that suits nobody badly', () => {
    expect(best(said([YES, YES, NO], [NO, MAYBE, NO]))).toEqual([2]);
  });

  it('points out all that are equally good', () => {
    expect(best(said([YES, YES, NO]))).toEqual([1, 2]);
  });

  it('points out a time that would do when none suits anybody better', () => {
    expect(best(said([NO, MAYBE, NO], [NO, MAYBE, MAYBE]))).toEqual([2]);
  });

  it('points out nothing while nobody has answered, or when no time will do', () => {
    expect(best(said())).toEqual([]);
    expect(best(said([NO, NO, NO]))).toEqual([]);
  });

  it('knows who has answered and who has not, and waits for nobody who has left', () => {
    const poll = said([YES, NO, NO]);
    const everybody = turnout(poll, () => true);
    expect(everybody.answered).toEqual([AINO]);
    expect(everybody.waiting).toEqual([BO, SANNA, poll.outsiders[0]]);
    expect(turnout(poll, (person) => person !== BO).waiting).toEqual([SANNA, poll.outsiders[0]]);
  });
});
