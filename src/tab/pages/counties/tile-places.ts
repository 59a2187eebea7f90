// Where each county lies among the tiles: a drawing of Finland by hand, which only has to feel right.

/** Rows from north to south, columns from west to east, both from 1. */
export type TilePlace = { readonly code: string; readonly row: number; readonly column: number };

/** Åland, where no case can be opened. */
export const ALAND = '91';

const ROWS: readonly (readonly (string | null)[])[] = [
  [null, null, null, '21', null, null],
  [null, null, null, '19', '20', null],
  [null, '17', '18', '15', '13', '14'],
  [null, '16', '08', '09', '12', '11'],
  [null, '06', '07', '02', '01', '10'],
  [ALAND, '05', '03', '04', null, null],
  [null, null, null, '90', null, null],
];

/** Every tile, row by row: the order in which Tab walks through them. */
export const TILE_PLACES: readonly TilePlace[] = ROWS.flatMap((codes, row) =>
  codes.flatMap((code, column) => (code === null ? [] : [{ code, row: row + 1, column: column + 1 }])),
);

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The tile to go to from another: the next one that way, or on the nearest row the one closest by. Null at the edge. */
export function tileBeside(code: string, direction: Direction): string | null {
  const from = TILE_PLACES.find((place) => place.code === code);
  // Nothing happens in Åland's tile, so nobody is led there.
  const others = TILE_PLACES.filter((place) => place.code !== code && place.code !== ALAND);
  if (from === undefined) {
    return null;
  }
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const isSideways = direction === 'left' || direction === 'right';
  const ahead = isSideways
    ? others.filter(({ row, column }) => row === from.row && sign * (column - from.column) > 0)
    : others.filter(({ row }) => sign * (row - from.row) > 0);
  const [nearest] = ahead.toSorted(
    (a, b) =>
      Math.abs(a.row - from.row) - Math.abs(b.row - from.row) ||
      Math.abs(a.column - from.column) - Math.abs(b.column - from.column),
  );
  return nearest?.code ?? null;
}
