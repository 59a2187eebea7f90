// The table `postmen`: which tenants have something due, and which workspaces a tenant has. It only saves work: what is
// due is decided by the due index of each workspace.
import { Fault, invariant } from '../../kernel/fault.ts';
import { addMs, msBetween, parseInstant } from '../../kernel/helsinki-time.ts';
import { tenantOf, workspaceKey, type WorkspaceKey } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instants.ts';
import { prefixRange } from '../storage/row-keys.ts';
import type { Row, Store } from '../storage/store.ts';

/** The partition of all leases and hints, so that one query sees them. */
export const POSTMEN = 'postmen';
export const LEASE_PREFIX = 'lease|';
const HINT_PREFIX = 'hint|';
const WORKSPACE_PREFIX = 'workspace|';

/** How long after a lowering the hint is not raised: longer than any commit that relies on that lowering can take. */
const RAISE_AFTER_MS = 15 * 60_000;
// A lowering younger than this protects later commits too, so a busy tenant's hint is written now and then only.
const RELY_MS = 5 * 60_000;
// Nothing is due; a moment after every other.
const NEVER = parseInstant('9999-12-31T00:00:00.000Z');
const ATTEMPTS = 20;

/** A hint as read, with the ETag that a raise must name. */
export type Hint = {
  readonly tenant: string;
  readonly nextDue: Instant;
  readonly loweredAt: Instant;
  readonly row: Row;
};

/** Says before a commit that something of the workspace will be due at a moment. */
export interface Hints {
  /** After this the tenant's postman finds what the coming commit promises, however the two interleave. */
  lower(workspace: WorkspaceKey, dueUtc: Instant, now: Instant): Promise<void>;
}

/** `pause` and `random` spread out writers that meet at the same hint. */
export function createHints(
  postmen: Store,
  { pause, random }: { readonly pause: (ms: number) => Promise<void>; readonly random: () => number },
): Hints {
  const registered = new Set<WorkspaceKey>();
  // What this process last saw of each tenant's hint. For as long as a lowering protects commits, nobody raises it.
  const known = new Map<string, Protection>();
  return {
    async lower(workspace, dueUtc, now) {
      if (!registered.has(workspace)) {
        // A conflict means that it is there already.
        await postmen.commit(tenantPartition(tenantOf(workspace)), [
          { kind: 'insert', rowKey: `${WORKSPACE_PREFIX}${teamOf(workspace)}`, cells: {} },
        ]);
        registered.add(workspace);
      }
      const tenant = tenantOf(workspace);
      if (protects(known.get(tenant) ?? null, dueUtc, now)) {
        return;
      }
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const lowered = await lowerOnce(postmen, tenant, { dueUtc, now });
        if (lowered !== null) {
          known.set(tenant, lowered);
          return;
        }
        await pause(random() * 20 * (attempt + 1));
      }
      throw new Fault('storage-unavailable', { what: 'hint', status: 0, code: 'contended' });
    },
  };
}

/** All hints and lease rows by tenant: the one query of a tick. Unreadable hints count as due at once. */
export async function readPostmen(
  postmen: Store,
): Promise<ReadonlyMap<string, { readonly hint: Hint | null; readonly lease: Row | null }>> {
  const rows = await postmen.range(POSTMEN, { from: HINT_PREFIX, before: `${LEASE_PREFIX.slice(0, -1)}}` });
  const leases = new Map(
    rows.flatMap((row) => (row.rowKey.startsWith(LEASE_PREFIX) ? [[row.rowKey.slice(LEASE_PREFIX.length), row]] : [])),
  );
  return new Map(
    rows
      .filter((row) => row.rowKey.startsWith(HINT_PREFIX))
      .map((row) => {
        const hint = toHint(row);
        const tenant = row.rowKey.slice(HINT_PREFIX.length);
        return [tenant, { hint, lease: leases.get(tenant) ?? null }];
      }),
  );
}

/** All workspaces of a tenant that ever promised anything. */
export async function readWorkspaces(postmen: Store, tenant: string): Promise<readonly WorkspaceKey[]> {
  const rows = await postmen.range(tenantPartition(tenant), prefixRange(WORKSPACE_PREFIX));
  return rows.flatMap((row) => workspaceKey(tenant, row.rowKey.slice(WORKSPACE_PREFIX.length)) ?? []);
}

/** Whether the hint was lowered so long ago that no commit can rely on that any more. */
export function mayRaise(hint: Hint, now: Instant): boolean {
  return msBetween(hint.loweredAt, now) >= RAISE_AFTER_MS;
}

/**
 * Raises a hint that was read before a scan to what the scan left, null for nothing; for the holder of the lease only.
 * Does nothing when the hint was lowered lately or is written meanwhile.
 */
export async function raiseHint(postmen: Store, hint: Hint, next: Instant | null, now: Instant): Promise<void> {
  invariant(NEVER !== null, 'not-an-instant');
  const nextDue = next ?? NEVER;
  if (nextDue <= hint.nextDue || !mayRaise(hint, now)) {
    return;
  }
  const { rowKey, etag } = hint.row;
  await postmen.commit(POSTMEN, [{ kind: 'replace', rowKey, etag, cells: { nextDue, loweredAt: hint.loweredAt } }]);
}

type Protection = Pick<Hint, 'nextDue' | 'loweredAt'>;

/** Whether a commit of something due then is found by the postman, with the hint as it is. */
function protects(hint: Protection | null, dueUtc: Instant, now: Instant): boolean {
  return hint !== null && hint.nextDue <= dueUtc && hint.loweredAt > addMs(now, -RELY_MS);
}

/** The hint as it protects the coming commit; null when somebody wrote it meanwhile. */
async function lowerOnce(
  postmen: Store,
  tenant: string,
  { dueUtc, now }: { readonly dueUtc: Instant; readonly now: Instant },
): Promise<Protection | null> {
  const rowKey = `${HINT_PREFIX}${tenant}`;
  const row = await postmen.read(POSTMEN, rowKey);
  if (row === null) {
    const cells = { nextDue: dueUtc, loweredAt: now };
    return (await postmen.commit(POSTMEN, [{ kind: 'insert', rowKey, cells }])) === 'committed' ? cells : null;
  }
  const hint = toHint(row);
  if (hint !== null && protects(hint, dueUtc, now)) {
    return hint;
  }
  const nextDue = hint !== null && hint.nextDue < dueUtc ? hint.nextDue : dueUtc;
  const cells = { nextDue, loweredAt: now };
  return (await postmen.commit(POSTMEN, [{ kind: 'replace', rowKey, etag: row.etag, cells }])) === 'committed'
    ? cells
    : null;
}

function toHint(row: Row): Hint | null {
  const nextDue = parseInstant(row.cells['nextDue']);
  const loweredAt = parseInstant(row.cells['loweredAt']);
  const tenant = row.rowKey.slice(HINT_PREFIX.length);
  return nextDue === null || loweredAt === null ? null : { tenant, nextDue, loweredAt, row };
}

function tenantPartition(tenant: string): string {
  return `tenant|${tenant}`;
}

function teamOf(workspace: WorkspaceKey): string {
  return workspace.slice(tenantOf(workspace).length + 1);
}
