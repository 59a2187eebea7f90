import { createCache } from '../../../src/platform/teams/cache.ts';

let clockMs = 0;

function countingCache(): { ask: () => Promise<number>; cache: ReturnType<typeof createCache<number>> } {
  let asked = 0;
  return { ask: () => Promise.resolve((asked += 1)), cache: createCache<number>(60_000, () => clockMs) };
}

test('a value is asked for once a minute', async () => {
  const { cache, ask } = countingCache();
  expect([await cache.get('a', ask), await cache.get('a', ask)]).toEqual([1, 1]);
  clockMs += 59_999;
  expect(await cache.get('a', ask)).toBe(1);
  expect(cache.ageMs('a')).toBe(59_999);
  clockMs += 1;
  expect(await cache.get('a', ask)).toBe(2);
});

test('those who ask together share one question', async () => {
  const { cache, ask } = countingCache();
  expect(await Promise.all([cache.get('a', ask), cache.get('a', ask), cache.get('b', ask)])).toEqual([1, 1, 2]);
});

test('a failure is not kept', async () => {
  const { cache, ask } = countingCache();
  await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await cache.get('a', ask)).toBe(1);
});

test('a forgotten value is asked for again, and what nobody asked for has no age', async () => {
  const { cache, ask } = countingCache();
  await cache.get('a', ask);
  cache.forget('a');
  expect(cache.ageMs('a')).toBeNull();
  expect(await cache.get('a', ask)).toBe(2);
});

test('the oldest values go when there are too many', async () => {
  const { cache, ask } = countingCache();
  for (let key = 0; key < 5_001; key += 1) {
    await cache.get(String(key), ask);
  }
  expect(cache.ageMs('0')).toBeNull();
  expect(cache.ageMs('1')).not.toBeNull();
});
