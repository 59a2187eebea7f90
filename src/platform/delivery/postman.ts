// What sends everything that the bot says on its own. Any number of them may run on one storage.
import { msBetween } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Row } from '../storage/store.ts';
import { type Hint, readPostmen } from './hints.ts';
import { createInFlight } from './in-flight.ts';
import { type Lease, scannedAtOf, takeLease } from './lease.ts';
import { createTally, type PostmanCounts, type PostmanDeps } from './postman-deps.ts';
import { createRateWindows, type RateWindows } from './rate-windows.ts';
import { reportFault, type Round } from './round.ts';
import { runRound } from './run-round.ts';

export interface Postman {
  /** Ticks until `stop`. */
  start(): void;
  /** Resolves when what was under way is done and the tenants are free for others. */
  stop(): Promise<void>;
  /** Looks once for tenants with something due and sends it; resolves when all of it is sent or put off. */
  tick(): Promise<void>;
  /** Ticks now instead of in a moment; call it after a commit with something due at once. */
  nudge(): void;
  counts(): PostmanCounts;
}

const TICK_MS = 1_500;
const FULL_SCAN_MS = 15 * 60_000;
// The longest rate window that a change of postman could break is 30 s long.
const IDLE_MS = 30_000;
const IN_FLIGHT = 8;
const TENANTS_AT_ONCE = 32;
const LONGEST_BACKOFF_TICKS = 10;

type Holding = { readonly lease: Lease; scannedAt: Instant | null; postedAt: number };
type Seen = { readonly hint: Hint | null; readonly lease: Row | null };

/** A postman of this process. It owns its loop from `start` to `stop`; `tick` alone is enough to drive it. */
export function createPostman(deps: PostmanDeps): Postman {
  const shared = {
    deps,
    kinds: new Map(deps.kinds.map((kind) => [kind.kind, kind])),
    tally: createTally(),
    unrecorded: new Map<string, () => Promise<boolean>>(),
    reported: new Set<string>(),
  };
  const inFlight = createInFlight(IN_FLIGHT);
  const held = new Map<string, Holding>();
  const rates = new Map<string, RateWindows>();
  const turns = new Map<string, Promise<void>>();
  let loop: Promise<void> | null = null;
  let stopping = false;
  let nudged = Promise.withResolvers<void>();

  async function takeTurn(tenant: string, seen: Seen, now: Instant): Promise<void> {
    const holding = await hold(tenant, seen.lease, now);
    if (holding === null) {
      return;
    }
    const windows = rates.get(tenant) ?? createRateWindows(deps.monotonicMs);
    rates.set(tenant, windows);
    const onPost = (): void => {
      holding.postedAt = deps.monotonicMs();
    };
    const round: Round = { ...shared, lease: holding.lease, rates: windows, onPost };
    const scannedAt = await runRound(round, { tenant, hint: seen.hint, inFlight, isStopping: () => stopping });
    holding.scannedAt = scannedAt ?? holding.scannedAt;
  }

  async function hold(tenant: string, row: Row | null, now: Instant): Promise<Holding | null> {
    const before = held.get(tenant);
    if (before !== undefined && (await before.lease.keep()) && before.lease.remainingMs() > 0) {
      return before;
    }
    held.delete(tenant);
    const lease = await takeLease(deps, { tenant, row, now });
    if (lease === null) {
      return null;
    }
    const holding = { lease, scannedAt: lease.scannedAt, postedAt: Number.NEGATIVE_INFINITY };
    held.set(tenant, holding);
    return holding;
  }

  /** Begins a turn for every tenant with something due, and lets go of those that have been quiet. */
  async function beat(): Promise<void> {
    await recordLeftovers();
    const seen = await readPostmen(deps.postmen);
    const now = await deps.postmen.now();
    for (const [tenant, row] of seen) {
      if (turns.has(tenant)) {
        continue;
      }
      const holding = held.get(tenant);
      if (isDue(row, holding?.scannedAt ?? scannedAtOf(row.lease), now)) {
        if (turns.size < TENANTS_AT_ONCE) {
          begin(tenant, row, now);
        }
      } else if (holding !== undefined) {
        await keepOrRelease(tenant, holding);
      }
    }
  }

  function begin(tenant: string, seen: Seen, now: Instant): void {
    const turn = takeTurn(tenant, seen, now)
      .catch((error: unknown) => {
        reportFault(shared, 'postman-turn-failed', { error });
      })
      .finally(() => turns.delete(tenant));
    turns.set(tenant, turn);
  }

  async function keepOrRelease(tenant: string, { lease, scannedAt, postedAt }: Holding): Promise<void> {
    if (deps.monotonicMs() - postedAt > IDLE_MS) {
      held.delete(tenant);
      await lease.release(scannedAt);
    } else if (!(await lease.keep())) {
      held.delete(tenant);
    }
  }

  async function recordLeftovers(): Promise<void> {
    for (const [attemptId, job] of shared.unrecorded) {
      if (await job()) {
        shared.unrecorded.delete(attemptId);
      }
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      nudged = Promise.withResolvers();
      try {
        await beat();
        failures = 0;
      } catch (error) {
        failures = Math.min(failures + 1, LONGEST_BACKOFF_TICKS);
        reportFault(shared, 'postman-tick-failed', { error });
      }
      await Promise.race([deps.pause(TICK_MS * (1 + failures * deps.random())), nudged.promise]);
    }
  }

  return {
    start() {
      stopping = false;
      loop ??= run();
    },
    async stop() {
      stopping = true;
      nudged.resolve();
      await loop;
      loop = null;
      await Promise.all(turns.values());
      for (const [tenant, { lease, scannedAt }] of held) {
        held.delete(tenant);
        await lease.release(scannedAt);
      }
    },
    async tick() {
      await beat();
      await Promise.all(turns.values());
    },
    nudge: () => {
      nudged.resolve();
    },
    counts: () => ({ ...shared.tally }),
  };
}

// A hint that is unreadable, or a scan that nobody remembers, is a reason to look.
function isDue({ hint }: Seen, scannedAt: Instant | null, now: Instant): boolean {
  return hint === null || hint.nextDue <= now || scannedAt === null || msBetween(scannedAt, now) >= FULL_SCAN_MS;
}
