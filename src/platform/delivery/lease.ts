// One postman per tenant at a time: a lease row that is taken and renewed by ETag.
import { Fault } from '../../kernel/fault.ts';
import { msBetween, parseInstant } from '../../kernel/helsinki-time.ts';
import type { Instant } from '../../kernel/instants.ts';
import type { Cells, Row, Store } from '../storage/store.ts';
import { LEASE_PREFIX, POSTMEN } from './hints.ts';

/**
 * How long a lease lasts when it is not renewed: longer than a message may take (send-message.ts), and not much longer,
 * because for so long nobody speaks in the tenants of a process that died.
 */
export const LEASE_MS = 20_000;
/**
 * How long it lasts at first, until there is something to say under it or it is renewed: a process that dies before that
 * has said nothing, so the tenant is free again soon.
 */
const FIRST_MS = 10_000;
// A quarter of its time leaves several attempts to renew it.
const RENEW_AFTER = 0.25;
// What `owner` says when nobody has it.
const NOBODY = '';

/** A lease that was ours when it was last looked at. */
export interface Lease {
  /** How long it still lasts by this process's monotonic clock; zero or less when another may have it. */
  remainingMs(): number;
  /**
   * Renews it when it is time, or when it lasts less than `neededMs`; false when it is lost. An outage leaves it as it is.
   */
  keep(neededMs?: number): Promise<boolean>;
  /** When the tenant's last full scan ended, as far as the lease row says. */
  readonly scannedAt: Instant | null;
  /** Not after it was taken, by the storage's clock. */
  readonly since: Instant;
  /** How long ago somebody else last had it or gave it back, when it was taken; Infinity when nobody else did. */
  readonly othersAgoMs: number;
  /** Gives it back, noting that a full scan ended at `scannedAt`. */
  release(scannedAt: Instant | null): Promise<void>;
}

export type LeaseDeps = {
  readonly postmen: Store;
  /** This process, never the same again after a restart. */
  readonly owner: string;
  readonly monotonicMs: () => number;
  readonly newId: () => string;
};

/** When the tenant was last scanned in full, by its lease row; null when never or unreadable. */
export function scannedAtOf(row: Row | null): Instant | null {
  return parseInstant(row?.cells['scannedAt']);
}

/**
 * Whether `owner` may take the lease whose row was read as `row`: it is free, its owner is silent for longer than a lease
 * lasts by the storage's clock (`now`, a lower bound), or it was this process's own.
 */
export function isFree(owner: string, row: Row | null, now: Instant): boolean {
  const holder = row?.cells['owner'];
  return row === null || holder === NOBODY || holder === owner || msBetween(row.timestamp, now) >= lastsMs(row);
}

function lastsMs({ cells }: Row): number {
  const lasts = cells['lastsMs'];
  return typeof lasts === 'number' ? lasts : LEASE_MS;
}

/** Takes the lease of a tenant whose row was read as `row`; null when it is somebody else's. */
export async function takeLease(
  deps: LeaseDeps,
  { tenant, row, now }: { readonly tenant: string; readonly row: Row | null; readonly now: Instant },
): Promise<Lease | null> {
  if (!isFree(deps.owner, row, now)) {
    return null;
  }
  const token = deps.newId();
  const scannedAt = scannedAtOf(row);
  const held = { rowKey: `${LEASE_PREFIX}${tenant}`, cells: cellsOf(deps.owner, token, scannedAt) };
  const first = { ...held, cells: { ...held.cells, lastsMs: FIRST_MS } };
  // The clock starts before the call: what the storage counts can only begin later.
  const started = deps.monotonicMs();
  const outcome = await deps.postmen.commit(POSTMEN, [
    row === null ? { kind: 'insert', ...first } : { kind: 'replace', etag: row.etag, ...first },
  ]);
  const othersAgoMs =
    row === null || row.cells['owner'] === deps.owner ? Number.POSITIVE_INFINITY : msBetween(row.timestamp, now);
  return outcome === 'committed'
    ? createLease(deps, { ...held, token, scannedAt, started, since: now, othersAgoMs })
    : null;
}

type Held = Pick<Lease, 'since' | 'othersAgoMs'> & {
  readonly rowKey: string;
  readonly cells: Cells;
  readonly token: string;
  readonly scannedAt: Instant | null;
  readonly started: number;
};

function createLease({ postmen, monotonicMs }: LeaseDeps, held: Held): Lease {
  let started = held.started;
  let lasts = FIRST_MS;
  let lost = false;
  let renewing: Promise<boolean> | null = null;
  const readOwn = async (): Promise<Row | null> => {
    const row = await postmen.read(POSTMEN, held.rowKey);
    return row?.cells['lease'] === held.token ? row : null;
  };
  const replaceOwn = async (cells: Cells): Promise<boolean> => {
    const row = await readOwn();
    const write = row && ({ kind: 'replace', rowKey: held.rowKey, etag: row.etag, cells } as const);
    return write !== null && (await postmen.commit(POSTMEN, [write])) === 'committed';
  };
  const remainingMs = (): number => (lost ? 0 : started + lasts - monotonicMs());
  const isTime = (neededMs: number): boolean => remainingMs() < Math.max(neededMs, lasts * (1 - RENEW_AFTER));
  async function renew(): Promise<boolean> {
    const before = monotonicMs();
    try {
      lost = !(await replaceOwn(held.cells));
      [started, lasts] = lost ? [started, lasts] : [before, LEASE_MS];
    } catch (error) {
      ignoreOutage(error);
    }
    return !lost;
  }
  return {
    scannedAt: held.scannedAt,
    since: held.since,
    othersAgoMs: held.othersAgoMs,
    remainingMs,
    keep(neededMs = 0) {
      if (lost || !isTime(neededMs)) {
        return Promise.resolve(!lost);
      }
      // Many may ask at once; two renewals side by side would take each other for a thief.
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      return renewing;
    },
    async release(scannedAt) {
      lost = true;
      try {
        await replaceOwn(cellsOf(NOBODY, '', scannedAt));
      } catch (error) {
        ignoreOutage(error); // it ends by itself
      }
    },
  };
}

function cellsOf(owner: string, lease: string, scannedAt: Instant | null): Cells {
  return { owner, lease, ...(scannedAt === null ? {} : { scannedAt }) };
}

function ignoreOutage(error: unknown): void {
  if (!(error instanceof Fault) || error.code !== 'storage-unavailable') {
    throw error;
  }
}
