// Teams' limits, which are per thread and per tenant; the tenant has one postman, so counting here is enough.

type Window = { readonly ms: number; readonly max: number };

// Below the published 7/s, 60 per 30 s and 1,800/h of a thread and 30/s of a tenant, which are "for estimation only".
const THREAD: readonly Window[] = [
  { ms: 1_000, max: 6 },
  { ms: 30_000, max: 50 },
  { ms: 3_600_000, max: 1_500 },
];
const TENANT: readonly Window[] = [{ ms: 1_000, max: 25 }];
const LONGEST_MS = 3_600_000;

export interface RateWindows {
  /** Counts one message to `thread` and returns 0, or counts nothing and returns how long to wait before asking again. */
  reserve(thread: string): number;
  /** Lets nothing more into `thread` for so long: Teams asked for it. */
  hold(thread: string, ms: number): void;
}

/** Windows of one tenant, by a clock that never goes back. */
export function createRateWindows(monotonicMs: () => number): RateWindows {
  const sent = new Map<string, number[]>();
  const all: number[] = [];
  const heldUntil = new Map<string, number>();

  return {
    reserve(thread) {
      const now = monotonicMs();
      forget(all, now - 1_000);
      for (const [key, times] of sent) {
        forget(times, now - LONGEST_MS);
        if (times.length === 0) {
          sent.delete(key);
        }
      }
      const times = sent.get(thread) ?? [];
      const waitMs = Math.max(
        (heldUntil.get(thread) ?? now) - now,
        waitFor(times, THREAD, now),
        waitFor(all, TENANT, now),
      );
      if (waitMs > 0) {
        return Math.ceil(waitMs);
      }
      heldUntil.delete(thread);
      times.push(now);
      all.push(now);
      sent.set(thread, times);
      return 0;
    },
    hold(thread, ms) {
      heldUntil.set(thread, Math.max(heldUntil.get(thread) ?? 0, monotonicMs() + ms));
    },
  };
}

// `times` are in order, so a full window opens when its oldest message leaves it.
function waitFor(times: readonly number[], windows: readonly Window[], now: number): number {
  return Math.max(
    0,
    ...windows.map(({ ms, max }) => {
      const oldest = times[times.length - max];
      return oldest === undefined ? 0 : oldest + ms - now;
    }),
  );
}

function forget(times: number[], before: number): void {
  const kept = times.findIndex((time) => time > before);
  times.splice(0, kept < 0 ? times.length : kept);
}
