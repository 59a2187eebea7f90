// What sends everything that the bot says on its own. Any number of them may run on one storage.
import { msBetween } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Row } from '../storage/store.ts';
import { createHints, type Hint, readPostmen } from './hints.ts';
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
  const tenants = new TenantTurns(deps);
  let running: { readonly loop: Promise<void>; stop(): void } | null = null;
  let nudged = Promise.withResolvers<void>();

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      // Renewed before the tick, so that a nudge during the tick brings the next one at once.
      nudged = Promise.withResolvers();
      failures = (await tenants.tryBeat()) ? 0 : Math.min(failures + 1, LONGEST_BACKOFF_TICKS);
      await Promise.race([deps.pause(TICK_MS * (1 + failures * deps.random())), nudged.promise]);
    }
  }

  return {
    start() {
      if (running === null) {
        const controller = new AbortController();
        tenants.isStopping = false;
        running = { loop: run(controller.signal), stop: () => controller.abort() };
      }
    },
    async stop() {
      tenants.isStopping = true;
      running?.stop();
      nudged.resolve();
      await running?.loop;
      running = null;
      await tenants.releaseAll();
    },
    tick: async () => {
      await tenants.beat();
      await tenants.settled();
    },
    nudge: () => {
      nudged.resolve();
    },
    counts: () => tenants.counts(),
  };
}

/** The tenants that this process serves at the moment. */
class TenantTurns {
  isStopping = false;
  readonly #shared;
  readonly #inFlight = createInFlight(IN_FLIGHT);
  readonly #held = new Map<string, Holding>();
  readonly #rates = new Map<string, RateWindows>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #due = new Map<string, number>();

  constructor(deps: PostmanDeps) {
    this.#shared = {
      deps,
      kinds: new Map(deps.kinds.map((kind) => [kind.kind, kind])),
      hints: createHints(deps.postmen, deps),
      tally: createTally(),
      unrecorded: new Map<string, () => Promise<boolean>>(),
      reported: new Set<string>(),
    };
  }

  /** Begins a turn for every tenant with something due, and lets go of those that have been quiet. */
  async beat(): Promise<void> {
    const { postmen } = this.#shared.deps;
    await this.#recordLeftovers();
    const seen = await readPostmen(postmen);
    const now = await postmen.now();
    for (const [tenant, row] of seen) {
      const holding = this.#held.get(tenant);
      if (this.#turns.has(tenant)) {
        continue;
      }
      if (isDue(row, holding?.scannedAt ?? scannedAtOf(row.lease), now)) {
        this.#begin(tenant, row, now);
      } else if (holding !== undefined) {
        await this.#keepOrRelease(tenant, holding);
      }
    }
  }

  /** Whether a beat went well; an outage is reported and survived. */
  async tryBeat(): Promise<boolean> {
    try {
      await this.beat();
      return true;
    } catch (error) {
      reportFault(this.#shared, 'postman-tick-failed', { error });
      return false;
    }
  }

  async settled(): Promise<void> {
    await Promise.all(this.#turns.values());
  }

  async releaseAll(): Promise<void> {
    await this.settled();
    for (const [tenant, { lease, scannedAt }] of this.#held) {
      this.#held.delete(tenant);
      await lease.release(scannedAt);
    }
  }

  counts(): PostmanCounts {
    return { ...this.#shared.tally, due: [...this.#due.values()].reduce((sum, due) => sum + due, 0) };
  }

  #begin(tenant: string, seen: Seen, now: Instant): void {
    if (this.#turns.size >= TENANTS_AT_ONCE) {
      return; // left to other instances, or to the next beat
    }
    const turn = this.#takeTurn(tenant, seen, now)
      .catch((error: unknown) => {
        reportFault(this.#shared, 'postman-turn-failed', { error });
      })
      .finally(() => this.#turns.delete(tenant));
    this.#turns.set(tenant, turn);
  }

  async #takeTurn(tenant: string, seen: Seen, now: Instant): Promise<void> {
    const holding = await this.#hold(tenant, seen.lease, now);
    if (holding === null) {
      this.#due.delete(tenant);
      return;
    }
    const { deps } = this.#shared;
    const rates = this.#rates.get(tenant) ?? createRateWindows(deps.monotonicMs);
    this.#rates.set(tenant, rates);
    const onPost = (): void => {
      holding.postedAt = deps.monotonicMs();
    };
    const onScan = (due: number): void => {
      this.#due.set(tenant, due);
    };
    const round: Round = { ...this.#shared, lease: holding.lease, rates, onPost, onScan };
    const turn = { tenant, hint: seen.hint, inFlight: this.#inFlight, isStopping: () => this.isStopping };
    holding.scannedAt = (await runRound(round, turn)) ?? holding.scannedAt;
  }

  async #hold(tenant: string, row: Row | null, now: Instant): Promise<Holding | null> {
    const before = this.#held.get(tenant);
    if (before !== undefined && (await before.lease.keep()) && before.lease.remainingMs() > 0) {
      return before;
    }
    this.#held.delete(tenant);
    const lease = await takeLease(this.#shared.deps, { tenant, row, now });
    if (lease === null) {
      return null;
    }
    const holding = { lease, scannedAt: lease.scannedAt, postedAt: Number.NEGATIVE_INFINITY };
    this.#held.set(tenant, holding);
    return holding;
  }

  async #keepOrRelease(tenant: string, { lease, scannedAt, postedAt }: Holding): Promise<void> {
    if (this.#shared.deps.monotonicMs() - postedAt > IDLE_MS) {
      this.#held.delete(tenant);
      await lease.release(scannedAt);
    } else if (!(await lease.keep())) {
      this.#held.delete(tenant);
    }
  }

  async #recordLeftovers(): Promise<void> {
    const { unrecorded } = this.#shared;
    for (const [attemptId, job] of unrecorded) {
      if (await job()) {
        unrecorded.delete(attemptId);
      }
    }
  }
}

// A hint that is unreadable, or a scan that nobody remembers, is a reason to look.
function isDue({ hint }: Seen, scannedAt: Instant | null, now: Instant): boolean {
  return hint === null || hint.nextDue <= now || scannedAt === null || msBetween(scannedAt, now) >= FULL_SCAN_MS;
}
