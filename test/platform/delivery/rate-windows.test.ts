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
  it('let at most 5 messages a second, 6 in 2 s, 50 in 30 s and 1,500 an hour into a thread', () => {
    const times = sendAll(1_600, () => 'thread');
    expect(most(times.slice(0, 200), 1_000)).toBe(5);
    expect(most(times.slice(0, 200), 2_000)).toBe(6);
    expect(most(times.slice(0, 200), 30_000)).toBe(50);
    expect(most(times, 3_600_000)).toBe(1_500);
  });

  it('let at most 22 messages a second into a tenant, which leaves room for eight that are late, whatever the thread', () => {
    const times = sendAll(200, (index) => `thread-${index}`);
    expect(most(times, 1_000)).toBe(22);
  });

  it('count nothing for who has to wait', () => {
    const windows = createRateWindows(() => 0);
    const answers = Array.from({ length: 8 }, () => windows.reserve('thread'));
    expect(answers).toEqual([0, 0, 0, 0, 0, 1_000, 1_000, 1_000]);
  });

  it('hold a thread that Teams asked to leave alone, and no other', () => {
    let now = 0;
    const windows = createRateWindows(() => now);
    windows.hold('busy', 5_000);
    expect([windows.reserve('busy'), windows.reserve('other')]).toEqual([5_000, 0]);
    now = 5_000;
    expect(windows.reserve('busy')).toBe(0);
  });

  it('book places one after another for those who cannot wait, as many as Teams would take', () => {
    let now = 0;
    const windows = createRateWindows(() => now);
    for (let sent = 0; sent < 50;) {
      const waitMs = windows.reserve('thread');
      now += waitMs;
      sent += waitMs === 0 ? 1 : 0;
    }
    const from = now;
    const places = Array.from({ length: 200 }, () => from + windows.book('thread'));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(most(places, 1_000)).toBeLessThanOrEqual(5);
    expect(most(places, 30_000)).toBe(50);
    // Whoever comes at the booked time is let in.
    for (const place of places) {
      now = Math.max(now, place);
      expect(windows.reserve('thread')).toBe(0);
    }
  });

  it('book nothing before Teams wants to be asked again', () => {
    const windows = createRateWindows(() => 0);
    windows.hold('thread', 60_000);
    expect(windows.book('thread')).toBe(60_000);
    expect(windows.book('other')).toBe(0);
  });

  it('say when the tenant has room again, and count nothing by that', () => {
    let now = 0;
    const windows = createRateWindows(() => now);
    for (let sent = 0; sent < 22; sent += 1) {
      expect(windows.tenantWaitMs()).toBe(0);
      windows.reserve(`thread-${sent}`);
    }
    now = 400;
    expect(windows.tenantWaitMs()).toBe(600);
  });

  it('let only the rest into a thread until what another postman may have sent has left its window', () => {
    let now = 100_000;
    const windows = createRateWindows(() => now);
    windows.inherit(0);
    const times: number[] = [];
    for (; times.length < 80;) {
      const waitMs = windows.reserve('thread');
      now += waitMs;
      if (waitMs === 0) {
        times.push(now);
      }
    }
    // The other one's 5, 6 and 50 are there already, all at the last moment.
    const within = (ms: number): number => times.filter((time) => time < 100_000 + ms).length;
    expect([within(1_000), within(2_000), within(30_000)]).toEqual([2, 2, 10]);
    expect(most(times, 30_000)).toBe(50);
  });
});
