// The tenants that one process serves at the moment: whose lease it holds, and whose turn it is.
import { msBetween } from '../../kernel/helsinki-time.ts';
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Row } from '../storage/store.ts';
import { ATTEMPT_MS } from '../teams/attempt-limits.ts';
import { checkIndex } from './check-index.ts';
import { createHints, type Hint, readPostmen } from './hints.ts';
import { createInFlight } from './in-flight.ts';
import { createIndexChecks } from './index-checks.ts';
import { isFree, type Lease, LEASE_MS, scannedAtOf, takeLease } from './lease.ts';
import { createTally, type PostmanCounts, type PostmanDeps } from './postman-deps.ts';
import { createRateWindows, type RateWindows } from './rate-windows.ts';
import { isResting, type Rest, restAfter } from './rest.ts';
import { reportFault, type Round } from './round.ts';
import { runRound } from './run-round.ts';

const FULL_SCAN_MS = 15 * 60_000;
// Kept for a while after its last message, because whoever takes a tenant over has to begin slowly (rate-windows.ts).
const IDLE_MS = 30_000;
// A postman begins no attempt later than so long after it last wrote its lease row (send-message.ts).
const OTHERS_POST_MS = LEASE_MS - ATTEMPT_MS;
const IN_FLIGHT = 8;
// More tenants at once than messages would only keep them from other processes.
const TENANTS_AT_ONCE = IN_FLIGHT;
// So many may wait for the first word of this process: those who wake together share the tenants, and one that dies
// leaves few of them without having said anything.
const TAKEN_AT_ONCE = 2;
// After so long a tenant with more to say lets others have their turn.
const TURN_MS = 5_000;

type Holding = {
  readonly lease: Lease;
  scannedAt: Instant | null;
  postedAt: number;
  /** When its last turn ended. */
  servedAt: number;
  /** After a turn that found nothing. */
  rest: Rest | null;
};
type Seen = { readonly hint: Hint | null; readonly lease: Row | null };
type Sighting = Seen & { readonly isAnythingDue: boolean };
/** A tenant that waits for its turn, as it was seen at a moment of the storage's clock. */
type Waiting = { readonly tenant: string; readonly row: Sighting; readonly seenAt: Instant };

// Before every moment of the monotonic clock.
const NEVER = Number.MIN_SAFE_INTEGER;

/** The tenants of this process. */
export class TenantTurns {
  isStopping = false;
  readonly #shared;
  readonly #inFlight = createInFlight(IN_FLIGHT);
  readonly #held = new Map<string, Holding>();
  readonly #rates = new Map<string, RateWindows>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #due = new Map<string, number>();
  /** Whoever waits longest comes first. */
  #queue: Waiting[] = [];
  /** Those of the tenants in a turn that were nobody's before and to which nothing has been said yet. */
  readonly #newcomers = new Set<string>();
  readonly #onUnfinished: () => void;
  readonly #checks;
  /** Tenants with a commit of this process that no turn has begun after. */
  readonly #disturbed = new Set<string>();
  #isChecking = false;
  /** Whether a turn ended before all was said, since the last beat. */
  isUnfinished = false;

  /** `onUnfinished` is called when somebody who has more to say could have another turn. */
  constructor(deps: PostmanDeps, onUnfinished: () => void) {
    this.#checks = createIndexChecks(deps);
    this.#onUnfinished = onUnfinished;
    this.#shared = {
      deps,
      kinds: new Map(deps.kinds.map((kind) => [kind.kind, kind])),
      hints: createHints(deps.postmen, deps),
      tally: createTally(),
      unrecorded: new Map<string, () => Promise<boolean>>(),
      reported: new Set<string>(),
    };
  }

  /**
   * Queues the tenants with something due for a turn each, and lets go of those that have been quiet. A patient beat
   * leaves tenants alone that are resting.
   */
  async beat(isPatient = false): Promise<void> {
    const { postmen, owner, monotonicMs, meter } = this.#shared.deps;
    const started = monotonicMs();
    await this.#recordLeftovers();
    const seen = await readPostmen(postmen);
    const now = await postmen.now();
    const waiting: Waiting[] = [];
    for (const [tenant, row] of seen) {
      const holding = this.#held.get(tenant);
      if (this.#turns.has(tenant)) {
        await holding?.lease.keep();
        continue;
      }
      const isLeftAlone =
        isPatient && !this.#disturbed.has(tenant) && isResting(holding?.rest ?? null, row.hint, now, monotonicMs());
      const isAnythingDue = !isLeftAlone && isDue(row, holding?.scannedAt ?? scannedAtOf(row.lease), now);
      if (isAnythingDue || (holding !== undefined && this.#nextCheck(tenant) !== null)) {
        if (holding !== undefined || isFree(owner, row.lease, now)) {
          waiting.push({ tenant, row: { ...row, isAnythingDue }, seenAt: now });
        } else {
          this.#due.delete(tenant); // its postman counts it
        }
      } else if (holding !== undefined) {
        await this.#keepOrRelease(tenant, holding, isLeftAlone);
      }
    }
    this.#queue = this.#inOrder(waiting);
    this.isUnfinished = false;
    this.#beginTurns();
    meter?.ticked(monotonicMs() - started);
  }

  /** Whether a beat went well; an outage is reported and survived. */
  async tryBeat(): Promise<boolean> {
    try {
      await this.beat(true);
      return true;
    } catch (error) {
      reportFault(this.#shared, 'postman-tick-failed', { error });
      return false;
    }
  }

  /** Something of the tenant is due now: the next beat does not leave it alone. */
  disturb(tenant: string): void {
    this.#disturbed.add(tenant);
  }

  /** Resolves when nobody is in a turn or waits for one. */
  async settled(): Promise<void> {
    while (this.#turns.size > 0) {
      await Promise.all(this.#turns.values());
    }
  }

  async releaseAll(): Promise<void> {
    await this.settled();
    // Whoever has the tenants next would send again what is not recorded by then.
    await this.#recordLeftovers();
    for (const [tenant, { lease, scannedAt }] of this.#held) {
      this.#held.delete(tenant);
      await lease.release(scannedAt);
    }
  }

  counts(): PostmanCounts {
    const due = [...this.#due.values()].reduce((sum, waiting) => sum + waiting, 0);
    return { ...this.#shared.tally, ...this.#checks.found(), due };
  }

  // First those without a postman, the longest forsaken before the others: in any fixed order the last of them would wait
  // for ever while processes keep dying.
  #inOrder(waiting: readonly Waiting[]): Waiting[] {
    const servedAt = ({ tenant }: Waiting): number => this.#held.get(tenant)?.servedAt ?? NEVER;
    const leasedAt = ({ row }: Waiting): string => row.lease?.timestamp ?? '';
    return waiting.toSorted((a, b) => servedAt(a) - servedAt(b) || (leasedAt(a) < leasedAt(b) ? -1 : 1));
  }

  #beginTurns(): void {
    const mayBegin = ({ tenant }: Waiting): boolean =>
      !this.#turns.has(tenant) && (this.#held.has(tenant) || this.#newcomers.size < TAKEN_AT_ONCE);
    while (!this.isStopping && this.#turns.size < TENANTS_AT_ONCE) {
      const index = this.#queue.findIndex(mayBegin);
      const [next] = index < 0 ? [] : this.#queue.splice(index, 1);
      if (next === undefined) {
        return;
      }
      this.#begin(next);
    }
  }

  #begin({ tenant, row, seenAt }: Waiting): void {
    if (!this.#held.has(tenant)) {
      this.#newcomers.add(tenant);
    }
    const turn = this.#takeTurn(tenant, row, seenAt)
      .catch((error: unknown) => {
        reportFault(this.#shared, 'postman-turn-failed', { error });
      })
      .finally(() => {
        this.#turns.delete(tenant);
        this.#newcomers.delete(tenant);
        this.#beginTurns();
        if (this.isUnfinished && this.#turns.size < TENANTS_AT_ONCE) {
          this.#onUnfinished();
        }
      });
    this.#turns.set(tenant, turn);
  }

  async #takeTurn(tenant: string, seen: Sighting, now: Instant): Promise<void> {
    const holding = await this.#hold(tenant, seen.lease, now);
    if (holding === null) {
      this.#due.delete(tenant);
      this.#checks.forget(tenant);
      return;
    }
    if (seen.isAnythingDue) {
      await this.#deliver(tenant, seen.hint, holding);
    }
    await this.#checkNext(tenant, holding.lease);
  }

  async #deliver(tenant: string, hint: Hint | null, holding: Holding): Promise<void> {
    const { deps } = this.#shared;
    const rates = this.#ratesOf(tenant);
    const onPost = (): void => {
      holding.postedAt = deps.monotonicMs();
      if (this.#newcomers.delete(tenant)) {
        this.#beginTurns();
      }
    };
    const onScan = (due: number, workspaces: readonly WorkspaceKey[]): void => {
      this.#due.set(tenant, due);
      this.#checks.know(tenant, workspaces);
    };
    const round: Round = { ...this.#shared, lease: holding.lease, rates, onPost, onScan };
    const endsAt = deps.monotonicMs() + TURN_MS;
    const isOver = (): boolean => this.isStopping || deps.monotonicMs() >= endsAt;
    this.#disturbed.delete(tenant);
    const done = await runRound(round, { tenant, hint, inFlight: this.#inFlight, isOver });
    holding.servedAt = deps.monotonicMs();
    holding.scannedAt = done?.scannedAt ?? holding.scannedAt;
    const { next } = done ?? {};
    holding.rest = hint === null || next === undefined ? null : restAfter({ hint, next }, holding.servedAt);
    this.isUnfinished ||= done === null && holding.lease.remainingMs() > 0 && !this.isStopping;
  }

  // One at a time in this process, and only between rounds: what is due goes first.
  #nextCheck(tenant: string): WorkspaceKey | null {
    return this.#isChecking || this.isStopping ? null : this.#checks.next(tenant);
  }

  async #checkNext(tenant: string, lease: Lease): Promise<void> {
    const workspace = this.#nextCheck(tenant);
    if (workspace === null || !(await lease.keep())) {
      return;
    }
    const { deps, hints, tally } = this.#shared;
    this.#isChecking = true;
    this.#checks.done(tenant, workspace, null);
    try {
      const { pending, repaired, left } = await checkIndex({ store: deps.store, hints }, workspace);
      this.#checks.done(tenant, workspace, { pending, differences: left.length });
      tally.repaired += repaired.length;
      repaired.forEach((row) => deps.log('index-repaired', { workspace, row }));
      left.forEach(({ kind, rowKey }) => deps.log('index-difference', { workspace, row: rowKey, what: kind }));
    } finally {
      this.#isChecking = false;
    }
  }

  #ratesOf(tenant: string): RateWindows {
    const rates = this.#rates.get(tenant) ?? createRateWindows(this.#shared.deps.monotonicMs);
    this.#rates.set(tenant, rates);
    return rates;
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
    this.#ratesOf(tenant).inherit(lease.othersAgoMs - OTHERS_POST_MS);
    const holding = { lease, scannedAt: lease.scannedAt, postedAt: NEVER, servedAt: NEVER, rest: null };
    this.#held.set(tenant, holding);
    return holding;
  }

  async #keepOrRelease(tenant: string, { lease, scannedAt, postedAt }: Holding, isWatched: boolean): Promise<void> {
    if (!isWatched && this.#shared.deps.monotonicMs() - postedAt > IDLE_MS) {
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
