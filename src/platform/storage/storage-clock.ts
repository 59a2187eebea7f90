// Now is the storage's clock: what its answers say, never what this machine believes.
import { invariant } from '../../kernel/fault.ts';
import { parseInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';

/** Shared by all tables of one storage account: an answer about one table tells the time to all. */
export interface StorageClock {
  /** Takes in the `Date` header of an answer that has just come; anything that is not a date is ignored. */
  observe(dateHeader: string | undefined): void;
  /** A lower bound of the storage's present time; null before the first answer. */
  lowerBound(): Instant | null;
  /** How long ago the storage last told the time; Infinity before the first answer. */
  ageMs(): number;
}

/**
 * A clock that counts on from the storage's last answers with `monotonicMs`, which must never go back. Of several
 * answers the one that proves the latest time counts, so the bound never goes back either.
 */
export function createStorageClock(monotonicMs: () => number): StorageClock {
  let proven: { readonly epochMs: number; readonly at: number } | null = null;
  let heardAt = Number.NEGATIVE_INFINITY;
  const present = (now: number): number =>
    proven === null ? Number.NEGATIVE_INFINITY : proven.epochMs + now - proven.at;

  return {
    observe(dateHeader) {
      // The header was written before it was received, so counting from the reception can only be too early.
      const epochMs = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(epochMs)) {
        return;
      }
      const now = monotonicMs();
      heardAt = now;
      if (epochMs > present(now)) {
        proven = { epochMs, at: now };
      }
    },
    lowerBound() {
      return proven === null ? null : instantAt(Math.floor(present(monotonicMs())));
    },
    ageMs: () => monotonicMs() - heardAt,
  };
}

function instantAt(epochMs: number): Instant {
  const instant = parseInstant(new Date(epochMs).toISOString());
  invariant(instant !== null, 'not-an-instant');
  return instant;
}
