/** How many have `key`. */
export type Count = { readonly key: string; readonly count: number };

/** For those that have no word of their own: nobody has said it yet. */
export const UNSAID = 'unsaid';

/**
 * How many things have each key, in the order of `keys`; a key that nothing has is listed with 0. Everything is counted
 * once: what has none of the keys is counted at the end, under `unsaid` when its key is null.
 */
export function countBy<Thing>(
  things: readonly Thing[],
  keys: readonly string[],
  keyOf: (thing: Thing) => string | null,
): readonly Count[] {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const thing of things) {
    const key = keyOf(thing) ?? UNSAID;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count }));
}

/** All of them together. */
export function total(counts: readonly Count[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
