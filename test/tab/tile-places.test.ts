import { counties } from '../../src/kernel/regions/regions.ts';
import { ALAND, TILE_PLACES, tileBeside, type Direction } from '../../src/tab/pages/counties/tile-places.ts';

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

describe('the tiles of the counties', () => {
  it('hold each county and Åland once, no two in one place', () => {
    const expected = [...counties.map(({ code }): string => code), ALAND].toSorted();
    expect(TILE_PLACES.map(({ code }) => code).toSorted()).toEqual(expected);
    expect(new Set(TILE_PLACES.map(({ row, column }) => `${row} ${column}`)).size).toBe(23);
  });

  it('lie from north to south and from west to east as the country does', () => {
    const at = (code: string) => TILE_PLACES.find((place) => place.code === code) ?? { row: 0, column: 0 };
    const [lapland, helsinki, northKarelia, ostrobothnia] = ['21', '90', '14', '17'].map(at);
    expect(lapland?.row).toBe(1);
    expect(helsinki?.row).toBe(Math.max(...TILE_PLACES.map(({ row }) => row)));
    expect(northKarelia?.column).toBeGreaterThan(ostrobothnia?.column ?? 9);
  });

  it('W-04: arrows reach every county from any other, and never Åland', () => {
    const reached = new Set<string>(['21']);
    for (const code of reached) {
      for (const direction of DIRECTIONS) {
        const next = tileBeside(code, direction);
        if (next !== null) {
          reached.add(next);
        }
      }
    }
    expect([...reached].toSorted()).toEqual(counties.map(({ code }): string => code).toSorted());
    expect(reached.has(ALAND)).toBe(false);
  });

  it.each([
    ['21', 'up', null],
    ['21', 'left', null],
    ['21', 'down', '19'],
    ['19', 'right', '20'],
    ['20', 'down', '13'],
    ['90', 'up', '04'],
    ['10', 'down', '04'],
    ['99', 'up', null],
  ] as const)('from %s %s leads to %s', (code, direction, next) => {
    expect(tileBeside(code, direction)).toBe(next);
  });
});
