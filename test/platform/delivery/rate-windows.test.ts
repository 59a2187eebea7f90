import { createRateWindows } from '../../../src/platform/delivery/rate-windows.ts';

/** Sends `count` messages as fast as the windows allow; when each went out, in milliseconds. */
function sendAll(count: number, threadOf: (index: number) => string): readonly number[] {
  let now = 0;
  const windows = createRateWindows(() => now);
  return Array.from({ length: count }, (_, index) => {
    for (let waitMs = windows.reserve(threadOf(index)); waitMs > 0; waitMs = windows.reserve(threadOf(index))) {
      now += waitMs;
    }
    return now;
  });
}

const most = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + ms).length));

describe('the rate windows', () => {
  it('let at most 6 messages a second, 50 in 30 s and 1,500 an hour into a thread', () => {
    const times = sendAll(1_600, () => 'thread');
    expect(most(times.slice(0, 200), 1_000)).toBe(6);
    expect(most(times.slice(0, 200), 30_000)).toBe(50);
    expect(most(times, 3_600_000)).toBe(1_500);
  });

  it('let at most 25 messages a second into a tenant, whatever the thread', () => {
    const times = sendAll(200, (index) => `thread-${index}`);
    expect(most(times, 1_000)).toBe(25);
  });

  it('count nothing for who has to wait', () => {
    const windows = createRateWindows(() => 0);
    const answers = Array.from({ length: 8 }, () => windows.reserve('thread'));
    expect(answers).toEqual([0, 0, 0, 0, 0, 0, 1_000, 1_000]);
  });

  it('hold a thread that Teams asked to leave alone, and no other', () => {
    let now = 0;
    const windows = createRateWindows(() => now);
    windows.hold('busy', 5_000);
    expect([windows.reserve('busy'), windows.reserve('other')]).toEqual([5_000, 0]);
    now = 5_000;
    expect(windows.reserve('busy')).toBe(0);
  });
});
