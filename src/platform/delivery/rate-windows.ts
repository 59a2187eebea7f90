// Teams' limits, which are per thread and per tenant; the tenant has one postman, so counting here is enough.

type Window = {
  readonly ms: number;
  /** How many Teams allows, "for estimation only". */
  readonly allowed: number;
  /** How many we send: fewer, because what we send evenly need not arrive evenly. */
  readonly max: number;
};

const THREAD: readonly Window[] = [
  { ms: 1_000, allowed: 7, max: 5 },
  { ms: 2_000, allowed: 8, max: 6 },
  { ms: 30_000, allowed: 60, max: 50 },
  { ms: 3_600_000, allowed: 1_800, max: 1_500 },
];
// The eight that may be under way at a time can arrive all together with those of the next second.
const TENANT: readonly Window[] = [{ ms: 1_000, allowed: 30, max: 22 }];
const LONGEST_MS = 3_600_000;

export interface RateWindows {
  /** Counts one message to `thread` and returns 0, or counts nothing and returns how long to wait before asking again. */
  reserve(thread: string): number;
  /** How long until the tenant has room for another message, to whichever thread; counts nothing. */
  tenantWaitMs(): number;
  /**
   * Books the next place that is free in the thread, after all that are booked already, and returns how long it is until
   * then: those who cannot wait come back one by one, instead of all at once only to be sent away again.
   */
  book(thread: string): number;
  /** Lets nothing more into `thread` for so long: Teams asked for it. */
  hold(thread: string, ms: number): void;
  /**
   * Somebody else may have sent as much as they liked to every thread until so long ago: until their messages have left a
   * window, only what Teams allows beyond our own limit is sent.
   */
  inherit(agoMs: number): void;
}

/** Windows of one tenant, by a clock that never goes back. */
export function createRateWindows(monotonicMs: () => number): RateWindows {
  const sent = new Map<string, number[]>();
  const booked = new Map<string, number[]>();
  const all: number[] = [];
  const heldUntil = new Map<string, number>();
  let othersUntil = Number.NEGATIVE_INFINITY;

  /** When another message may follow `times`, not before `from`. */
  const opensAt = (times: readonly number[], windows: readonly Window[], from: number): number =>
    windows.reduce((at, { ms, allowed, max }) => {
      const isShared = at < othersUntil + ms;
      const oldest = times[times.length - (isShared ? allowed - max : max)];
      return oldest === undefined ? at : Math.max(at, oldest + ms);
    }, from);

  const threadOpensAt = (thread: string, now: number): number => {
    const times = sent.get(thread) ?? [];
    return opensAt(times, THREAD, Math.max(now, heldUntil.get(thread) ?? now));
  };

  return {
    reserve(thread) {
      const now = monotonicMs();
      forget(all, now - 1_000);
      forgetOld(sent, now - LONGEST_MS);
      const waitMs = Math.max(threadOpensAt(thread, now), opensAt(all, TENANT, now)) - now;
      if (waitMs > 0) {
        return Math.ceil(waitMs);
      }
      heldUntil.delete(thread);
      all.push(now);
      push(sent, thread, now);
      return 0;
    },
    tenantWaitMs() {
      const now = monotonicMs();
      forget(all, now - 1_000);
      return Math.ceil(opensAt(all, TENANT, now) - now);
    },
    book(thread) {
      const now = monotonicMs();
      forgetOld(booked, now);
      const places = booked.get(thread) ?? [];
      const times = [...(sent.get(thread) ?? []), ...places];
      const at = Math.max(opensAt(times, THREAD, places.at(-1) ?? now), threadOpensAt(thread, now));
      push(booked, thread, at);
      return Math.ceil(at - now);
    },
    hold(thread, ms) {
      heldUntil.set(thread, Math.max(heldUntil.get(thread) ?? 0, monotonicMs() + ms));
    },
    inherit(agoMs) {
      othersUntil = Math.max(othersUntil, monotonicMs() - agoMs);
    },
  };
}

function push(times: Map<string, number[]>, thread: string, at: number): void {
  const known = times.get(thread);
  if (known === undefined) {
    times.set(thread, [at]);
  } else {
    known.push(at);
  }
}

function forgetOld(times: Map<string, number[]>, before: number): void {
  for (const [thread, known] of times) {
    forget(known, before);
    if (known.length === 0) {
      times.delete(thread);
    }
  }
}

// `times` are in order.
function forget(times: number[], before: number): void {
  const kept = times.findIndex((time) => time > before);
  times.splice(0, kept < 0 ? times.length : kept);
}
