import { createStorageClock } from '../../../src/platform/storage/storage-clock.ts';

const AT_NINE = 'Tue, 01 Dec 2026 07:00:00 GMT';

describe('the storage clock', () => {
  it('knows no time before the storage has told it', () => {
    const clock = createStorageClock(() => 0);
    expect(clock.lowerBound()).toBeNull();
    expect(clock.ageMs()).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts on from the last answer by the monotonic source', () => {
    let monotonic = 5_000;
    const clock = createStorageClock(() => monotonic);
    clock.observe(AT_NINE);
    monotonic += 1_234.9;
    expect(clock.lowerBound()).toBe('2026-12-01T07:00:01.234Z');
    expect(clock.ageMs()).toBeCloseTo(1_234.9);
  });

  it('is never later than the storage, and never goes back when an answer was slow', () => {
    let monotonic = 0;
    const clock = createStorageClock(() => monotonic);
    clock.observe(AT_NINE);
    monotonic = 9_000;
    clock.observe('Tue, 01 Dec 2026 07:00:02 GMT'); // written at 2 s, received at 9 s
    expect(clock.lowerBound()).toBe('2026-12-01T07:00:09.000Z');
    clock.observe('Tue, 01 Dec 2026 07:00:11 GMT'); // proves that more time has passed than was counted
    expect(clock.lowerBound()).toBe('2026-12-01T07:00:11.000Z');
    expect(clock.ageMs()).toBe(0);
  });

  it('follows when the storage jumps days ahead', () => {
    const clock = createStorageClock(() => 0);
    clock.observe(AT_NINE);
    clock.observe('Wed, 09 Dec 2026 07:00:00 GMT');
    expect(clock.lowerBound()).toBe('2026-12-09T07:00:00.000Z');
  });

  it('ignores answers that tell no time', () => {
    const clock = createStorageClock(() => 0);
    clock.observe(undefined);
    clock.observe('soon');
    expect(clock.lowerBound()).toBeNull();
  });
});
