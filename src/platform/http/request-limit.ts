/** How often something may be asked for. Counted in this process: with several, each has the limit of its own. */
export interface RequestLimit {
  /** Counts one request for `key` and says whether it is still within the limit. */
  allows(key: string): boolean;
}

/** At most `max` requests for each key in a window of `windowMs`; only keys that are known to be real may be counted. */
export function createRequestLimit(max: number, windowMs: number, monotonicMs: () => number): RequestLimit {
  let since = monotonicMs();
  const counts = new Map<string, number>();
  return {
    allows(key) {
      const now = monotonicMs();
      if (now - since >= windowMs) {
        since = now;
        counts.clear();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= max;
    },
  };
}
