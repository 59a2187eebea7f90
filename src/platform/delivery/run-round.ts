// One postman's turn for one tenant: everything that is due there, until nothing is.
import type { WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { attemptBundle } from './attempt-bundle.ts';
import { readDueRows, readNextDue, toBundles, toLanes } from './due-bundles.ts';
import { type Hint, mayRaise, raiseHint, readWorkspaces } from './hints.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { type Bundle, reportFault, reportUnreadable, type Round } from './round.ts';

type Turn = {
  readonly tenant: string;
  /** As read before the lease was taken; null when it is missing or unreadable. */
  readonly hint: Hint | null;
  /** Shared by all tenants of this process. */
  readonly inFlight: InFlight;
  /** Whether others should have their turn now. */
  readonly isOver: () => boolean;
};

const SCANS_AT_ONCE = 4;

/** How a round ended. */
type Done = {
  /** When the scan was that found nothing new. */
  readonly scannedAt: Instant;
  /** When something is due next, null for never; absent when the round has found anything, or could not say. */
  readonly next?: Instant | null;
};

/**
 * Sends what is due in all workspaces of the tenant, then raises the hint. Null when the lease was lost or the turn was
 * over before that.
 */
export async function runRound(round: Round, turn: Turn): Promise<Done | null> {
  const { deps, lease } = round;
  const workspaces = await readWorkspaces(deps.postmen, turn.tenant);
  const scan = createInFlight(SCANS_AT_ONCE);
  const tried = new Set<string>();
  let isQuiet = true;
  const isOver = (): boolean => turn.isOver() || lease.remainingMs() <= 0;
  for (;;) {
    if (!(await lease.keep()) || isOver()) {
      return null;
    }
    const scannedAt = await deps.store.now();
    const found = await Promise.all(workspaces.map((workspace) => scan(() => readDueRows(deps.store, workspace))));
    const waiting = found.reduce((sum, { rows }) => sum + rows.length, 0);
    round.onScan(waiting, workspaces);
    isQuiet &&= waiting === 0;
    const bundles = found.flatMap((due) => fresh(round, due, tried));
    if (bundles.length === 0) {
      return { scannedAt, ...(await settle(round, turn.hint, { workspaces, now: scannedAt, isQuiet })) };
    }
    const lanes = toLanes(bundles).map((lane) => runLane(round, lane, { inFlight: turn.inFlight, isOver }));
    await Promise.all(lanes);
  }
}

type Scanned = {
  readonly workspaces: readonly WorkspaceKey[];
  readonly now: Instant;
  /** Nothing was due in any of them. */
  readonly isQuiet: boolean;
};

/** Raises the hint where that is allowed, and says when something is due next after a quiet round. */
async function settle(
  { deps: { store, postmen } }: Round,
  hint: Hint | null,
  { workspaces, now, isQuiet }: Scanned,
): Promise<Pick<Done, 'next'>> {
  // Every workspace is asked only for what can be used.
  if (hint === null || !(isQuiet || mayRaise(hint, now))) {
    return {};
  }
  const scan = createInFlight(SCANS_AT_ONCE);
  const all = await Promise.all(workspaces.map((workspace) => scan(() => readNextDue(store, workspace))));
  const [next = null] = all.filter((moment) => moment !== null).toSorted((a, b) => (a < b ? -1 : 1));
  await raiseHint(postmen, hint, next, now);
  return isQuiet ? { next } : {};
}

// A row that was tried and is still there as it was will not be helped by trying at once again.
function fresh(round: Round, due: Awaited<ReturnType<typeof readDueRows>>, tried: Set<string>): readonly Bundle[] {
  const rows = due.rows.filter((row) => !tried.has(`${due.workspace} ${row.rowKey} ${row.etag}`));
  rows.forEach((row) => tried.add(`${due.workspace} ${row.rowKey} ${row.etag}`));
  const { bundles, unreadable } = toBundles({ workspace: due.workspace, rows });
  unreadable.forEach((row) => {
    reportUnreadable(round, due.workspace, row);
  });
  return bundles;
}

async function runLane(
  round: Round,
  bundles: readonly Bundle[],
  { inFlight, isOver }: { readonly inFlight: InFlight; readonly isOver: () => boolean },
): Promise<void> {
  for (const bundle of bundles) {
    await waitForRoom(round, isOver);
    await inFlight(async () => {
      if (isOver()) {
        return;
      }
      try {
        await attemptBundle(round, bundle);
      } catch (error) {
        // One failing delivery never keeps the others waiting; a later scan finds it again.
        reportFault(round, 'delivery-attempt-failed', { error, workspace: bundle.workspace, kind: bundle.kind });
      }
    });
  }
}

// Before the attempt begins: one that waits while it is marked as being sent is one more that a kill leaves in doubt.
async function waitForRoom({ deps, rates }: Round, isOver: () => boolean): Promise<void> {
  for (let waitMs = rates.tenantWaitMs(); waitMs > 0 && !isOver(); waitMs = rates.tenantWaitMs()) {
    await deps.pause(waitMs);
  }
}
