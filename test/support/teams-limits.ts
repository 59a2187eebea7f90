// The limits that Teams publishes for what one app sends, enforced: whoever is over one of them is told when to come back.

type Window = { readonly name: string; readonly ms: number; readonly max: number };

const THREAD: readonly Window[] = [
  { name: 'thread, 1 s', ms: 1_000, max: 7 },
  { name: 'thread, 2 s', ms: 2_000, max: 8 },
  { name: 'thread, 30 s', ms: 30_000, max: 60 },
  { name: 'thread, 1 h', ms: 3_600_000, max: 1_800 },
];
const TENANT: readonly Window[] = [{ name: 'tenant, 1 s', ms: 1_000, max: 30 }];

export interface TeamsLimits {
  /** Counts a message and returns 0, or counts it as one over the limit and returns for how long Teams wants no other. */
  admit(tenant: string, thread: string): number;
  /** How many were over a limit. */
  over(): number;
  /** How many were over which limit. */
  overBy(): Readonly<Record<string, number>>;
  /** The most messages that were in each window at a time, beside how many Teams allows. */
  fullest(): Readonly<Record<string, { readonly most: number; readonly allowed: number }>>;
}

export function createTeamsLimits(nowMs: () => number): TeamsLimits {
  const admitted = new Map<string, number[]>();
  const most = new Map<string, number>();
  const overBy = new Map<string, number>();
  let over = 0;

  const waitFor = (key: string, windows: readonly Window[], now: number): number => {
    const times = admitted.get(key) ?? [];
    const waits = windows.map(({ name, ms, max }) => {
      const oldest = times[times.length - max];
      const waitMs = oldest === undefined ? 0 : oldest + ms - now;
      if (waitMs > 0) {
        overBy.set(name, (overBy.get(name) ?? 0) + 1);
      }
      return waitMs;
    });
    return Math.max(0, ...waits);
  };
  const count = (key: string, windows: readonly Window[], now: number): void => {
    const times = admitted.get(key) ?? [];
    times.push(now);
    admitted.set(key, times);
    for (const { name, ms } of windows) {
      let inside = 0;
      while (inside < times.length && (times[times.length - 1 - inside] ?? 0) > now - ms) {
        inside += 1;
      }
      most.set(name, Math.max(most.get(name) ?? 0, inside));
    }
  };

  return {
    admit(tenant, thread) {
      const now = nowMs();
      const waitMs = Math.max(waitFor(thread, THREAD, now), waitFor(tenant, TENANT, now));
      if (waitMs > 0) {
        over += 1;
        return waitMs;
      }
      count(thread, THREAD, now);
      count(tenant, TENANT, now);
      return 0;
    },
    over: () => over,
    overBy: () => Object.fromEntries(overBy),
    fullest: () =>
      Object.fromEntries(
        [...THREAD, ...TENANT].map(({ name, max }) => [name, { most: most.get(name) ?? 0, allowed: max }]),
      ),
  };
}
