/** Values that are good for a while. Callers that ask together share one question; a failure is not kept. */
export interface Cache<Value> {
  get(key: string, ask: () => Promise<Value>): Promise<Value>;
  /** How old the kept value is; null when there is none. */
  ageMs(key: string): number | null;
  forget(key: string): void;
}

type Entry<Value> = { readonly since: number; readonly value: Promise<Value> };

// A bound for what a long-lived process may gather; far above what a tenant has.
const ENTRIES_MAX = 5_000;

/** A cache whose values are good for `freshMs` of the monotonic clock. */
export function createCache<Value>(freshMs: number, monotonicMs: () => number): Cache<Value> {
  const entries = new Map<string, Entry<Value>>();
  const ageMs = (key: string): number | null => {
    const entry = entries.get(key);
    return entry === undefined ? null : monotonicMs() - entry.since;
  };
  return {
    ageMs,
    forget: (key) => {
      entries.delete(key);
    },
    get(key, ask) {
      const known = entries.get(key);
      const age = ageMs(key);
      if (known !== undefined && age !== null && age < freshMs) {
        return known.value;
      }
      const entry: Entry<Value> = { since: monotonicMs(), value: ask() };
      entries.delete(key);
      entries.set(key, entry);
      dropOldest(entries);
      entry.value.catch(() => {
        if (entries.get(key) === entry) {
          entries.delete(key);
        }
      });
      return entry.value;
    },
  };
}

function dropOldest<Value>(entries: Map<string, Entry<Value>>): void {
  for (const key of entries.keys()) {
    if (entries.size <= ENTRIES_MAX) {
      return;
    }
    entries.delete(key);
  }
}
