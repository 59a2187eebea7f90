// Not looking again where nothing is. For a quarter of an hour after a commit a tenant's hint says "look", because a
// commit may take that long; looking into every workspace on every tick would be most of what the storage is asked.
import type { Instant } from '../../kernel/instants.ts';
import type { Hint } from './hints.ts';

/** What the last look came to, when it found nothing at all. */
export type Rest = {
  /** By the monotonic clock. */
  readonly until: number;
  /** The hint's ETag before the look. */
  readonly etag: string;
  /** When something is due next, as far as the look saw; null for never. */
  readonly next: Instant | null;
};

/**
 * How long a tenant is left alone. A message that another process promises for now is seen this much later at most: the
 * lowering that protects it may be one that was seen before, and then nothing tells of it.
 */
const REST_MS = 10_000;

export function restAfter(look: { readonly hint: Hint; readonly next: Instant | null }, nowMs: number): Rest {
  return { until: nowMs + REST_MS, etag: look.hint.row.etag, next: look.next };
}

/** Whether to leave the tenant alone: nobody has written its hint since, and what the look saw is not due yet. */
export function isResting(rest: Rest | null, hint: Hint | null, now: Instant, nowMs: number): boolean {
  const isAsBefore = rest !== null && hint !== null && rest.etag === hint.row.etag;
  return isAsBefore && nowMs < rest.until && (rest.next === null || rest.next > now);
}
