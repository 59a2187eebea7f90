import fc from 'fast-check';
import { nearest } from '../../src/kernel/edit-distance.ts';

const COMMANDS = ['uusi tapaus', 'tapaukset', 'tapaus', 'tuki', 'kalenteri', 'ohje', 'asetukset'];

describe('B-12: the nearest command', () => {
  it.each([
    ['tapauset', 'tapaukset'], // a letter missing
    ['kallenteri', 'kalenteri'], // one too many
    ['kalemteri', 'kalenteri'], // a wrong one
    ['ohej', 'ohje'], // two swapped
    ['uusi tapasu', 'uusi tapaus'],
    ['tuki', 'tuki'],
  ])('to %j is %j', (word, command) => {
    expect(nearest(word, COMMANDS, 2)).toBe(command);
  });

  it('is nothing when all are further away than allowed', () => {
    expect(nearest('suunnitelma', COMMANDS, 2)).toBeNull();
    expect(nearest('ohej', COMMANDS, 0)).toBeNull();
    expect(nearest('tapaus', [], 2)).toBeNull();
  });

  it('counts a swap as one slip and two letters as two', () => {
    expect([nearest('ohej', ['ohje'], 1), nearest('ojeh', ['ohje'], 1)]).toEqual(['ohje', null]);
  });

  it('is the first of equals', () => {
    expect(nearest('tupi', ['tuki', 'tubi'], 1)).toBe('tuki');
  });

  it('is found again after any one slip', () => {
    const slip = fc.tuple(fc.constantFrom(...COMMANDS), fc.nat(), fc.constantFrom('x', 'q'));
    fc.assert(
      fc.property(slip, ([command, place, letter]) => {
        const at = place % command.length;
        const slips = [
          command.slice(0, at) + command.slice(at + 1),
          command.slice(0, at) + letter + command.slice(at),
          command.slice(0, at) + letter + command.slice(at + 1),
        ];
        expect(slips.map((word) => nearest(word, [command], 1))).toEqual([command, command, command]);
      }),
    );
  });
});
